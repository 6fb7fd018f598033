import type { Sort } from '../../shared/contract/sorts.ts';
import { oneRow, type ReadDb } from './database.ts';
import { ANY, assignedTo, dueCondition, dueParts, GIVEN, type Condition, type Wanted } from './list-filter.ts';
import {
  across,
  assigned,
  byIndex,
  bySearch,
  hasKey,
  lacksKey,
  narrowed,
  ofPersons,
  SORT_KEYS,
  unordered,
  valuesIn,
  type Stream,
} from './list-streams.ts';

/**
 * A list as streams that have no row in common: of the rows that have a value to be ordered by, and of those that have
 * none, which come last. `isOrdered`: each stream comes in the list's order by itself, so that merging them sorts
 * nothing.
 */
export interface ListPlan {
  readonly valued: readonly Stream[];
  readonly empty: readonly Stream[];
  readonly isOrdered: boolean;
}

/** So few rows are sorted sooner than as many are come across in the list's order. */
export const FEW_ROWS = 10_000;
/** The indexes of these orders have statuses and dates too, evenly spread: rows are passed over sooner than looked up. */
const FEWER_FOR: Readonly<Partial<Record<Sort, number>>> = { updated: 5, title: 5, number: 5, created: 5 };
/** Merging more streams than this costs more than passing over rows of other statuses. */
const MOST_STREAMS = 100;
/** SQLite merges 500 at most. Nobody has so many accounts; who has waits. */
const MOST_MERGED = 400;

/** True when these statements give no more than a few rows; looks no further than that. */
function giveFew(db: ReadDb, { where: statements, values }: Condition, few: number): boolean {
  if (statements.length > MOST_MERGED) return false;
  const sql = `SELECT count(*) AS found FROM (${statements.join(' UNION ALL ')} LIMIT ${GIVEN})`;
  return (oneRow<{ found: number }>(db, sql, ...values, few + 1)?.found ?? 0) <= few;
}

const eachOf = (streams: readonly Stream[]): Condition => ({
  where: streams.map(({ from, where }) => `SELECT 1 FROM ${from} WHERE ${where.join(' AND ')}`),
  values: streams.flatMap(({ values }) => values),
});

const hasStatuses = ({ collections }: Wanted): boolean => collections.some(({ statuses }) => statuses !== null);

/** The indexes that find a filter's rows by more than their collection, the narrowest first. */
const narrowing = (wanted: Wanted): readonly Sort[] => [
  ...(wanted.project === undefined ? [] : (['project'] as const)),
  ...(wanted.persons === null ? (['assignee'] as const) : []),
  ...(hasStatuses(wanted) ? (['status'] as const) : []),
  ...(wanted.due === undefined ? [] : (['due'] as const)),
];

/** A filter with no more of it than an index finds by itself: what it would take to look at the rest is not known. */
const foundBy = (wanted: Wanted, index: Sort): Wanted => ({
  ...wanted,
  collections: index === 'status' ? wanted.collections : wanted.collections.map((own) => ({ ...own, statuses: null })),
  project: index === 'project' ? wanted.project : undefined,
  persons: index === 'assignee' ? wanted.persons : undefined,
});

/** The rows of a filter where they are few and the list's own index would come across them seldom; else null. */
function fewRows(db: ReadDb, wanted: Wanted, sort: Sort, few: number): readonly Stream[] | null {
  const { persons } = wanted;
  if (persons && giveFew(db, assignedTo(persons).each, few)) return [ofPersons(wanted, persons)];
  if (sort === 'due') return null;
  for (const index of narrowing(wanted)) {
    // The list's own index finds these by itself.
    if (index === sort) return null;
    const most = index === 'status' || index === 'due' ? few / (FEWER_FOR[sort] ?? 1) : few;
    if (giveFew(db, eachOf(unordered(foundBy(wanted, index), index)), most)) return unordered(wanted, index);
  }
  return null;
}

/** Whether a filter's statuses can be merged each by itself. */
const canSplitStatuses = ({ collections }: Wanted): boolean =>
  collections.reduce((sum, { statuses }) => sum + (statuses?.length ?? 1), 0) <= MOST_STREAMS;

