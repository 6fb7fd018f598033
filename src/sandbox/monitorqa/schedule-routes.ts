import type { Dataset } from '../data/dataset.ts';
import type { ScheduleRecord } from '../data/record-types.ts';
import { paging } from './filters.ts';
import { pageOf } from './lists.ts';
import { aText, readQuery } from './query.ts';
import { recordAt } from './references.ts';
import { json, type Operation } from './routes.ts';
import {
  createDaily,
  createMonthly,
  createMultipleWeeks,
  createWeekly,
  deleteSchedules,
  updateSchedule,
} from './schedule-writes.ts';

/** "Number of items per page (default: 10)". */
const defaultPageSize = 10;

/** Returns the parts of a schedule that are written the same in the list and in the details. */
const partsOf = (dataset: Dataset, schedule: ScheduleRecord, now: number) => {
  const { records, identifiers, siteGroups } = dataset;
  const { templateId, objectIds, groupIds, assigneeIds, stopByDate } = schedule;
  const named = (shelf: { readonly get: (id: string) => { readonly name: string } | null }, id: string) => {
    const record = shelf.get(id);
    return record === null ? [] : [{ id, name: record.name }];
  };
  return {
    template: { id: templateId, name: records.template.known(templateId)?.name ?? '' },
    assignees: assigneeIds.flatMap((id) => named(records.user, id)),
    auditObjects: objectIds.flatMap((id) => named(records.object, id)),
    auditObjectGroups: siteGroups
      .map(({ index, name }) => ({ id: identifiers.encode('siteGroup', index), name }))
      .filter(({ id }) => groupIds.includes(id)),
    // "Schedule will be deactivated after this date".
    active: schedule.active && (stopByDate === null || now <= Date.parse(stopByDate)),
  };
};

const rowOf = (dataset: Dataset, id: string, schedule: ScheduleRecord, now: number) => {
  const { template, auditObjects, auditObjectGroups, active } = partsOf(dataset, schedule, now);
  return {
    id,
    name: schedule.name,
    repeatPattern: schedule.repeatPattern,
    active,
    stopByDate: schedule.stopByDate,
    startFromDate: schedule.startFromDate,
    template,
    repeat: schedule.repeat,
    auditObjects,
    auditObjectGroups,
  };
};

const detailOf = (dataset: Dataset, id: string, schedule: ScheduleRecord, now: number) => {
  const { active, ...parts } = partsOf(dataset, schedule, now);
  return {
    id,
    name: schedule.name,
    active,
    stopByDate: schedule.stopByDate,
    startFromDate: schedule.startFromDate,
    auditorHint: schedule.auditorHint,
    ...parts,
    repeatPattern: schedule.repeatPattern,
    repeat: schedule.repeat,
  };
};

/** The operations of "Schedules". The list is called one of active schedules and yet says of each whether it is: it has
 * all, as nobody could find an inactive one otherwise. */
export const scheduleOperations: readonly Operation[] = [
  { name: 'createDailySchedule', method: 'POST', path: '/schedules/daily', answer: createDaily },
  { name: 'createWeeklySchedule', method: 'POST', path: '/schedules/weekly', answer: createWeekly },
  {
    name: 'createMultipleWeeksSchedule',
    method: 'POST',
    path: '/schedules/multiple-weeks',
    answer: createMultipleWeeks,
  },
  { name: 'createMonthlySchedule', method: 'POST', path: '/schedules/monthly', answer: createMonthly },
  {
    name: 'listSchedules',
    method: 'GET',
    path: '/schedules',
    answer: ({ c, account: { tenant }, now }) => {
      const readers = { ...paging, auditObjectId: aText, auditObjectGroupId: aText };
      const { auditObjectId, auditObjectGroupId, ...query } = readQuery(c.req.url, readers);
      const found = tenant.dataset.records.schedule
        .all()
        .filter(([, { objectIds }]) => auditObjectId === undefined || objectIds.includes(auditObjectId))
        .filter(([, { groupIds }]) => auditObjectGroupId === undefined || groupIds.includes(auditObjectGroupId));
      const row = ([id, schedule]: (typeof found)[number]) => rowOf(tenant.dataset, id, schedule, now);
      return json(c, pageOf(found, query, c.get('vanishedRows') ?? 0, row, defaultPageSize));
    },
  },
  { name: 'deleteSchedules', method: 'DELETE', path: '/schedules', answer: deleteSchedules },
  {
    name: 'getSchedule',
    method: 'GET',
    path: '/schedules/{scheduleId}',
    answer: ({ c, account: { tenant }, id, now }) => {
      readQuery(c.req.url, {});
      const schedule = recordAt(tenant.dataset, 'schedule', id, 'The schedule');
      return json(c, detailOf(tenant.dataset, id, schedule, now));
    },
  },
  { name: 'updateSchedule', method: 'PUT', path: '/schedules/{scheduleId}', answer: updateSchedule },
];
