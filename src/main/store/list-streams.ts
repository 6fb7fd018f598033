import type { Sort } from '../../shared/contract/sorts.ts';
import { allRows, type ReadDb } from './database.ts';
import {
  among,
  ANY,
  assignedTo,
  both,
  dueCondition,
  dueParts,
  withinCollections,
  type Collection,
  type Condition,
  type Wanted,
} from './list-filter.ts';
import { INDEXED_OPEN, INDEXED_OPEN_STATUSES } from './migrations/cache/0080-lists.ts';

/** Rows of a list: where they come from and which of them it takes, for FROM and WHERE. */
export interface Stream extends Condition {
  readonly from: string;
}

/** What each order begins with. Its index is named for it. */
export const SORT_KEYS: Readonly<Record<Sort, string>> = {
  due: 'records.due_key',
  updated: 'records.updated_at',
  title: 'records.title_key',
  number: 'records.number_key',
  status: 'records.status',
  priority: 'records.priority_key',
  project: 'records.project_key',
  assignee: 'records.assignee_key',
  created: 'records.created_at',
};

const LIVE: Condition = { where: ['records.deleted_at IS NULL'], values: [] };
export const hasKey = (key: string): Condition => ({ where: [`${key} IS NOT NULL`], values: [] });
export const lacksKey = (key: string): Condition => ({ where: [`${key} IS NULL`], values: [] });

export const narrowed = (stream: Stream, ...conditions: readonly Condition[]): Stream => ({
  from: stream.from,
  ...both(stream, ...conditions),
});

/** The values of an index's first key that a filter asks for; null for all. */
function keyValues(wanted: Wanted, index: Sort, { statuses }: Collection): readonly (string | null)[] | null {
  if (index === 'status') return statuses;
  if (index === 'project') return wanted.project === undefined ? null : [wanted.project];
  if (index === 'assignee') return wanted.persons === null ? [null] : null;
  return null;
}

/** What a filter asks for beyond dates and people, less what `index` has found. */
function remaining({ project, persons }: Wanted, index: Sort | null, statuses: Collection['statuses']): Condition {
  return both(
    index === 'status' || statuses === null ? ANY : among(SORT_KEYS.status, statuses),
    index === 'project' || project === undefined ? ANY : among(SORT_KEYS.project, [project]),
    index === 'assignee' || persons !== null ? ANY : lacksKey(SORT_KEYS.assignee),
  );
}

/** The people a filter asks for, looked up for each row. */
export const assigned = ({ persons }: Wanted): Condition => (persons ? assignedTo(persons).lookedUp : ANY);

/** Which rows of an index: all of them, or those with a value to be ordered by, or without; or all, in no order. */
type Part = 'whole' | 'valued' | 'empty' | 'unordered';

/** The conditions on an index's first key, one for each stretch of it that is in order. */
function stretches(index: Sort, part: Part, values: readonly (string | null)[] | null): readonly Condition[] {
  const key = SORT_KEYS[index];
  if (part === 'empty') return values === null || values.includes(null) ? [lacksKey(key)] : [];
  if (values === null) return part === 'valued' ? [hasKey(key)] : [ANY];
  if (part === 'unordered') return [among(key, values)];
  return values.filter((value) => value !== null || part === 'whole').map((value) => among(key, [value]));
}

/** The index of an order that has the rows of these statuses and the fewest others. */
function indexOf(index: Sort, statuses: Collection['statuses']): Stream {
  const isOpen = statuses?.every((status) => status !== null && INDEXED_OPEN_STATUSES.includes(status)) ?? false;
  return index === 'priority' && isOpen
    ? { from: 'records INDEXED BY records_open_by_priority', where: [`records.${INDEXED_OPEN}`], values: [] }
    : { from: `records INDEXED BY records_by_${index}`, ...ANY };
}

/** A word of ours as it stands in a statement: there are so few that each may have its own. */
const quoted = (word: string): string => `'${word.replaceAll("'", "''")}'`;

/** The rows of a collection in an index. */
function rowsOf({ source, kind, statuses }: Collection, index: Sort): Stream {
  const own = { where: [`records.source = ${source}`, `records.kind = ${quoted(kind)}`], values: [] };
  return narrowed(indexOf(index, statuses), LIVE, own);
}

/** The streams of a list by an index, with these dates; `valuesOf` gives the values of its first key, null for all. */
export const byIndex = (
  wanted: Wanted,
  index: Sort,
  part: Part,
  due: Condition,
  valuesOf = (collection: Collection) => keyValues(wanted, index, collection),
): readonly Stream[] =>
  wanted.collections.flatMap((collection) => {
    const rows = rowsOf(collection, index);
    const rest = both(remaining(wanted, index, collection.statuses), assigned(wanted));
    return stretches(index, part, valuesOf(collection)).map((stretch) => narrowed(rows, stretch, due, rest));
  });

/**
 * The values that a collection's rows have of an index's first key, null last: one seek for each. For keys of which there
 * are few.
 */
export function valuesIn(db: ReadDb, collection: Collection, index: Sort): readonly (string | null)[] {
  const key = SORT_KEYS[index];
  const { from, where, values } = rowsOf(collection, index);
  const least = `SELECT min(${key}) FROM ${from} WHERE ${where.join(' AND ')}`;
  const sql = `WITH RECURSIVE found (value) AS (
      SELECT (${least} AND ${key} > '') UNION ALL SELECT (${least} AND ${key} > value) FROM found WHERE value IS NOT NULL
    ) SELECT value FROM found WHERE value IS NOT NULL`;
  const words = allRows<{ value: string }>(db, sql, ...values, ...values).map(({ value }) => value);
  return ['', ...words, null];
}

/** The streams of a list as an index finds them, in no order. */
export function unordered(wanted: Wanted, index: Sort): readonly Stream[] {
  const { valued, empty } = dueParts(wanted.due);
  const dues = wanted.due === undefined ? [ANY] : [valued, empty].filter((part) => part !== null);
  return dues.flatMap((due) => byIndex(wanted, index, 'unordered', due));
}

/** One stream over all collections, for rows that are found in another way than by them. */
export const across = (wanted: Wanted, from: string, found: Condition): Stream => ({
  from,
  // Statuses are the collections' own.
  ...both(found, LIVE, withinCollections(wanted), dueCondition(wanted.due), remaining(wanted, null, null)),
});

/** The rows of an assignee, looked up one by one. */
export const ofPersons = (wanted: Wanted, persons: readonly number[]): Stream =>
  across(wanted, 'records NOT INDEXED', assignedTo(persons).found);

/** The rows that a search finds; by record_fts.rowid the last updated come first. */
export function bySearch(wanted: Wanted, text: string): Stream {
  const from = `record_fts CROSS JOIN record_text ON record_text.text_id = record_fts.rowid
    CROSS JOIN records ON records.rid = record_text.rid`;
  return narrowed(across(wanted, from, { where: ['record_fts MATCH ?'], values: [text] }), assigned(wanted));
}

/** The rows whose number is this, capitals aside. */
export function byNumber(wanted: Wanted, number: string): Stream {
  const is = { where: ['records.number = ? COLLATE NOCASE'], values: [number] };
  return narrowed(across(wanted, 'records INDEXED BY records_number', is), assigned(wanted));
}
