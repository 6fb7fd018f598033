import { AppError } from '../../../shared/errors/app-error.ts';
import type { ActionChanges } from '../../../shared/model/action-document.ts';
import type { FieldChange } from '../../../shared/model/outbox.ts';
import type { PlannedCall } from '../core/operation.ts';
import { PRIORITIES, STATUSES } from './known-words.ts';
import { mapOrRefuse, unexpectedAnswer, wordFor } from './map-common.ts';
import { actionDetail, type ActionDetail } from './schemas/corrective-actions.ts';

const READ = 'getCorrectiveAction';

/** What the PUT must say and the detail does not: without it nothing can be changed, and nothing is guessed. */
function needed<Value>(value: Value | null | undefined, field: string): Value {
  if (value === null || value === undefined) throw unexpectedAnswer(READ, field);
  return value;
}

/** Fields that a detail has and no row of a list, so that a row is never taken for one: it would wipe what it lacks. */
const DETAIL_FIELDS = ['description', 'question', 'auditItemId', 'information', 'tags', 'files'];

/** The detail, with nothing lost on the way that the PUT would then wipe at the vendor. */
function readDetail(json: unknown): ActionDetail {
  const detail = mapOrRefuse(READ, () => actionDetail.parse(json));
  const given = new Map<string, unknown>(Object.entries(Object(json)));
  if (!DETAIL_FIELDS.some((field) => given.has(field))) throw unexpectedAnswer(READ, 'description');
  const assigned = given.get('assignedUsers');
  const isWhole = assigned === null || (Array.isArray(assigned) && assigned.length === detail.assignedUsers.length);
  if (!isWhole) throw unexpectedAnswer(READ, 'assignedUsers');
  return detail;
}

/** A word of the model as the document's number. */
function numberOf(words: readonly string[], word: string): number {
  const number = words.indexOf(word);
  if (number < 0) throw new AppError('bad-input', `MonitorQA knows no ${word}.`, { data: { field: 'changes' } });
  return number;
}

/** The number that the detail gives, also one the document does not know. */
function numberIn(value: string | null, field: string): number {
  const number = Number(needed(value, field));
  if (!Number.isInteger(number)) throw unexpectedAnswer(READ, field);
  return number;
}

function momentOf(text: string): string {
  const moment = new Date(text);
  if (!Number.isNaN(moment.getTime())) return moment.toISOString();
  throw new AppError('bad-input', 'The due date is no date.', { data: { field: 'changes.dueAt' } });
}

const assigneeIds = (detail: ActionDetail): readonly string[] =>
  detail.assignedUsers.map(({ id }, place) => needed(id, `assignedUsers.${place}.id`));

const sameIds = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((id) => right.includes(id));

type NameOf = (vendorId: string) => string | null;

function assigneeChange(detail: ActionDetail, ids: readonly string[], nameOf: NameOf): readonly FieldChange[] {
  if (sameIds([...new Set(assigneeIds(detail))], ids)) return [];
  const known = new Map(detail.assignedUsers.map(({ id, name }) => [id, name]));
  const names = (of: readonly string[]) => of.map((id) => known.get(id) ?? nameOf(id) ?? id);
  return [{ field: 'assignees', before: names(assigneeIds(detail)), after: names(ids) }];
}

const fieldChange = (field: string, before: unknown, after: unknown): readonly FieldChange[] =>
  after === undefined || before === after ? [] : [{ field, before, after }];

/** None and empty are the same to a field that can only be sent as text. */
function descriptionChange(before: string | null, after: string | null | undefined): readonly FieldChange[] {
  return after === undefined || (before ?? '') === (after ?? '') ? [] : fieldChange('description', before, after);
}

function changesOf(detail: ActionDetail, changes: ActionChanges, nameOf: NameOf): readonly FieldChange[] {
  const { status, priority, dueAt, assignees, name, description } = changes;
  return [
    ...fieldChange('status', wordFor(STATUSES, detail.status), status),
    ...fieldChange('priority', wordFor(PRIORITIES, detail.priority), priority),
    ...fieldChange('dueAt', detail.dueDateUtc, dueAt === undefined ? undefined : momentOf(dueAt)),
    ...(assignees === undefined ? [] : assigneeChange(detail, [...new Set(assignees)], nameOf)),
    ...fieldChange('name', detail.name, name),
    ...descriptionChange(detail.description, description),
  ];
}

/**
 * The call that changes a corrective action, and what it changes in the model's words. Every field of the PUT is sent,
 * filled from `freshDetail` where nothing else is asked for: a description left out is wiped, and of assignees left out
 * the document says nothing. Throws AppError `bad-input` when
 * nothing would change, VendorError `unexpected-answer` when the detail lacks what the PUT
 * must say, or is a row of a list.
 */
export function changeAction(
  freshDetail: unknown,
  changes: ActionChanges,
  nameOf: NameOf = () => null,
): PlannedCall & { readonly changes: readonly FieldChange[] } {
  const detail = readDetail(freshDetail);
  const { status, priority, dueAt, assignees, name, description } = changes;
  const made = changesOf(detail, changes, nameOf);
  if (made.length === 0) {
    throw new AppError('bad-input', 'The action is like this already; nothing would change.', {
      data: { field: 'changes' },
    });
  }
  const body = {
    assignedUsersIds: [...new Set(assignees ?? assigneeIds(detail))],
    description: (description === undefined ? detail.description : description) ?? '',
    name: name ?? needed(detail.name, 'name'),
    dueDateUtc: dueAt === undefined ? needed(detail.dueDateUtc, 'dueDateUtc') : momentOf(dueAt),
    status: status === undefined ? numberIn(detail.status, 'status') : numberOf(STATUSES, status),
    priority: priority === undefined ? numberIn(detail.priority, 'priority') : numberOf(PRIORITIES, priority),
  };
  return { operation: 'updateCorrectiveAction', params: { path: { id: detail.id }, body }, changes: made };
}
