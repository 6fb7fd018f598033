import { PLACEHOLDER, sends, type RefusedVector, type Vector } from './vector.ts';

const id = 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx';
const path = { projectId: id };
const checklistId = `cl:${id}`;

/** "Start generation of Report" of CONQA's "API Endpoints". */
export const vectors: readonly Vector[] = [
  {
    operation: 'startReport',
    section: 'Start generation of Report',
    ...sends('POST', `/project/${id}/report`, { path, body: { checklistId, context: {} } }),
    answer: { status: 200, body: { data: { message: 'Report submitted' } } },
    corrected: `${PLACEHOLDER} The context holds a comment, which JSON does not allow; it is left empty. The header that stands on the line of the request belongs below it.`,
  },
];

/** What the same section forbids. */
export const refused: readonly RefusedVector[] = [
  { operation: 'startReport', params: { body: { checklistId } }, field: 'path.projectId' },
  { operation: 'startReport', params: { path }, field: 'body' },
  { operation: 'startReport', params: { path, body: {} }, field: 'body.checklistId' },
  { operation: 'startReport', params: { path, body: { checklistId: '' } }, field: 'body.checklistId' },
  { operation: 'startReport', params: { path, body: { checklistId, context: 'text' } }, field: 'body.context' },
  { operation: 'startReport', params: { path, body: { checklistId, context: [] } }, field: 'body.context' },
  {
    operation: 'startReport',
    params: { path, body: { checklistId, reportType: 'HISTORY' } },
    field: 'body.reportType',
  },
];
