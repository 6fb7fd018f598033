import { PLACEHOLDER, sends, type RefusedVector, type Vector } from './vector.ts';

const changed = {
  auditObjectIds: ['456e7890-e89b-12d3-a456-426614174000', '789e0123-e89b-12d3-a456-426614174000'],
  name: 'Updated Daily Safety Check',
  auditorHint: 'Updated instructions: Focus on new safety protocols',
  assigneesIds: ['abc12345-e89b-12d3-a456-426614174000', 'def67890-e89b-12d3-a456-426614174000'],
  repeatPattern: 1,
  repeat: { repeatEvery: 2 },
  active: true,
  startFromDate: '2024-02-01T08:00:00.000Z',
  stopByDate: '2024-12-31T23:59:59.000Z',
};

/** The page shows the repeat object alone. */
const REPEAT_ALONE = 'The example is the repeat object alone; it stands in the request of the same page.';

/** "Schedules" of MonitorQA's document: what reads, changes and deletes them. */
export const vectors: readonly Vector[] = [
  {
    operation: 'listSchedules',
    section: 'Schedules: Get schedules list',
    ...sends('GET', '/schedules?pageNumber=1&pageSize=20', { query: { pageNumber: 1, pageSize: 20 } }),
    answer: {
      status: 200,
      body: {
        data: [
          {
            id: '456e7890-e89b-12d3-a456-426614174000',
            name: 'Daily Safety Inspections',
            repeatPattern: 1,
            active: true,
            stopByDate: '2025-12-31T23:59:59.000Z',
            startFromDate: '2025-01-01T00:00:00.000Z',
            template: { id: '567890ab-cdef-1234-5678-90abcdef1234', name: 'Safety Inspection Template' },
            repeat: { repeatEvery: 3 },
            auditObjects: [{ id: '789abcde-f123-4567-8901-234567890123', name: 'Manufacturing Line A' }],
            auditObjectGroups: [{ id: '234567hi-jklm-890a-bcde-f12345678902', name: 'Production' }],
          },
        ],
        meta: { pageNumber: 0, pageSize: 10, totalCount: 1 },
      },
    },
    corrected:
      'The answer writes types instead of values and lacks a quotation mark; values of other examples stand in. Its meta is kept, although it says another page than the one asked for.',
  },
  {
    operation: 'getSchedule',
    section: 'Schedules: Get schedule details',
    ...sends('GET', '/schedules/456e7890-e89b-12d3-a456-426614174000', {
      path: { scheduleId: '456e7890-e89b-12d3-a456-426614174000' },
    }),
    answer: {
      status: 200,
      body: {
        id: '456e7890-e89b-12d3-a456-426614174000',
        name: 'Daily Safety Inspections',
        active: true,
        stopByDate: '2025-12-31T23:59:59.000Z',
        startFromDate: '2025-01-01T00:00:00.000Z',
        auditorHint: 'Focus on emergency exits and safety equipment',
        template: { id: '567890ab-cdef-1234-5678-90abcdef1234', name: 'Safety Inspection Template' },
        assignees: [{ id: '123e4567-e89b-12d3-a456-426614174000', name: 'John Smith' }],
        auditObjects: [{ id: '789abcde-f123-4567-8901-234567890123', name: 'Manufacturing Line A' }],
        auditObjectGroups: [{ id: '234567hi-jklm-890a-bcde-f12345678902', name: 'Production' }],
        repeatPattern: 1,
        repeat: { repeatEvery: 3 },
      },
    },
    corrected: `The answer writes types instead of values and has a comment; values of other examples stand in. ${PLACEHOLDER}`,
  },
  {
    operation: 'updateSchedule',
    section: 'Schedules: Update schedule',
    ...sends('PUT', '/schedules/456e7890-e89b-12d3-a456-426614174000', {
      path: { scheduleId: '456e7890-e89b-12d3-a456-426614174000' },
      body: changed,
    }),
    answer: { status: 200, body: null },
  },
  {
    operation: 'deleteSchedules',
    section: 'Schedules: Delete schedules',
    ...sends('DELETE', '/schedules', {
      body: { ids: ['123e4567-e89b-12d3-a456-426614174000', '987f6543-a21b-43c5-d654-321987654321'] },
    }),
    answer: { status: 200, body: null },
  },
  {
    operation: 'updateSchedule',
    section: 'Schedules: Update schedule',
    ...sends('PUT', '/schedules/456e7890-e89b-12d3-a456-426614174000', {
      path: { scheduleId: '456e7890-e89b-12d3-a456-426614174000' },
      body: {
        ...changed,
        repeatPattern: 0,
        repeat: { startDate: '2024-02-01T08:00:00.000Z', endDate: '2024-02-15T17:00:00.000Z' },
      },
    }),
    corrected: REPEAT_ALONE,
  },
  {
    operation: 'updateSchedule',
    section: 'Schedules: Update schedule',
    ...sends('PUT', '/schedules/456e7890-e89b-12d3-a456-426614174000', {
      path: { scheduleId: '456e7890-e89b-12d3-a456-426614174000' },
      body: { ...changed, repeatPattern: 1, repeat: { repeatEvery: 3 } },
    }),
    corrected: REPEAT_ALONE,
  },
  {
    operation: 'updateSchedule',
    section: 'Schedules: Update schedule',
    ...sends('PUT', '/schedules/456e7890-e89b-12d3-a456-426614174000', {
      path: { scheduleId: '456e7890-e89b-12d3-a456-426614174000' },
      body: { ...changed, repeatPattern: 2, repeat: { repeatEvery: 2, startDay: 1, duration: 5 } },
    }),
    corrected: REPEAT_ALONE,
  },
  {
    operation: 'updateSchedule',
    section: 'Schedules: Update schedule',
    ...sends('PUT', '/schedules/456e7890-e89b-12d3-a456-426614174000', {
      path: { scheduleId: '456e7890-e89b-12d3-a456-426614174000' },
      body: {
        ...changed,
        repeatPattern: 3,
        repeat: { repeatEvery: 1, startRule: { type: 0, day: 15 }, endRule: { type: 1, days: 20 } },
      },
    }),
    corrected: REPEAT_ALONE,
  },
  {
    operation: 'updateSchedule',
    section: 'Schedules: Update schedule',
    ...sends('PUT', '/schedules/456e7890-e89b-12d3-a456-426614174000', {
      path: { scheduleId: '456e7890-e89b-12d3-a456-426614174000' },
      body: {
        ...changed,
        repeatPattern: 3,
        repeat: { repeatEvery: 3, startRule: { type: 1, cycleMonthStart: 1 }, endRule: { type: 0, cycleMonthEnd: 3 } },
      },
    }),
    corrected: REPEAT_ALONE,
  },
  {
    operation: 'updateSchedule',
    section: 'Schedules: Update schedule',
    ...sends('PUT', '/schedules/456e7890-e89b-12d3-a456-426614174000', {
      path: { scheduleId: '456e7890-e89b-12d3-a456-426614174000' },
      body: {
        ...changed,
        repeatPattern: 3,
        repeat: { repeatEvery: 1, startRule: { type: 0, day: 10 }, endRule: { type: 3 } },
      },
    }),
    corrected: REPEAT_ALONE,
  },
  {
    operation: 'updateSchedule',
    section: 'Schedules: Update schedule',
    ...sends('PUT', '/schedules/456e7890-e89b-12d3-a456-426614174000', {
      path: { scheduleId: '456e7890-e89b-12d3-a456-426614174000' },
      body: { ...changed, repeatPattern: 4, repeat: { daysOfWeek: [1, 3, 5], repeatEvery: 2 } },
    }),
    corrected: REPEAT_ALONE + ' A comma behind its last field is left out.',
  },
];

