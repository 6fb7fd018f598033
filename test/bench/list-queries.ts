import type { RecordFilter } from '../../src/shared/contract/fields.ts';
import type { Sort } from '../../src/shared/contract/sorts.ts';
import { OPEN_STATUSES_OF } from '../../src/shared/model/status.ts';
import type { ConnectionId } from '../../src/shared/model/ids.ts';
import { allRows, oneRow, type ReadDb, type SqlValue } from '../../src/main/store/database.ts';
import { openCacheReader } from '../../src/main/store/open.ts';
import { JOIN_SOURCES, ROW_COLUMNS } from '../../src/main/store/record-rows.ts';
import { countRecords } from '../../src/main/store/records-count.ts';
import { groupRecords } from '../../src/main/store/records-groups.ts';
import { listRecords } from '../../src/main/store/records-list.ts';
import type { Slices } from '../../src/main/store/slices.ts';
import type { Goal, Line, Table } from './figure.ts';
import { LIST_NOW, listCache } from './list-cache.ts';
import { milliseconds } from './print-table.ts';
import { interleave, median, percentile, timed } from './statistics.ts';

const PAGE_ROWS = 100;
/** How deep the deep page lies, in rows. */
const DEPTH = 20_000;
const PAGE_GOAL: Goal = { atMost: 1.15 };
const DEEP_GOAL: Goal = { atMost: 1.2 };
const DAY = 86_400_000;

const at = (days: number): string => new Date(Date.parse(LIST_NOW) + days * DAY).toISOString();
const AUDITS = { connectionId: 'north' as ConnectionId, kind: 'audit' } as const satisfies RecordFilter;
const WEEK = { from: LIST_NOW, before: at(7) };
const PERSON = 'Person 200';
const PROJECT = 'Site 120';

/** A page of ours, and the statement that somebody would write who needed this page and no other. */
interface PageCase {
  readonly what: string;
  readonly filter: RecordFilter;
  readonly sort: Sort;
  readonly bare: { readonly sql: string; readonly values: readonly SqlValue[] };
  readonly goal?: Goal;
}

const live = 'records.deleted_at IS NULL';
const collection = `${live} AND records.source = +? AND records.kind = 'audit'`;
const select = `SELECT ${ROW_COLUMNS}, records.due_key, records.rid FROM records`;
const ordered = `ORDER BY records.due_key, records.rid LIMIT ${PAGE_ROWS + 1}`;
const byDue = (index: string, where: string): string =>
  `${select} INDEXED BY records_by_${index} ${JOIN_SOURCES} WHERE ${collection} AND ${where} ${ordered}`;

/** Everything open of every collection, merged by date. */
function openEverywhere(db: ReadDb): string {
  const rows = allRows<{ source: number; kind: string }>(db, 'SELECT source, kind FROM collections');
  const open: Readonly<Record<string, readonly string[]>> = OPEN_STATUSES_OF;
  const arms = rows.flatMap(({ source, kind }) =>
    (open[kind] ?? []).map(
      (status) => `SELECT records.due_key AS key, records.rid AS rid FROM records INDEXED BY records_by_status
        WHERE ${live} AND source = ${source} AND kind = '${kind}' AND status = '${status}' AND due_key < '~'`,
    ),
  );
  return `SELECT ${ROW_COLUMNS}, page.key, page.rid
    FROM (${arms.join(' UNION ALL ')} ORDER BY 1, 2 LIMIT ${PAGE_ROWS + 1}) AS page
    CROSS JOIN records ON records.rid = page.rid ${JOIN_SOURCES}`;
}

function pageCases(db: ReadDb): readonly PageCase[] {
  const source =
    oneRow<{ source: number }>(db, "SELECT source FROM sources WHERE connection_id = 'north'")?.source ?? 0;
  const assigned = `records.rid IN (SELECT rid FROM record_people WHERE role = 'assignee'
    AND person IN (SELECT person FROM persons WHERE name = ?))`;
  return [
    {
      what: 'one kind of one account by date',
      filter: AUDITS,
      sort: 'due',
      bare: { sql: byDue('due', "due_key < '~'"), values: [source] },
      goal: PAGE_GOAL,
    },
    {
      what: 'open of everything by date',
      filter: { open: true },
      sort: 'due',
      bare: { sql: openEverywhere(db), values: [] },
      goal: PAGE_GOAL,
    },
    {
      what: 'grouped: one status, due this week',
      filter: { ...AUDITS, status: ['pending'], due: WEEK },
      sort: 'due',
      bare: {
        sql: byDue('status', "status = 'pending' AND due_key >= +? AND due_key < +?"),
        values: [source, WEEK.from, WEEK.before],
      },
      goal: PAGE_GOAL,
    },
    {
      what: 'one project',
      filter: { ...AUDITS, project: PROJECT },
      sort: 'due',
      bare: { sql: byDue('project', "project_key = 'site 00000120' AND due_key < '~'"), values: [source] },
      goal: PAGE_GOAL,
    },
    {
      what: 'due within a week',
      filter: { ...AUDITS, due: WEEK },
      sort: 'due',
      bare: { sql: byDue('due', 'due_key >= +? AND due_key < +?'), values: [source, WEEK.from, WEEK.before] },
      goal: PAGE_GOAL,
    },
    {
      what: 'one assignee, sorted',
      filter: { ...AUDITS, assignee: { name: PERSON } },
      sort: 'due',
      bare: {
        sql: `${select} NOT INDEXED ${JOIN_SOURCES} WHERE ${assigned} AND ${collection} AND due_key < '~' ${ordered}`,
        values: [PERSON, source],
      },
    },
  ];
}

const figures = (samples: readonly number[]): Line['figures'] => ({
  'p50 ms': milliseconds(median(samples)),
  'p99 ms': milliseconds(percentile(samples, 0.99)),
});

