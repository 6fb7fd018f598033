import { describe, expect, it } from 'vitest';
import { refusedFieldOf } from '../support/prepare-vector.ts';
import type { OperationRow } from '../../src/main/vendors/core/operation.ts';
import { checkRequest } from '../../src/main/vendors/core/prepare-request.ts';
import { operations } from '../../src/main/vendors/monitorqa/operations/index.ts';

const rowOf = (name: keyof typeof operations): OperationRow => operations[name];

const PATHS: Readonly<Record<string, string>> = { id: 'x-1', scheduleId: 'x-1' };

/** The field a body is refused for; null when it may be sent. */
function problemOf(name: keyof typeof operations, body: unknown): string | null {
  const row = rowOf(name);
  const path = Object.fromEntries(Object.keys(row.pathParams?.shape ?? {}).map((field) => [field, PATHS[field]]));
  try {
    checkRequest({ row, baseUrl: 'https://api.example', params: { path, body } });
    return null;
  } catch (error) {
    return refusedFieldOf(error) ?? 'another error';
  }
}

const WHEN = '2026-02-01T17:00:00.000Z';

type Case = readonly [problem: string | null, body: unknown];

describe('bodies of audits', () => {
  const update = { startDate: WHEN, endDate: WHEN, name: 'Weekly' };
  const create = { endDate: WHEN, name: 'Weekly', templateId: 't', auditObjectId: 'o' };
  const reopen = { startDate: WHEN, endDate: WHEN };

  it.each<Case>([
    [null, update],
    [null, { ...update, auditorHint: 'x'.repeat(2000), assigneeId: 'u' }],
    ['body.auditorHint', { ...update, auditorHint: 'x'.repeat(2001) }],
    // To unassign is to leave the field out; null is no value of it.
    ['body.assigneeId', { ...update, assigneeId: null }],
    ['body.assigneeId', { ...update, assigneeId: '' }],
    ['body.startDate', { endDate: WHEN, name: 'Weekly' }],
    ['body.endDate', { ...update, endDate: '2026-02-01' }],
    ['body.templateId', { ...update, templateId: 't' }],
  ])('an update has the problem %j for %j', (problem, body) => {
    expect(problemOf('updateOneTimeAudit', body)).toBe(problem);
  });

  it.each<Case>([
    [null, create],
    [null, { ...create, startDate: WHEN, auditorHint: '', assigneeId: 'u' }],
    ['body.templateId', { ...create, templateId: ' ' }],
    ['body.auditObjectId', { ...create, auditObjectId: undefined }],
    ['body.assigneesIds', { ...create, assigneesIds: ['u'] }],
  ])('a new one-time audit has the problem %j for %j', (problem, body) => {
    expect(problemOf('createOneTimeAudit', body)).toBe(problem);
  });

  it.each<Case>([
    [null, reopen],
    [null, { ...reopen, assigneesIds: null }],
    [null, { ...reopen, assigneesIds: [] }],
    [null, { ...reopen, assigneesIds: ['u'] }],
    ['body.assigneesIds.0', { ...reopen, assigneesIds: [''] }],
    ['body.endDate', { startDate: WHEN }],
  ])('a reopening has the problem %j for %j', (problem, body) => {
    expect(problemOf('reopenAudit', body)).toBe(problem);
  });
});

describe('bodies that name many objects', () => {
  const bulk = [
    'expireAudits',
    'deleteAudits',
    'deleteSchedules',
    'deleteAuditObjects',
    'deleteUsers',
    'deleteAttributes',
    'deleteRoles',
    'deleteScoreSystems',
  ] as const;

  it.each(bulk)('%s refuses no object, and a blank one', (name) => {
    expect(problemOf(name, { ids: ['a', 'b'] })).toBeNull();
    expect(problemOf(name, { ids: [] })).toBe('body.ids');
    expect(problemOf(name, { ids: ['a', ' '] })).toBe('body.ids.1');
    expect(problemOf(name, { ids: 'a' })).toBe('body.ids');
    expect(problemOf(name, {})).toBe('body.ids');
    expect(problemOf(name, undefined)).toBe('body');
  });

  it.each(['assignAuditObjectAttributes', 'unassignAuditObjectAttributes'] as const)(
    '%s wants an attribute and an option of it',
    (name) => {
      const pair = { attributeId: 'a', optionId: 'o' };
      expect(problemOf(name, { attributes: [pair] })).toBeNull();
      expect(problemOf(name, { attributes: [] })).toBe('body.attributes');
      expect(problemOf(name, { attributes: [pair, { attributeId: 'a' }] })).toBe('body.attributes.1.optionId');
      expect(problemOf(name, { attributes: [{ ...pair, optionId: '' }] })).toBe('body.attributes.0.optionId');
    },
  );
});

