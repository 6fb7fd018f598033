import type { RecordPage } from '../../shared/contract/records.ts';
import type { Sort } from '../../shared/contract/sorts.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { RECORD_ROW_COLUMNS } from '../../shared/model/record.ts';
import { decodeCursor, encodeCursor, type Cursor } from './cursor.ts';
import { arrayRows, oneRow, type ReadDb, type SqlValue } from './database.ts';
import { narrowed, planList, type Stream } from './list-plan.ts';
import { JOIN_SOURCES, peopleOfRows, ROW_COLUMNS, toRowColumns } from './record-rows.ts';
import { numberQuery } from './search-text.ts';
import type { FilterInput, ListInput } from './worker-calls.ts';

type Row = readonly SqlValue[];

/** What a list is ordered by. `nullable`: rows without a value come last in both directions. */
interface Order {
  readonly name: string;
  readonly column: string;
  readonly nullable: boolean;
  readonly descending: boolean;
}

/** A stretch of a list: behind a row, or from its start, less the first `offset` rows. */
interface Stretch {
  readonly behind: Pick<Cursor, 'key' | 'rid'> | null;
  readonly limit: number;
  readonly offset: number;
}

const COLUMN_OF: Readonly<Record<Sort, string>> = {
  due: 'records.due_at',
  updated: 'records.updated_at',
  title: 'records.title_key',
};

/** More records than this never share one number; what goes beyond is found as text. */
const EXACT_LIMIT = 50;

const KEY = RECORD_ROW_COLUMNS.length;
const RID = KEY + 1;
const keyOf = (row: Row): string | number | null => row[KEY] ?? null;
const ridOf = (row: Row): number => Number(row[RID]);

function orderOf({ filter, sort, direction }: ListInput): Order {
  const descending = direction === 'descending';
  if (filter.search?.trim() && sort === 'updated' && descending) {
    // Text rows are numbered by when their record was updated: the index gives this order by itself.
    return { name: 'text', column: 'record_fts.rowid', nullable: false, descending };
  }
  return { name: `${sort}-${direction}`, column: COLUMN_OF[sort], nullable: sort !== 'title', descending };
}

/** One stream of a stretch: the rows that have a value to be ordered by, or those that have none. */
function stretchOf(stream: Stream, order: Order, among: 'valued' | 'empty', behind: Stretch['behind']): Stream {
  const { column, nullable } = order;
  const past = order.descending ? '<' : '>';
  if (among === 'empty') {
    const empty = narrowed(stream, { where: [`${column} IS NULL`], values: [] });
    return behind ? narrowed(empty, { where: [`records.rid ${past} ?`], values: [behind.rid] }) : empty;
  }
  if (!behind) return nullable ? narrowed(stream, { where: [`${column} IS NOT NULL`], values: [] }) : stream;
  if (order.name === 'text') return narrowed(stream, { where: [`${column} ${past} ?`], values: [behind.key] });
  return narrowed(stream, { where: [`(${column}, records.rid) ${past} (?, ?)`], values: [behind.key, behind.rid] });
}

/** The rows of one stretch, its streams merged. */
function fetchStretch(
  db: ReadDb,
  streams: readonly Stream[],
  order: Order,
  among: 'valued' | 'empty',
  { behind, limit, offset }: Stretch,
): readonly Row[] {
  if (streams.length === 0) return [];
  const way = order.descending ? 'DESC' : 'ASC';
  const arms = streams.map((stream) => stretchOf(stream, order, among, behind));
  const selects = arms.map(
    ({ from, where }) =>
      `SELECT ${ROW_COLUMNS}, ${order.column}, records.rid FROM ${from} ${JOIN_SOURCES} WHERE ${where.join(' AND ')}`,
  );
  // By place and not by name: the only way to order merged streams.
  const keys = [...(among === 'empty' ? [] : [KEY]), ...(order.name === 'text' ? [] : [RID])];
  const ordered = keys.map((place) => `${place + 1} ${way}`).join(', ');
  return arrayRows(db, `${selects.join(' UNION ALL ')} ORDER BY ${ordered} LIMIT ? OFFSET ?`, [
    ...arms.flatMap(({ values }) => values),
    limit,
    offset,
  ]);
}

