import { createRequire } from 'node:module';
import { runDesktop } from './desktop/run.ts';
import { systemClock } from './platform/clock.ts';
import { defaultDataDir } from './platform/data-dir.ts';
import { hostPaths } from './platform/host-paths.ts';
import { systemRandom } from './platform/random.ts';
import { startServer } from './serve/server.ts';
import { openDoor } from './workspace.ts';

/** Electron entry: opens the workspace and shows it in a window. */
const paths = hostPaths(import.meta.url);
const { version } = createRequire(import.meta.url)(paths.manifest) as { version: string };

runDesktop({
  dataDir: defaultDataDir(process.env, process.platform),
  preload: paths.preload,
  serve: async (dataDir) => {
    const door = await openDoor({
      mode: 'own',
      host: 'desktop',
      version,
      dataDir,
      workers: paths.workers,
      clock: systemClock,
      random: systemRandom,
    });
    const server = await startServer({
      door,
      page: paths.page,
      port: 0,
      clock: systemClock,
      random: systemRandom,
    });
    return {
      address: server.address(),
      close: async () => {
        await server.close();
        await door.close();
      },
    };
  },
});
