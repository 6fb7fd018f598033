import type { EventName } from '../../shared/contract/events.ts';
import type { OperationName } from '../../shared/contract/index.ts';

/**
 * Which answers an event makes old: the one place that says so. `everything` is for another workspace, of which nothing
 * known holds.
 */
export const INVALIDATES: Readonly<Record<EventName, readonly OperationName[] | 'everything'>> = {
  'workspace.changed': 'everything',
  'connections.changed': [
    'connections.list',
    'connections.secrets',
    'connections.permissions',
    'connections.signInOptions',
    'network.status',
    'workspace.status',
    'sync.status',
  ],
  'records.changed': [
    'records.list',
    'records.count',
    'records.counts',
    'records.groups',
    'records.show',
    'audits.document',
    'actions.document',
    'company.show',
    'workspace.status',
  ],
  'files.changed': ['files.show'],
  // What a vendor did or refused tells what the key may do.
  'outbox.changed': ['outbox.list', 'outbox.show', 'actions.document', 'connections.permissions'],
  'sync.changed': ['sync.status', 'connections.list', 'network.status'],
  // A request to the page, not news of the workspace.
  'system.command': [],
};
