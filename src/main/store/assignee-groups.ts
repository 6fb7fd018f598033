import type { PersonFilter } from '../../shared/contract/fields.ts';
import { add, windows, type CountedGroup } from './count-streams.ts';
import { arrayRows, oneRow, type ReadDb } from './database.ts';
import type { Stream } from './list-streams.ts';
import { allPersons, identityOf } from './persons.ts';
import type { Slices } from './slices.ts';
import type { FilterInput } from './worker-calls.ts';

/** Each row's people are looked up: so many rows are a slice of some milliseconds. */
const LOOKED_UP_ROWS = 4000;

interface Counts {
  /** By the person's number; null for nobody. */
  readonly people: Map<number | null, number>;
  records: number;
}

/** Counts one window, as of one moment. */
function countWindow(db: ReadDb, { from, where, values }: Stream, counts: Counts): void {
  const rows = where.join(' AND ');
  const people = arrayRows(
    db,
    `SELECT record_people.person, count(*) FROM ${from}
     LEFT JOIN record_people ON record_people.rid = records.rid AND record_people.role = 'assignee'
     WHERE ${rows} GROUP BY 1`,
    values,
  );
  for (const [person, count] of people) add(counts.people, person === null ? null : Number(person), Number(count));
  const sql = `SELECT count(*) AS records FROM ${from} WHERE ${rows}`;
  counts.records += oneRow<{ records: number }>(db, sql, ...values)?.records ?? 0;
}

/** What names a person in a list: the closest that is known. */
const valueOf = ({ email, vendorId, name }: PersonFilter): string | null => email ?? vendorId ?? name ?? null;

/**
 * A list counted by assignee, and how many records it has: one of two people counts in two groups. Somebody with one
 * e-mail address is one group over all vendors.
 */
export function* groupByAssignee(
  db: ReadDb,
  input: FilterInput,
): Slices<{ readonly groups: readonly CountedGroup[]; readonly records: number }> {
  const counts: Counts = { people: new Map(), records: 0 };
  for (const stream of windows(db, input, { size: LOOKED_UP_ROWS })) {
    db.transaction(() => countWindow(db, stream, counts))();
    yield;
  }
  const persons = allPersons(db);
  const byIdentity = new Map<string | null, number>();
  const names = new Map<string, string>();
  for (const [number, count] of counts.people) {
    const person = number === null ? undefined : persons.get(number);
    const identity = person === undefined ? null : JSON.stringify(identityOf(person));
    add(byIdentity, identity, count);
    if (identity !== null && person !== undefined && !names.has(identity)) names.set(identity, person.name);
  }
  const groups = [...byIdentity].map(([identity, count]): CountedGroup => {
    const assignee = identity === null ? null : (JSON.parse(identity) as PersonFilter);
    const label = identity === null ? null : (names.get(identity) ?? null);
    const value = assignee === null ? null : valueOf(assignee);
    return { key: `${label ?? ''} ${value ?? ''}`, count, describe: () => ({ value, label, filter: { assignee } }) };
  });
  return { groups, records: counts.records };
}
