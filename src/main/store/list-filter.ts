import type { DueFilter, RecordFilter } from '../../shared/contract/fields.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import type { Kind } from '../../shared/model/record.ts';
import { openStatusesOf } from '../../shared/model/status.ts';
import type { Vendor } from '../../shared/model/vendor.ts';
import { allRows, type ReadDb, type SqlValue } from './database.ts';
import { personNumbers } from './persons.ts';
import { matchQuery } from './search-text.ts';
import { fieldKeys } from './sort-keys.ts';
import type { FilterInput } from './worker-calls.ts';

/** What a row must be, for WHERE: all of it. */
export interface Condition {
  readonly where: readonly string[];
  readonly values: readonly SqlValue[];
}

/**
 * A value that is given when the statement runs. SQLite plans a statement over a partial index anew at each run when it
 * may look at values that are bound, in the hope of a better plan; the sign hides them. INDEXED BY leaves it no choice.
 */
export const GIVEN = '+?';

/** Any row. */
export const ANY: Condition = { where: [], values: [] };

export const both = (...conditions: readonly Condition[]): Condition => ({
  where: conditions.flatMap(({ where }) => where),
  values: conditions.flatMap(({ values }) => values),
});

/** A column that has one of these values; null is one. */
export function among(column: string, values: readonly SqlValue[]): Condition {
  const given = values.filter((value) => value !== null);
  const terms = values.length > given.length ? [`${column} IS NULL`] : [];
  if (given.length === 1) terms.unshift(`${column} = ${GIVEN}`);
  if (given.length > 1) terms.unshift(`${column} IN (${given.map(() => GIVEN).join(', ')})`);
  return { where: [terms.length === 1 ? String(terms[0]) : `(${terms.join(' OR ')})`], values: given };
}

/** The records of one kind of one connection that a list may have; `statuses` null for all. */
export interface Collection {
  readonly source: number;
  readonly kind: Kind;
  readonly statuses: readonly (string | null)[] | null;
}

/** A filter with its names looked up. Dates, projects and people restrict nothing where they are undefined. */
export interface Wanted {
  readonly collections: readonly Collection[];
  /** Whether these are all that there are, with every status. */
  readonly isEverywhere: boolean;
  readonly due: DueFilter | undefined;
  /** By key; null for none. */
  readonly project: string | null | undefined;
  /** By number; null for nobody. */
  readonly persons: readonly number[] | null | undefined;
  /** A query of the full-text index. */
  readonly text: string | undefined;
}

interface CollectionRow {
  readonly source: number;
  readonly kind: Kind;
  readonly connectionId: ConnectionId;
  readonly vendor: Vendor;
}

/** Whether a value is what a filter asks for one by one and in a list. */
const fits = <Value>(value: Value, one: Value | undefined, list: readonly Value[] | undefined): boolean =>
  (one === undefined || one === value) && (!list?.length || list.includes(value));

function statusesOf({ status, open, overdue }: RecordFilter, kind: Kind): Collection['statuses'] {
  const wanted = status?.length ? [...new Set(status)] : null;
  if (!open && !overdue) return wanted;
  const all = openStatusesOf(kind);
  return wanted === null ? all : all.filter((word) => wanted.includes(word));
}

const collectionsOf = (filter: RecordFilter, rows: readonly CollectionRow[]): readonly Collection[] =>
  rows
    .filter(({ kind }) => fits(kind, filter.kind, filter.kinds))
    .filter(({ vendor }) => fits(vendor, filter.vendor, filter.vendors))
    .filter(({ connectionId }) => fits(connectionId, filter.connectionId, filter.connectionIds))
    .map(({ source, kind }) => ({ source, kind, statuses: statusesOf(filter, kind) }))
    .filter(({ statuses }) => statuses === null || statuses.length > 0);

/** The stretch of dates; what is overdue is so before now, and never without a date. Undefined for any date or none. */
function dueOf({ filter: { due = {}, overdue }, now }: FilterInput): DueFilter | undefined {
  const { from, before, none = false } = due;
  if (overdue) {
    const end = before === undefined || before > now ? now : before;
    // Only those without a date were asked for.
    const nothing = none && from === undefined && before === undefined;
    return { ...(from === undefined ? {} : { from }), before: nothing ? '' : end };
  }
  return from === undefined && before === undefined && !none ? undefined : { ...due, none };
}

