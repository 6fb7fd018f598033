import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { created } from '../schemas/common.ts';
import { auditorHint, filled, idPath, idsBody, moment } from './given-fields.ts';

const LIKE = 'UTC, like 2024-01-31T08:00:00.000Z';

const oneTime = {
  endDate: moment.describe(`When the audit is due, ${LIKE}`),
  name: filled.describe('The audit’s name'),
  auditorHint: auditorHint.optional(),
};

/** The template and the audit object cannot change. An `assigneeId` that is left out takes the audit from its auditor. */
const updateBody = z.strictObject({
  startDate: moment.describe(`When the audit may begin, ${LIKE}`),
  ...oneTime,
  assigneeId: filled.optional().describe('Id of the user who is to do it; left out, nobody is assigned any more'),
});

const createBody = z.strictObject({
  startDate: moment.optional().describe(`When the audit may begin, ${LIKE}; left out, at once`),
  ...oneTime,
  templateId: filled.describe('Id of the template to use'),
  auditObjectId: filled.describe('Id of the audit object to look at'),
  assigneeId: filled.optional().describe('Id of the user who is to do it'),
});

const reopenBody = z.strictObject({
  startDate: moment.describe(`The new start, ${LIKE}`),
  endDate: moment.describe(`The new due date, ${LIKE}`),
  assigneesIds: z
    .array(filled)
    .nullish()
    .describe('Ids of the users who are to do it; null or left out leaves them as they are, [] removes everybody'),
});

export const auditChangeOperations = defineOperations({
  updateOneTimeAudit: {
    summary: 'Update a one-time audit; without assigneeId nobody is assigned any more',
    section: 'Audits: Update one-time audit',
    method: 'PUT',
    path: '/audit/{id}',
    pathParams: idPath,
    body: { kind: 'json', schema: updateBody },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'after-read',
  },
  reopenAudit: {
    summary: 'Reopen a completed audit with new dates',
    section: 'Audits: Reopen Audit',
    method: 'POST',
    path: '/audit/reopen/{id}',
    pathParams: idPath,
    body: { kind: 'json', schema: reopenBody },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'write',
    tier: 'T2',
    repeat: 'after-read',
    probe: 'audit: isReopened and dates',
  },
  expireAudits: {
    summary: 'Close incomplete audits as expired',
    section: 'Audits: Expire Audit',
    method: 'POST',
    path: '/audit/expire',
    body: { kind: 'json', schema: idsBody('the audits to close as expired') },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'destructive',
    tier: 'T2',
    repeat: 'after-read',
  },
  deleteAudits: {
    summary: 'Delete audits for good',
    section: 'Audits: Delete Audit',
    method: 'DELETE',
    path: '/audit',
    body: { kind: 'json', schema: idsBody('the audits to delete') },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'destructive',
    tier: 'T3',
    repeat: 'after-read',
  },
  createOneTimeAudit: {
    summary: 'Create a one-time audit of one audit object',
    section: 'Audits: Create one-time audit',
    method: 'POST',
    path: '/audit',
    body: { kind: 'json', schema: createBody },
    answer: { kind: 'json', schema: created },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'never',
    probe: 'pending audits of the object: same name, dates, template',
  },
});
