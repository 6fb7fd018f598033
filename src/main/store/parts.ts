import { AppError } from '../../shared/errors/app-error.ts';
import { parseRecordId, type RecordId } from '../../shared/model/ids.ts';
import type { Kind } from '../../shared/model/record.ts';
import type { Vendor } from '../../shared/model/vendor.ts';
import { contentHash } from './content-hash.ts';
import { allRows, oneRow, run, type ReadDb, type WriteDb } from './database.ts';
import type { MappedPart } from '../../shared/model/mapped-record.ts';
import { readFields, readPeople, writeFields, writePeople } from './record-fields.ts';
import { textEntry } from './records-write.ts';
import { storedBody, type PendingTexts } from './text-index.ts';
import type { CollectionKey, DuePart } from './worker-calls.ts';

const unknownRecord = (id: RecordId): AppError =>
  new AppError('not-found', 'There is no such record in the cache.', { data: { record: id } });

/** Whose a stored record is and of which kind. Throws AppError `not-found`. */
export function ownerOf(db: ReadDb, id: RecordId): { readonly vendor: Vendor; readonly kind: Kind } {
  const sql = 'SELECT vendor, kind FROM records JOIN sources USING (source) WHERE id = ?';
  const row = oneRow<{ vendor: Vendor; kind: Kind }>(db, sql, id);
  if (!row) throw unknownRecord(id);
  return row;
}

/** One part of a record, read and mapped. */
export interface SavePartInput {
  readonly recordId: RecordId;
  readonly part: string;
  readonly at: string;
  readonly raw: unknown;
  readonly mapping: MappedPart;
}

/**
 * Stores a part and lays what it says over the record; answers whether its content is new. A part that is as stored is
 * laid over again all the same, because a changed list row may have covered it. Throws AppError `not-found`. Runs
 * inside the caller's transaction; the record's text goes to `texts`.
 */
export function savePart(db: WriteDb, input: SavePartInput, texts: PendingTexts): boolean {
  const { part, at, raw, mapping } = input;
  const rid = oneRow<{ rid: number }>(db, 'SELECT rid FROM records WHERE id = ?', input.recordId)?.rid;
  if (rid === undefined) throw unknownRecord(input.recordId);

  const hash = contentHash([raw ?? null, mapping]);
  const stored = oneRow<{ hash: string }>(db, 'SELECT hash FROM record_parts WHERE rid = ? AND part = ?', rid, part);
  const changed = stored?.hash !== hash;
  if (changed) {
    run(
      db,
      `INSERT INTO record_parts (rid, part, hash, read_at, text, raw) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET hash = excluded.hash, read_at = excluded.read_at, text = excluded.text, raw = excluded.raw`,
      rid,
      part,
      hash,
      at,
      mapping.text ?? '',
      JSON.stringify(raw ?? null),
    );
  } else {
    run(db, 'UPDATE record_parts SET read_at = ? WHERE rid = ? AND part = ?', at, rid, part);
  }

  const before = { fields: readFields(db, rid), people: readPeople(db, rid) };
  const after = { fields: { ...before.fields, ...mapping.record }, people: mapping.people ?? before.people };
  const moved = contentHash(before) !== contentHash(after);
  if (moved) {
    writeFields(db, rid, after.fields, after.people);
    writePeople(db, rid, after.people);
  }
  if (changed || moved) {
    run(db, 'UPDATE records SET detailed = 1 WHERE rid = ?', rid);
    texts.set(rid, textEntry(after.fields, after.people, storedBody(db, rid)));
  }
  return changed;
}

/** Says that every part of a record is read; it is due again when its list row changes. */
export function partsDone(db: WriteDb, id: RecordId): void {
  run(db, 'UPDATE records SET needs_parts = 0 WHERE id = ?', id);
}

/**
 * Up to `limit` live records of a collection whose parts are due, or of all that it has. `next` goes on behind the last one, due or not done
 * by then; null at the end.
 */
export function partsDue(
  db: ReadDb,
  input: CollectionKey & { readonly limit: number; readonly after?: number; readonly all?: boolean },
): { readonly due: readonly DuePart[]; readonly next: number | null } {
  const rows = allRows<{ rid: number; id: RecordId; status: string | null }>(
    db,
    `SELECT rid, id, status FROM records
     WHERE source = (SELECT source FROM sources WHERE connection_id = ?) AND kind = ?
       ${input.all === true ? '' : 'AND needs_parts = 1'} AND deleted_at IS NULL AND rid > ?
     ORDER BY rid LIMIT ?`,
    input.connectionId,
    input.kind,
    input.after ?? 0,
    input.limit,
  );
  const due = rows.map(({ id, status }) => ({ id, vendorId: parseRecordId(id)?.vendorId ?? '', status }));
  return { due, next: rows.length < input.limit ? null : (rows.at(-1)?.rid ?? null) };
}
