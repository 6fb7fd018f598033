import { hash } from 'node:crypto';
import type { MappedRecord } from '../../shared/model/mapped-record.ts';

/** A field so that several of them, one after the other, can only be these. */
const sized = (text: string | null): string => (text === null ? '-' : `${text.length}:${text}`);

/**
 * A short name for a list row's content: what it was mapped to, and `raw`, its own JSON as text. It tells whether a row
 * changed, nothing more; it protects nothing. Another order of the JSON's names is another content to it: to put the
 * names of every row in order takes several times as long as all else that is done to an unchanged row.
 */
export function rowHash(record: MappedRecord, raw: string): string {
  const { number, title, status, priority, project, parent } = record;
  const { dueAt, dueKind, dueZone, createdAt, updatedAt, score, text } = record;
  let fields = sized(number) + sized(title) + sized(status) + sized(priority) + sized(project) + sized(parent);
  fields += sized(dueAt) + sized(dueKind) + sized(dueZone) + sized(createdAt) + sized(updatedAt);
  fields += `${score};${sized(text)}`;
  for (const person of record.people) {
    fields += `${person.role};${sized(person.name)}${sized(person.vendorId)}${sized(person.email)}`;
  }
  return hash('sha1', fields + raw, 'base64url');
}

/** A list row with its own JSON as text and the hash of both. */
export interface HashedRow {
  readonly record: MappedRecord;
  readonly raw: string;
  readonly hash: string;
}

/** The row as it is compared with what is stored, and stored. */
export function hashRow(record: MappedRecord): HashedRow {
  const raw = JSON.stringify(record.raw ?? null);
  return { record, raw, hash: rowHash(record, raw) };
}
