import { createReport, type Report } from '../data/report.ts';
import { reportType, type ReportType } from '../pdf/report-pdf.ts';
import { auditAt } from './audit-record.ts';
import { benchFile } from './bench.ts';
import { completeParameters, pageOf, pendingParameters } from './lists.ts';
import { aBoolean, anInteger, readQuery } from './query.ts';
import { notFound } from './refusal.ts';
import { json, type Asked, type Operation } from './routes.ts';

/** @throws HTTPException 404 unless the audit is complete. */
const reportOf = (asked: Asked): Report => {
  const report = createReport(asked.account.tenant.dataset, auditAt(asked));
  if (report === null) throw notFound('The complete audit');
  return report;
};

/** The operations of "Audits" that read. */
export const auditReadOperations: readonly Operation[] = [
  {
    name: 'listPendingAudits',
    method: 'GET',
    path: '/audit/pending',
    answer: ({ c, account: { tenant } }) => {
      const query = readQuery(c.req.url, pendingParameters);
      const row = (slot: number) => tenant.shapes.pendingRow(tenant.dataset.audits.at(slot));
      return json(c, pageOf(tenant.selection.pending(query), query, c.get('vanishedRows') ?? 0, row));
    },
  },
  {
    name: 'listCompleteAudits',
    method: 'GET',
    path: '/audit/complete',
    answer: ({ c, account: { tenant } }) => {
      const query = readQuery(c.req.url, completeParameters);
      const row = (slot: number) => tenant.shapes.completeRow(tenant.dataset.audits.at(slot));
      return json(c, pageOf(tenant.selection.complete(query), query, c.get('vanishedRows') ?? 0, row));
    },
  },
  {
    name: 'getAuditReportPdf',
    method: 'GET',
    path: '/audit/complete/{auditId}/report-pdf',
    answer: async (asked) => {
      const { c, account, id } = asked;
      const { reportType: type, includePhotos } = readQuery(c.req.url, {
        reportType: anInteger(reportType.regular, reportType.full),
        includePhotos: aBoolean,
      });
      const bench = benchFile(id);
      if (bench !== null) return bench;
      const wanted = (type ?? reportType.regular) as ReportType;
      const pdf = await account.tenant.print(reportOf(asked), wanted, includePhotos ?? false);
      return c.body(Uint8Array.from(pdf), 200, { 'Content-Type': 'application/pdf' });
    },
  },
  {
    name: 'getAuditReport',
    method: 'GET',
    path: '/audit/complete/{auditId}/report',
    answer: (asked) => {
      readQuery(asked.c.req.url, {});
      return json(asked.c, asked.account.tenant.shapes.report(reportOf(asked)));
    },
  },
  {
    name: 'getCompleteAudit',
    method: 'GET',
    path: '/audit/complete/{auditId}',
    answer: (asked) => {
      readQuery(asked.c.req.url, {});
      const report = reportOf(asked);
      return json(asked.c, asked.account.tenant.shapes.completeDetail(report.audit, report));
    },
  },
  {
    name: 'getAudit',
    method: 'GET',
    path: '/audit/{auditId}',
    answer: (asked) => {
      readQuery(asked.c.req.url, {});
      return json(asked.c, asked.account.tenant.shapes.detail(auditAt(asked)));
    },
  },
];
