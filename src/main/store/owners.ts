import { parseRecordId, type RecordId } from '../../shared/model/ids.ts';
import type { ListOwner } from '../../shared/model/mapped-record.ts';
import { allRows, type ReadDb } from './database.ts';
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
