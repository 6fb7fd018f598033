import * as fc from 'fast-check';
import type { RecordFilter } from '../../src/shared/contract/fields.ts';
import { GROUPINGS, SORTS } from '../../src/shared/contract/sorts.ts';
import { recordId, type ConnectionId, type RecordId } from '../../src/shared/model/ids.ts';
import type { MappedRecord } from '../../src/shared/model/mapped-record.ts';
import type { Kind } from '../../src/shared/model/record.ts';
import { openStatusesOf } from '../../src/shared/model/status.ts';
import type { Vendor } from '../../src/shared/model/vendor.ts';
import type { WriteDb } from '../../src/main/store/database.ts';
import type { ListInput } from '../../src/main/store/worker-calls.ts';
import { fieldKeys } from '../../src/main/store/sort-keys.ts';
import { titleKey } from '../../src/main/store/title-key.ts';
import { day, NOW, row, store } from './support.ts';

// What lists must give, said in the plainest way: every record is looked at, in memory.

const COLLECTIONS: readonly { readonly connectionId: ConnectionId; readonly vendor: Vendor; readonly kind: Kind }[] = [
  { connectionId: 'a' as ConnectionId, vendor: 'monitorqa', kind: 'audit' },
  { connectionId: 'a' as ConnectionId, vendor: 'monitorqa', kind: 'corrective-action' },
  { connectionId: 'b' as ConnectionId, vendor: 'monitorqa', kind: 'audit' },
  { connectionId: 'c' as ConnectionId, vendor: 'conqa', kind: 'issue' },
  { connectionId: 'd' as ConnectionId, vendor: 'smartq', kind: 'ticket' },
];

/** Ana has one e-mail address with two vendors; Bo is known by his id, and another Bo by his name alone. */
const PEOPLE = [
  { name: 'Ana', vendorId: '1', email: 'ana@example.com' },
  { name: 'Ana R.', vendorId: '9', email: 'Ana@Example.com' },
  { name: 'Bo', vendorId: '1', email: null },
  { name: 'Bo', vendorId: null, email: null },
  { name: 'Ćiro', vendorId: '2', email: null },
] as const;

const STATUSES = ['open', 'pending', 'in-progress', 'submitted', 'closed', null] as const;
const PROJECTS = ['North 9', 'north 9', 'Élan 10', 'South', null] as const;

/** One stored record as its maker knows it. */
export interface Known {
  readonly id: RecordId;
  readonly connectionId: ConnectionId;
  readonly vendor: Vendor;
  readonly kind: Kind;
  readonly record: MappedRecord;
  /** In the order they were stored. */
  readonly rank: number;
}

const recordFields = fc.record({
  collection: fc.nat(COLLECTIONS.length - 1),
  title: fc.constantFrom('Door 9', 'Door 10', 'wall', 'Äpfel'),
  number: fc.option(fc.constantFrom('A-9', 'A-10', 'B-1'), { nil: null }),
  status: fc.constantFrom(...STATUSES),
  priority: fc.constantFrom('low', 'high', 'critical', 'parked', null),
  project: fc.constantFrom(...PROJECTS),
  due: fc.option(fc.integer({ min: 18, max: 26 }), { nil: null }),
  created: fc.option(fc.nat(3), { nil: null }),
  updated: fc.option(fc.nat(3), { nil: null }),
  assignees: fc.uniqueArray(fc.nat(PEOPLE.length - 1), {
    maxLength: 2,
    // The first two are one person: no record names somebody twice.
    comparator: (one, other) => one === other || (one < 2 && other < 2),
  }),
  author: fc.nat(PEOPLE.length - 1),
});

/** Records of several connections, many of them alike. */
export const anyRecords = fc.array(recordFields, { minLength: 1, maxLength: 40 });

type Drawn = typeof anyRecords extends fc.Arbitrary<infer Value> ? Value : never;

/** Stores records as their lists' pages, and answers what was stored. */
export function storeAll(db: WriteDb, drawn: Drawn): readonly Known[] {
  const known: Known[] = [];
  drawn.forEach((fields, index) => {
    const collection = COLLECTIONS[fields.collection] ?? COLLECTIONS[0];
    if (collection === undefined) return;
    const { connectionId, vendor, kind } = collection;
    const assignees = fields.assignees.flatMap((person) => PEOPLE[person] ?? []);
    const author = PEOPLE[fields.author];
    const record = row(String(index), {
      title: fields.title,
      number: fields.number,
      status: fields.status,
      priority: fields.priority,
      project: fields.project,
      dueAt: fields.due === null ? null : day(fields.due),
      createdAt: fields.created === null ? null : day(fields.created),
      updatedAt: fields.updated === null ? null : day(fields.updated),
      people: [
        ...(author ? [{ ...author, role: 'author' as const }] : []),
        ...assignees.map((person) => ({ ...person, role: 'assignee' as const })),
      ],
    });
    store(db, [record], { key: { connectionId, kind }, vendor });
    known.push({ id: recordId(connectionId, kind, String(index)), connectionId, vendor, kind, record, rank: index });
  });
  return known;
}

const some = <Value>(...values: readonly Value[]) => fc.subarray([...values]);
const moment = fc.integer({ min: 17, max: 27 }).map(day);

