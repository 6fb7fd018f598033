import type { RecordGroup } from '../../shared/contract/records.ts';
import { arrayRows, type ReadDb, type SqlValue } from './database.ts';
import { GIVEN, wantedOf } from './list-filter.ts';
import { planList } from './list-plan.ts';
import { narrowed, SORT_KEYS, type Stream } from './list-streams.ts';
import { countable } from './records-list.ts';
import type { Slices } from './slices.ts';
import type { FilterInput } from './worker-calls.ts';

/** A group before it is known whether it is shown. `key` orders those of one size. */
export interface CountedGroup {
  readonly key: string;
  readonly count: number;
  readonly describe: () => Omit<RecordGroup, 'count'>;
}

/** Adds to one of several counts. */
export const add = <Value>(counts: Map<Value, number>, value: Value, count: number): void =>
  void counts.set(value, (counts.get(value) ?? 0) + count);

/** So many rows of an index are counted within some milliseconds. */
const INDEX_ROWS = 20_000;

/** A stream in windows of `size` rows; `place` is what it is ordered by. */
function* windowsOf(
  db: ReadDb,
  stream: Stream,
  place: readonly string[],
  size: number,
): Generator<Stream, undefined, undefined> {
  const columns = place.join(', ');
  const bounds = place.map(() => GIVEN).join(', ');
  let rest = stream;
  for (;;) {
    const { from, where, values } = rest;
    const sql = `SELECT ${columns} FROM ${from} WHERE ${where.join(' AND ')}
      ORDER BY ${columns} LIMIT 1 OFFSET ${GIVEN}`;
    const [end] = arrayRows(db, sql, [...values, size]);
    if (end === undefined) {
      yield rest;
      return;
    }
    yield narrowed(rest, { where: [`(${columns}) < (${bounds})`], values: end });
    rest = narrowed(stream, { where: [`(${columns}) >= (${bounds})`], values: end });
  }
}

const DATED = [SORT_KEYS.due, 'records.rid'] as const;

/**
 * Everything a filter leaves, as streams of no more than `size` rows of the index of an order where they can be cut: a
 * search, and the records of few people, cannot. What was typed and is a record's number comes beside what is found as
 * text.
 */
export function* windows(
  db: ReadDb,
  input: FilterInput,
  { size = INDEX_ROWS, sort = 'due' }: { readonly size?: number; readonly sort?: 'due' | 'project' } = {},
): Generator<Stream, undefined, undefined> {
  const wanted = wantedOf(db, input);
  if (wanted === null) return;
  const plan = wanted.text === undefined ? planList(db, wanted, sort) : null;
  if (plan?.isOrdered) {
    const place = sort === 'due' ? DATED : [SORT_KEYS.project, ...DATED];
    for (const stream of plan.valued) yield* windowsOf(db, stream, place, size);
    for (const stream of plan.empty) yield* windowsOf(db, stream, DATED, size);
    return;
  }
  const { hits, streams } = countable(db, input);
  const where = ['records.rid IN (SELECT value FROM json_each(?))'];
  if (hits.length > 0) yield { from: 'records NOT INDEXED', where, values: [JSON.stringify(hits)] };
  yield* streams;
}

/**
 * What records have in common and how many have it, from every stream: rows of `key`, a count and `more`. `values` are
 * those of the key. A slice for each stream.
 */
export function* countBy(
  db: ReadDb,
  streams: Iterable<Stream>,
  { key, values = [], more = [] }: { key: string; values?: readonly SqlValue[]; more?: readonly string[] },
): Slices<readonly (readonly SqlValue[])[]> {
  const rows: (readonly SqlValue[])[] = [];
  for (const { from, where, values: own } of streams) {
    const sql = `SELECT ${[key, 'count(*)', ...more].join(', ')} FROM ${from} WHERE ${where.join(' AND ')} GROUP BY 1`;
    rows.push(...arrayRows(db, sql, [...values, ...own]));
    yield;
  }
  return rows;
}
