import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { auditDetail, documentedAuditRow } from '../schemas/audits.ts';
import { pagedListOf } from '../schemas/common.ts';
import { auditReportAnswer } from '../schemas/report.ts';
import { filled, moment, pageFields } from './given-fields.ts';

const auditId = z.object({ auditId: filled.describe('The vendor’s id of the audit') });

const filters = {
  templateId: z.string().optional().describe('Only audits of this template'),
  auditObjectId: z.string().optional().describe('Only audits of this audit object'),
  auditObjectGroupId: z.string().optional().describe('Only audits of this group of audit objects'),
  assignedTo: z.string().optional().describe('Only audits assigned to this user'),
  assignedToGroup: z.string().optional().describe('Only audits assigned to this user group'),
};

export const auditOperations = defineOperations({
  listPendingAudits: {
    summary: 'Pending audits',
    section: 'Audits: Get list of pending audits',
    method: 'GET',
    path: '/audit/pending',
    query: z.object({
      inProgress: z.boolean().optional().describe('Only audits that are begun, or only those that are not'),
      auditScheduleId: z.string().optional().describe('Only audits that this schedule made'),
      ...filters,
      ...pageFields,
    }),
    body: { kind: 'none' },
    answer: { kind: 'json', schema: pagedListOf(documentedAuditRow) },
    paging: 'page-size',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  listCompleteAudits: {
    summary: 'Completed audits',
    section: 'Audits: Get list of complete audits',
    method: 'GET',
    path: '/audit/complete',
    query: z.object({
      scoreMin: z.number().optional().describe('Only audits with at least this score'),
      scoreMax: z.number().optional().describe('Only audits with at most this score'),
      completedBy: z.string().optional().describe('Only audits that this user completed'),
      completedByGroup: z.string().optional().describe('Only audits that somebody of this user group completed'),
      ...filters,
      fromDate: moment.optional().describe('Completed at or after this moment, UTC, like 2024-01-31T00:00:00.000Z'),
      toDate: moment.optional().describe('Completed at or before this moment, UTC, like 2024-01-31T00:00:00.000Z'),
      ...pageFields,
    }),
    body: { kind: 'none' },
    answer: { kind: 'json', schema: pagedListOf(documentedAuditRow) },
    paging: 'page-size',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  getAudit: {
    summary: 'Audit details',
    section: 'Audits: Get details of audit',
    method: 'GET',
    path: '/audit/{auditId}',
    pathParams: auditId,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: auditDetail },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  getCompleteAudit: {
    summary: 'Completed audit details with signatures',
    section: 'Audits: Get details of complete audit',
    method: 'GET',
    path: '/audit/complete/{auditId}',
    pathParams: auditId,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: auditDetail },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  getAuditReportPdf: {
    summary: 'Audit report as PDF',
    section: 'Audits: Get audit pdf report',
    method: 'GET',
    path: '/audit/complete/{auditId}/report-pdf',
    pathParams: auditId,
    query: z.object({
      reportType: z.literal([0, 1, 2]).optional().describe('0 Regular, 1 Summary, 2 Full; left out, regular'),
      includePhotos: z.boolean().optional().describe('With the photos; left out, without'),
    }),
    body: { kind: 'none' },
    answer: { kind: 'pdf' },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  getAuditReport: {
    summary: 'Audit report items with corrective actions',
    section: 'Audits: Get audit report',
    method: 'GET',
    path: '/audit/complete/{auditId}/report',
    pathParams: auditId,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: auditReportAnswer },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
});
