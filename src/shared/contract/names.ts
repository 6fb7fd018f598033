/**
 * The operations by name, without schemas: all that the preload and a page need to reach them. A type test proves that
 * this list and the contract are the same.
 */
export const OPERATION_NAMES = [
  'workspace.status',
  'workspace.open',
  'workspace.resetSample',
  'workspace.setSampleOnline',
  'connections.list',
  'records.list',
  'records.count',
  'records.counts',
  'records.show',
  'audits.document',
  'sync.run',
  'sync.status',
  'sync.record',
  'reports.open',
  'reports.download',
  'files.open',
  'files.show',
  'vendors.operations',
  'vendors.call',
] as const;
