import type { Input } from '../../../shared/contract/index.ts';
import type { RecordCounts } from '../../../shared/contract/records.ts';
import type { ListSort } from '../../lib/list-state.ts';
import type { Segment } from './actions-state.ts';

/** A rejected action is open again: it waits for the same person's work. */
const statuses: Readonly<Record<Segment, readonly string[] | undefined>> = {
  open: ['open', 'rejected'],
  submitted: ['submitted'],
  done: ['approved', 'expired'],
  all: undefined,
};

/** What the list and its count ask for. */
export function actionFilter(segment: Segment, filter: string): Input<'records.count'> {
  const status = statuses[segment];
  const search = filter.trim();
  return {
    kind: 'corrective-action',
    ...(status === undefined ? {} : { status: [...status] }),
    ...(search === '' ? {} : { search }),
  };
}

/** What a page of the list asks for, without its place. */
export const actionListInput = (segment: Segment, filter: string, sort: ListSort): Input<'records.list'> => ({
  ...actionFilter(segment, filter),
  sort: sort.column,
  direction: sort.direction,
});

/** How many actions each segment holds, from the counts by status. */
export function segmentCounts(counts: RecordCounts): Readonly<Record<Segment, number>> {
  const of = (wanted: readonly string[] = []): number =>
    counts.byStatus
      .filter(({ status }) => status !== null && wanted.includes(status))
      .reduce((sum, { count }) => sum + count, 0);
  return {
    open: of(statuses.open),
    submitted: of(statuses.submitted),
    done: of(statuses.done),
    all: counts.total,
  };
}
