import type { RecordCounts } from '../../shared/contract/records.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { toRows } from '../../shared/lib/columns.ts';
import type { RecordId } from '../../shared/model/ids.ts';
import { RECORD_ROW_COLUMNS, type Kind, type RecordDetail } from '../../shared/model/record.ts';
import { allRows, arrayRows, oneRow, type ReadDb } from './database.ts';
import { readPeople } from './record-fields.ts';
import { JOIN_SOURCES, ROW_COLUMNS, toRowColumns } from './record-rows.ts';

/**
 * When a record's list row was last seen: an unchanged row is not written again, but a complete run has seen every
 * live record of its collection.
 */
function listSeenAt(db: ReadDb, rid: number, readAt: string): string {
  const complete = oneRow<{ at: string | null }>(
    db,
    `SELECT complete_at AS at FROM records JOIN sources USING (source)
     JOIN freshness ON freshness.connection_id = sources.connection_id AND freshness.kind = records.kind
     WHERE rid = ? AND deleted_at IS NULL`,
    rid,
  )?.at;
  return complete && complete > readAt ? complete : readAt;
}

/** A record with its people and the vendor's own JSON, tombstones included. Throws AppError `not-found`. */
export function showRecord(db: ReadDb, id: RecordId): RecordDetail {
  const rows = arrayRows(db, `SELECT ${ROW_COLUMNS}, records.rid FROM records ${JOIN_SOURCES} WHERE records.id = ?`, [
    id,
  ]);
  const [record] = toRows(toRowColumns(rows));
  const rid = Number(rows[0]?.[RECORD_ROW_COLUMNS.length]);
  if (!record) throw new AppError('not-found', 'There is no such record in the cache.', { data: { record: id } });
  const parts = allRows<{ part: string; raw: string; readAt: string }>(
    db,
    'SELECT part, raw, read_at AS readAt FROM record_parts WHERE rid = ? ORDER BY part',
    rid,
  );
  return {
    record,
    people: readPeople(db, rid),
    parts: Object.fromEntries(
      parts.map(({ part, raw, readAt }) => [
        part,
        { raw: JSON.parse(raw) as unknown, readAt: part === 'list' ? listSeenAt(db, rid, readAt) : readAt },
      ]),
    ),
  };
}

/** How many live records of a kind stand in each status. */
export function countByStatus(db: ReadDb, kind: Kind): RecordCounts {
  const byStatus = allRows<{ status: string | null; count: number }>(
    db,
    `SELECT status, count(*) AS count FROM collections CROSS JOIN records INDEXED BY records_by_status
       ON records.source = collections.source AND records.kind = collections.kind
     WHERE collections.kind = ? AND deleted_at IS NULL GROUP BY status ORDER BY status`,
    kind,
  );
  return { total: byStatus.reduce((sum, { count }) => sum + count, 0), byStatus };
}

/** How many live records the cache holds. */
export const countAll = (db: ReadDb): number =>
  oneRow<{ total: number }>(
    db,
    'SELECT count(*) AS total FROM records INDEXED BY records_by_status WHERE deleted_at IS NULL',
  )?.total ?? 0;
