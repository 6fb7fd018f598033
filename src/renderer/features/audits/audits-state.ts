import { createListState, type ListSort } from '../../lib/list-state.ts';

export const SEGMENTS = ['pending', 'complete', 'all'] as const;
export type Segment = (typeof SEGMENTS)[number];
export type AuditSort = ListSort;

/** What only the audits screen knows. Late first where work is to be done, newest first where it is. */
export const useAudits = createListState<Segment>('pending', {
  pending: { column: 'due', direction: 'ascending' },
  complete: { column: 'updated', direction: 'descending' },
  all: { column: 'due', direction: 'descending' },
});