describe('bodies of schedules', () => {
  const common = { templateId: 't', auditObjectIds: ['o'], name: 'Round' };
  const daily = { ...common, repeatEvery: 1 };

  it.each<Case>([
    [null, daily],
    [null, { ...daily, repeatEvery: 10, active: false, startFromDate: WHEN, stopByDate: WHEN, assigneesIds: [] }],
    [null, { ...daily, auditObjectIds: undefined, auditObjectGroupIds: ['g'] }],
    [null, { ...daily, auditObjectIds: [], auditObjectGroupIds: ['g'] }],
    [null, { ...daily, auditObjectGroupIds: ['g'] }],
    ['body.auditObjectIds', { ...daily, auditObjectIds: undefined }],
    ['body.auditObjectIds', { ...daily, auditObjectIds: [], auditObjectGroupIds: [] }],
    ['body.auditObjectIds.0', { ...daily, auditObjectIds: [' '] }],
    ['body.repeatEvery', { ...daily, repeatEvery: 0 }],
    ['body.repeatEvery', { ...daily, repeatEvery: 11 }],
    ['body.repeatEvery', { ...daily, repeatEvery: 1.5 }],
    ['body.auditorHint', { ...daily, auditorHint: 'x'.repeat(2001) }],
    ['body.stopByDate', { ...daily, stopByDate: null }],
    ['body.daysOfWeek', { ...daily, daysOfWeek: [1] }],
  ])('a daily one has the problem %j for %j', (problem, body) => {
    expect(problemOf('createDailySchedule', body)).toBe(problem);
  });

  it.each<Case>([
    [null, { ...common, repeatEvery: 2, daysOfWeek: [0, 6] }],
    ['body.daysOfWeek', { ...common, repeatEvery: 2, daysOfWeek: [] }],
    ['body.daysOfWeek.1', { ...common, repeatEvery: 2, daysOfWeek: [1, 7] }],
    ['body.repeatEvery', { ...common, repeatEvery: 11, daysOfWeek: [1] }],
  ])('a weekly one has the problem %j for %j', (problem, body) => {
    expect(problemOf('createWeeklySchedule', body)).toBe(problem);
  });

  const weeks = { ...common, repeatEvery: 2, startDay: 0, duration: 14 };

  it.each<Case>([
    [null, weeks],
    ['body.duration', { ...weeks, duration: 15 }],
    ['body.duration', { ...weeks, duration: 0 }],
    ['body.startDay', { ...weeks, startDay: 7 }],
  ])('one of multiple weeks has the problem %j for %j', (problem, body) => {
    expect(problemOf('createMultipleWeeksSchedule', body)).toBe(problem);
  });

  const monthly = { ...common, repeatEvery: 3, startRule: { type: 0, day: 31 }, endRule: { type: 3 } };

  it.each<Case>([
    [null, monthly],
    [null, { ...monthly, startRule: { type: 1, cycleMonthStart: 3 }, endRule: { type: 0, cycleMonthEnd: 3 } }],
    // No upper bound is documented.
    [null, { ...monthly, startRule: { type: 1, cycleMonthStart: 4 }, endRule: { type: 1, days: 400 } }],
    [null, { ...monthly, endRule: { type: 2, weeks: 1 } }],
    ['body.startRule.day', { ...monthly, startRule: { type: 0, day: 32 } }],
    ['body.startRule.day', { ...monthly, startRule: { type: 0, day: 0 } }],
    ['body.startRule.cycleMonthStart', { ...monthly, startRule: { type: 1, cycleMonthStart: 0 } }],
    ['body.startRule.day', { ...monthly, startRule: { type: 1, cycleMonthStart: 1, day: 1 } }],
    ['body.startRule.type', { ...monthly, startRule: { type: 2, day: 1 } }],
    ['body.endRule.cycleMonthEnd', { ...monthly, endRule: { type: 0 } }],
    ['body.endRule.days', { ...monthly, endRule: { type: 1, days: 0 } }],
    ['body.endRule.weeks', { ...monthly, endRule: { type: 2, weeks: 0 } }],
    ['body.endRule.days', { ...monthly, endRule: { type: 3, days: 1 } }],
    ['body.endRule.type', { ...monthly, endRule: { type: 4 } }],
    ['body.startRule', { ...monthly, startRule: undefined }],
  ])('a monthly one has the problem %j for %j', (problem, body) => {
    expect(problemOf('createMonthlySchedule', body)).toBe(problem);
  });
});