function countRows(db: ReadDb, streams: readonly Stream[]): number {
  const counts = streams.map(({ from, where, values }) => {
    const sql = `SELECT count(*) AS total FROM ${from} WHERE ${where.join(' AND ')}`;
    return oneRow<{ total: number }>(db, sql, ...values)?.total ?? 0;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Rows of the list proper: those with a value to be ordered by, then those without. */
function fetchRows(db: ReadDb, streams: readonly Stream[], order: Order, stretch: Stretch): readonly Row[] {
  const inEmpty = order.nullable && stretch.behind?.key === null;
  const valued = inEmpty ? [] : fetchStretch(db, streams, order, 'valued', stretch);
  const limit = stretch.limit - valued.length;
  if (!order.nullable || limit === 0) return valued;
  const behind = inEmpty ? stretch.behind : null;
  const skipsAll = valued.length === 0 && stretch.offset > 0;
  const valuedCount = (): number =>
    countRows(
      db,
      streams.map((stream) => stretchOf(stream, order, 'valued', null)),
    );
  const offset = skipsAll ? Math.max(0, stretch.offset - valuedCount()) : 0;
  return [...valued, ...fetchStretch(db, streams, order, 'empty', { behind, limit, offset })];
}

/** Records whose number is what was typed, the last updated first. */
function exactHits(db: ReadDb, input: FilterInput): readonly Row[] {
  const number = numberQuery(input.filter.search ?? '');
  if (number === null) return [];
  const streams = planList(db, { ...input, filter: { ...input.filter, search: undefined } }, 'updated');
  return streams.flatMap(({ where, values }) =>
    arrayRows(
      db,
      `SELECT ${ROW_COLUMNS}, NULL, records.rid FROM records INDEXED BY records_number ${JOIN_SOURCES}
       WHERE records.number = ? COLLATE NOCASE AND ${where.join(' AND ')}
       ORDER BY records.updated_at DESC, records.rid DESC LIMIT ${EXACT_LIMIT}`,
      [number, ...values],
    ),
  );
}

/** The streams of the list proper, which shows no exact number again. */
function streamsBehind(db: ReadDb, input: FilterInput, sort: Sort, hits: readonly Row[]): readonly Stream[] {
  const streams = planList(db, input, sort);
  if (hits.length === 0) return streams;
  const where = ['records.rid NOT IN (SELECT value FROM json_each(?))'];
  return streams.map((stream) => narrowed(stream, { where, values: [JSON.stringify(hits.map(ridOf))] }));
}

/**
 * A page of a list: at most `limit` rows in columns, and the place behind them. Any order holds rows without a value
 * last. A search shows exact numbers first. Throws AppError `bad-input` for a cursor of another list, or one together
 * with an offset.
 */
export function listRecords(db: ReadDb, input: ListInput): RecordPage {
  const { limit, offset = 0 } = input;
  if (input.after !== undefined && input.offset !== undefined) {
    throw new AppError('bad-input', 'A list goes on behind a row or at an offset, not both.', {
      data: { field: 'offset' },
    });
  }
  const order = orderOf(input);
  const cursor = input.after === undefined ? null : decodeCursor(input.after, order.name);
  const hits = exactHits(db, input);
  const streams = streamsBehind(db, input, input.sort, hits);

  // One row more than asked tells whether the list goes on.
  const hitsBefore = cursor?.hits ?? Math.min(offset, hits.length);
  const first = hits.slice(hitsBefore, hitsBefore + limit + 1);
  const rest = fetchRows(db, streams, order, {
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
    const place = first.length < limit ? { key: keyOf(last), rid: ridOf(last) } : { key: null, rid: 0 };
    next = encodeCursor({ order: order.name, hits: hitsShown, ...place });
  }
  return {
    rows: toRowColumns(rows),
    next,
    ...(input.withPeople ? { people: peopleOfRows(db, rows.map(ridOf)) } : {}),
  };
}

/** How many rows a list has, exactly. */
export function countRecords(db: ReadDb, input: FilterInput): number {
  const hits = exactHits(db, input);
  return hits.length + countRows(db, streamsBehind(db, input, 'due', hits));
}
