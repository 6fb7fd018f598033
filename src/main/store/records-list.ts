import type { RecordPage } from '../../shared/contract/records.ts';
import type { Sort } from '../../shared/contract/sorts.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { RECORD_ROW_COLUMNS } from '../../shared/model/record.ts';
import { decodeCursor, encodeCursor, type Cursor } from './cursor.ts';
import { arrayRows, oneRow, type ReadDb, type SqlValue } from './database.ts';
import { GIVEN, wantedOf, type Wanted } from './list-filter.ts';
import { FEW_ROWS, planCount, planList, type ListPlan } from './list-plan.ts';
import { byNumber, narrowed, SORT_KEYS, type Stream } from './list-streams.ts';
import { JOIN_SOURCES, peopleOfRows, ROW_COLUMNS, toRowColumns } from './record-rows.ts';
import { numberQuery } from './search-text.ts';
import { NEVER_DUE } from './sort-keys.ts';
import type { FilterInput, ListInput } from './worker-calls.ts';

type Row = readonly SqlValue[];

/** What a list is ordered by: `key`, then by `second`, then by `rid`. */
interface Order {
  readonly name: string;
  readonly key: string;
  readonly second: string | null;
  readonly descending: boolean;
  /** The key is a row's own: it needs no `rid` behind it. */
  readonly isUnique: boolean;
}

/** A stretch of a list: behind a row, or from its start, less the first `offset` rows. */
interface Stretch {
  readonly behind: Pick<Cursor, 'key' | 'second' | 'rid'> | null;
  readonly limit: number;
  readonly offset: number;
}

type Among = 'valued' | 'empty';

/** More records than this never share one number; what goes beyond is found as text. */
const EXACT_LIMIT = 50;

/** What orders a row stands behind its columns. */
const KEY = RECORD_ROW_COLUMNS.length;
const SECOND = KEY + 1;
const RID = KEY + 2;
const ridOf = (row: Row): number => Number(row[RID]);

/** Where a row stands. Dates that are none have a key of their own, which no cursor needs. */
const placeOf = (row: Row): Pick<Cursor, 'key' | 'second' | 'rid'> => ({
  key: row[KEY] === NEVER_DUE ? null : (row[KEY] ?? null),
  second: row[SECOND] ?? null,
  rid: ridOf(row),
});

/** Many records are alike in these: the date comes next. */
const BROAD: readonly Sort[] = ['status', 'priority', 'project', 'assignee'];

function orderOf({ filter, sort, direction }: ListInput): Order {
  const descending = direction === 'descending';
  if (filter.search?.trim() && sort === 'updated' && descending) {
    // Text rows are numbered by when their record was updated: the index gives this order by itself.
    return { name: 'text', key: 'record_fts.rowid', second: null, descending, isUnique: true };
  }
  const second = BROAD.includes(sort) ? SORT_KEYS.due : null;
  return { name: `${sort}-${direction}`, key: SORT_KEYS[sort], second, descending, isUnique: false };
}

/** The part of a stream that lies behind a row. */
function behindRow(stream: Stream, order: Order, among: Among, behind: Stretch['behind']): Stream {
  if (!behind) return stream;
  const keys = [
    ...(among === 'empty' ? [] : [{ column: order.key, value: behind.key }]),
    ...(order.second === null ? [] : [{ column: order.second, value: behind.second }]),
    ...(order.isUnique ? [] : [{ column: 'records.rid', value: behind.rid }]),
  ];
  const columns = keys.map(({ column }) => column).join(', ');
  const marks = keys.map(() => GIVEN).join(', ');
  const where = [`(${columns}) ${order.descending ? '<' : '>'} (${marks})`];
  return narrowed(stream, { where, values: keys.map(({ value }) => value) });
}

/** The rows of one stretch, its streams merged. */
function fetchStretch(db: ReadDb, plan: ListPlan, order: Order, among: Among, stretch: Stretch): readonly Row[] {
  const arms = plan[among].map((stream) => behindRow(stream, order, among, stretch.behind));
  if (arms.length === 0) return [];
  const second = order.second ?? 'NULL';
  const way = order.descending ? 'DESC' : 'ASC';
  const values = [...arms.flatMap((arm) => arm.values), stretch.limit, stretch.offset];
  // By place and not by name: the only way to order merged streams.
  const ordered = (first: number): string =>
    [
      ...(among === 'empty' ? [] : [first]),
      ...(order.second === null ? [] : [first + 1]),
      ...(order.isUnique ? [] : [first + 2]),
    ]
      .map((place) => `${place} ${way}`)
      .join(', ');
  const [only] = arms;
  if (only && arms.length === 1 && plan.isOrdered) {
    const sql = `SELECT ${ROW_COLUMNS}, ${order.key}, ${second}, records.rid FROM ${only.from} ${JOIN_SOURCES}
      WHERE ${only.where.join(' AND ')} ORDER BY ${ordered(KEY + 1)} LIMIT ${GIVEN} OFFSET ${GIVEN}`;
    return arrayRows(db, sql, values);
  }
  // Only keys are merged and sorted; the rows are read when it is known which. They come in the order of the inner
  // statement, because a CROSS JOIN keeps the order of its tables.
  const keys = arms.map(
    ({ from, where }) =>
      `SELECT ${order.key} AS key, ${second} AS second_key, records.rid AS rid FROM ${from} WHERE ${where.join(' AND ')}`,
  );
  const sql = `SELECT ${ROW_COLUMNS}, page.key, page.second_key, page.rid
    FROM (${keys.join(' UNION ALL ')} ORDER BY ${ordered(1)} LIMIT ${GIVEN} OFFSET ${GIVEN}) AS page
    CROSS JOIN records ON records.rid = page.rid ${JOIN_SOURCES}`;
  return arrayRows(db, sql, values);
}

