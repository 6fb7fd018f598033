import type { RecordFilter } from '../../shared/contract/fields.ts';
import type { Sort } from '../../shared/contract/sorts.ts';
import { allRows, type ReadDb, type SqlValue } from './database.ts';
import { matchQuery } from './search-text.ts';
import type { FilterInput } from './worker-calls.ts';

/** One stream of a list's rows: where they come from and which of them it takes, for FROM and WHERE. */
export interface Stream {
  readonly from: string;
  readonly where: readonly string[];
  readonly values: readonly SqlValue[];
}

/** The index whose order is the list's and whose columns hold what it filters by. */
function indexFor(filter: RecordFilter, sort: Sort): string {
  // What is late is little beside what was ever due: found by status and date, then put into any order.
  if (filter.overdue || (filter.status?.length && sort === 'due')) return 'records_status_due';
  if (filter.kind) return `records_kind_${sort}`;
  if (filter.connectionId && sort === 'due') return 'records_source_due';
  return `records_${sort}`;
}

/** The connections that a filter leaves, by their numbers; null when it leaves all. */
function sourcesOf(db: ReadDb, { connectionId, vendor }: RecordFilter): readonly number[] | null {
  if (!connectionId && !vendor) return null;
  const rows = allRows<{ source: number; connection_id: string; vendor: string }>(db, 'SELECT * FROM sources');
  return rows
    .filter((row) => (!connectionId || row.connection_id === connectionId) && (!vendor || row.vendor === vendor))
    .map((row) => row.source);
}

/** The status words a filter leaves; null when it leaves all. */
function statusesOf({ filter, openStatuses }: FilterInput): readonly string[] | null {
  const wanted = filter.status?.length ? new Set(filter.status) : null;
  if (filter.overdue) return openStatuses.filter((open) => wanted?.has(open) ?? true);
  return wanted && [...wanted];
}

const among = (column: string, values: readonly SqlValue[]): Pick<Stream, 'where' | 'values'> => ({
  where: [values.length === 1 ? `${column} = ?` : `${column} IN (${values.map(() => '?').join(', ')})`],
  values,
});

/** A stream narrowed by further conditions. */
export const narrowed = (stream: Stream, ...conditions: readonly Pick<Stream, 'where' | 'values'>[]): Stream => ({
  from: stream.from,
  where: [...stream.where, ...conditions.flatMap(({ where }) => where)],
  values: [...stream.values, ...conditions.flatMap(({ values }) => values)],
});

/**
 * Where the rows that pass a filter are found: streams that have no row in common. Each comes in the order `sort` by
 * itself, by its index, so that merging them sorts nothing; only a search, and what is overdue by another order than
 * its date, are sorted. Tombstones are left out. No stream where nothing can pass: a connection that has no records, a
 * search without a word in it.
 */
export function planList(db: ReadDb, input: FilterInput, sort: Sort): readonly Stream[] {
  const { filter, now } = input;
  const sources = sourcesOf(db, filter);
  const statuses = statusesOf(input);
  const searched = filter.search?.trim() ? matchQuery(filter.search) : undefined;
  if (sources?.length === 0 || statuses?.length === 0 || searched === null) return [];

  const conditions: Pick<Stream, 'where' | 'values'>[] = [];
  if (searched) conditions.push({ where: ['record_fts MATCH ?'], values: [searched] });
  if (filter.kind) conditions.push(among('records.kind', [filter.kind]));
  if (filter.overdue) conditions.push({ where: ['records.due_at < ?'], values: [now] });
  if (sources) conditions.push(among('records.source', sources));

  const from = searched
    ? `record_fts CROSS JOIN record_text ON record_text.text_id = record_fts.rowid
       CROSS JOIN records ON records.rid = record_text.rid`
    : `records INDEXED BY ${indexFor(filter, sort)}`;
  const whole = narrowed({ from, where: ['records.deleted_at IS NULL'], values: [] }, ...conditions);
  if (!statuses) return [whole];
  if (searched || sort !== 'due') return [narrowed(whole, among('records.status', statuses))];
  return statuses.map((status) => narrowed(whole, among('records.status', [status])));
}
