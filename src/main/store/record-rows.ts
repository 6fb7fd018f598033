import type { Columns } from '../../shared/lib/columns.ts';
import { RECORD_ROW_COLUMNS, type RecordPerson, type RecordRow } from '../../shared/model/record.ts';
import { allRows, type ReadDb, type SqlValue } from './database.ts';

/** Each column of a list as SQL gives it, over `records` and `sources`. */
const SQL: Readonly<Record<keyof RecordRow, string>> = {
  id: 'records.id',
  connectionId: 'sources.connection_id',
  vendor: 'sources.vendor',
  kind: 'records.kind',
  number: 'records.number',
  title: 'records.title',
  status: 'records.status',
  priority: 'records.priority',
  project: 'records.project',
  assignees: 'records.assignees',
  dueAt: 'records.due_at',
  dueKind: 'records.due_kind',
  dueZone: 'records.due_zone',
  createdAt: 'records.created_at',
  updatedAt: 'records.updated_at',
  score: 'records.score',
  deleted: 'records.deleted_at IS NOT NULL',
};

/** The columns of RECORD_ROW_COLUMNS, for a SELECT. */
export const ROW_COLUMNS = RECORD_ROW_COLUMNS.map((name) => SQL[name]).join(', ');

/** Looks up a row's connection; CROSS keeps the order in which the rows are found. */
export const JOIN_SOURCES = 'CROSS JOIN sources ON sources.source = records.source';

const DELETED = RECORD_ROW_COLUMNS.indexOf('deleted');

/** Value arrays that begin with ROW_COLUMNS as a columnar page; what stands behind them is left out. */
export function toRowColumns(rows: readonly (readonly SqlValue[])[]): Columns<RecordRow> {
  const columns: Record<string, readonly unknown[]> = {};
  for (const [index, name] of RECORD_ROW_COLUMNS.entries()) {
    columns[name] = index === DELETED ? rows.map((row) => row[index] === 1) : rows.map((row) => row[index]);
  }
  return columns as Columns<RecordRow>;
}

/** The people of several records, in the order of `rids`. */
export function peopleOfRows(
  db: ReadDb,
  rids: readonly number[],
): readonly (readonly Pick<RecordPerson, 'name' | 'role'>[])[] {
  const rows = allRows<{ rid: number } & Pick<RecordPerson, 'name' | 'role'>>(
    db,
    `SELECT rid, name, role FROM record_people JOIN persons USING (person)
     WHERE rid IN (SELECT value FROM json_each(?)) ORDER BY rid, position`,
    JSON.stringify(rids),
  );
  const byRecord = Map.groupBy(rows, (row) => row.rid);
  return rids.map((rid) => (byRecord.get(rid) ?? []).map(({ name, role }) => ({ name, role })));
}
