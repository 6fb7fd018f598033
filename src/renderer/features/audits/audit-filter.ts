import type { Input } from '../../../shared/contract/index.ts';
import type { RecordCounts } from '../../../shared/contract/records.ts';
import type { AuditSort, Segment } from './audits-state.ts';

const statuses: Readonly<Record<Segment, readonly string[] | undefined>> = {
  pending: ['pending', 'in-progress'],
  complete: ['complete'],
  all: undefined,
};

/** What the list and its count ask for. */
export function auditFilter(segment: Segment, filter: string): Input<'records.count'> {
  const status = statuses[segment];
  const search = filter.trim();
  return {
    kind: 'audit',
    ...(status === undefined ? {} : { status: [...status] }),
    ...(search === '' ? {} : { search }),
  };
}

/** What a page of the list asks for, without its place. */
export const auditListInput = (segment: Segment, filter: string, sort: AuditSort): Input<'records.list'> => ({
  ...auditFilter(segment, filter),
  sort: sort.column,
  direction: sort.direction,
});

/** How many audits each segment holds, from the counts by status. */
export function segmentCounts(counts: RecordCounts): Readonly<Record<Segment, number>> {
  const of = (wanted: readonly string[] | undefined): number =>
    counts.byStatus
      .filter(({ status }) => wanted === undefined || (status !== null && wanted.includes(status)))
      .reduce((sum, { count }) => sum + count, 0);
  return { pending: of(statuses.pending), complete: of(statuses.complete), all: counts.total };
}