/** The index that gives a filter's rows in the order of their dates, within what else it finds them by. */
function dueIndex(wanted: Wanted): Sort {
  const [index = 'due'] = narrowing(wanted);
  return index === 'status' && !canSplitStatuses(wanted) ? 'due' : index;
}

/** Statuses and priorities are so few that each is a stretch of its own, which is in the order of its dates. */
const FEW_VALUED: readonly Sort[] = ['status', 'priority'];

/** A list of certain dates by one of few values: no dates are passed over. Null where the values are not few. */
function byValues(db: ReadDb, wanted: Wanted, sort: Sort): ListPlan | null {
  if (wanted.due === undefined || !FEW_VALUED.includes(sort)) return null;
  const known = new Map(
    wanted.collections.map((own) => [own, (sort === 'status' ? own.statuses : null) ?? valuesIn(db, own, sort)]),
  );
  const { valued, empty } = dueParts(wanted.due);
  const dues = [valued, empty].filter((part) => part !== null);
  const streamsOf = (part: 'valued' | 'empty') =>
    dues.flatMap((due) => byIndex(wanted, sort, part, due, (own) => known.get(own) ?? null));
  const plan = { valued: streamsOf('valued'), empty: streamsOf('empty'), isOrdered: true };
  return plan.valued.length > MOST_STREAMS ? null : plan;
}

/** Streams parted into rows with a value to be ordered by, and rows without. */
function parted(streams: readonly Stream[], sort: Sort): ListPlan {
  const key = SORT_KEYS[sort];
  const { valued, empty } = sort === 'due' ? dueParts(undefined) : { valued: hasKey(key), empty: lacksKey(key) };
  const those = (part: Condition | null): readonly Stream[] =>
    part === null ? [] : streams.map((stream) => narrowed(stream, part));
  return { valued: those(valued), empty: sort === 'title' ? [] : those(empty), isOrdered: false };
}

/**
 * Where the rows of a list are found. Each order has its index, and a list is the merge of its collections, each from
 * there. What an index cannot find by itself is passed over; but where few rows can pass, which is found out by counting
 * no further than that, they are looked up by what makes them few, and sorted. So are those that a search finds.
 */
export function planList(db: ReadDb, wanted: Wanted, sort: Sort, fewest = FEW_ROWS): ListPlan {
  const { text, collections } = wanted;
  if (text !== undefined) return parted([bySearch(wanted, text)], sort);
  if (collections.length > MOST_MERGED) {
    const all = narrowed(across(wanted, 'records', ANY), assigned(wanted));
    return parted([all], sort);
  }
  const isLookedUp = wanted.persons !== undefined || wanted.project !== undefined;
  const few = () => {
    const streams = fewRows(db, wanted, sort, fewest);
    return streams && parted(streams, sort);
  };
  const split = () => byValues(db, wanted, sort);
  const plan = isLookedUp ? (few() ?? split()) : (split() ?? few());
  if (plan !== null) return plan;
  if (sort === 'due') {
    const { valued, empty } = dueParts(wanted.due);
    const index = dueIndex(wanted);
    return {
      valued: valued === null ? [] : byIndex(wanted, index, 'whole', valued),
      empty: empty === null ? [] : byIndex(wanted, index, 'whole', empty),
      isOrdered: true,
    };
  }
  if (sort === 'status' && !canSplitStatuses(wanted)) return parted(unordered(wanted, 'status'), sort);
  const due = dueCondition(wanted.due);
  return {
    valued: byIndex(wanted, sort, 'valued', due),
    empty: sort === 'title' ? [] : byIndex(wanted, sort, 'empty', due),
    isOrdered: true,
  };
}

/** All rows of a filter to be counted, from the index that finds them soonest. */
export function planCount(wanted: Wanted): readonly Stream[] {
  const { text, persons } = wanted;
  if (text !== undefined) return [bySearch(wanted, text)];
  if (persons) return [ofPersons(wanted, persons)];
  return unordered(wanted, narrowing(wanted)[0] ?? 'due');
}
