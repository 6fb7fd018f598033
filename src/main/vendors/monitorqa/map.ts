import { z } from 'zod';
import type { ReportType } from '../../../shared/model/stored-file.ts';
import type { MappedPage, MappedPart, MappedRecord } from '../../../shared/model/mapped-record.ts';
import type { Collection, PartCall } from '../core/collection.ts';
import type { PlannedCall } from '../core/vendor.ts';
import { VendorError } from '../core/vendor-error.ts';
import { mapAuditDetail, mapAuditRow } from './map-audit.ts';
import { mapReportPart } from './map-report.ts';
import { auditPage, company, user } from './schemas.ts';

/** Runs a mapping; an answer of another form than the document's becomes VendorError `unexpected-answer`. */
function mapOrRefuse<Result>(operation: string, map: () => Result): Result {
  try {
    return map();
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const place = error.issues[0]?.path.map(String).join('.') || 'the whole answer';
    const message = `MonitorQA’s answer has another form than documented, at ${place}.`;
    throw new VendorError({
      code: 'unexpected-answer',
      message,
      vendor: 'monitorqa',
      operation,
      status: 200,
      sent: 'yes',
    });
  }
}

function page(
  operation: string,
  rows: readonly unknown[],
  total: number | null,
  map: (row: unknown) => MappedRecord,
): MappedPage {
  return { records: mapOrRefuse(operation, () => rows.map(map)), received: rows.length, total, cursor: null };
}

/** A record that is little more than a name. */
const plainRecord = (vendorId: string, title: string, text: string, raw: unknown): MappedRecord => ({
  vendorId,
  number: null,
  title,
  status: null,
  priority: null,
  project: null,
  parent: null,
  dueAt: null,
  dueKind: null,
  dueZone: null,
  createdAt: null,
  updatedAt: null,
  score: null,
  people: [],
  text,
  raw,
});

function mapUser(json: unknown): MappedRecord {
  const { id, name, email } = user.parse(json);
  return plainRecord(id, name ?? email ?? id, email ?? '', json);
}

function mapCompany(json: unknown): MappedRecord {
  const { id, name } = company.parse(json);
  return plainRecord(id, name ?? id, '', json);
}

const detailCall = (auditId: string): PartCall => ({
  part: 'detail',
  operation: 'getAudit',
  params: { path: { auditId } },
});

const completeCalls = (auditId: string): readonly PartCall[] => [
  { part: 'detail', operation: 'getCompleteAudit', params: { path: { auditId } } },
  { part: 'report', operation: 'getAuditReport', params: { path: { auditId } } },
];

function mapAuditPart(part: string, json: unknown): MappedPart {
  if (part === 'report') return mapOrRefuse('getAuditReport', () => mapReportPart(json));
  return mapOrRefuse('getAudit', () => mapAuditDetail(json));
}

/** Audits: an expired one is in neither list, so its detail tells. */
const audits: Collection = {
  kind: 'audit',
  lists: [{ operation: 'listPendingAudits' }, { operation: 'listCompleteAudits' }],
  mapPage: (operation, json) => {
    const { data, meta } = mapOrRefuse(operation, () => auditPage.parse(json));
    return page(operation, data, meta?.totalCount ?? null, (row) => mapAuditRow(operation, row));
  },
  parts: ({ vendorId, status }) => (status === 'complete' ? completeCalls(vendorId) : [detailCall(vendorId)]),
  mapPart: mapAuditPart,
  confirm: detailCall,
};

const noParts = { parts: () => [], mapPart: () => ({}) };

const users: Collection = {
  kind: 'user',
  lists: [{ operation: 'listUsers' }],
  mapPage: (operation, json) => {
    const rows = mapOrRefuse(operation, () => z.array(z.unknown()).parse(json));
    return page(operation, rows, null, mapUser);
  },
  ...noParts,
  confirm: (id) => ({ part: 'detail', operation: 'getUser', params: { path: { id } } }),
};

const companies: Collection = {
  kind: 'company',
  lists: [{ operation: 'getCompany' }],
  mapPage: (operation, json) => page(operation, [json], 1, mapCompany),
  ...noParts,
  confirm: null,
};

/** What the cache keeps of MonitorQA, in the order it is read. */
export const collections: readonly Collection[] = [companies, users, audits];

/** "Get audit pdf report": reportType 0 Regular, 1 Summary, 2 Full. */
const REPORT_TYPE_NUMBERS: Readonly<Record<ReportType, 0 | 1 | 2>> = { regular: 0, summary: 1, full: 2 };

/** The call for a completed audit's report as PDF. */
export const reportPdfCall = (vendorId: string, type: ReportType, photos: boolean): PlannedCall => ({
  operation: 'getAuditReportPdf',
  params: {
    path: { auditId: vendorId },
    query: { reportType: REPORT_TYPE_NUMBERS[type], includePhotos: photos },
  },
});

/** The call for a photo, a signature or an attachment. */
export const fileCall = (vendorFileId: string): PlannedCall => ({
  operation: 'getFile',
  params: { path: { id: vendorFileId } },
});
