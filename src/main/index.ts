import { createRequire } from 'node:module';
import { runDesktop } from './desktop/run.ts';
import { systemClock } from './platform/clock.ts';
import { defaultDataDir } from './platform/data-dir.ts';
import { hostPaths } from './platform/host-paths.ts';
import { systemRandom } from './platform/random.ts';
import { openDoor } from './workspace.ts';

/** Electron entry: opens the workspace and shows it in a window. */
const paths = hostPaths(import.meta.url);
const { version } = createRequire(import.meta.url)(paths.manifest) as { version: string };
const dataDir = defaultDataDir(process.env, process.platform);

runDesktop({
  dataDir,
  page: paths.page,
  preload: paths.preload,
  version,
  clock: systemClock,
  open: (system, proxies) =>
    openDoor({
      mode: 'own',
      host: 'desktop',
      system,
      proxies,
      withoutKeychain: process.env['PLUMBLINE_KEYCHAIN'] === 'none',
      version,
      dataDir,
      workers: paths.workers,
      clock: systemClock,
      random: systemRandom,
    }),
});
