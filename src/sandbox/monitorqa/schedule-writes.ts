import type { Dataset } from '../data/dataset.ts';
import type { Pattern, ScheduleRecord } from '../data/record-types.ts';
import type { RecordChange } from '../data/records.ts';
import { checkWrite } from './access.ts';
import { enumeration, object, readBody, required, string, type Fields, type FieldValues } from './body.ts';
import { makeDueAudits } from './make-audits.ts';
import { checkReferences, readIds, recordAt } from './references.ts';
import { closingOf, deletedAudits, pendingAudits } from './removal.ts';
import { done, json, writeRecords, type Asked } from './routes.ts';
import { patternFields, readPattern } from './schedule-body.ts';
import { commonOf, sharedFields } from './schedule-common.ts';

const createFields = { ...sharedFields, templateId: required(string) };
const updateFields = {
  ...sharedFields,
  repeatPattern: required(enumeration<Pattern['repeatPattern']>(5)),
  repeat: required(object),
};

/** Returns what creates a schedule of one pattern. */
const createBy =
  (repeatPattern: Pattern['repeatPattern'], fields: Fields) =>
  async ({ c, account, now, write }: Asked): Promise<Response> => {
    checkWrite(account, 'can-manage-schedules');
    const { dataset } = account.tenant;
    const body: Readonly<Record<string, unknown>> = await readBody(c, { ...createFields, ...fields });
    // Every field was read; what is not the pattern's is the schedule's.
    const values = body as FieldValues<typeof createFields>;
    const options = Object.fromEntries(Object.entries(body).filter(([name]) => Object.hasOwn(fields, name)));
    const pattern = readPattern(repeatPattern, options, '');
    const common = commonOf(dataset, values);
    checkReferences(dataset, 'template', [values.templateId]);
    const [id = ''] = dataset.records.newIds('schedule', 1);
    const plannedAt = new Date(now).toISOString();
    const value = { ...pattern, ...common, templateId: values.templateId, plannedAt, madeUntil: null };
    writeRecords(write, [{ kind: 'schedule', id, value }]);
    makeDueAudits(account.tenant, write, now);
    return json(c, { id });
  };

export const createDaily = createBy(1, patternFields.daily);
export const createMultipleWeeks = createBy(2, patternFields.multipleWeeks);
export const createMonthly = createBy(3, patternFields.monthly);
export const createWeekly = createBy(4, patternFields.weekly);

/** Returns what decides when a schedule makes which audits. */
const planOf = ({ repeatPattern, repeat, active, objectIds, groupIds, startFromDate, stopByDate }: ScheduleRecord) =>
  JSON.stringify([repeatPattern, repeat, active, objectIds, groupIds, startFromDate, stopByDate]);

/**
 * Returns what makes a schedule begin anew at `now`: its unstarted audits of the future are gone, and the periods that
 * began stay. The document says nothing of the audits of a schedule that is changed.
 */
const replanned = (dataset: Dataset, id: string, schedule: ScheduleRecord, now: number) => {
  const own = pendingAudits(dataset).filter(({ scheduleId }) => scheduleId === id);
  const [coming, begun] = [own.filter(({ start }) => start > now), own.filter(({ start }) => start <= now)];
  const latest = Math.max(...begun.map(({ start }) => start));
  const { changes, events } = deletedAudits(coming.filter(({ isUnstarted }) => isUnstarted));
  const value: ScheduleRecord = {
    ...schedule,
    plannedAt: new Date(now).toISOString(),
    madeUntil: Number.isFinite(latest) ? new Date(latest).toISOString() : null,
  };
  const written: readonly RecordChange[] = [{ kind: 'schedule', id, value }, closingOf(dataset, id), ...changes];
  return { changes: written, events };
};

/** Answers "Update schedule"; a template is no field of it. */
export const updateSchedule = async ({ c, account, id, now, write }: Asked): Promise<Response> => {
  checkWrite(account, 'can-manage-schedules');
  const { dataset } = account.tenant;
  const { repeatPattern, repeat, ...values } = await readBody(c, updateFields);
  const before = recordAt(dataset, 'schedule', id, 'The schedule');
  const pattern = readPattern(repeatPattern, repeat, 'repeat.');
  // Of a one-time schedule these three are ignored.
  const given =
    repeatPattern === 0 ? { ...values, active: true, startFromDate: undefined, stopByDate: undefined } : values;
  const { templateId, plannedAt, madeUntil } = before;
  const value: ScheduleRecord = { ...pattern, ...commonOf(dataset, given), templateId, plannedAt, madeUntil };
  const { changes, events } =
    planOf(value) === planOf(before)
      ? { changes: [{ kind: 'schedule', id, value } as const], events: [] }
      : replanned(dataset, id, value, now);
  writeRecords(write, changes, events);
  makeDueAudits(account.tenant, write, now);
  return done(c);
};

/** Answers "Delete schedules": "All unstarted audits for the selected schedules will be deleted." */
export const deleteSchedules = async ({ c, account, write }: Asked): Promise<Response> => {
  checkWrite(account, 'can-manage-schedules');
  const ids = await readIds(c);
  const { dataset } = account.tenant;
  checkReferences(dataset, 'schedule', ids);
  const unstarted = pendingAudits(dataset).filter(
    ({ scheduleId, isUnstarted }) => isUnstarted && scheduleId !== null && ids.includes(scheduleId),
  );
  const { changes, events } = deletedAudits(unstarted);
  const gone = ids.flatMap((id): readonly RecordChange[] => [
    { kind: 'schedule', id, value: null },
    closingOf(dataset, id),
  ]);
  writeRecords(write, [...gone, ...changes], events);
  return done(c);
};
