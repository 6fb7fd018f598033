import type { RecordPage } from '../../src/shared/contract/records.ts';
import { toRows } from '../../src/shared/lib/columns.ts';
import { dataFolder } from './caches.ts';
import type { Figure, Goal, Line, Table } from './figure.ts';
import {
  bareSocket,
  inProcess,
  naivePort,
  readerPort,
  servedSocket,
  typedPort,
  type PageChoice,
  type PageWay,
} from './page-ways.ts';
import { milliseconds } from './print-table.ts';
import { interleave, median, percentile, timed } from './statistics.ts';

/** What the ways are called, and which of them each is measured against. */
const SIDES = {
  clone: { what: 'bare structuredClone of the row objects, no thread' },
  naiveKept: { what: 'naive: kept row objects over a port' },
  typedKept: { what: 'plumbline: kept columns, checked, over its port', peer: 'naiveKept' },
  naiveQuery: { what: 'naive: query, row objects over a port' },
  reader: { what: 'plumbline: reader worker’s port', peer: 'naiveQuery' },
  local: { what: 'plumbline: in process, contract and reader', peer: 'naiveQuery' },
  bareSocket: { what: 'naive: query, row objects over a bare socket' },
  served: { what: 'plumbline: serve, over its socket', peer: 'bareSocket' },
} as const;

type Side = keyof typeof SIDES;

/** What a typed page may cost beside the naive one: the contract's check is paid for by sending columns. */
const goalFor = (rows: number): Goal => ({ atMost: rows >= 1000 ? 0.5 : 1 });

/** A clone of what the naive worker sends. */
async function cloning(choice: PageChoice): Promise<PageWay> {
  const naive = naivePort(choice, 'kept');
  const page = await naive.ask();
  await naive.close();
  return {
    ask: () => Promise.resolve(structuredClone(page)),
    close: () => Promise.resolve(),
  };
}

/** How many rows came, as row objects or as a page in columns. */
function rowsIn(answer: unknown): number {
  return Array.isArray(answer) ? answer.length : toRows((answer as RecordPage).rows).length;
}

function lineOf(side: Side, samples: Readonly<Record<Side, readonly number[]>>, rows: number): Line {
  const known: { readonly what: string; readonly peer?: Side } = SIDES[side];
  const figures = {
    'p50 ms': milliseconds(median(samples[side])),
    'p99 ms': milliseconds(percentile(samples[side], 0.99)),
  };
  if (known.peer === undefined) return { what: known.what, figures };
  const value = median(samples[side]) / median(samples[known.peer]);
  const goal = side === 'typedKept' ? { goal: goalFor(rows) } : {};
  return { what: known.what, figures, ratio: { value, peer: 'the naive above', ...goal } };
}

async function measurePage(rows: number, { audits, times }: { audits: number; times: number }): Promise<Table> {
  const choice: PageChoice = { dataDir: await dataFolder(audits), rows };
  const ways: Readonly<Record<Side, PageWay>> = {
    clone: await cloning(choice),
    naiveKept: naivePort(choice, 'kept'),
    typedKept: await typedPort(choice),
    naiveQuery: naivePort(choice, 'query'),
    reader: await readerPort(choice),
    local: await inProcess(choice),
    bareSocket: await bareSocket(choice),
    served: await servedSocket(choice),
  };
  const sides = Object.keys(SIDES) as Side[];
  try {
    for (const side of sides) {
      const came = rowsIn(await ways[side].ask());
      if (came !== rows) throw new Error(`${SIDES[side].what}: ${came} rows came instead of ${rows}.`);
    }
    const asks = Object.fromEntries(sides.map((side) => [side, () => timed(ways[side].ask)])) as Record<
      Side,
      () => Promise<number>
    >;
    await interleave(Math.ceil(times / 5), asks);
    const samples = await interleave(times, asks);
    return {
      title: `records.list, ${rows} rows of ${audits} audits, one at a time, ${times} rounds`,
      lines: sides.map((side) => lineOf(side, samples, rows)),
      notes: ['“Kept”: the page is made before; without the query, as a port’s cost was measured for the goal.'],
    };
  } finally {
    await Promise.all(sides.map((side) => ways[side].close()));
  }
}

/** A page of a list over each transport. */
export const pages: Figure = {
  name: 'pages',
  needsBuild: true,
  measure: async ({ quick }) => [
    await measurePage(100, quick ? { audits: 1000, times: 5 } : { audits: 100_000, times: 600 }),
    await measurePage(1000, quick ? { audits: 1000, times: 5 } : { audits: 100_000, times: 300 }),
  ],
};
