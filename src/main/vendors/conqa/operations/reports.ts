import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { reportStarted } from '../schemas.ts';
import { filled, projectId } from './given-fields.ts';

const startBody = z.strictObject({
  checklistId: filled.describe('The checklist to report on, as a milestone or an issue names it'),
  context: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('A JSON object that comes back to the webhook with the report'),
});

export const reportOperations = defineOperations({
  startReport: {
    summary: 'Start a report; it goes to the project’s report webhook, never to the caller',
    section: 'Start generation of Report',
    method: 'POST',
    path: '/project/{projectId}/report',
    pathParams: z.object({ projectId }),
    body: { kind: 'json', schema: startBody },
    answer: { kind: 'json', schema: reportStarted },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'never',
    probe: 'none: the webhook answers; context id',
  },
});
