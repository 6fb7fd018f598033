import type { WorkKind } from '../../api/work-kinds.ts';
import type { ListSort } from '../../lib/list-state.ts';
import { openStatusesOf } from '../../../shared/model/status.ts';
import type { Vendor } from '../../../shared/model/vendor.ts';

/** Which part of a list is shown. */
export type Segment = 'open' | 'closed' | 'all';

interface KindFacts {
  /** The parts a list can be shown in; the first is the one it starts with. */
  readonly segments: readonly Segment[];
  /** The statuses of each part but `all`, which leaves none out: not even those that nobody knows yet. */
  readonly statuses: Readonly<Partial<Record<Segment, readonly string[]>>>;
  readonly sort: ListSort;
  /** Vendors that answer for one record alone, so that it can be read again by itself. */
  readonly refreshable: readonly Vendor[];
  /** What a list of this kind has columns for, besides number, title, vendor and status. */
  readonly columns: { readonly due: boolean; readonly priority: boolean; readonly people: boolean };
}

const lateFirst: ListSort = { column: 'due', direction: 'ascending' };

/** What is different from one work list to another. */
export const KIND_FACTS: Readonly<Record<WorkKind, KindFacts>> = {
  issue: {
    segments: ['open', 'closed', 'all'],
    statuses: { open: openStatusesOf('issue'), closed: ['closed'] },
    sort: lateFirst,
    refreshable: ['connectnow'],
    columns: { due: true, priority: true, people: true },
  },
  ticket: {
    segments: ['open', 'closed', 'all'],
    statuses: { open: openStatusesOf('ticket'), closed: ['closed'] },
    sort: lateFirst,
    refreshable: ['smartq'],
    columns: { due: true, priority: false, people: true },
  },
  // A project names the statuses of its milestones itself: nobody can tell which of them are open.
  milestone: {
    segments: ['all'],
    statuses: {},
    sort: { column: 'updated', direction: 'descending' },
    refreshable: [],
    columns: { due: false, priority: false, people: false },
  },
  project: {
    segments: ['all'],
    statuses: {},
    sort: { column: 'title', direction: 'ascending' },
    refreshable: ['conqa', 'smartq'],
    columns: { due: true, priority: false, people: false },
  },
};

/** Where keys put the focus. */
export const workIds = (kind: WorkKind) => ({
  grid: `work-grid-${kind}`,
  filter: `work-filter-${kind}`,
  list: `work-list-${kind}`,
  detail: `work-detail-${kind}`,
});

/** Whether the records of a vendor have somebody to be assigned to: "nobody" would else be an answer nobody gave. */
export const hasAssignees = (kind: WorkKind, vendor: Vendor): boolean =>
  KIND_FACTS[kind].columns.people && vendor !== 'connectnow';

/** Whether the records of a vendor can be due. */
export const hasDueDates = (kind: WorkKind, vendor: Vendor): boolean =>
  KIND_FACTS[kind].columns.due && vendor !== 'connectnow';
