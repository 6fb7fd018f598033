/**
 * The orders every list offers. `priority` ascending has the most urgent first. Records that are alike in status,
 * priority, project or assignee are ordered by when they are due.
 */
export const SORTS = [
  'due',
  'updated',
  'title',
  'number',
  'status',
  'priority',
  'project',
  'assignee',
  'created',
] as const;
export type Sort = (typeof SORTS)[number];

/** What the records of a list can be counted by. */
export const GROUPINGS = ['due', 'assignee', 'project', 'vendor', 'kind', 'status', 'connection'] as const;
export type Grouping = (typeof GROUPINGS)[number];
