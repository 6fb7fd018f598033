import type { PersonRole, RecordPerson } from '../../shared/model/record.ts';
import { allRows, oneRow, prepared, run, type ReadDb, type SqlValue, type WriteDb } from './database.ts';
import type { RecordFields } from '../../shared/model/mapped-record.ts';
import { personNumber } from './persons.ts';
import { fieldKeys } from './sort-keys.ts';
import { titleKey } from './title-key.ts';

/** Columns of `records` that a vendor fills, in the order of `fieldValues`. */
export const FIELD_COLUMNS = [
  'number',
  'title',
  'title_key',
  'status',
  'priority',
  'project',
  'parent',
  'assignees',
  'due_at',
  'due_kind',
  'due_zone',
  'created_at',
  'updated_at',
  'score',
  'number_key',
  'priority_key',
  'project_key',
  'assignee_key',
  'due_key',
] as const;

/** Names of the assignees as a list shows them; null when there is none. */
function assigneeNames(people: readonly RecordPerson[]): string | null {
  const names = people.filter((person) => person.role === 'assignee').map((person) => person.name);
  return names.length === 0 ? null : names.join(', ');
}

/** The values of FIELD_COLUMNS for a record and its people. */
export function fieldValues(fields: RecordFields, people: readonly RecordPerson[]): readonly SqlValue[] {
  const assignees = assigneeNames(people);
  return [
    fields.number,
    fields.title,
    titleKey(fields.title),
    fields.status,
    fields.priority,
    fields.project,
    fields.parent,
    assignees,
    fields.dueAt,
    fields.dueKind,
    fields.dueZone,
    fields.createdAt,
    fields.updatedAt,
    fields.score,
    fieldKeys.numberKey(fields.number),
    fieldKeys.priorityKey(fields.priority),
    fieldKeys.projectKey(fields.project),
    fieldKeys.assigneeKey(assignees),
    fieldKeys.dueKey(fields.dueAt),
  ];
}

/** The vendor's columns of a stored record. */
export function readFields(db: ReadDb, rid: number): RecordFields {
  const row = oneRow<RecordFields>(
    db,
    `SELECT number, title, status, priority, project, parent, due_at AS dueAt, due_kind AS dueKind,
            due_zone AS dueZone, created_at AS createdAt, updated_at AS updatedAt, score
     FROM records WHERE rid = ?`,
    rid,
  );
  if (!row) throw new TypeError(`No record ${rid}.`);
  return row;
}

/** Writes the vendor's columns of a stored record. */
export function writeFields(db: WriteDb, rid: number, fields: RecordFields, people: readonly RecordPerson[]): void {
  const assignments = FIELD_COLUMNS.map((column) => `${column} = ?`).join(', ');
  run(db, `UPDATE records SET ${assignments} WHERE rid = ?`, ...fieldValues(fields, people), rid);
}

/** The people of a record in the order the vendor gave them. */
export const readPeople = (db: ReadDb, rid: number): readonly RecordPerson[] =>
  allRows<{ name: string; role: PersonRole; vendorId: string | null; email: string | null }>(
    db,
    `SELECT name, role, vendor_person_id AS vendorId, email FROM record_people JOIN persons USING (person)
     WHERE rid = ? ORDER BY position`,
    rid,
  );

/** Adds the people of a record that has none yet; `source` is its connection's number. */
export function addPeople(db: WriteDb, rid: number, source: number, people: readonly RecordPerson[]): void {
  const insert = prepared(db, 'INSERT INTO record_people (rid, position, role, person) VALUES (?, ?, ?, ?)');
  people.forEach((person, position) => {
    insert.run(rid, position, person.role, personNumber(db, source, person));
  });
}

/** Puts these people in the place of the record's former ones. */
export function writePeople(db: WriteDb, rid: number, people: readonly RecordPerson[]): void {
  run(db, 'DELETE FROM record_people WHERE rid = ?', rid);
  const source = oneRow<{ source: number }>(db, 'SELECT source FROM records WHERE rid = ?', rid)?.source;
  if (source === undefined) throw new TypeError(`No record ${rid}.`);
  addPeople(db, rid, source, people);
}

/**
 * A list row laid over what is stored of a record whose detail was read: what the row does not say stays as the detail
 * said it, until the detail is read again (it is due then). A due date goes with its kind and zone.
 */
export function overDetail(listed: RecordFields, stored: RecordFields): RecordFields {
  const due = listed.dueAt === null ? stored : listed;
  return {
    number: listed.number ?? stored.number,
    title: listed.title === '' ? stored.title : listed.title,
    status: listed.status ?? stored.status,
    priority: listed.priority ?? stored.priority,
    project: listed.project ?? stored.project,
    parent: listed.parent ?? stored.parent,
    dueAt: due.dueAt,
    dueKind: due.dueKind,
    dueZone: due.dueZone,
    createdAt: listed.createdAt ?? stored.createdAt,
    updatedAt: listed.updatedAt ?? stored.updatedAt,
    score: listed.score ?? stored.score,
  };
}

/** The same for people: parts that the list row names nobody for stay as the detail gave them. */
export function peopleOverDetail(
  listed: readonly RecordPerson[],
  stored: readonly RecordPerson[],
): readonly RecordPerson[] {
  const named = new Set(listed.map((person) => person.role));
  return [...listed, ...stored.filter((person) => !named.has(person.role))];
}