const anyOf: { readonly [Name in Exclude<keyof RecordFilter, 'search'>]-?: fc.Arbitrary<RecordFilter[Name]> } = {
  kind: fc.constantFrom<Kind>('audit', 'issue', 'user'),
  kinds: some<Kind>('audit', 'corrective-action', 'ticket', 'role'),
  vendor: fc.constantFrom<Vendor>('monitorqa', 'aconex'),
  vendors: some<Vendor>('monitorqa', 'conqa', 'smartq'),
  connectionId: fc.constantFrom('a', 'd', 'x') as fc.Arbitrary<ConnectionId>,
  connectionIds: some('a', 'b', 'c') as fc.Arbitrary<ConnectionId[]>,
  status: some<string | null>(...STATUSES, 'never'),
  project: fc.constantFrom<string | null>('NORTH 9', 'Elan 10', 'nowhere', null),
  assignee: fc.constantFrom<RecordFilter['assignee']>(
    null,
    { name: 'Ana' },
    { name: 'Bo' },
    { email: 'ANA@example.com' },
    { vendorId: '1' },
    { name: 'Bo', vendorId: null, email: null },
    { name: 'Bo', vendorId: '1', email: null },
    { name: 'Nobody' },
  ),
  due: fc.record({ from: moment, before: moment, none: fc.boolean() }, { requiredKeys: [] }),
  open: fc.boolean(),
  overdue: fc.boolean(),
};

/** Any filter but a search, of at most three fields: with more of them little is left. */
export const anyFilter: fc.Arbitrary<RecordFilter> = fc
  .tuple(fc.subarray(Object.keys(anyOf) as (keyof typeof anyOf)[], { maxLength: 3 }), fc.record(anyOf))
  .map(([names, values]) => Object.fromEntries(names.map((name) => [name, values[name]])) as RecordFilter);

/** Any order. */
export const anyOrder = fc.record({
  sort: fc.constantFrom(...SORTS),
  direction: fc.constantFrom('ascending' as const, 'descending' as const),
});

/** Anything lists are counted by. */
export const anyGrouping = fc.constantFrom(...GROUPINGS);

type Person = MappedRecord['people'][number];

const isNamed = (person: Person, wanted: NonNullable<RecordFilter['assignee']>): boolean =>
  (wanted.name === undefined || wanted.name === person.name) &&
  (wanted.vendorId === undefined || wanted.vendorId === person.vendorId) &&
  (wanted.email === undefined || wanted.email?.toLowerCase() === person.email?.toLowerCase());

function isDue(dueAt: string | null, { from, before, none }: NonNullable<RecordFilter['due']>): boolean {
  if (from === undefined && before === undefined && !none) return true;
  if (dueAt === null) return none === true;
  if (from === undefined && before === undefined) return false;
  return (from === undefined || dueAt >= from) && (before === undefined || dueAt < before);
}

const isAmong = <Value>(value: Value, one: Value | undefined, list: readonly Value[] | undefined): boolean =>
  (one === undefined || value === one) && (list === undefined || list.length === 0 || list.includes(value));

/** Whether a record passes a filter. */
export function passes({ record, connectionId, vendor, kind }: Known, filter: RecordFilter): boolean {
  const { status, dueAt, people } = record;
  const isOpen = status !== null && openStatusesOf(kind).includes(status);
  const assignees = people.filter(({ role }) => role === 'assignee');
  const { assignee, project } = filter;
  return (
    isAmong(kind, filter.kind, filter.kinds) &&
    isAmong(vendor, filter.vendor, filter.vendors) &&
    isAmong(connectionId, filter.connectionId, filter.connectionIds) &&
    isAmong(status, undefined, filter.status) &&
    (project === undefined || fieldKeys.projectKey(project) === fieldKeys.projectKey(record.project)) &&
    (assignee === undefined ||
      (assignee === null ? assignees.length === 0 : assignees.some((person) => isNamed(person, assignee)))) &&
    (filter.due === undefined || isDue(dueAt, filter.due)) &&
    (!filter.open || isOpen) &&
    (!filter.overdue || (isOpen && dueAt !== null && dueAt < NOW))
  );
}

/** What a record is ordered by, the first first. Null where it has none, which comes last in both directions. */
function keysOf({ record, rank }: Known, sort: ListInput['sort']): readonly (string | number | null)[] {
  const due = record.dueAt ?? '~';
  const names = record.people.filter(({ role }) => role === 'assignee').map(({ name }) => name);
  const keys: Readonly<Record<ListInput['sort'], readonly (string | null)[]>> = {
    due: [record.dueAt],
    updated: [record.updatedAt],
    created: [record.createdAt],
    title: [titleKey(record.title)],
    number: [fieldKeys.numberKey(record.number)],
    status: [record.status, due],
    priority: [fieldKeys.priorityKey(record.priority), due],
    project: [fieldKeys.projectKey(record.project), due],
    assignee: [fieldKeys.assigneeKey(names.length === 0 ? null : names.join(', ')), due],
  };
  return [...keys[sort], rank];
}

/** The ids of a list. */
export function expectedIds(
  all: readonly Known[],
  filter: RecordFilter,
  { sort, direction }: Pick<ListInput, 'sort' | 'direction'>,
): readonly RecordId[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const ordered = all
    .filter((known) => passes(known, filter))
    .toSorted((one, other) => {
      const [left, right] = [keysOf(one, sort), keysOf(other, sort)];
      if ((left[0] === null) !== (right[0] === null)) return left[0] === null ? 1 : -1;
      const place = left.findIndex((key, index) => key !== right[index]);
      const [a, b] = [left[place] ?? '', right[place] ?? ''];
      return a < b ? -sign : sign;
    });
  return ordered.map(({ id }) => id);
}
