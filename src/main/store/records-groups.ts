import type { RecordFilter } from '../../shared/contract/fields.ts';
import type { RecordGroups } from '../../shared/contract/records.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { assertNever } from '../../shared/lib/assert-never.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import type { Kind } from '../../shared/model/record.ts';
import type { Vendor } from '../../shared/model/vendor.ts';
import { groupByAssignee } from './assignee-groups.ts';
import { add, countBy, windows, type CountedGroup } from './count-streams.ts';
import { allRows, oneRow, type ReadDb, type SqlValue } from './database.ts';
import { groupByDue } from './due-groups.ts';
import type { Slices } from './slices.ts';
import type { FilterInput, GroupInput } from './worker-calls.ts';

/** Groups of a column that has few values, which need no other name. */
function* groupByWord(
  db: ReadDb,
  input: FilterInput,
  key: string,
  filterOf: (value: string | null) => RecordFilter,
): Slices<readonly CountedGroup[]> {
  const counts = new Map<string | null, number>();
  for (const [word = null, count] of yield* countBy(db, windows(db, input), { key })) {
    add(counts, word === null ? null : String(word), Number(count));
  }
  return [...counts].map(([value, count]) => ({
    key: value ?? '',
    count,
    describe: () => ({ value, label: null, filter: filterOf(value) }),
  }));
}

interface Source {
  readonly source: number;
  readonly connectionId: ConnectionId;
  readonly vendor: Vendor;
}

/** Groups of what a record has from its connection. */
function* groupBySource(
  db: ReadDb,
  input: FilterInput,
  by: 'connectionId' | 'vendor',
): Slices<readonly CountedGroup[]> {
  const sources = allRows<Source>(db, 'SELECT source, connection_id AS connectionId, vendor FROM sources');
  const counts = new Map<string, number>();
  for (const [number, count] of yield* countBy(db, windows(db, input), { key: 'records.source' })) {
    const source = sources.find((candidate) => candidate.source === number);
    if (source !== undefined) add(counts, source[by], Number(count));
  }
  return [...counts].map(([value, count]) => {
    const filter = by === 'vendor' ? { vendors: [value as Vendor] } : { connectionIds: [value as ConnectionId] };
    return { key: value, count, describe: () => ({ value, label: null, filter }) };
  });
}

/** A filter takes no longer name; projects are told apart by less of it. */
const NAME_LENGTH = 500;

/** Groups by project: one over all vendors where names differ in capitals and accents alone. */
function* groupByProject(db: ReadDb, input: FilterInput): Slices<readonly CountedGroup[]> {
  const counts = new Map<string | null, number>();
  const samples = new Map<string | null, SqlValue>();
  const streams = windows(db, input, { sort: 'project' });
  const rows = yield* countBy(db, streams, { key: 'records.project_key', more: ['max(records.rid)'] });
  for (const [key = null, count, rid = null] of rows) {
    const project = key === null ? null : String(key);
    add(counts, project, Number(count));
    samples.set(project, rid);
  }
  // Named when it is known which are shown: there may be as many projects as records.
  const nameOf = (key: string): string => {
    const find = 'SELECT project AS name FROM records WHERE rid = ?';
    return (oneRow<{ name: string }>(db, find, samples.get(key) ?? null)?.name ?? key).slice(0, NAME_LENGTH);
  };
  return [...counts].map(([key, count]) => ({
    key: key ?? '',
    count,
    describe: () => {
      const name = key === null ? null : nameOf(key);
      return { value: name, label: name, filter: { project: name } };
    },
  }));
}

function groupsOf(
  db: ReadDb,
  input: FilterInput,
  by: Exclude<GroupInput['by'], 'due' | 'assignee'>,
): Slices<readonly CountedGroup[]> {
  switch (by) {
    case 'project':
      return groupByProject(db, input);
    case 'status':
      return groupByWord(db, input, 'records.status', (word) => ({ status: [word] }));
    case 'kind':
      return groupByWord(db, input, 'records.kind', (kind) => ({ kinds: [kind as Kind] }));
    case 'connection':
      return groupBySource(db, input, 'connectionId');
    case 'vendor':
      return groupBySource(db, input, 'vendor');
    default:
      return assertNever(by, 'grouping');
  }
}

const sum = (groups: readonly CountedGroup[]): number => groups.reduce((total, { count }) => total + count, 0);

const describe = ({ count, describe: describing }: CountedGroup) => ({ ...describing(), count });

/**
 * A list counted by group, the biggest first, in slices. Each is as of its own moment: what is stored meanwhile may be
 * in or not, but no record counts in two groups, save by assignee. Throws AppError `bad-input` by `due` without
 * boundaries.
 */
export function* groupRecords(db: ReadDb, input: GroupInput): Slices<RecordGroups> {
  if (input.by === 'due') {
    if (input.boundaries === undefined) {
      throw new AppError('bad-input', 'Where do the groups end?', { data: { field: 'boundaries' } });
    }
    const groups = yield* groupByDue(db, input, input.boundaries);
    return { total: sum(groups), groups: groups.map(describe), rest: { groups: 0, count: 0 }, repeated: 0 };
  }
  const { groups, records } =
    input.by === 'assignee'
      ? yield* groupByAssignee(db, input)
      : { groups: yield* groupsOf(db, input, input.by), records: null };
  const ordered = groups.toSorted((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1));
  const rest = ordered.slice(input.limit);
  const counted = sum(groups);
  const total = records ?? counted;
  return {
    total,
    groups: ordered.slice(0, input.limit).map(describe),
    rest: { groups: rest.length, count: sum(rest) },
    repeated: counted - total,
  };
}
