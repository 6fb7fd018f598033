import { sends, type RefusedVector, type Vector } from './vector.ts';

const daily = {
  templateId: '123e4567-e89b-12d3-a456-426614174000',
  auditObjectIds: ['456e7890-e89b-12d3-a456-426614174000', '789e0123-e89b-12d3-a456-426614174000'],
  name: 'Daily Safety Inspections',
  auditorHint: 'Focus on emergency exits and safety equipment',
  assigneesIds: ['abc12345-e89b-12d3-a456-426614174000', 'def67890-e89b-12d3-a456-426614174000'],
  repeatEvery: 1,
  active: true,
  startFromDate: '2024-01-01T08:00:00.000Z',
  stopByDate: '2024-12-31T23:59:59.000Z',
};

const weekly = {
  templateId: '123e4567-e89b-12d3-a456-426614174000',
  auditObjectIds: ['456e7890-e89b-12d3-a456-426614174000', '789e0123-e89b-12d3-a456-426614174000'],
  name: 'Weekly Operations Check',
  auditorHint: 'Review daily operations and maintenance logs',
  assigneesIds: ['abc12345-e89b-12d3-a456-426614174000', 'def67890-e89b-12d3-a456-426614174000'],
  daysOfWeek: [1, 3, 5],
  repeatEvery: 2,
  active: true,
  startFromDate: '2024-01-01T08:00:00.000Z',
  stopByDate: '2024-12-31T23:59:59.000Z',
};

const multipleWeeks = {
  templateId: '123e4567-e89b-12d3-a456-426614174000',
  auditObjectIds: ['456e7890-e89b-12d3-a456-426614174000', '789e0123-e89b-12d3-a456-426614174000'],
  name: 'Bi-weekly Equipment Check',
  auditorHint: 'Check all safety equipment and machinery',
  assigneesIds: ['abc12345-e89b-12d3-a456-426614174000', 'def67890-e89b-12d3-a456-426614174000'],
  repeatEvery: 2,
  startDay: 1,
  duration: 3,
  active: true,
  startFromDate: '2024-01-01T08:00:00.000Z',
  stopByDate: '2024-12-31T23:59:59.000Z',
};

const monthly = {
  templateId: '123e4567-e89b-12d3-a456-426614174000',
  auditObjectIds: ['456e7890-e89b-12d3-a456-426614174000', '789e0123-e89b-12d3-a456-426614174000'],
  name: 'Monthly Compliance Review',
  auditorHint: 'Review all compliance documentation and procedures',
  assigneesIds: ['abc12345-e89b-12d3-a456-426614174000', 'def67890-e89b-12d3-a456-426614174000'],
  repeatEvery: 1,
  startRule: { type: 0, day: 29 },
  endRule: { type: 1, days: 3 },
  active: true,
  startFromDate: '2024-01-01T08:00:00.000Z',
  stopByDate: '2024-12-31T23:59:59.000Z',
};

/** "Schedules" of MonitorQA's document: the four that can be made. */
export const vectors: readonly Vector[] = [
  {
    operation: 'createDailySchedule',
    section: 'Schedules: Create daily schedule',
    ...sends('POST', '/schedules/daily', { body: daily }),
    answer: { status: 200, body: { id: '901234op-qrst-567g-hijk-678901234567' } },
  },
  {
    operation: 'createWeeklySchedule',
    section: 'Schedules: Create weekly schedule',
    ...sends('POST', '/schedules/weekly', { body: weekly }),
    answer: { status: 200, body: { id: '345678op-qrst-567g-hijk-678901234569' } },
  },
  {
    operation: 'createMultipleWeeksSchedule',
    section: 'Schedules: Create multiple weeks schedule',
    ...sends('POST', '/schedules/multiple-weeks', { body: multipleWeeks }),
    answer: { status: 200, body: { id: '901234op-qrst-567g-hijk-678901234567' } },
  },
  {
    operation: 'createMonthlySchedule',
    section: 'Schedules: Create monthly schedule',
    ...sends('POST', '/schedules/monthly', { body: monthly }),
    answer: { status: 200, body: { id: '456789op-qrst-567g-hijk-678901234570' } },
    corrected: 'The example has a comma behind the last field of startRule, which JSON does not allow; it is left out.',
  },
];

