import type { WebhookEvent } from '../data/webhook-events.ts';
import { checkWrite } from './access.ts';
import { auditAt, auditsNamed, recordOf } from './audit-record.ts';
import { dateTime, optional, readBody, required, string, strings } from './body.ts';
import { orNull } from './body-kinds.ts';
import { newAudit } from './make-audits.ts';
import { checkReferences, isBlank, longestHint, readIds, refuseWhere } from './references.ts';
import { conflict } from './refusal.ts';
import { deletedAudits } from './removal.ts';
import { done, json, writeRecords, type Asked, type Operation } from './routes.ts';

const updateFields = {
  startDate: required(dateTime),
  endDate: required(dateTime),
  name: required(string),
  auditorHint: optional(string),
  assigneeId: optional(string),
};
const createFields = {
  ...updateFields,
  startDate: optional(dateTime),
  templateId: required(string),
  auditObjectId: required(string),
};
const reopenFields = {
  startDate: required(dateTime),
  endDate: required(dateTime),
  assigneesIds: optional(orNull(strings)),
};

/** @throws HTTPException 422 when an audit is due before it may begin. */
const checkOrder = (startDate: string, endDate: string): void =>
  refuseWhere(['endDate', endDate < startDate, 'is before startDate']);

/** @throws HTTPException 422 on a blank name, a hint of more than 2000 characters, or an end before the start. */
const checkPlan = (name: string, auditorHint: string | undefined, startDate: string, endDate: string): void => {
  refuseWhere(
    ['name', isBlank(name), 'is blank'],
    ['auditorHint', (auditorHint?.length ?? 0) > longestHint, `is longer than ${longestHint} characters`],
  );
  checkOrder(startDate, endDate);
};

/** Returns what the webhook is told when an audit gets these assignees. */
const assignedEvents = (before: readonly string[], after: readonly string[]): readonly WebhookEvent[] =>
  after.some((id) => !before.includes(id)) ? ['AUDIT_ASSIGNED'] : [];

const create = async ({ c, account, now, write }: Asked): Promise<Response> => {
  checkWrite(account, 'can-manage-audits');
  const { name, endDate, auditorHint, assigneeId, ...given } = await readBody(c, createFields);
  const { dataset } = account.tenant;
  // "If not provided, audit can be started immediately".
  const startDate = given.startDate ?? new Date(now).toISOString();
  checkPlan(name, auditorHint, startDate, endDate);
  const assigneeIds = assigneeId === undefined ? [] : [assigneeId];
  checkReferences(dataset, 'template', [given.templateId]);
  checkReferences(dataset, 'object', [given.auditObjectId]);
  checkReferences(dataset, 'user', assigneeIds);
  const [id = ''] = dataset.records.newIds('audit', 1);
  const plan = {
    name,
    auditorHint: auditorHint ?? null,
    templateId: given.templateId,
    objectId: given.auditObjectId,
    scheduleId: null,
    assigneeIds,
    start: startDate,
    due: endDate,
  };
  writeRecords(write, [newAudit(dataset, id, plan, now)], assignedEvents([], assigneeIds));
  return json(c, { id });
};

/** "It only works with one-time audits"; that it takes one that is not done yet follows from what it changes. */
const update = async (asked: Asked): Promise<Response> => {
  const { c, account, id, write } = asked;
  checkWrite(account, 'can-manage-audits');
  const { name, startDate, endDate, auditorHint, assigneeId } = await readBody(c, updateFields);
  const audit = auditAt(asked);
  if (audit.scheduleId !== null) throw conflict('audit/not-one-time');
  if (audit.state !== 'pending') throw conflict('audit/not-pending');
  checkPlan(name, auditorHint, startDate, endDate);
  const { dataset } = account.tenant;
  // "If not provided, the audit will become unassigned"; a hint that is left out is none, either.
  const assigneeIds = assigneeId === undefined ? [] : [assigneeId];
  checkReferences(dataset, 'user', assigneeIds);
  const before = recordOf(dataset, audit);
  const value = { ...before, name, auditorHint: auditorHint ?? null, assigneeIds, start: startDate, due: endDate };
  writeRecords(write, [{ kind: 'audit', id, value }], assignedEvents(before.assigneeIds, assigneeIds));
  return done(c);
};

/** A reopened audit keeps who began it and its corrective actions, and loses its result. */
const reopen = async (asked: Asked): Promise<Response> => {
  const { c, account, id, write } = asked;
  checkWrite(account, 'can-manage-audits');
  const { startDate, endDate, assigneesIds } = await readBody(c, reopenFields);
  const audit = auditAt(asked);
  if (audit.state !== 'complete') throw conflict('audit/not-completed');
  checkOrder(startDate, endDate);
  const { dataset } = account.tenant;
  const before = recordOf(dataset, audit);
  // "null = no change, empty array = remove all assignees"; left out is taken as null.
  const assigneeIds =
    assigneesIds === undefined || assigneesIds === null ? before.assigneeIds : [...new Set(assigneesIds)];
  if (assigneesIds !== undefined && assigneesIds !== null) checkReferences(dataset, 'user', assigneeIds);
  const value = { ...before, assigneeIds, start: startDate, due: endDate, isReopened: true };
  const events = ['AUDIT_RESCHEDULED' as const, ...assignedEvents(before.assigneeIds, assigneeIds)];
  writeRecords(write, [{ kind: 'audit', id, value }], events);
  return done(c);
};

const expire = async ({ c, account, write }: Asked): Promise<Response> => {
  checkWrite(account, 'can-manage-audits');
  const ids = await readIds(c);
  const { dataset } = account.tenant;
  const audits = auditsNamed(dataset, ids);
  // "Manually expire incomplete audits": one that is done, or expired, is none.
  if (audits.some(({ state }) => state !== 'pending')) throw conflict('audit/not-pending');
  writeRecords(
    write,
    audits.map((audit) => ({ kind: 'audit', id: audit.id, value: { ...recordOf(dataset, audit), state: 'expired' } })),
    audits.map(() => 'AUDIT_EXPIRED'),
  );
  return done(c);
};

const remove = async ({ c, account, write }: Asked): Promise<Response> => {
  checkWrite(account, 'can-manage-audits');
  const ids = await readIds(c);
  const { changes, events } = deletedAudits(auditsNamed(account.tenant.dataset, ids));
  writeRecords(write, changes, events);
  return done(c);
};

/** The operations of "Audits" that write. */
export const auditWriteOperations: readonly Operation[] = [
  { name: 'createOneTimeAudit', method: 'POST', path: '/audit', answer: create },
  { name: 'deleteAudits', method: 'DELETE', path: '/audit', answer: remove },
  { name: 'expireAudits', method: 'POST', path: '/audit/expire', answer: expire },
  { name: 'reopenAudit', method: 'POST', path: '/audit/reopen/{id}', answer: reopen },
  { name: 'updateOneTimeAudit', method: 'PUT', path: '/audit/{id}', answer: update },
];
