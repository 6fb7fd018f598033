import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { benchFolder } from './caches.ts';
import type { Figure, Line, Table } from './figure.ts';
import { milliseconds } from './print-table.ts';
import { bareInsert, diskFloor, inProcess, writerPort, type SaveWay } from './save-ways.ts';
import { interleave, median, percentile, timed } from './statistics.ts';

const NAMES = {
  disk: 'bare: 4 KiB to a file, fdatasync (the disk’s floor)',
  bare: 'bare: better-sqlite3, the same row, synchronous=FULL',
  writer: 'plumbline: work.db’s worker alone, over its port',
  product: 'plumbline: outbox.draft, in process, to the committed row',
} as const;

type Side = keyof typeof NAMES;

async function measureIn(folder: string, times: number): Promise<Table> {
  const ways: Readonly<Record<Side, SaveWay>> = {
    disk: diskFloor(join(folder, 'floor')),
    bare: await bareInsert(join(folder, 'bare')),
    writer: await writerPort(join(folder, 'writer')),
    product: await inProcess(join(folder, 'product')),
  };
  const sides = Object.keys(NAMES) as Side[];
  const warmUps = Math.ceil(times / 10);
  const saves = Object.fromEntries(sides.map((side) => [side, () => timed(ways[side].save)])) as Record<
    Side,
    () => Promise<number>
  >;
  try {
    await interleave(warmUps, saves);
    const samples = await interleave(times, saves);
    for (const side of sides) {
      const saved = ways[side].saved();
      if (saved !== warmUps + times) throw new Error(`${NAMES[side]}: ${saved} of ${warmUps + times} are committed.`);
    }
    const p95 = (side: Side): number => percentile(samples[side], 0.95);
    const against = (side: Side, peer: Side): number => median(samples[side]) / median(samples[peer]);
    const line = (side: Side): Line => ({
      what: NAMES[side],
      figures: { 'p50 ms': milliseconds(median(samples[side])), 'p95 ms': milliseconds(p95(side)) },
    });
    return {
      title: `a change of a corrective action saved, one at a time, ${times} rounds`,
      lines: [
        line('disk'),
        { ...line('bare'), ratio: { value: against('bare', 'disk'), peer: 'the disk' } },
        { ...line('writer'), ratio: { value: against('writer', 'bare'), peer: 'the bare' } },
        { ...line('product'), ratio: { value: against('product', 'bare'), peer: 'the bare' } },
        {
          what: '  the same, p95 against p95',
          figures: {},
          ratio: { value: p95('product') / p95('bare'), peer: 'the bare' },
        },
      ],
      notes: [
        'The bare one runs on this thread, and does not look for the account, check the request or read the row back.',
      ],
    };
  } finally {
    await Promise.all(sides.map((side) => ways[side].close()));
  }
}

async function measure(times: number): Promise<Table> {
  const folder = await mkdtemp(join(benchFolder, 'save-'));
  try {
    return await measureIn(folder, times);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** From "save" to the row that a power cut cannot take any more, against SQLite alone. */
export const saves: Figure = {
  name: 'save',
  needsBuild: false,
  measure: async ({ quick }) => [await measure(quick ? 5 : 200)],
};