describe('the change of a schedule', () => {
  const common = { auditObjectGroupIds: ['g'], name: 'Round' };
  const repeats: readonly (readonly [pattern: number, repeat: unknown])[] = [
    [0, { startDate: WHEN, endDate: WHEN }],
    [1, { repeatEvery: 3 }],
    [2, { repeatEvery: 2, startDay: 1, duration: 5 }],
    [3, { repeatEvery: 1, startRule: { type: 0, day: 15 }, endRule: { type: 1, days: 20 } }],
    [4, { daysOfWeek: [1, 3, 5], repeatEvery: 2 }],
  ];

  it.each(repeats)('with the pattern %i takes its own repeat and no other', (repeatPattern, repeat) => {
    expect(problemOf('updateSchedule', { ...common, repeatPattern, repeat })).toBeNull();
    for (const [other] of repeats) {
      if (other === repeatPattern) continue;
      expect(problemOf('updateSchedule', { ...common, repeatPattern: other, repeat })).toMatch(/^body\.repeat\.\w+$/);
    }
  });

  it.each<Case>([
    ['body.repeatPattern', { ...common, repeatPattern: 5, repeat: {} }],
    ['body.repeatPattern', { ...common, repeat: { repeatEvery: 1 } }],
    ['body.repeat', { ...common, repeatPattern: 1 }],
    ['body.repeat.duration', { ...common, repeatPattern: 2, repeat: { repeatEvery: 1, startDay: 1, duration: 8 } }],
    [
      'body.repeat.endRule.weeks',
      { ...common, repeatPattern: 3, repeat: { repeatEvery: 1, startRule: { type: 0, day: 1 }, endRule: { type: 2 } } },
    ],
    ['body.auditObjectIds', { name: 'Round', repeatPattern: 1, repeat: { repeatEvery: 1 } }],
    ['body.templateId', { ...common, repeatPattern: 1, repeat: { repeatEvery: 1 }, templateId: 't' }],
  ])('has the problem %j for %j', (problem, body) => {
    expect(problemOf('updateSchedule', body)).toBe(problem);
  });
});

describe('bodies of templates and audit objects', () => {
  const copy = { templateId: 't', targetCompanyId: 'c', copyScoreSystem: false };
  const geoAddress = { lat: '-36.8', lng: '174.7', name: 'Yard', address: '1 Quay St' };

  it.each<Case>([
    [null, copy],
    ['body.copyScoreSystem', { templateId: 't', targetCompanyId: 'c' }],
    ['body.targetCompanyId', { ...copy, targetCompanyId: '' }],
  ])('a copy has the problem %j for %j', (problem, body) => {
    expect(problemOf('copyTemplate', body)).toBe(problem);
  });

  it.each<Case>([
    [null, { name: 'Yard' }],
    [null, { name: 'Yard', notes: 'x'.repeat(800), geoAddress }],
    ['body.notes', { name: 'Yard', notes: 'x'.repeat(801) }],
    ['body.geoAddress.address', { name: 'Yard', geoAddress: { ...geoAddress, address: undefined } }],
    ['body.geoAddress.lat', { name: 'Yard', geoAddress: { ...geoAddress, lat: -36.8 } }],
    ['body.geoAddress', { name: 'Yard', geoAddress: null }],
    ['body.name', { notes: '' }],
  ])('an audit object has the problem %j for %j', (problem, body) => {
    for (const name of ['createAuditObject', 'updateAuditObject'] as const) expect(problemOf(name, body)).toBe(problem);
  });

  it.each<Case>([
    [null, { name: 'Risk', options: [{ name: 'High', isDefault: true }, { name: 'Low' }] }],
    ['body.options', { name: 'Risk', options: [] }],
    ['body.options.0.name', { name: 'Risk', options: [{ isDefault: true }] }],
    ['body.options.0.id', { name: 'Risk', options: [{ name: 'High', id: 'o' }] }],
  ])('a new attribute has the problem %j for %j', (problem, body) => {
    expect(problemOf('createAttribute', body)).toBe(problem);
  });

  it('keeps the options of a changed attribute that have an id, and makes the others', () => {
    expect(
      problemOf('updateAttribute', { name: 'Risk', options: [{ id: 'o', name: 'High' }, { name: 'Low' }] }),
    ).toBeNull();
    expect(problemOf('updateAttribute', { name: 'Risk', options: [{ id: ' ', name: 'High' }] })).toBe(
      'body.options.0.id',
    );
    expect(problemOf('updateAttribute', { name: 'Risk', options: [] })).toBe('body.options');
  });
});

