import type { Audit } from '../data/audit.ts';
import { createReport, type Report } from '../data/report.ts';
import { reportType, type ReportType } from '../pdf/report-pdf.ts';
import { benchFile } from './bench.ts';
import { completeParameters, pageOf, pendingParameters } from './lists.ts';
import { aBoolean, anInteger, readQuery } from './query.ts';
import { notFound } from './refusal.ts';
import { json, type Asked, type Route } from './routes.ts';

/** @throws HTTPException 404 when no audit of the window has this id. */
const auditOf = ({ account, id }: Asked): Audit => {
  const { dataset } = account.tenant;
  const slot = dataset.findSlot(id);
  if (slot === null) throw notFound('The audit');
  return dataset.audits.at(slot);
};

/** @throws HTTPException 404 unless the audit is complete. */
const reportOf = (asked: Asked): Report => {
  const report = createReport(asked.account.tenant.dataset, auditOf(asked));
  if (report === null) throw notFound('The complete audit');
  return report;
};

/** Registers the reads of audits and their reports ("Audits"). */
export const registerAudits = (route: Route): void => {
  route('/audit/pending', {
    GET: ({ c, account: { tenant } }) => {
      const query = readQuery(c.req.url, pendingParameters);
      const row = (slot: number) => tenant.shapes.pendingRow(tenant.dataset.audits.at(slot));
      return json(c, pageOf(tenant.selection.pending(query), query, c.get('vanishedRows') ?? 0, row));
    },
  });
  route('/audit/complete', {
    GET: ({ c, account: { tenant } }) => {
      const query = readQuery(c.req.url, completeParameters);
      const row = (slot: number) => tenant.shapes.completeRow(tenant.dataset.audits.at(slot));
      return json(c, pageOf(tenant.selection.complete(query), query, c.get('vanishedRows') ?? 0, row));
    },
  });
  route('/audit/complete/:id/report-pdf', {
    GET: async (asked) => {
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
  });
  route('/audit/complete/:id/report', {
    GET: (asked) => {
      readQuery(asked.c.req.url, {});
      return json(asked.c, asked.account.tenant.shapes.report(reportOf(asked)));
    },
  });
  route('/audit/complete/:id', {
    GET: (asked) => {
      readQuery(asked.c.req.url, {});
      const report = reportOf(asked);
      return json(asked.c, asked.account.tenant.shapes.completeDetail(report.audit, report));
    },
  });
  route('/audit/:id', {
    GET: (asked) => {
      readQuery(asked.c.req.url, {});
      return json(asked.c, asked.account.tenant.shapes.detail(auditOf(asked)));
    },
  });
};