type Side = () => unknown;

/** Samples of sides that take turns; each is warmed up. */
function take<Name extends string>(times: number, sides: Readonly<Record<Name, Side>>) {
  const asked = Object.fromEntries(
    Object.entries<Side>(sides).map(([name, side]) => [name, () => timed(async () => side())]),
  ) as Record<Name, () => Promise<number>>;
  return interleave(times, asked).then(() => interleave(times, asked));
}

const ask = (filter: RecordFilter, sort: Sort, after?: string) =>
  ({ filter, now: LIST_NOW, sort, direction: 'ascending', limit: PAGE_ROWS, after }) as const;

async function measurePages(db: ReadDb, rows: number, times: number): Promise<Table> {
  const lines: Line[] = [];
  for (const { what, filter, sort, bare, goal } of pageCases(db)) {
    const statement = db.prepare<SqlValue[]>(bare.sql).raw();
    const sides = {
      bare: () => statement.all(...bare.values),
      ours: () => listRecords(db, ask(filter, sort)),
    };
    const [wanted, came] = [sides.bare().length, sides.ours().rows.id.length];
    if (Math.min(wanted, PAGE_ROWS) > came) throw new Error(`${what}: ${came} rows came instead of ${wanted}.`);
    const samples = await take(times, sides);
    const value = median(samples.ours) / median(samples.bare);
    lines.push(
      { what: `bare statement: ${what}`, figures: figures(samples.bare) },
      {
        what: `plumbline: ${what}`,
        figures: figures(samples.ours),
        ratio: { value, peer: 'the bare above', ...(goal === undefined ? {} : { goal }) },
      },
    );
  }
  return {
    title: `a page of ${PAGE_ROWS} rows of ${rows} records, ${times} rounds`,
    lines,
    notes: ['The bare one is prepared once and gives arrays: no columns, no cursor, no names to look up.'],
  };
}

/** Where a list goes on, `depth` rows further. */
function deepCursor(db: ReadDb, sort: Sort, depth: number): string {
  const next = listRecords(db, { ...ask(AUDITS, sort), offset: depth }).next;
  if (next === null) throw new Error('The list is not as deep.');
  return next;
}

const SORTED: readonly Sort[] = ['due', 'number', 'status', 'priority', 'project', 'assignee', 'created'];

async function measureDepth(db: ReadDb, rows: number, times: number): Promise<Table> {
  const lines: Line[] = [];
  const depth = Math.min(DEPTH, Math.floor(rows / 20));
  for (const sort of SORTED) {
    const after = deepCursor(db, sort, depth);
    const samples = await take(times, {
      first: () => listRecords(db, ask(AUDITS, sort)),
      deep: () => listRecords(db, ask(AUDITS, sort, after)),
    });
    const value = median(samples.deep) / median(samples.first);
    lines.push(
      { what: `first page by ${sort}`, figures: figures(samples.first) },
      {
        what: `  ${depth} rows deep`,
        figures: figures(samples.deep),
        ratio: { value, peer: 'first', goal: DEEP_GOAL },
      },
    );
  }
  return { title: `first and deep pages of one kind, ${times} rounds`, lines, notes: [] };
}

/** Does work in slices; answers how long the longest took, in milliseconds. */
function longestSlice(slices: Slices<unknown>): number {
  let longest = 0;
  for (;;) {
    const began = performance.now();
    const { done } = slices.next();
    longest = Math.max(longest, performance.now() - began);
    if (done) return longest;
  }
}

async function measureCounts(db: ReadDb, rows: number, times: number): Promise<Table> {
  const input = { filter: { open: true }, now: LIST_NOW };
  const boundaries = { late: LIST_NOW, today: at(0.6), week: at(4) };
  const counts: Readonly<Record<string, () => Slices<unknown>>> = {
    'records.count': () => countRecords(db, input),
    ...Object.fromEntries(
      (['due', 'project', 'assignee', 'status'] as const).map((by) => [
        `records.groups by ${by}`,
        () => groupRecords(db, { ...input, by, limit: 50, boundaries }),
      ]),
    ),
  };
  const bare = db.prepare(
    `SELECT status, count(*) FROM records INDEXED BY records_by_status WHERE ${live} GROUP BY source, kind, status`,
  );
  const longest = new Map<string, number>();
  const sides = Object.fromEntries(
    Object.entries(counts).map(([name, start]) => [
      name,
      () => longest.set(name, Math.max(longest.get(name) ?? 0, longestSlice(start()))),
    ]),
  );
  const samples = await take<string>(times, { ...sides, bare: () => bare.all() });
  const line = (what: string, name: string): Line => ({
    what,
    figures: {
      'median ms': milliseconds(median(samples[name] ?? [])),
      'longest slice ms': longest.has(name) ? milliseconds(longest.get(name) ?? 0) : '',
    },
  });
  return {
    title: `open records counted, of ${rows}, ${times} rounds`,
    lines: [
      line('bare statement: everything by status', 'bare'),
      ...Object.keys(counts).map((name) => line(name, name)),
    ],
    notes: ['Between two slices the reader does what is more urgent: a list waits no longer than that.'],
  };
}

/** Pages and counts of lists over a made-up cache, in this process and without the worker. */
export async function listQueries({ quick }: { readonly quick: boolean }): Promise<readonly Table[]> {
  const rows = quick ? 20_000 : 1_000_000;
  const db = openCacheReader(await listCache(rows));
  try {
    return [
      await measurePages(db, rows, quick ? 5 : 400),
      await measureDepth(db, rows, quick ? 5 : 200),
      await measureCounts(db, rows, quick ? 2 : 15),
    ];
  } finally {
    db.close();
  }
}
