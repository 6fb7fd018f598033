import { databasePath } from '../../src/main/store/data-files.ts';
import { firstLine } from '../support/run-cli.ts';
import { dataFolder } from './caches.ts';
import { startFigures } from './cold-list.ts';
import type { Figure, Table } from './figure.ts';
import { openBareSocket, openPageSocket, type PageSocket } from './page-socket.ts';
import { builtCli, besides, startScript, stop } from './processes.ts';
import { interleave, median } from './statistics.ts';

const EMPTY_GOAL = { atMost: 1.15 };

/** Milliseconds from the start of a server to its first list at the other end of its socket. */
async function firstList(
  script: string,
  scriptArguments: readonly string[],
  open: (address: string) => Promise<PageSocket>,
): Promise<number> {
  const began = performance.now();
  const child = startScript(script, scriptArguments);
  try {
    const { url } = JSON.parse(await firstLine(child)) as { url: string };
    const socket = await open(url);
    await socket.call('records.list', { limit: 100 });
    const ms = performance.now() - began;
    socket.close();
    return ms;
  } finally {
    await stop(child);
  }
}

async function measure(rows: number, times: number): Promise<Table> {
  const [full, empty] = [await dataFolder(rows), await dataFolder(0)];
  const bare = besides('bare-serve.mjs');
  const serve = (folder: string) => () => firstList(builtCli, ['serve', '--json', '--data', folder], openPageSocket);
  const sides = {
    bare: () => firstList(bare, [databasePath(full, 'cache'), '100'], openBareSocket),
    full: serve(full),
    empty: serve(empty),
  };
  // This process loads its own side of the socket once, before anything is timed.
  await sides.full();
  const samples = await interleave(times, sides);
  return {
    title: `serve, cold: start to the first records.list over its socket, ${rows} audits, ${times} rounds`,
    lines: [
      { what: 'bare node, better-sqlite3, ws', figures: startFigures(samples.bare) },
      {
        what: 'plumbline, empty cache',
        figures: startFigures(samples.empty),
        ratio: { value: median(samples.empty) / median(samples.bare), peer: 'bare' },
      },
      {
        what: `plumbline, ${rows} audits`,
        figures: startFigures(samples.full),
        ratio: { value: median(samples.full) / median(samples.bare), peer: 'bare' },
      },
      {
        what: '  the same, against the empty cache',
        figures: {},
        ratio: { value: median(samples.full) / median(samples.empty), peer: 'empty', goal: EMPTY_GOAL },
      },
    ],
    notes: [
      'The bare server has no ticket, no session, no checks, and no workers: plumbline starts two writers and a reader,',
      'takes the lock, checks both databases and exchanges the ticket before the list.',
    ],
  };
}

/** The first list of a freshly started `serve`. */
export const coldServe: Figure = {
  name: 'serve',
  needsBuild: true,
  measure: async ({ quick }) => [await (quick ? measure(1000, 1) : measure(100_000, 9))],
};
