import { parseRecordId, recordId, type RecordId } from '../../shared/model/ids.ts';
import type { ListOwner } from '../../shared/model/mapped-record.ts';
import type { Kind } from '../../shared/model/record.ts';
import { allRows, oneRow, type ReadDb } from './database.ts';
import { idRange } from './missing.ts';
import type { CollectionKey } from './worker-calls.ts';

/**
 * Live records of a collection that have lists of their own, in the order of their ids. One that its last complete run
 * has missed is left out: it is about to go, and what is asked of it would be refused.
 */
export const listOwners = (db: ReadDb, key: CollectionKey): readonly ListOwner[] =>
  allRows<{ id: RecordId; title: string }>(
    db,
    `SELECT id, title FROM records WHERE id >= ? AND id < ? AND deleted_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM missed WHERE missed.id = records.id) ORDER BY id`,
    ...idRange(key),
  ).map(({ id, title }) => ({ vendorId: parseRecordId(id)?.vendorId ?? '', title }));

/** The vendor's own JSON of these parts of a record, by name; what was not read is left out. */
export function rawParts(db: ReadDb, id: RecordId, names: readonly string[]): Readonly<Record<string, unknown>> {
  const rows = allRows<{ part: string; raw: string }>(
    db,
    'SELECT part, raw FROM record_parts JOIN records USING (rid) WHERE id = ? AND part IN (SELECT value FROM json_each(?))',
    id,
    JSON.stringify(names),
  );
  return Object.fromEntries(rows.map(({ part, raw }) => [part, JSON.parse(raw) as unknown]));
}

/** The record of another kind that a record is within, with these parts of it; undefined where the cache has none. */
export function ownerOfRecord(
  db: ReadDb,
  id: RecordId,
  { kind, parts }: { readonly kind: Kind; readonly parts: readonly string[] },
): ListOwner | undefined {
  const parent = oneRow<{ parent: string | null }>(db, 'SELECT parent FROM records WHERE id = ?', id)?.parent;
  const connectionId = parseRecordId(id)?.connectionId;
  if (!parent || connectionId === undefined) return undefined;
  const owner = recordId(connectionId, kind, parent);
  const title = oneRow<{ title: string }>(db, 'SELECT title FROM records WHERE id = ?', owner)?.title;
  return title === undefined ? undefined : { vendorId: parent, title, parts: rawParts(db, owner, parts) };
}