/** What the same pages forbid. */
export const refused: readonly RefusedVector[] = [
  { operation: 'createDailySchedule', params: { body: { ...daily, templateId: undefined } }, field: 'body.templateId' },
  {
    operation: 'createDailySchedule',
    params: { body: { ...daily, auditObjectIds: undefined } },
    field: 'body.auditObjectIds',
  },
  {
    operation: 'createDailySchedule',
    params: { body: { ...daily, auditObjectIds: [], auditObjectGroupIds: [] } },
    field: 'body.auditObjectIds',
  },
  { operation: 'createDailySchedule', params: { body: { ...daily, name: ' ' } }, field: 'body.name' },
  {
    operation: 'createDailySchedule',
    params: { body: { ...daily, auditorHint: 'x'.repeat(2001) } },
    field: 'body.auditorHint',
  },
  { operation: 'createDailySchedule', params: { body: { ...daily, repeatEvery: 0 } }, field: 'body.repeatEvery' },
  { operation: 'createDailySchedule', params: { body: { ...daily, repeatEvery: 11 } }, field: 'body.repeatEvery' },
  { operation: 'createDailySchedule', params: { body: { ...daily, active: 'yes' } }, field: 'body.active' },
  {
    operation: 'createDailySchedule',
    params: { body: { ...daily, startFromDate: '2024-01-01' } },
    field: 'body.startFromDate',
  },
  {
    operation: 'createDailySchedule',
    params: { body: { ...daily, stopByDate: '31.12.2024' } },
    field: 'body.stopByDate',
  },
  {
    operation: 'createWeeklySchedule',
    params: { body: { ...weekly, auditObjectIds: undefined } },
    field: 'body.auditObjectIds',
  },
  {
    operation: 'createWeeklySchedule',
    params: { body: { ...weekly, daysOfWeek: undefined } },
    field: 'body.daysOfWeek',
  },
  { operation: 'createWeeklySchedule', params: { body: { ...weekly, daysOfWeek: [] } }, field: 'body.daysOfWeek' },
  {
    operation: 'createWeeklySchedule',
    params: { body: { ...weekly, daysOfWeek: [1, 7] } },
    field: 'body.daysOfWeek.1',
  },
  { operation: 'createWeeklySchedule', params: { body: { ...weekly, repeatEvery: 11 } }, field: 'body.repeatEvery' },
  {
    operation: 'createMultipleWeeksSchedule',
    params: { body: { ...multipleWeeks, auditObjectIds: undefined } },
    field: 'body.auditObjectIds',
  },
  {
    operation: 'createMultipleWeeksSchedule',
    params: { body: { ...multipleWeeks, startDay: 7 } },
    field: 'body.startDay',
  },
  {
    operation: 'createMultipleWeeksSchedule',
    params: { body: { ...multipleWeeks, duration: 0 } },
    field: 'body.duration',
  },
  {
    operation: 'createMultipleWeeksSchedule',
    params: { body: { ...multipleWeeks, duration: 15 } },
    field: 'body.duration',
  },
  {
    operation: 'createMultipleWeeksSchedule',
    params: { body: { ...multipleWeeks, repeatEvery: 11 } },
    field: 'body.repeatEvery',
  },
  {
    operation: 'createMonthlySchedule',
    params: { body: { ...monthly, auditObjectIds: undefined } },
    field: 'body.auditObjectIds',
  },
  {
    operation: 'createMonthlySchedule',
    params: { body: { ...monthly, startRule: undefined } },
    field: 'body.startRule',
  },
  {
    operation: 'createMonthlySchedule',
    params: { body: { ...monthly, startRule: { type: 2 } } },
    field: 'body.startRule.type',
  },
  {
    operation: 'createMonthlySchedule',
    params: { body: { ...monthly, startRule: { type: 0, day: 0 } } },
    field: 'body.startRule.day',
  },
  {
    operation: 'createMonthlySchedule',
    params: { body: { ...monthly, startRule: { type: 0, day: 32 } } },
    field: 'body.startRule.day',
  },
  {
    operation: 'createMonthlySchedule',
    params: { body: { ...monthly, startRule: { type: 1, cycleMonthStart: 0 } } },
    field: 'body.startRule.cycleMonthStart',
  },
  { operation: 'createMonthlySchedule', params: { body: { ...monthly, endRule: undefined } }, field: 'body.endRule' },
  {
    operation: 'createMonthlySchedule',
    params: { body: { ...monthly, endRule: { type: 4 } } },
    field: 'body.endRule.type',
  },
  {
    operation: 'createMonthlySchedule',
    params: { body: { ...monthly, endRule: { type: 0, cycleMonthEnd: 0 } } },
    field: 'body.endRule.cycleMonthEnd',
  },
  {
    operation: 'createMonthlySchedule',
    params: { body: { ...monthly, endRule: { type: 1, days: 0 } } },
    field: 'body.endRule.days',
  },
  {
    operation: 'createMonthlySchedule',
    params: { body: { ...monthly, endRule: { type: 2, weeks: 0 } } },
    field: 'body.endRule.weeks',
  },
  { operation: 'createMonthlySchedule', params: { body: { ...monthly, repeatEvery: 11 } }, field: 'body.repeatEvery' },
];