/** What a filter asks for, or null where nothing can pass: no such person, a connection without records, no word. */
export function wantedOf(db: ReadDb, input: FilterInput): Wanted | null {
  const { filter } = input;
  const rows = allRows<CollectionRow>(
    db,
    `SELECT source, kind, connection_id AS connectionId, vendor FROM collections JOIN sources USING (source)
     ORDER BY source, kind`,
  );
  const collections = collectionsOf(filter, rows);
  const text = filter.search?.trim() ? matchQuery(filter.search) : undefined;
  const { assignee } = filter;
  const persons = assignee ? personNumbers(db, assignee) : assignee;
  if (collections.length === 0 || text === null || persons?.length === 0) return null;
  return {
    collections,
    isEverywhere: collections.length === rows.length && collections.every(({ statuses }) => statuses === null),
    due: dueOf(input),
    project: filter.project === undefined ? undefined : fieldKeys.projectKey(filter.project),
    persons,
    text,
  };
}

/** Dates as ranges of `due_key`: of those that have one, and of those that have none. Null where none of them passes. */
export function dueParts(due: DueFilter | undefined): { valued: Condition | null; empty: Condition | null } {
  const dated = { where: ["records.due_key < '~'"], values: [] };
  const never = { where: ["records.due_key = '~'"], values: [] };
  if (due === undefined) return { valued: dated, empty: never };
  const { from, before, none } = due;
  const empty = none ? never : null;
  if (none && from === undefined && before === undefined) return { valued: null, empty };
  const start = from === undefined ? ANY : { where: [`records.due_key >= ${GIVEN}`], values: [from] };
  const end = before === undefined ? dated : { where: [`records.due_key < ${GIVEN}`], values: [before] };
  return { valued: both(start, end), empty };
}

/** Dates as one condition. */
export function dueCondition(due: DueFilter | undefined): Condition {
  if (due === undefined) return ANY;
  const { valued, empty } = dueParts(due);
  if (empty === null) return valued ?? ANY;
  // Without the sign SQLite would take the date for a constant, and then not find the order in the index.
  if (valued === null) return { where: empty.where.map((term) => `+${term}`), values: empty.values };
  const parts = [valued, empty];
  return {
    where: [`(${parts.map(({ where }) => `(${where.join(' AND ')})`).join(' OR ')})`],
    values: parts.flatMap(({ values }) => values),
  };
}

const ASSIGNED = "record_people WHERE role = 'assignee' AND person IN (SELECT value FROM json_each(?))";

/** The records of these persons, found by them or looked up for each row; `each`: a row for every record of theirs. */
export function assignedTo(persons: readonly number[]): Readonly<Record<'found' | 'lookedUp' | 'each', Condition>> {
  const values = [JSON.stringify(persons)];
  return {
    found: { where: [`records.rid IN (SELECT rid FROM ${ASSIGNED})`], values },
    lookedUp: { where: [`EXISTS (SELECT 1 FROM ${ASSIGNED} AND record_people.rid = records.rid)`], values },
    each: { where: [`SELECT 1 FROM ${ASSIGNED}`], values },
  };
}

/** The collections and their statuses as one condition, for rows that are not found by them. */
export function withinCollections({ collections, isEverywhere }: Wanted): Condition {
  if (isEverywhere) return ANY;
  const alike = Map.groupBy(collections, ({ kind, statuses }) => JSON.stringify([kind, statuses]));
  const terms = [...alike.values()].flatMap((same) => {
    const [{ kind, statuses }] = same as [Collection];
    const sources = among(
      'records.source',
      same.map(({ source }) => source),
    );
    const status = statuses === null ? ANY : among('records.status', statuses);
    return both(among('records.kind', [kind]), sources, status);
  });
  return {
    where: [`(${terms.map(({ where }) => `(${where.join(' AND ')})`).join(' OR ')})`],
    values: terms.flatMap(({ values }) => values),
  };
}
