import type { Question } from '../api/early-answers.ts';
import { pageInput } from '../api/record-page.ts';
import { auditListInput } from '../features/audits/audit-filter.ts';
import { useAudits } from '../features/audits/audits-state.ts';
import { useRoute } from './route-state.ts';

/** The first rows of the audits, as their screen will ask for them. */
function auditRows(): Question {
  const { segment, filter, sorts } = useAudits.getState();
  return { operation: 'records.list', input: pageInput(auditListInput(segment, filter, sorts[segment]), 0) };
}

/** What the frame and the screen that the page begins with will ask, the rows first. */
export const firstQuestions = (): readonly Question[] => [
  ...(useRoute.getState().route.screen === 'audits' ? [auditRows()] : []),
  { operation: 'workspace.status', input: {} },
  { operation: 'connections.list', input: {} },
  { operation: 'sync.status', input: {} },
  { operation: 'outbox.list', input: {} },
];
