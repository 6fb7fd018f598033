import type { Dataset } from '../data/dataset.ts';
import { createdFrom } from '../data/identifiers.ts';
import type { AuditRecord, ScheduleRecord } from '../data/record-types.ts';
import type { RecordChange } from '../data/records.ts';
import { writeRecords, type Write } from './routes.ts';
import { duePeriods } from './run-schedule.ts';
import type { Tenant } from './tenants.ts';

/** Audits created here are numbered from here on in every year, which the data set never reaches. */
const firstNumber = 900_000;

/** What a new audit is made from; the rest is the same for all. */
export type AuditPlan = Pick<
  AuditRecord,
  'name' | 'auditorHint' | 'templateId' | 'objectId' | 'scheduleId' | 'assigneeIds' | 'start' | 'due'
>;

/** Returns the change that makes a new, pending audit; `now` (milliseconds since 1970) gives the year of its number. */
export const newAudit = ({ identifiers }: Dataset, id: string, plan: AuditPlan, now: number): RecordChange<'audit'> => {
  const place = (identifiers.decode(id)?.record ?? createdFrom) - createdFrom + 1;
  const value: AuditRecord = {
    ...plan,
    number: `AUD-${new Date(now).getUTCFullYear()}-${firstNumber + place}`,
    state: 'pending',
    startedAt: null,
    startedById: null,
    isReopened: false,
    wasComplete: false,
  };
  return { kind: 'audit', id, value };
};

/** Returns the objects a schedule audits: those it names and those of its groups, as far as they are there. */
const objectsOf = ({ records }: Dataset, { objectIds, groupIds }: ScheduleRecord): readonly string[] => {
  const isWanted = (id: string, groups: readonly string[]): boolean =>
    objectIds.includes(id) || groups.some((group) => groupIds.includes(group));
  return records.object
    .all()
    .filter(([id, object]) => isWanted(id, object.groupIds))
    .map(([id]) => id);
};

/**
 * Makes the audits that a company's schedules owe at `now` (milliseconds since 1970). The audits of schedules the data
 * set began with come with it.
 */
export const makeDueAudits = ({ dataset }: Tenant, write: Write, now: number): void => {
  const { records } = dataset;
  if (!records.schedule.isWritten()) return;
  for (const [scheduleId, schedule] of records.schedule.changes()) {
    const due = schedule === null ? null : duePeriods(schedule, now);
    if (schedule === null || due === null) continue;
    const assigneeIds = schedule.assigneeIds.filter((id) => records.user.get(id) !== null);
    const { name, auditorHint, templateId } = schedule;
    const plans = due.periods.flatMap(({ start, end }) =>
      objectsOf(dataset, schedule).map((objectId): AuditPlan => {
        const dates = { start: new Date(start).toISOString(), due: new Date(end).toISOString() };
        return { name, auditorHint, templateId, objectId, scheduleId, assigneeIds, ...dates };
      }),
    );
    const ids = records.newIds('audit', plans.length);
    writeRecords(
      write,
      [
        ...plans.map((plan, index) => newAudit(dataset, ids[index] ?? '', plan, now)),
        { kind: 'schedule', id: scheduleId, value: { ...schedule, madeUntil: due.madeUntil } },
      ],
      assigneeIds.length === 0 ? [] : plans.map(() => 'AUDIT_ASSIGNED'),
    );
  }
};
