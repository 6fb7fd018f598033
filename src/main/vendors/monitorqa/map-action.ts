import type { ActionDocument, ActionFile } from '../../../shared/model/action-document.ts';
import type { MappedPart, MappedRecord } from '../../../shared/model/mapped-record.ts';
import type { RecordPerson } from '../../../shared/model/record.ts';
import { compileLater } from '../core/wire-fields.ts';
import { PRIORITIES, STATUSES } from './known-words.ts';
import { addPerson, answerText, joinText, mapOrRefuse, wordFor } from './map-common.ts';
import {
  actionDetail,
  actionRow,
  type ActionDetail,
  type ActionRow,
  type WireFile,
} from './schemas/corrective-actions.ts';

function peopleOf(action: ActionRow): readonly RecordPerson[] {
  const people: RecordPerson[] = [];
  for (const assignee of action.assignedUsers) addPerson(people, assignee, 'assignee');
  addPerson(people, action.createdBy, 'author');
  addPerson(people, action.approvedBy, 'approver');
  return people;
}

/** What a row that names no status must be, by the list it stands in. */
const LIST_STATUSES: Readonly<Record<string, string>> = {
  listPendingCorrectiveActions: 'open',
  listExpiredCorrectiveActions: 'expired',
  listCompletedCorrectiveActions: 'approved',
};

/** The newest thing that is known to have happened; the vendor says of no other change when it was made. */
function updatedAt({ createdAtUtc, approvedAtUtc, expiredAtUtc }: ActionRow): string | null {
  let newest = createdAtUtc;
  for (const at of [approvedAtUtc, expiredAtUtc]) if (at !== null && (newest === null || at > newest)) newest = at;
  return newest;
}

const rowReader = compileLater(actionRow);

/** One row of one of the three lists as a record. Throws ZodError for a row without an id. */
export function mapActionRow(operation: string, json: unknown): MappedRecord {
  const row = rowReader().parse(json);
  return {
    vendorId: row.id,
    number: row.number,
    title: row.name ?? row.number ?? row.id,
    status: wordFor(STATUSES, row.status) ?? LIST_STATUSES[operation] ?? null,
    priority: wordFor(PRIORITIES, row.priority),
    project: row.auditObject?.name ?? null,
    parent: row.audit?.id ?? null,
    dueAt: row.dueDateUtc,
    dueKind: row.dueDateUtc === null ? null : 'time',
    dueZone: row.audit?.ianaTimeZone ?? null,
    createdAt: row.createdAtUtc,
    updatedAt: updatedAt(row),
    score: null,
    people: peopleOf(row),
    text: joinText([row.audit?.name ?? null, row.audit?.number ?? null, row.auditObject?.name ?? null]),
    raw: json,
  };
}

/** The fields of a record that are said; a detail that leaves one out says nothing of it. */
const said = <Fields extends Readonly<Record<string, unknown>>>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as {
    readonly [Name in keyof Fields]?: NonNullable<Fields[Name]>;
  };

/** What the detail adds to an action, and what it says anew. Throws ZodError when `json` is no action. */
export function mapActionDetail(json: unknown): MappedPart {
  const detail = actionDetail.parse(json);
  const { name, number, dueDateUtc, audit } = detail;
  return {
    record: said({
      title: name,
      number,
      status: wordFor(STATUSES, detail.status),
      priority: wordFor(PRIORITIES, detail.priority),
      project: detail.auditObject?.name ?? null,
      parent: audit?.id ?? null,
      dueAt: dueDateUtc,
      dueKind: dueDateUtc === null ? null : ('time' as const),
      dueZone: audit?.ianaTimeZone ?? null,
      createdAt: detail.createdAtUtc,
      updatedAt: updatedAt(detail),
    }),
    people: peopleOf(detail),
    text: joinText([
      detail.question,
      answerText(detail.answer),
      detail.description,
      detail.information?.text ?? null,
      ...detail.tags.map((tag) => tag.name),
    ]),
  };
}

const fileOf = ({ id, name, contentType, updatedAt: at }: WireFile): ActionFile => ({
  id,
  name,
  contentType,
  updatedAt: at,
});

function auditOf(detail: ActionDetail, row: ActionRow | null): ActionDocument['audit'] {
  if (detail.audit === null && !row?.audit) return null;
  return {
    id: detail.audit?.id ?? row?.audit?.id ?? null,
    number: detail.audit?.number ?? row?.audit?.number ?? null,
    name: detail.audit?.name ?? row?.audit?.name ?? null,
  };
}

/**
 * A corrective action as a document. The detail has all of it but the audit's number, which the list's row gives; a row
 * alone makes a document too, with what it has. Throws VendorError `unexpected-answer` when `detailJson` is no action.
 */
export function actionDocument(detailJson: unknown, listJson?: unknown): ActionDocument {
  const detail = mapOrRefuse('getCorrectiveAction', () => actionDetail.parse(detailJson));
  const row = actionRow.safeParse(listJson).data ?? null;
  const { information } = detail;
  return {
    name: detail.name ?? row?.name ?? detail.number ?? detail.id,
    number: detail.number ?? row?.number ?? null,
    description: detail.description,
    status: wordFor(STATUSES, detail.status),
    priority: wordFor(PRIORITIES, detail.priority),
    dueAt: detail.dueDateUtc,
    zone: detail.audit?.ianaTimeZone ?? row?.audit?.ianaTimeZone ?? null,
    audit: auditOf(detail, row),
    object: detail.auditObject?.name ?? row?.auditObject?.name ?? null,
    question: detail.question,
    answer: answerText(detail.answer),
    failed: detail.answer?.isFailed ?? null,
    tags: detail.tags.flatMap(({ name }) => name ?? []),
    people: peopleOf(detail),
    files: detail.files.map(fileOf),
    information: {
      text: information?.text ?? null,
      photoIds: information?.photosIds ?? [],
      files: information?.files.map(fileOf) ?? [],
    },
    createdAt: detail.createdAtUtc,
    approvedAt: detail.approvedAtUtc,
    expiredAt: detail.expiredAtUtc,
    expiredBy: detail.expiredBy?.name ?? null,
  };
}
