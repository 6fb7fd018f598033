import type { Input } from '../../../shared/contract/index.ts';
import type { RecordCounts } from '../../../shared/contract/records.ts';
import type { Vendor } from '../../../shared/model/vendor.ts';
import type { WorkKind } from '../../api/work-kinds.ts';
import type { ListSort } from '../../lib/list-state.ts';
import { KIND_FACTS, type Segment } from './work-kinds.ts';

/** All that a list is filtered by. */
interface WorkFilter {
  readonly segment: Segment;
  readonly search: string;
  readonly vendor?: Vendor | undefined;
  readonly status?: string | undefined;
}

/** What the list of a kind and its count ask for. */
export function workFilter(kind: WorkKind, { segment, search, vendor, status }: WorkFilter): Input<'records.count'> {
  const words = search.trim();
  const statuses = status === undefined ? KIND_FACTS[kind].statuses[segment] : [status];
  return {
    kind,
    ...(statuses === undefined ? {} : { status: [...statuses] }),
    ...(vendor === undefined ? {} : { vendor }),
    ...(words === '' ? {} : { search: words }),
  };
}

/** What a page of the list asks for, without its place. */
export const workListInput = (kind: WorkKind, filter: WorkFilter, sort: ListSort): Input<'records.list'> => ({
  ...workFilter(kind, filter),
  sort: sort.column,
  direction: sort.direction,
});

/** How many filters a person has set, to say how many there are to clear. A segment is none: it is a part of the list. */
export const filtersSet = ({ search, vendor, status }: WorkFilter): number =>
  [search.trim() !== '', vendor !== undefined, status !== undefined].filter(Boolean).length;

/** How many records each segment holds, from the counts by status. */
export function segmentCounts(kind: WorkKind, counts: RecordCounts): Readonly<Record<Segment, number>> {
  const { statuses } = KIND_FACTS[kind];
  const of = (wanted: readonly string[] = []): number =>
    counts.byStatus
      .filter(({ status }) => status !== null && wanted.includes(status))
      .reduce((sum, { count }) => sum + count, 0);
  return { open: of(statuses.open), closed: of(statuses.closed), all: counts.total };
}
