import { databasePath } from '../../src/main/store/data-files.ts';
import { dataFolder } from './caches.ts';
import type { Figure, Table } from './figure.ts';
import { listQueries } from './list-queries.ts';
import { milliseconds } from './print-table.ts';
import { builtCli, besides, runScript } from './processes.ts';
import { interleave, median, timed } from './statistics.ts';

const EMPTY_GOAL = { atMost: 1.15 };
const ROWS = '100';

/** The times of one side of a cold start as table cells. */
export const startFigures = (samples: readonly number[]): Readonly<Record<string, string>> => ({
  'median ms': milliseconds(median(samples)),
  'least ms': milliseconds(Math.min(...samples)),
});

async function measure(rows: number, times: number): Promise<Table> {
  const [full, empty] = [await dataFolder(rows), await dataFolder(0)];
  const bare = besides('bare-list.mjs');
  const list = (folder: string) => () =>
    timed(() => runScript(builtCli, ['records', 'list', '--limit', ROWS, '--json', '--data', folder]));
  const samples = await interleave(times, {
    bare: () => timed(() => runScript(bare, [databasePath(full, 'cache'), ROWS])),
    full: list(full),
    empty: list(empty),
  });
  const against = (side: 'bare' | 'empty'): number => median(samples.full) / median(samples[side]);
  return {
    title: `records list --limit ${ROWS} --json, cold: start to exit, ${rows} audits, ${times} rounds`,
    lines: [
      { what: 'bare node, better-sqlite3, one page', figures: startFigures(samples.bare) },
      {
        what: 'plumbline, empty cache',
        figures: startFigures(samples.empty),
        ratio: { value: median(samples.empty) / median(samples.bare), peer: 'bare' },
      },
      {
        what: `plumbline, ${rows} audits`,
        figures: startFigures(samples.full),
        ratio: { value: against('bare'), peer: 'bare' },
      },
      {
        what: '  the same, against the empty cache',
        figures: {},
        ratio: { value: against('empty'), peer: 'empty', goal: EMPTY_GOAL },
      },
    ],
    notes: ['The bare script does not read arguments or check input, has no reader worker, no people, no exact total.'],
  };
}

/** A list on the command line, from the start of the process to its end; and what lists ask of the cache. */
export const coldList: Figure = {
  name: 'list',
  needsBuild: true,
  measure: async ({ quick }) => [
    await (quick ? measure(1000, 1) : measure(100_000, 15)),
    ...(await listQueries({ quick })),
  ],
};
