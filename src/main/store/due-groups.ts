import type { DueFilter } from '../../shared/contract/fields.ts';
import { add, countBy, windows, type CountedGroup } from './count-streams.ts';
import type { ReadDb } from './database.ts';
import type { Slices } from './slices.ts';
import type { DueBoundaries, FilterInput } from './worker-calls.ts';

/** No moment lies in it. */
const NEVER: DueFilter = { from: '1970-01-01T00:00:00.000Z', before: '1970-01-01T00:00:00.000Z' };

const later = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || (other !== undefined && other > one) ? other : one;
const sooner = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || (other !== undefined && other < one) ? other : one;

/** The dates of a group that a list's own filter leaves: a group's filter takes the place of the list's. */
function within(group: DueFilter, due: DueFilter | undefined): DueFilter {
  if (due === undefined || (due.from === undefined && due.before === undefined && !due.none)) return group;
  if (group.none) return due.none ? group : NEVER;
  if (due.none && due.from === undefined && due.before === undefined) return NEVER;
  const from = later(group.from, due.from);
  const before = sooner(group.before, due.before);
  return { ...(from === undefined ? {} : { from }), ...(before === undefined ? {} : { before }) };
}

/** A list counted by when its records are due, in the order of time; empty groups too. */
export function* groupByDue(
  db: ReadDb,
  input: FilterInput,
  { late, today, week }: DueBoundaries,
): Slices<readonly CountedGroup[]> {
  const groups: readonly { readonly value: string; readonly due: DueFilter }[] = [
    { value: 'late', due: { before: late } },
    { value: 'today', due: { from: late, before: today } },
    { value: 'week', due: { from: today, before: week } },
    { value: 'later', due: { from: week } },
    { value: 'none', due: { none: true } },
  ];
  const key = `CASE WHEN records.due_key = '~' THEN 'none' WHEN records.due_key < ? THEN 'late'
    WHEN records.due_key < ? THEN 'today' WHEN records.due_key < ? THEN 'week' ELSE 'later' END`;
  const counts = new Map<string, number>();
  const rows = yield* countBy(db, windows(db, input), { key, values: [late, today, week] });
  for (const [value, count] of rows) add(counts, String(value), Number(count));
  return groups.map(({ value, due }) => ({
    key: value,
    count: counts.get(value) ?? 0,
    describe: () => ({ value, label: null, filter: { due: within(due, input.filter.due) } }),
  }));
}
