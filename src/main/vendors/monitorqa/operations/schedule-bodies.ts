import { z } from 'zod';
import { auditorHint, filled, moment } from './given-fields.ts';

/** "Repeat Patterns". A one-time schedule can be changed, and not be made. */
const REPEAT_PATTERNS = { oneTime: 0, daily: 1, multipleWeeks: 2, monthly: 3, weekly: 4 } as const;

const LIKE = 'UTC, like 2024-01-31T08:00:00.000Z';

/** The range is stated for daily schedules and for what a read shows, and taken for all. */
const every = (unit: string) => z.int().min(1).max(10).describe(`How many ${unit} from one audit to the next, 1 to 10`);

const DAYS = '0 Sunday, 1 Monday, 2 Tuesday, 3 Wednesday, 4 Thursday, 5 Friday, 6 Saturday';
const dayOfWeek = z.int().min(0).max(6);

const aboveZero = z.int().min(1);

/** "StartRule types". */
const startRule = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal(0).describe('0: on a day of the month'),
      day: z.int().min(1).max(31).describe('Day of the month, 1 to 31; a shorter month takes its last day'),
    }),
    z.strictObject({
      type: z.literal(1).describe('1: on the first day of a month of the cycle'),
      cycleMonthStart: aboveZero.describe('Which month of the cycle, from 1; a cycle has repeatEvery months'),
    }),
  ])
  .describe('When each audit begins');

/** "EndRule types". MonitorQA ends an audit a day before the next one begins, whatever the rule says. */
const endRule = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal(0).describe('0: at the end of a month of the cycle'),
      cycleMonthEnd: aboveZero.describe('Which month, from 1: the one in which the audit began'),
    }),
    z.strictObject({
      type: z.literal(1).describe('1: some days after it began'),
      days: aboveZero.describe('How many days after the start'),
    }),
    z.strictObject({
      type: z.literal(2).describe('2: some weeks after it began'),
      weeks: aboveZero.describe('How many weeks after the start'),
    }),
    z.strictObject({ type: z.literal(3).describe('3: the day before the next one begins') }),
  ])
  .describe('When each audit ends');

const daily = { repeatEvery: every('days') };

const weekly = {
  daysOfWeek: z.array(dayOfWeek).min(1, 'must name at least one day').describe(`The days of the week: ${DAYS}`),
  repeatEvery: every('weeks'),
};

const multipleWeeks = {
  repeatEvery: every('weeks'),
  startDay: dayOfWeek.describe(`The day of the week on which audits begin: ${DAYS}`),
  duration: aboveZero.describe('How many days an audit is open, 1 to seven times repeatEvery'),
};

const fitsItsWeeks = ({ duration, repeatEvery }: { readonly duration: number; readonly repeatEvery: number }) =>
  duration <= repeatEvery * 7;

const tooLong = { path: ['duration'], message: 'must not be longer than repeatEvery weeks' };

const monthly = { repeatEvery: every('months'), startRule, endRule };

const oneTime = {
  startDate: moment.describe(`When the audit may begin, ${LIKE}`),
  endDate: moment.describe(`When the audit is due, ${LIKE}`),
};

const schedule = {
  auditObjectIds: z.array(filled).optional().describe('Ids of the audit objects; needed when there are no groups'),
  auditObjectGroupIds: z
    .array(filled)
    .optional()
    .describe('Ids of the groups of audit objects; needed when there are no objects'),
  name: filled.describe('The schedule’s name'),
  auditorHint: auditorHint.optional(),
  assigneesIds: z.array(filled).optional().describe('Ids of the users who are to do the audits'),
  active: z.boolean().optional().describe('Only an active schedule makes audits; left out, it is active'),
  startFromDate: moment.optional().describe(`From when on it makes audits, ${LIKE}`),
  stopByDate: moment.optional().describe(`After when it makes no more audits, ${LIKE}`),
};

interface Given {
  readonly auditObjectIds?: readonly string[] | undefined;
  readonly auditObjectGroupIds?: readonly string[] | undefined;
}

/** Both at once are not excluded. */
const hasObjects = ({ auditObjectIds = [], auditObjectGroupIds = [] }: Given): boolean =>
  auditObjectIds.length + auditObjectGroupIds.length > 0;

const noObjects = { path: ['auditObjectIds'], message: 'must name an audit object, unless a group is named' };

const newSchedule = { templateId: filled.describe('Id of the template; it cannot change later'), ...schedule };

export const dailyBody = z.strictObject({ ...newSchedule, ...daily }).refine(hasObjects, noObjects);

export const weeklyBody = z.strictObject({ ...newSchedule, ...weekly }).refine(hasObjects, noObjects);

export const multipleWeeksBody = z
  .strictObject({ ...newSchedule, ...multipleWeeks })
  .refine(hasObjects, noObjects)
  .refine(fitsItsWeeks, tooLong);

export const monthlyBody = z.strictObject({ ...newSchedule, ...monthly }).refine(hasObjects, noObjects);

const changed = <Pattern extends number, Repeat extends z.ZodType>(pattern: Pattern, name: string, repeat: Repeat) =>
  z.strictObject({
    ...schedule,
    repeatPattern: z.literal(pattern).describe(`${pattern}: ${name}`),
    repeat: repeat.describe('How it repeats'),
  });

/** "Update schedule": `repeatPattern` says which form `repeat` has. */
export const updateBody = z
  .discriminatedUnion('repeatPattern', [
    changed(REPEAT_PATTERNS.oneTime, 'once', z.strictObject(oneTime)),
    changed(REPEAT_PATTERNS.daily, 'every so many days', z.strictObject(daily)),
    changed(
      REPEAT_PATTERNS.multipleWeeks,
      'every so many weeks from one day on',
      z.strictObject(multipleWeeks).refine(fitsItsWeeks, tooLong),
    ),
    changed(REPEAT_PATTERNS.monthly, 'every so many months', z.strictObject(monthly)),
    changed(REPEAT_PATTERNS.weekly, 'on days of the week', z.strictObject(weekly)),
  ])
  .refine(hasObjects, noObjects);
