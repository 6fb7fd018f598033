import { z } from 'zod';
import type { ReportType } from '../../../shared/model/stored-file.ts';
import type { MappedPage, MappedPart, MappedRecord } from '../../../shared/model/mapped-record.ts';
import type { Collection, PartCall } from '../core/collection.ts';
import { EMPTY_FIELDS } from '../core/map-answer.ts';
import type { PlannedCall } from '../core/operation.ts';
import { mapActionDetail, mapActionRow } from './map-action.ts';
import { mapAuditDetail, mapAuditRow } from './map-audit.ts';
import { mapOrRefuse } from './map-common.ts';
import { mapReportPart } from './map-report.ts';
import { ROLE_TYPES } from './role-permissions.ts';
import { pagedList } from './schemas/common.ts';
import { company } from './schemas/company.ts';
import { role, user } from './schemas/people.ts';

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
  ...EMPTY_FIELDS,
  vendorId,
  title,
  text,
  raw,
});

function mapUser(json: unknown): MappedRecord {
  const { id, name, email } = user.parse(json);
  return plainRecord(id, name ?? email ?? id, email ?? '', json);
}

function mapRole(json: unknown): MappedRecord {
  const { id, name, roleType } = role.parse(json);
  return plainRecord(id, name ?? id, ROLE_TYPES[roleType ?? -1] ?? '', json);
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

/** A list of `{data, meta}`. */
function mapPaged(operation: string, json: unknown, map: (row: unknown) => MappedRecord): MappedPage {
  const { data, meta } = mapOrRefuse(operation, () => pagedList.parse(json));
  return page(operation, data, meta?.totalCount ?? null, map);
}

/** A list that is a bare array. */
function mapBare(operation: string, json: unknown, map: (row: unknown) => MappedRecord): MappedPage {
  const rows = mapOrRefuse(operation, () => z.array(z.unknown()).parse(json));
  return page(operation, rows, null, map);
}

/** Audits: an expired one is in neither list, so its detail tells. */
const audits: Collection = {
  kind: 'audit',
  lists: [{ operation: 'listPendingAudits' }, { operation: 'listCompleteAudits' }],
  mapPage: (operation, json) => mapPaged(operation, json, (row) => mapAuditRow(operation, row)),
  parts: ({ vendorId, status }) => (status === 'complete' ? completeCalls(vendorId) : [detailCall(vendorId)]),
  mapPart: mapAuditPart,
  confirm: detailCall,
};

/** The call that reads one corrective action. */
export const readActionCall = (vendorId: string): PlannedCall => ({
  operation: 'getCorrectiveAction',
  params: { path: { id: vendorId } },
});

const actionDetailCall = (vendorId: string): PartCall => ({ part: 'detail', ...readActionCall(vendorId) });

/** Corrective actions: the three lists leave nothing out, and none has a description, a question or tags. */
const correctiveActions: Collection = {
  kind: 'corrective-action',
  lists: [
    { operation: 'listPendingCorrectiveActions' },
    { operation: 'listExpiredCorrectiveActions' },
    { operation: 'listCompletedCorrectiveActions' },
  ],
  mapPage: (operation, json) => mapPaged(operation, json, (row) => mapActionRow(operation, row)),
  parts: ({ vendorId }) => [actionDetailCall(vendorId)],
  mapPart: (_part, json) => mapOrRefuse('getCorrectiveAction', () => mapActionDetail(json)),
  confirm: actionDetailCall,
};

const noParts = { parts: () => [], mapPart: () => ({}) };

const users: Collection = {
  kind: 'user',
  lists: [{ operation: 'listUsers' }],
  mapPage: (operation, json) => mapBare(operation, json, mapUser),
  ...noParts,
  confirm: (id) => ({ part: 'detail', operation: 'getUser', params: { path: { id } } }),
};

const roles: Collection = {
  kind: 'role',
  lists: [{ operation: 'listRoles' }],
  mapPage: (operation, json) => mapBare(operation, json, mapRole),
  ...noParts,
  confirm: (id) => ({ part: 'detail', operation: 'getRole', params: { path: { id } } }),
};

const companies: Collection = {
  kind: 'company',
  lists: [{ operation: 'getCompany' }],
  mapPage: (operation, json) => page(operation, [json], 1, mapCompany),
  ...noParts,
  confirm: null,
};

/** What the cache keeps of MonitorQA, in the order it is read. */
export const collections: readonly Collection[] = [companies, users, roles, correctiveActions, audits];

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
