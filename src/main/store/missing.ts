import { parseRecordId, type RecordId } from '../../shared/model/ids.ts';
import { allRows, oneRow, run, type ReadDb, type WriteDb } from './database.ts';
import type { CollectionKey } from './worker-calls.ts';

/** A collection's ids are one stretch of the id index: from `connection:kind:` to the sign after the last colon. */
export const idRange = ({ connectionId, kind }: CollectionKey): readonly [string, string] => [
  `${connectionId}:${kind}:`,
  `${connectionId}:${kind};`,
];

/**
 * Live records that were there before the run and that it has not seen: what may have vanished at the vendor. `known`
 * counts all that were there before. Whether they did vanish is for the caller to find out.
 */
export function missingRecords(
  db: ReadDb,
  input: CollectionKey & { readonly runId: number },
): { readonly known: number; readonly missing: readonly { readonly id: RecordId; readonly vendorId: string }[] } {
  const before = 'FROM records WHERE id >= ? AND id < ? AND deleted_at IS NULL AND first_run <> ?';
  const values = [...idRange(input), input.runId];
  const known = oneRow<{ known: number }>(db, `SELECT count(*) AS known ${before}`, ...values)?.known ?? 0;
  const rows = allRows<{ id: RecordId }>(
    db,
    `SELECT id ${before} AND NOT EXISTS (SELECT 1 FROM seen WHERE run_id = ? AND seen.rid = records.rid) ORDER BY id`,
    ...values,
    input.runId,
  );
  return { known, missing: rows.map(({ id }) => ({ id, vendorId: parseRecordId(id)?.vendorId ?? '' })) };
}

/**
 * Notes the records that a complete run has missed, in the place of those that the complete run before it had; answers
 * those that both have missed. Runs inside the caller's transaction.
 */
export function noteMissed(db: WriteDb, key: CollectionKey, ids: readonly RecordId[]): readonly RecordId[] {
  const given = JSON.stringify(ids);
  const again = allRows<{ id: RecordId }>(
    db,
    'SELECT id FROM missed WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
    given,
  );
  run(db, 'DELETE FROM missed WHERE id >= ? AND id < ?', ...idRange(key));
  run(db, 'INSERT INTO missed (id) SELECT value FROM json_each(?)', given);
  return again.map(({ id }) => id);
}

/** Marks records as gone at the vendor since `at`; their content stays. Answers how many were not marked before. */
export const markDeleted = (db: WriteDb, ids: readonly RecordId[], at: string): number =>
  run(
    db,
    `UPDATE records SET deleted_at = ? WHERE deleted_at IS NULL AND id IN (SELECT value FROM json_each(?))`,
    at,
    JSON.stringify(ids),
  );

/** Takes the mark back; answers how many had it. */
export const markLive = (db: WriteDb, ids: readonly RecordId[]): number =>
  run(
    db,
    `UPDATE records SET deleted_at = NULL WHERE deleted_at IS NOT NULL AND id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