/** What the same pages forbid. */
export const refused: readonly RefusedVector[] = [
  { operation: 'listSchedules', params: { query: { pageNumber: 0 } }, field: 'query.pageNumber' },
  { operation: 'listSchedules', params: { query: { pageSize: -10 } }, field: 'query.pageSize' },
  { operation: 'getSchedule', params: { path: { scheduleId: '' } }, field: 'path.scheduleId' },
  { operation: 'updateSchedule', params: { path: { scheduleId: '' }, body: changed }, field: 'path.scheduleId' },
  {
    operation: 'updateSchedule',
    params: { path: { scheduleId: '456e7890-e89b-12d3-a456-426614174000' }, body: { ...changed, name: '' } },
    field: 'body.name',
  },
  {
    operation: 'updateSchedule',
    params: {
      path: { scheduleId: '456e7890-e89b-12d3-a456-426614174000' },
      body: { ...changed, auditObjectIds: undefined },
    },
    field: 'body.auditObjectIds',
  },
  {
    operation: 'updateSchedule',
    params: {
      path: { scheduleId: '456e7890-e89b-12d3-a456-426614174000' },
      body: { ...changed, auditorHint: 'x'.repeat(2001) },
    },
    field: 'body.auditorHint',
  },
  {
    operation: 'updateSchedule',
    params: {
      path: { scheduleId: '456e7890-e89b-12d3-a456-426614174000' },
      body: { ...changed, templateId: '123e4567-e89b-12d3-a456-426614174000' },
    },
    field: 'body.templateId',
  },
  {
    operation: 'updateSchedule',
    params: { path: { scheduleId: '456e7890-e89b-12d3-a456-426614174000' }, body: { ...changed, repeatPattern: 5 } },
    field: 'body.repeatPattern',
  },
  {
    operation: 'updateSchedule',
    params: { path: { scheduleId: '456e7890-e89b-12d3-a456-426614174000' }, body: { ...changed, repeat: undefined } },
    field: 'body.repeat',
  },
  {
    operation: 'updateSchedule',
    params: {
      path: { scheduleId: '456e7890-e89b-12d3-a456-426614174000' },
      body: { ...changed, repeat: { repeatEvery: 11 } },
    },
    field: 'body.repeat.repeatEvery',
  },
  {
    operation: 'updateSchedule',
    params: {
      path: { scheduleId: '456e7890-e89b-12d3-a456-426614174000' },
      body: { ...changed, repeatPattern: 0, repeat: { startDate: '2024-02-01T08:00:00.000Z' } },
    },
    field: 'body.repeat.endDate',
  },
  {
    operation: 'updateSchedule',
    params: {
      path: { scheduleId: '456e7890-e89b-12d3-a456-426614174000' },
      body: { ...changed, repeatPattern: 2, repeat: { repeatEvery: 2, startDay: 7, duration: 5 } },
    },
    field: 'body.repeat.startDay',
  },
  {
    operation: 'updateSchedule',
    params: {
      path: { scheduleId: '456e7890-e89b-12d3-a456-426614174000' },
      body: { ...changed, repeatPattern: 2, repeat: { repeatEvery: 2, startDay: 1, duration: 15 } },
    },
    field: 'body.repeat.duration',
  },
  {
    operation: 'updateSchedule',
    params: {
      path: { scheduleId: '456e7890-e89b-12d3-a456-426614174000' },
      body: {
        ...changed,
        repeatPattern: 3,
        repeat: { repeatEvery: 1, startRule: { type: 0, day: 32 }, endRule: { type: 3 } },
      },
    },
    field: 'body.repeat.startRule.day',
  },
  {
    operation: 'updateSchedule',
    params: {
      path: { scheduleId: '456e7890-e89b-12d3-a456-426614174000' },
      body: {
        ...changed,
        repeatPattern: 3,
        repeat: { repeatEvery: 1, startRule: { type: 0, day: 1 }, endRule: { type: 4 } },
      },
    },
    field: 'body.repeat.endRule.type',
  },
  {
    operation: 'updateSchedule',
    params: {
      path: { scheduleId: '456e7890-e89b-12d3-a456-426614174000' },
      body: { ...changed, repeatPattern: 4, repeat: { repeatEvery: 1 } },
    },
    field: 'body.repeat.daysOfWeek',
  },
  {
    operation: 'updateSchedule',
    params: {
      path: { scheduleId: '456e7890-e89b-12d3-a456-426614174000' },
      body: { ...changed, startFromDate: 'tomorrow' },
    },
    field: 'body.startFromDate',
  },
  { operation: 'deleteSchedules', params: { body: { ids: [] } }, field: 'body.ids' },
  { operation: 'deleteSchedules', params: { body: {} }, field: 'body.ids' },
  { operation: 'deleteSchedules', params: { body: { ids: 'all' } }, field: 'body.ids' },
];
