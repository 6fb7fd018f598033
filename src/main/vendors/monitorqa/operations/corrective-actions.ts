import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { pagedListOf } from '../schemas/common.ts';
import { actionDetail, actionRow } from '../schemas/corrective-actions.ts';
import { filled, idPath, moment, pageFields } from './given-fields.ts';

const filters = {
  auditId: z.string().optional().describe('Only actions of this audit'),
  templateId: z.string().optional().describe('Only actions of audits of this template'),
  auditObjectId: z.string().optional().describe('Only actions of this audit object'),
  assignedToId: z.string().optional().describe('Only actions assigned to this user'),
  assignedToGroupId: z.string().optional().describe('Only actions assigned to this user group'),
};

const dueBetween = {
  fromDate: moment.optional().describe('Due at or after this moment, UTC, like 2024-01-31T00:00:00.000Z'),
  toDate: moment.optional().describe('Due at or before this moment, UTC, like 2024-01-31T00:00:00.000Z'),
};

/**
 * What "Update corrective action details" takes. What becomes of a field that is left out is not documented, so the
 * app's own changes send all six, filled from a fresh detail.
 */
const updateBody = z.strictObject({
  assignedUsersIds: z
    .array(filled)
    .optional()
    .describe('Ids of the users who are to do it; [] removes everybody; left out may do the same'),
  description: z.string().optional().describe('What is to be done; left out, it is wiped'),
  name: filled.describe('The action’s title'),
  dueDateUtc: moment.describe('When it is due, UTC, like 2024-01-31T17:00:00.000Z'),
  status: z.literal([0, 1, 2, 3, 4]).describe('0 Open, 1 Approved, 2 Rejected, 3 Submitted, 4 Expired'),
  priority: z.literal([0, 1, 2]).describe('0 Low, 1 Medium, 2 High'),
});

export const correctiveActionOperations = defineOperations({
  listPendingCorrectiveActions: {
    summary: 'Pending corrective actions',
    section: 'Corrective Actions: Get pending corrective actions list',
    method: 'GET',
    path: '/corrective-actions/pending',
    query: z.object({ ...filters, ...pageFields }),
    body: { kind: 'none' },
    answer: { kind: 'json', schema: pagedListOf(actionRow) },
    paging: 'page-size',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  getCorrectiveAction: {
    summary: 'Corrective action details',
    section: 'Corrective Actions: Get corrective action details',
    method: 'GET',
    path: '/corrective-actions/{id}',
    pathParams: idPath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: actionDetail },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  updateCorrectiveAction: {
    summary: 'Update a corrective action',
    section: 'Corrective Actions: Update corrective action details',
    method: 'PUT',
    path: '/corrective-actions/{id}',
    pathParams: idPath,
    body: { kind: 'json', schema: updateBody },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'after-read',
  },
  deleteCorrectiveAction: {
    summary: 'Delete one corrective action',
    section: 'Corrective Actions: Delete corrective action',
    method: 'DELETE',
    path: '/corrective-actions/{id}',
    pathParams: idPath,
    body: { kind: 'none' },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'destructive',
    tier: 'T2',
    repeat: 'after-read',
  },
  listExpiredCorrectiveActions: {
    summary: 'Expired corrective actions',
    section: 'Corrective Actions: Get expired corrective actions list',
    method: 'GET',
    path: '/corrective-actions/expired',
    query: z.object({ ...filters, ...dueBetween, ...pageFields }),
    body: { kind: 'none' },
    answer: { kind: 'json', schema: pagedListOf(actionRow) },
    paging: 'page-size',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  listCompletedCorrectiveActions: {
    summary: 'Approved corrective actions',
    section: 'Corrective Actions: Get completed corrective actions list',
    method: 'GET',
    path: '/corrective-actions/completed',
    query: z.object({
      ...filters,
      approvedById: z.string().optional().describe('Only actions approved by this user'),
      ...dueBetween,
      ...pageFields,
    }),
    body: { kind: 'none' },
    answer: { kind: 'json', schema: pagedListOf(actionRow) },
    paging: 'page-size',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
});