function countRows(db: ReadDb, { from, where, values }: Stream): number {
  const sql = `SELECT count(*) AS total FROM ${from} WHERE ${where.join(' AND ')}`;
  return oneRow<{ total: number }>(db, sql, ...values)?.total ?? 0;
}

/** Rows of the list proper: those with a value to be ordered by, then those without. */
function fetchRows(db: ReadDb, plan: ListPlan, order: Order, stretch: Stretch): readonly Row[] {
  const inEmpty = stretch.behind?.key === null;
  const valued = inEmpty ? [] : fetchStretch(db, plan, order, 'valued', stretch);
  const limit = stretch.limit - valued.length;
  if (plan.empty.length === 0 || limit === 0) return valued;
  const behind = inEmpty ? stretch.behind : null;
  const skipsAll = valued.length === 0 && stretch.offset > 0;
  const before = skipsAll ? plan.valued.reduce((sum, stream) => sum + countRows(db, stream), 0) : 0;
  const offset = skipsAll ? Math.max(0, stretch.offset - before) : 0;
  return [...valued, ...fetchStretch(db, plan, order, 'empty', { behind, limit, offset })];
}

/** Records whose number is what was typed, the last updated first. */
function exactHits(db: ReadDb, wanted: Wanted, { filter }: FilterInput): readonly Row[] {
  const number = numberQuery(filter.search ?? '');
  if (number === null) return [];
  const { from, where, values } = byNumber(wanted, number);
  const sql = `SELECT ${ROW_COLUMNS}, NULL, NULL, records.rid FROM ${from} ${JOIN_SOURCES} WHERE ${where.join(' AND ')}
    ORDER BY records.updated_at DESC, records.rid DESC LIMIT ${EXACT_LIMIT}`;
  return arrayRows(db, sql, values);
}

/** A stream that shows no exact number again. */
const without = (hits: readonly Row[]) => (stream: Stream) =>
  hits.length === 0
    ? stream
    : narrowed(stream, {
        where: ['records.rid NOT IN (SELECT value FROM json_each(?))'],
        values: [JSON.stringify(hits.map(ridOf))],
      });

function planOf(
  db: ReadDb,
  wanted: Wanted,
  order: Order,
  input: ListInput,
  hits: readonly Row[],
  few: number,
): ListPlan {
  // Every text row has its place.
  const plan = order.isUnique
    ? { valued: planCount(wanted), empty: [], isOrdered: true }
    : planList(db, wanted, input.sort, few);
  return { ...plan, valued: plan.valued.map(without(hits)), empty: plan.empty.map(without(hits)) };
}

const NOTHING: ListPlan = { valued: [], empty: [], isOrdered: true };

/**
 * A page of a list: at most `limit` rows in columns, and the place behind them. Any order holds rows without a value
 * last. A search shows exact numbers first. `few`: up to so many rows are sorted (see planList). Throws AppError `bad-input` for a cursor of another list, or one together
 * with an offset.
 */
export function listRecords(db: ReadDb, input: ListInput, few = FEW_ROWS): RecordPage {
  const { limit, offset = 0 } = input;
  if (input.after !== undefined && input.offset !== undefined) {
    throw new AppError('bad-input', 'A list goes on behind a row or at an offset, not both.', {
      data: { field: 'offset' },
    });
  }
  const order = orderOf(input);
  const cursor = input.after === undefined ? null : decodeCursor(input.after, order.name);
  const wanted = wantedOf(db, input);
  const hits = wanted === null ? [] : exactHits(db, wanted, input);
  const plan = wanted === null ? NOTHING : planOf(db, wanted, order, input, hits, few);

  // One row more than asked tells whether the list goes on.
  const hitsBefore = cursor?.hits ?? Math.min(offset, hits.length);
  const first = hits.slice(hitsBefore, hitsBefore + limit + 1);
  const rest = fetchRows(db, plan, order, {
    behind: cursor && cursor.rid > 0 ? cursor : null,
    limit: limit + 1 - first.length,
    offset: Math.max(0, offset - hits.length),
  });
  const all = [...first, ...rest];
  const rows = all.slice(0, limit);
  const last = rows.at(-1);
  let next: string | null = null;
  if (last && all.length > limit) {
    const hitsShown = hitsBefore + Math.min(first.length, limit);
    // Rid 0: the list proper has not begun.
    const place = first.length < limit ? placeOf(last) : { key: null, second: null, rid: 0 };
    next = encodeCursor({ order: order.name, hits: hitsShown, ...place });
  }
  return {
    rows: toRowColumns(rows),
    next,
    ...(input.withPeople ? { people: peopleOfRows(db, rows.map(ridOf)) } : {}),
  };
}

/**
 * The rows of a filter to be counted: `hits` records whose number is what was typed, and the streams of all others.
 */
export function countable(
  db: ReadDb,
  input: FilterInput,
): { readonly hits: readonly number[]; readonly streams: readonly Stream[] } {
  const wanted = wantedOf(db, input);
  if (wanted === null) return { hits: [], streams: [] };
  const hits = exactHits(db, wanted, input);
  return { hits: hits.map(ridOf), streams: planCount(wanted).map(without(hits)) };
}