describe('bodies of people', () => {
  const create = { email: 'ana@site.example', fullName: 'Ana', roleId: 'r' };

  it.each<Case>([
    [null, create],
    [null, { ...create, phone: '1'.repeat(50) }],
    ['body.phone', { ...create, phone: '1'.repeat(51) }],
    ['body.email', { ...create, email: 'ana' }],
    ['body.roleId', { ...create, roleId: undefined }],
  ])('a new user has the problem %j for %j', (problem, body) => {
    expect(problemOf('createUser', body)).toBe(problem);
  });

  it.each<Case>([
    [null, { fullName: 'Ana' }],
    [null, { fullName: 'Ana', roleId: 'r', phone: '' }],
    ['body.roleId', { fullName: 'Ana', roleId: null }],
    ['body.email', { fullName: 'Ana', email: 'ana@site.example' }],
    ['body.phone', { fullName: 'Ana', phone: '1'.repeat(51) }],
  ])('an update has the problem %j for %j', (problem, body) => {
    expect(problemOf('updateUser', body)).toBe(problem);
  });

  it.each<Case>([
    [null, { roleType: 0, name: 'R', permissions: ['users.manage'] }],
    [null, { roleType: 1, name: 'R', permissions: ['audits.do'], description: '' }],
    [null, { roleType: 2, name: 'R', permissions: [] }],
    [null, { roleType: 3, name: 'R' }],
    ['body.permissions.1', { roleType: 1, name: 'R', permissions: ['audits.do', 'users.manage'] }],
    ['body.permissions.0', { roleType: 2, name: 'R', permissions: ['issues.view'] }],
    ['body.permissions.0', { roleType: 3, name: 'R', permissions: ['correctiveActions.do'] }],
    ['body.permissions.0', { roleType: 0, name: 'R', permissions: ['audits.*'] }],
    ['body.roleType', { roleType: 4, name: 'R' }],
    ['body.roleType', { name: 'R' }],
    ['body.name', { roleType: 0, name: '' }],
  ])('a role has the problem %j for %j', (problem, body) => {
    for (const name of ['createRole', 'updateRole'] as const) expect(problemOf(name, body)).toBe(problem);
  });

  it('takes null for the permissions of a changed role alone, where the document gives it a meaning', () => {
    const body = { roleType: 0, name: 'R', permissions: null };
    expect([problemOf('updateRole', body), problemOf('createRole', body)]).toEqual([null, 'body.permissions']);
  });
});

describe('bodies of score systems', () => {
  const label = (min: number, max: number) => ({ min, max, label: 'L', color: '#28a745' });
  const update = { name: 'S', passedThreshold: 70, labels: [label(0, 50), label(50, 100)] };

  it.each<Case>([
    [null, update],
    [null, { ...update, description: '', labels: [label(0, 100)] }],
    ['body.labels', { ...update, labels: [] }],
    ['body.labels.0.min', { ...update, labels: [label(10, 100)] }],
    ['body.labels.1.max', { ...update, labels: [label(0, 50), label(50, 90)] }],
    ['body.labels.1.min', { ...update, labels: [label(0, 50), label(51, 100)] }],
    ['body.labels.1.min', { ...update, labels: [label(0, 50), label(40, 100)] }],
    ['body.labels.0.id', { ...update, labels: [{ ...label(0, 100), id: 'l' }] }],
    ['body.labels.0.color', { ...update, labels: [{ ...label(0, 100), color: '' }] }],
    ['body.passedThreshold', { ...update, passedThreshold: null }],
    ['body.scoreSystemType', { ...update, scoreSystemType: 0 }],
  ])('an update has the problem %j for %j', (problem, body) => {
    expect(problemOf('updateScoreSystem', body)).toBe(problem);
  });

  it('wants the type of a new one, of the two there are', () => {
    expect(problemOf('createScoreSystem', { ...update, scoreSystemType: 1 })).toBeNull();
    expect(problemOf('createScoreSystem', update)).toBe('body.scoreSystemType');
    expect(problemOf('createScoreSystem', { ...update, scoreSystemType: 2 })).toBe('body.scoreSystemType');
  });
});
