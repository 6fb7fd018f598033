import { isDeepStrictEqual } from 'node:util';
import { recordId, type ConnectionId, type RecordId } from '../../shared/model/ids.ts';
import type { Kind, RecordPerson } from '../../shared/model/record.ts';
import type { Vendor } from '../../shared/model/vendor.ts';
import { oneRow, prepared, run, type WriteDb } from './database.ts';
import type { RecordFields, MappedRecord } from '../../shared/model/mapped-record.ts';
import {
  addPeople,
  FIELD_COLUMNS,
  fieldValues,
  overDetail,
  peopleOverDetail,
  readFields,
  readPeople,
  writeFields,
  writePeople,
} from './record-fields.ts';
import { hashRow, rowHash, type HashedRow } from './row-hash.ts';
import { storedBody, type PendingTexts, type TextEntry } from './text-index.ts';

/** Rows of one list page, mapped, and the run they belong to. */
export interface UpsertInput {
  readonly connectionId: ConnectionId;
  readonly vendor: Vendor;
  readonly kind: Kind;
  readonly runId: number;
  /** The list's number within its run (sync-state.ts). */
  readonly list: number;
  /** When the page was read. */
  readonly at: string;
  readonly records: readonly MappedRecord[];
}

/** What an upsert did. `repeated` counts the rows that an earlier page of the same list and run held already. */
export interface UpsertResult {
  readonly repeated: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

interface Known {
  readonly rid: number;
  readonly list_hash: string;
  readonly detailed: number;
  readonly deleted_at: string | null;
}

/** The number the cache has given a connection; gives it one at its first record. */
function sourceOf(db: WriteDb, connectionId: ConnectionId, vendor: Vendor): number {
  const find = 'SELECT source FROM sources WHERE connection_id = ?';
  const known = oneRow<{ source: number }>(db, find, connectionId);
  if (known) return known.source;
  const insert = 'INSERT INTO sources (connection_id, vendor) VALUES (?, ?)';
  return Number(prepared(db, insert).run(connectionId, vendor).lastInsertRowid);
}

/** Notes that a connection has records of a kind: lists are made of these collections. */
function noteCollection(db: WriteDb, { connectionId, vendor, kind }: UpsertInput): void {
  const source = sourceOf(db, connectionId, vendor);
  run(db, 'INSERT OR IGNORE INTO collections (source, kind) VALUES (?, ?)', source, kind);
}

/** Search's view of a record. */
export const textEntry = (fields: RecordFields, people: readonly RecordPerson[], body: string): TextEntry => ({
  updatedAt: fields.updatedAt,
  title: fields.title,
  number: fields.number ?? '',
  people: [...new Set(people.map((person) => person.name))].join('\n'),
  body,
});

const INSERT = `INSERT INTO records
  (id, source, kind, ${FIELD_COLUMNS.join(', ')}, list_hash, first_run, first_seen_at)
  VALUES (?, ?, ?, ${FIELD_COLUMNS.map(() => '?').join(', ')}, ?, ?, ?)`;

/** True when nothing of a stored row is new but the order of the names in its JSON, which some servers change at will. */
function isReordered(db: WriteDb, { rid, list_hash: storedHash }: Known, { record, raw }: HashedRow): boolean {
  const find = "SELECT raw FROM record_parts WHERE rid = ? AND part = 'list'";
  const stored = oneRow<{ raw: string }>(db, find, rid)?.raw;
  if (stored?.length !== raw.length || rowHash(record, stored) !== storedHash) return false;
  return isDeepStrictEqual(JSON.parse(stored), JSON.parse(raw));
}

function saveListPart(db: WriteDb, rid: number, at: string, { record, raw, hash }: HashedRow): void {
  run(
    db,
    `INSERT INTO record_parts (rid, part, hash, read_at, text, raw) VALUES (?, 'list', ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET hash = excluded.hash, read_at = excluded.read_at, text = excluded.text, raw = excluded.raw`,
    rid,
    hash,
    at,
    record.text,
    raw,
  );
}

function addRecord(db: WriteDb, id: RecordId, row: HashedRow, page: UpsertInput): number {
  const { record, hash } = row;
  const values = fieldValues(record, record.people);
  const source = sourceOf(db, page.connectionId, page.vendor);
  const added = prepared(db, INSERT).run(id, source, page.kind, ...values, hash, page.runId, page.at);
  const rid = Number(added.lastInsertRowid);
  addPeople(db, rid, source, record.people);
  saveListPart(db, rid, page.at, row);
  return rid;
}

function changeRecord(db: WriteDb, known: Known, row: HashedRow, at: string): TextEntry {
  const { rid } = known;
  const { record, hash } = row;
  const detailed = known.detailed === 1;
  const fields = detailed ? overDetail(record, readFields(db, rid)) : record;
  const people = detailed ? peopleOverDetail(record.people, readPeople(db, rid)) : record.people;
  writeFields(db, rid, fields, people);
  run(db, 'UPDATE records SET list_hash = ?, needs_parts = 1, deleted_at = NULL WHERE rid = ?', hash, rid);
  writePeople(db, rid, people);
  saveListPart(db, rid, at, row);
  return textEntry(fields, people, storedBody(db, rid));
}

/**
 * Stores list rows. A row whose content is as stored costs one look-up: neither it nor its indexes are written. New
 * and changed rows become due for their parts, and a row that comes back is no tombstone any more. Their text goes to
 * `texts`, for the caller to write once before it commits. Runs inside the caller's transaction.
 */
export function upsertRecords(db: WriteDb, page: UpsertInput, texts: PendingTexts): UpsertResult {
  const seen = new Set<number>();
  let added = 0;
  let changed = 0;
  let unchanged = 0;
  for (const record of page.records) {
    if (record.vendorId === '') continue;
    const id = recordId(page.connectionId, page.kind, record.vendorId);
    const row = hashRow(record);
    const known = oneRow<Known>(db, 'SELECT rid, list_hash, detailed, deleted_at FROM records WHERE id = ?', id);
    if (!known) {
      const rid = addRecord(db, id, row, page);
      texts.set(rid, textEntry(record, record.people, record.text));
      seen.add(rid);
      added += 1;
      continue;
    }
    seen.add(known.rid);
    if (known.deleted_at === null && (known.list_hash === row.hash || isReordered(db, known, row))) {
      unchanged += 1;
      continue;
    }
    texts.set(known.rid, changeRecord(db, known, row, page.at));
    changed += 1;
  }
  if (added > 0) noteCollection(db, page);
  const noted = run(
    db,
    'INSERT OR IGNORE INTO seen (run_id, list, rid) SELECT ?, ?, value FROM json_each(?)',
    page.runId,
    page.list,
    JSON.stringify([...seen]),
  );
  return { repeated: seen.size - noted, added, changed, unchanged };
}
