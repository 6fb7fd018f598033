import { createRequire } from 'node:module';
import { runCli } from './cli/program.ts';
import { processTerminal } from './cli/terminal.ts';
import { systemClock } from './platform/clock.ts';
import { defaultDataDir } from './platform/data-dir.ts';
import { openPage } from './platform/open-page.ts';
import { systemRandom } from './platform/random.ts';
import { hostPaths } from './platform/host-paths.ts';
import { openDoor } from './workspace.ts';

/** Node entry: the command line, and through it the loopback server. */
const paths = hostPaths(import.meta.url);
const { version } = createRequire(import.meta.url)(paths.manifest) as { version: string };
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

process.exitCode = await runCli(process.argv.slice(2), {
  terminal: processTerminal,
  now: systemClock.now,
  version,
  signal: stop.signal,
  openDoor: ({ mode, dataDir, host, secrets }) =>
    openDoor({
      mode,
      host,
      secrets,
      withoutKeychain: process.env['PLUMBLINE_KEYCHAIN'] === 'none',
      version,
      dataDir: dataDir ?? defaultDataDir(process.env, process.platform),
      workers: paths.workers,
      clock: systemClock,
      random: systemRandom,
    }),
  openPage: (address) => openPage(address, process.platform),
  // Node's HTTP server and the socket library take longer to load than a list takes to answer.
  serve: async (door, request) => {
    const { serveUntilStopped } = await import('./serve/serve-until-stopped.ts');
    return serveUntilStopped(door, request, {
      page: paths.page,
      clock: systemClock,
      random: systemRandom,
      input: process.stdin,
    });
  },
});
