import type { PlannedCall } from '../core/operation.ts';

/** What is asked for along with an issue: its categories, their companies, and the events, which hold its description. */
export const ISSUE_WITH = ['categories', 'categories.company', 'events'] as const;

/** The call that reads one issue with all that goes with it. */
export const readIssueCall = (issueId: unknown): PlannedCall => ({
  operation: 'getIssue',
  params: { path: { issueId }, query: { 'with[]': ISSUE_WITH } },
});
