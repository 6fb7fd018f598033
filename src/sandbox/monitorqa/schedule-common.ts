import type { Dataset } from '../data/dataset.ts';
import type { ScheduleRecord } from '../data/record-types.ts';
import { dateTime, optional, required, string, strings, type FieldValues } from './body.ts';
import { flag } from './body-kinds.ts';
import { checkGroups, checkReferences, isBlank, longestHint, refuseWhere } from './references.ts';
import { refusal } from './refusal.ts';

/** What every write of a schedule may say. */
export const sharedFields = {
  auditObjectIds: optional(strings),
  auditObjectGroupIds: optional(strings),
  name: required(string),
  auditorHint: optional(string),
  assigneesIds: optional(strings),
  active: optional(flag),
  startFromDate: optional(dateTime),
  stopByDate: optional(dateTime),
};

/** What a body says of a schedule beside its template and pattern. */
type Common = Pick<
  ScheduleRecord,
  'name' | 'active' | 'objectIds' | 'groupIds' | 'assigneeIds' | 'auditorHint' | 'startFromDate' | 'stopByDate'
>;

/**
 * Returns what a body says; what is left out is nothing, or active.
 * @throws HTTPException 400 without an object and a group, 409 when it names what is not there, 422 on a blank name, a
 * long hint, or an end before the start.
 */
export const commonOf = (dataset: Dataset, values: FieldValues<typeof sharedFields>): Common => {
  const { name, auditObjectIds = [], auditObjectGroupIds = [], assigneesIds = [], auditorHint = null } = values;
  const { active = true, startFromDate = null, stopByDate = null } = values;
  if (auditObjectIds.length === 0 && auditObjectGroupIds.length === 0) {
    const details = { auditObjectIds: 'required when auditObjectGroupIds is not provided' };
    throw refusal(400, 'BAD_REQUEST', 'The body is not as documented.', details);
  }
  const isEmpty = startFromDate !== null && stopByDate !== null && stopByDate < startFromDate;
  refuseWhere(
    ['name', isBlank(name), 'is blank'],
    ['auditorHint', (auditorHint?.length ?? 0) > longestHint, `is longer than ${longestHint} characters`],
    ['stopByDate', isEmpty, 'is before startFromDate'],
  );
  checkReferences(dataset, 'object', auditObjectIds);
  checkGroups(dataset, auditObjectGroupIds);
  checkReferences(dataset, 'user', assigneesIds);
  return {
    name,
    active,
    objectIds: [...new Set(auditObjectIds)],
    groupIds: [...new Set(auditObjectGroupIds)],
    assigneeIds: [...new Set(assigneesIds)],
    auditorHint,
    startFromDate,
    stopByDate,
  };
};
