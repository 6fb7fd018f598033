import type { PersonFilter } from '../../shared/contract/fields.ts';
import type { RecordPerson } from '../../shared/model/record.ts';
import { allRows, oneRow, prepared, type ReadDb, type SqlValue, type WriteDb } from './database.ts';

/** Somebody as records name them, without the part they have. */
export type Person = Omit<RecordPerson, 'role'>;

/** The number of a person of a connection; gives one at the first record that names them. */
export function personNumber(db: WriteDb, source: number, { name, vendorId, email }: Person): number {
  const find = 'SELECT person FROM persons WHERE source = ? AND name = ? AND vendor_person_id IS ? AND email IS ?';
  const known = oneRow<{ person: number }>(db, find, source, name, vendorId, email);
  if (known) return known.person;
  const insert = 'INSERT INTO persons (source, name, vendor_person_id, email) VALUES (?, ?, ?, ?)';
  return Number(prepared(db, insert).run(source, name, vendorId, email).lastInsertRowid);
}

const COLUMN_OF: Readonly<Record<keyof PersonFilter, string>> = {
  email: 'email',
  vendorId: 'vendor_person_id',
  name: 'name',
};

/** The numbers of those that a filter fits, of any connection. Capitals of an e-mail address do not count. */
export function personNumbers(db: ReadDb, filter: PersonFilter): readonly number[] {
  const terms: string[] = [];
  const values: SqlValue[] = [];
  for (const field of Object.keys(COLUMN_OF) as (keyof PersonFilter)[]) {
    const value = filter[field];
    if (value === undefined) continue;
    const column = COLUMN_OF[field];
    terms.push(value === null ? `${column} IS NULL` : `${column} = ?${field === 'email' ? ' COLLATE NOCASE' : ''}`);
    if (value !== null) values.push(value);
  }
  const sql = `SELECT person FROM persons WHERE ${terms.join(' AND ')} ORDER BY person`;
  return allRows<{ person: number }>(db, sql, ...values).map(({ person }) => person);
}

/**
 * The filter that fits a person and nobody else: by e-mail address they are the same with every vendor; without one, by
 * the vendor's id and name; without that, by name.
 */
export function identityOf({ name, vendorId, email }: Person): PersonFilter {
  // No other capitals than those that SQLite takes for equal.
  if (email !== null) return { email: email.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()) };
  return { name, vendorId, email };
}

/** Everybody the cache knows of, by number. */
export const allPersons = (db: ReadDb): ReadonlyMap<number, Person> =>
  new Map(
    allRows<Person & { readonly person: number }>(
      db,
      'SELECT person, name, vendor_person_id AS vendorId, email FROM persons',
    ).map(({ person, ...rest }) => [person, rest]),
  );
