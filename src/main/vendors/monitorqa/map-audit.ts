import type { AuditHead, ReportSignature } from '../../../shared/model/audit-report.ts';
import type { RecordPerson } from '../../../shared/model/record.ts';
import type { MappedPart, MappedRecord } from '../../../shared/model/mapped-record.ts';
import { compileLater } from '../core/wire-fields.ts';
import { addPerson, joinText } from './map-common.ts';
import { auditDetail, auditRow, type AuditDetail, type AuditRow } from './schemas/audits.ts';

function peopleOf(audit: AuditRow, startedBy: AuditDetail['startedBy'] = null): readonly RecordPerson[] {
  const people: RecordPerson[] = [];
  for (const assignee of audit.assignees) addPerson(people, assignee, 'assignee');
  addPerson(people, audit.completedBy, 'completer');
  addPerson(people, startedBy, 'starter');
  return people;
}

/** The list an audit stands in says whether it is complete; only the detail call knows of expired ones. */
function listStatus(operation: string, row: AuditRow): string {
  if (operation === 'listCompleteAudits') return 'complete';
  return row.isStarted === true ? 'in-progress' : 'pending';
}

const rowReader = compileLater(auditRow);

/** One row of the pending or the completed list as a record. Throws ZodError for a row without an id. */
export function mapAuditRow(operation: string, json: unknown): MappedRecord {
  const row = rowReader().parse(json);
  const object = row.auditObject?.name ?? null;
  return {
    vendorId: row.id,
    number: row.number,
    title: row.name ?? row.template?.name ?? row.number ?? row.id,
    status: listStatus(operation, row),
    priority: null,
    project: object,
    parent: null,
    dueAt: row.endDate,
    dueKind: row.endDate === null ? null : 'time',
    dueZone: null,
    createdAt: null,
    updatedAt: row.completeDate,
    score: row.score,
    people: peopleOf(row),
    text: joinText([row.template?.name ?? null, object]),
    raw: json,
  };
}

/** Null when the detail says nothing of it, as an answer without any of the four marks would. */
function detailStatus(detail: AuditDetail): string | null {
  if (detail.isExpired === true) return 'expired';
  if (detail.isCompleted === true) return 'complete';
  if (detail.isStarted === true) return 'in-progress';
  return detail.isStarted === false ? 'pending' : null;
}

/** What a detail adds to an audit; a field that the detail leaves out stays as the list has it. */
export function mapAuditDetail(json: unknown): MappedPart {
  const detail = auditDetail.parse(json);
  const status = detailStatus(detail);
  const project = detail.auditObject?.name ?? null;
  const { number, score, endDate: dueAt, completeDate: updatedAt } = detail;
  return {
    record: {
      ...(status === null ? {} : { status }),
      ...(number === null ? {} : { number }),
      ...(project === null ? {} : { project }),
      ...(score === null ? {} : { score }),
      ...(dueAt === null ? {} : { dueAt, dueKind: 'time' as const }),
      ...(updatedAt === null ? {} : { updatedAt }),
    },
    people: peopleOf(detail, detail.startedBy),
    text: joinText([detail.auditorHint, detail.auditObject?.notes ?? null, detail.scoreLabel]),
  };
}

const signatureOf = (wire: AuditDetail['auditorSignature']): ReportSignature | null =>
  wire === null ? null : { photoId: wire.photoId, signedBy: wire.createdBy?.name ?? null };

/**
 * The head of an audit as a document. The detail has no name, so the list's row gives it; where neither does, the
 * template's. Moments are ISO 8601 in UTC. Throws ZodError when `detailJson` is no audit.
 */
export function auditHead(detailJson: unknown, listJson?: unknown): AuditHead {
  const detail = auditDetail.parse(detailJson);
  const row = auditRow.safeParse(listJson).data ?? null;
  return {
    number: detail.number ?? row?.number ?? null,
    name: row?.name ?? detail.name ?? detail.template?.name ?? detail.number ?? detail.id,
    object: detail.auditObject?.name ?? row?.auditObject?.name ?? null,
    objectNotes: detail.auditObject?.notes ?? null,
    template: detail.template?.name ?? row?.template?.name ?? null,
    hint: detail.auditorHint,
    score: detail.score ?? row?.score ?? null,
    scoreLabel: detail.scoreLabel ?? row?.scoreLabel ?? null,
    failed: detail.isFailed,
    startAt: detail.startDate ?? row?.startDate ?? null,
    endAt: detail.endDate ?? row?.endDate ?? null,
    startedAt: detail.startedAt,
    completedAt: detail.completeDate ?? row?.completeDate ?? null,
    minutes: detail.completionTime,
    reopened: detail.isReopened ?? row?.isReopened ?? false,
    expired: detail.isExpired ?? false,
    people: peopleOf(detail, detail.startedBy),
    auditorSignature: signatureOf(detail.auditorSignature),
    auditeeSignature: signatureOf(detail.auditeeSignature),
  };
}
