import type { EventName } from '../../shared/contract/events.ts';
import type { OperationName } from '../../shared/contract/index.ts';

/**
 * Which answers an event makes old: the one place that says so. `everything` is for another workspace, of which nothing
 * known holds.
 */
export const INVALIDATES: Readonly<Record<EventName, readonly OperationName[] | 'everything'>> = {
  'workspace.changed': 'everything',
  'connections.changed': ['connections.list', 'workspace.status', 'sync.status'],
  'records.changed': [
    'records.list',
    'records.count',
    'records.counts',
    'records.show',
    'audits.document',
    'workspace.status',
  ],
  'files.changed': ['files.show'],
  'sync.changed': ['sync.status', 'connections.list'],
};
