import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inTransaction, type WriteDb } from '../../src/main/store/database.ts';
import { cacheSteps } from '../../src/main/store/migrations/cache.ts';
import { latestVersion } from '../../src/main/store/migrations/run.ts';
import { upsertRecords } from '../../src/main/store/records-write.ts';
import { openCache } from '../../src/main/store/recover.ts';
import { beginRun, listNumber } from '../../src/main/store/sync-state.ts';
import { writeTexts, type PendingTexts } from '../../src/main/store/text-index.ts';
import type { ConnectionId } from '../../src/shared/model/ids.ts';
import type { MappedRecord } from '../../src/shared/model/mapped-record.ts';
import type { Kind, RecordPerson } from '../../src/shared/model/record.ts';
import type { Vendor } from '../../src/shared/model/vendor.ts';
import { benchFolder } from './caches.ts';

/** The moment at which the made-up records are looked at. */
export const LIST_NOW = '2026-11-20T08:00:00.000Z';

/** One collection of the made-up cache and its share of the rows, in percent. */
interface Share {
  readonly connectionId: ConnectionId;
  readonly vendor: Vendor;
  readonly kind: Kind;
  readonly share: number;
  readonly statuses: readonly string[];
}

const share = (
  connection: string,
  vendor: Vendor,
  kind: Kind,
  percent: number,
  ...statuses: readonly string[]
): Share => ({
  connectionId: connection as ConnectionId,
  vendor,
  kind,
  share: percent,
  statuses,
});

// The first status is that of three rows in four: most of what was ever written down is finished.
const AUDIT = ['complete', 'pending', 'in-progress'] as const;
const ACTION = ['approved', 'open', 'submitted', 'rejected', 'expired'] as const;
const CONQA_ISSUE = ['closed', 'open', 'disputed', 'ready-to-inspect', 'work-completed'] as const;
const SHARES: readonly Share[] = [
  share('north', 'monitorqa', 'audit', 24, ...AUDIT),
  share('south', 'monitorqa', 'audit', 11, ...AUDIT),
  share('north', 'monitorqa', 'corrective-action', 17, ...ACTION),
  share('south', 'monitorqa', 'corrective-action', 8, ...ACTION),
  share('tower', 'conqa', 'issue', 15, ...CONQA_ISSUE),
  share('tower', 'conqa', 'milestone', 3, 'signed-off', 'open'),
  share('lots', 'connectnow', 'issue', 8, 'closed', 'open'),
  share('boards', 'smartq', 'ticket', 12, 'closed', 'open', 'in-progress'),
  share('boards', 'smartq', 'project', 1, 'active'),
  share('north', 'monitorqa', 'user', 1, 'active'),
];

const WORDS = ['door', 'slab', 'pour', 'weld', 'crack', 'duct', 'fire', 'seal', 'level', 'north', 'wall', 'frame'];
const PROJECTS = 200;
const PEOPLE = 400;
const DAY = 86_400_000;
const PAGE_ROWS = 5000;

/** Numbers from 0 to 1, the same at each run. */
function createDraw(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A mapped row as a vendor's map would give it: three in four finished, one in ten never due, a payload of 600 bytes. */
function makeRow(draw: () => number, index: number, { vendor, kind, statuses }: Share): MappedRecord {
  const choose = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(draw() * items.length)];
  const person = Math.floor(draw() * draw() * PEOPLE);
  const people: readonly RecordPerson[] = [
    { name: `Person ${person}`, role: 'assignee', vendorId: `0f8e3c1a-77aa-4b1c-9d2e-${person + 1e11}`, email: null },
    ...(draw() < 0.1
      ? [{ name: 'Ana Ruiz', role: 'assignee', vendorId: 'ana', email: 'ana@example.com' } as const]
      : []),
    { name: `Person ${Math.floor(draw() * PEOPLE)}`, role: 'author', vendorId: null, email: null },
  ];
  const at = (days: number): string => new Date(Date.parse(LIST_NOW) + days * DAY).toISOString();
  const open = draw() >= 0.75;
  return {
    vendorId: `${index}`,
    number: `${kind.slice(0, 1).toUpperCase()}-${index}`,
    title: `${choose(WORDS)} ${choose(WORDS)} ${choose(WORDS)} ${index % 977}`,
    status: (open ? choose(statuses.slice(1)) : undefined) ?? statuses[0] ?? null,
    priority:
      choose(vendor === 'connectnow' ? ['info', 'important', 'critical'] : ['low', 'medium', 'high', null]) ?? null,
    project: `Site ${Math.floor(draw() * draw() * PROJECTS)}`,
    parent: null,
    ...(draw() < 0.1
      ? { dueAt: null, dueKind: null }
      : { dueAt: at((open ? 60 : 720) * (draw() - 0.8)), dueKind: 'time' }),
    dueZone: 'Pacific/Auckland',
    createdAt: at(-900 * draw()),
    updatedAt: at(-400 * draw()),
    score: null,
    people,
    text: `${choose(WORDS)} ${choose(WORDS)}`,
    raw: { id: index, filler: 'x'.repeat(600) },
  };
}

function fill(db: WriteDb, rows: number): void {
  const draw = createDraw(7);
  let index = 0;
  for (const part of SHARES) {
    const { connectionId, vendor, kind } = part;
    const runId = beginRun(db, { connectionId, kind }, LIST_NOW);
    const end = index + Math.round((rows * part.share) / 100);
    while (index < end) {
      const page = Array.from({ length: Math.min(PAGE_ROWS, end - index) }, (_, step) =>
        makeRow(draw, index + step, part),
      );
      index += page.length;
      inTransaction(db, () => {
        const texts: PendingTexts = new Map();
        const list = listNumber(db, runId, 'bench');
        upsertRecords(db, { connectionId, vendor, kind, runId, list, at: LIST_NOW, records: page }, texts);
        writeTexts(db, texts);
      });
    }
  }
}

/**
 * A data folder whose cache holds `rows` made-up records of four vendors: 400 people, 200 projects, most of them with
 * few records. Made once for each version of the schema, by what stores every page of a sync.
 */
export async function listCache(rows: number): Promise<string> {
  const folder = join(benchFolder, `lists-v${latestVersion(cacheSteps)}-${rows}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const { db } = openCache(unfinished, LIST_NOW);
  try {
    fill(db, rows);
  } finally {
    db.close();
  }
  await rename(unfinished, folder);
  return folder;
}
