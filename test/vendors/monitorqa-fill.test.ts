import { describe, expect, it } from 'vitest';
import { fillFromRead, type FilledChange } from '../../src/main/vendors/core/fill-from-read.ts';
import { checkRequest } from '../../src/main/vendors/core/prepare-request.ts';
import { fill } from '../../src/main/vendors/monitorqa/fill-from-read.ts';
import { operations } from '../../src/main/vendors/monitorqa/operations/index.ts';

const WHEN = '2026-01-01T08:00:00.000Z';

/** The answers of the document's own forms, by the change that begins with them. */
const reads = {
  updateOneTimeAudit: {
    id: 'x-1',
    auditorHint: 'Look at the exits',
    companyId: 'c',
    assignees: [{ id: 'u1', name: 'Ana' }],
    startDate: '2026-01-01T08:00:00Z',
    endDate: '2026-01-02T08:00:00.000Z',
  },
  updateSchedule: {
    id: 'x-1',
    name: 'Round',
    active: false,
    startFromDate: WHEN,
    stopByDate: null,
    auditorHint: 'Look at the exits',
    template: { id: 't', name: 'Fire' },
    assignees: [{ id: 'u1', name: 'Ana' }],
    auditObjects: [{ id: 'o1', name: 'Yard' }],
    auditObjectGroups: [],
    repeatPattern: 3,
    repeat: {
      repeatEvery: 3,
      startRule: { type: 0, day: 15, cycleMonthStart: null },
      endRule: { type: 3, days: null },
      daysOfWeek: null,
    },
  },
  updateAuditObject: {
    id: 'x-1',
    name: 'Yard',
    notes: 'By the gate',
    participantUsers: [],
    geoAddress: { lat: '-36.8', lng: '174.7', name: 'Yard', address: '1 Quay St', zoom: 4 },
  },
  updateUser: { id: 'x-1', name: 'Ana', email: 'ana@site.example', role: { id: 'r1', name: 'Auditor', roleType: 1 } },
  updateCompany: {
    id: 'c',
    name: 'Acme',
    logoFileId: null,
    iconFileId: null,
    usagePurpose: 6,
    customAuditObjectName: 'Facility',
  },
  updateAttribute: {
    id: 'x-1',
    name: 'Risk',
    options: [
      { id: 'o1', name: 'High', isDefault: true },
      { id: 'o2', name: 'Low', isDefault: false },
    ],
  },
  updateRole: { id: 'x-1', name: 'Auditor', description: 'Does audits', roleType: 1, permissions: ['audits.do'] },
  updateScoreSystem: {
    id: 'x-1',
    name: 'Standard',
    description: null,
    passedThreshold: 70,
    scoreSystemType: 0,
    isSample: false,
    labels: [
      { id: 'l1', label: 'Poor', min: 0, max: 50, color: '#F00' },
      { id: 'l2', label: 'Good', min: 51, max: 100, color: '#0F0' },
    ],
  },
} as const;

type Change = keyof typeof reads;

const pathOf = (name: Change) =>
  name === 'updateCompany' ? {} : { path: { [name === 'updateSchedule' ? 'scheduleId' : 'id']: 'x-1' } };

/** The completed change, proved to be one that may be sent. */
function filled(name: Change, body: unknown, answer: unknown = reads[name]): FilledChange {
  const rule = fill[name];
  if (!rule) throw new Error(name);
  const change = fillFromRead(rule, { ...pathOf(name), body }, answer);
  checkRequest({ row: operations[name], baseUrl: 'https://api.example', params: change.params });
  return change;
}

const bodyOf = (change: FilledChange) => change.params.body;

describe('fill', () => {
  it('sends a schedule whole, in the form of a write', () => {
    const change = filled('updateSchedule', { name: 'Monthly round' });
    expect(bodyOf(change)).toEqual({
      auditObjectIds: ['o1'],
      auditObjectGroupIds: [],
      name: 'Monthly round',
      auditorHint: 'Look at the exits',
      assigneesIds: ['u1'],
      repeatPattern: 3,
      repeat: { repeatEvery: 3, startRule: { type: 0, day: 15 }, endRule: { type: 3 } },
      active: false,
      startFromDate: WHEN,
    });
    expect(change.changes).toEqual([{ field: 'name', before: 'Round', after: 'Monthly round' }]);
    expect(change.carried).toContain('assigneesIds');
    expect(change.carried).not.toContain('name');
  });

  it.each([
    [0, { startDate: '2026-01-01T08:00:00Z', endDate: WHEN }, { startDate: WHEN, endDate: WHEN }],
    [1, { repeatEvery: 3, extra: 1 }, { repeatEvery: 3 }],
    [2, { repeatEvery: 2, startDay: 0, duration: 5 }, { repeatEvery: 2, startDay: 0, duration: 5 }],
    [4, { daysOfWeek: [0, 6], repeatEvery: 1, startDay: null }, { daysOfWeek: [0, 6], repeatEvery: 1 }],
  ])('carries the repeat of pattern %i over', (repeatPattern, repeat, expected) => {
    const change = filled('updateSchedule', { name: 'R' }, { ...reads.updateSchedule, repeatPattern, repeat });
    expect(bodyOf(change)).toMatchObject({ repeatPattern, repeat: expected });
  });

  it('does not take the old way of repeating into a new one', () => {
    expect(() => filled('updateSchedule', { repeatPattern: 1 })).toThrow(
      expect.objectContaining({ code: 'bad-input', data: { field: 'body.repeat' } }),
    );
    const change = filled('updateSchedule', { repeatPattern: 1, repeat: { repeatEvery: 2 } });
    expect(change.changes.map(({ field }) => field)).toEqual(['repeatPattern', 'repeat']);
  });

  it('takes away what is given as null, by leaving it out', () => {
    const change = filled('updateSchedule', { startFromDate: null });
    expect(bodyOf(change)).not.toHaveProperty('startFromDate');
    expect(change.changes).toEqual([{ field: 'startFromDate', before: WHEN, after: null }]);
    const audit = filled('updateOneTimeAudit', { name: 'Weekly', assigneeId: null });
    expect(bodyOf(audit)).not.toHaveProperty('assigneeId');
    expect(bodyOf(filled('updateAuditObject', { geoAddress: null }))).toEqual({ name: 'Yard', notes: 'By the gate' });
  });

  it('keeps the assignee of an audit, and asks when there are several', () => {
    const change = filled('updateOneTimeAudit', { name: 'Weekly' });
    expect(bodyOf(change)).toEqual({
      startDate: WHEN,
      endDate: '2026-01-02T08:00:00.000Z',
      name: 'Weekly',
      auditorHint: 'Look at the exits',
      assigneeId: 'u1',
    });
    // The details have no name, so what it was is not known.
    expect(change.changes).toEqual([{ field: 'name', before: undefined, after: 'Weekly' }]);
    const two = { ...reads.updateOneTimeAudit, assignees: [{ id: 'u1' }, { id: 'u2' }] };
    expect(() => filled('updateOneTimeAudit', { name: 'Weekly' }, two)).toThrow(
      expect.objectContaining({ code: 'bad-input', data: { field: 'body.assigneeId' } }),
    );
    expect(bodyOf(filled('updateOneTimeAudit', { name: 'Weekly', assigneeId: 'u2' }, two))).toMatchObject({
      assigneeId: 'u2',
    });
  });

  it('wants the name of an audit, which its details do not show', () => {
    expect(() => filled('updateOneTimeAudit', { auditorHint: 'New' })).toThrow(
      expect.objectContaining({ data: { field: 'body.name' } }),
    );
  });

  it('closes the gap between read and written labels where everybody can see it', () => {
    const change = filled('updateScoreSystem', { passedThreshold: 75 });
    const [poor, good] = [
      { min: 0, max: 50, label: 'Poor', color: '#F00' },
      { min: 51, max: 100, label: 'Good', color: '#0F0' },
    ];
    expect(bodyOf(change)).toEqual({ name: 'Standard', passedThreshold: 75, labels: [poor, { ...good, min: 50 }] });
    expect(change.changes).toEqual([
      { field: 'passedThreshold', before: 70, after: 75 },
      { field: 'labels', before: [poor, good], after: [poor, { ...good, min: 50 }] },
    ]);
  });

  it('keeps options with their ids, permissions and addresses', () => {
    expect(bodyOf(filled('updateAttribute', { name: 'Danger' }))).toEqual({
      name: 'Danger',
      options: reads.updateAttribute.options,
    });
    expect(bodyOf(filled('updateRole', { name: 'Senior' }))).toEqual({
      roleType: 1,
      name: 'Senior',
      description: 'Does audits',
      permissions: ['audits.do'],
    });
    expect(bodyOf(filled('updateAuditObject', { name: 'Gate' }))).toEqual({
      name: 'Gate',
      notes: 'By the gate',
      geoAddress: { lat: '-36.8', lng: '174.7', name: 'Yard', address: '1 Quay St' },
    });
  });

  it('names what no read shows, and never fills it', () => {
    const change = filled('updateUser', { fullName: 'Ana K.' });
    expect([bodyOf(change), change.unreadable]).toEqual([{ fullName: 'Ana K.' }, ['phone']]);
    const withPhone = filled('updateUser', { phone: '+64 9 1', roleId: 'r2' });
    expect(withPhone.unreadable).toEqual([]);
    expect(withPhone.changes).toEqual([
      { field: 'roleId', before: 'r1', after: 'r2' },
      { field: 'phone', before: undefined, after: '+64 9 1' },
    ]);
    expect(() => filled('updateCompany', { companyName: 'New' })).toThrow(
      expect.objectContaining({ data: { field: 'body.ianaTimeZone' } }),
    );
  });

  it('cannot take away what is kept when it is left out, nor what nobody can read', () => {
    for (const field of ['roleId', 'phone']) {
      expect(() => filled('updateUser', { fullName: 'Ana K.', [field]: null })).toThrow(
        expect.objectContaining({ code: 'bad-input', data: { field: `body.${field}` } }),
      );
    }
  });

  it('keeps a company’s own word only while its purpose has one', () => {
    const zone = { ianaTimeZone: 'Pacific/Auckland' };
    expect(bodyOf(filled('updateCompany', { ...zone, companyName: 'New' }))).toEqual({
      companyName: 'New',
      usagePurpose: 6,
      usagePurposeObjectName: 'Facility',
      ...zone,
    });
    expect(bodyOf(filled('updateCompany', { ...zone, usagePurpose: 2 }))).toEqual({
      companyName: 'Acme',
      usagePurpose: 2,
      ...zone,
    });
  });

  it('refuses a change that changes nothing', () => {
    expect(() => filled('updateRole', { name: 'Auditor' })).toThrow(
      expect.objectContaining({ code: 'bad-input', data: { field: 'changes' } }),
    );
    expect(() => filled('updateRole', {})).toThrow(expect.objectContaining({ code: 'bad-input' }));
  });

  it.each<[name: Change, body: object, answer: unknown, place: string]>([
    ['updateRole', { name: 'S' }, { ...reads.updateRole, permissions: undefined }, 'permissions'],
    ['updateRole', { name: 'S' }, { ...reads.updateRole, permissions: [1] }, 'permissions'],
    ['updateRole', { name: 'S' }, { ...reads.updateRole, id: 'x-2' }, 'id'],
    ['updateRole', { name: 'S' }, { id: 'x-1', name: 'A', roleType: 1 }, 'permissions'],
    ['updateAttribute', { name: 'S' }, { ...reads.updateAttribute, options: [{ name: 'High' }] }, 'options.0.id'],
    ['updateAuditObject', { name: 'S' }, { id: 'x-1', name: 'Yard' }, 'notes'],
    ['updateAuditObject', { name: 'S' }, { ...reads.updateAuditObject, geoAddress: { lat: '1' } }, 'geoAddress.lng'],
    ['updateSchedule', { name: 'S' }, { ...reads.updateSchedule, assignees: 'Ana' }, 'assignees'],
    ['updateSchedule', { name: 'S' }, { ...reads.updateSchedule, repeatPattern: 9 }, 'repeat'],
    ['updateSchedule', { name: 'S' }, { ...reads.updateSchedule, repeat: { repeatEvery: 1 } }, 'repeat'],
    ['updateSchedule', { name: 'S' }, { ...reads.updateSchedule, active: 'yes' }, 'active'],
    ['updateScoreSystem', { name: 'S' }, { ...reads.updateScoreSystem, labels: [{ min: '0' }] }, 'labels.0.min'],
    ['updateOneTimeAudit', { name: 'S' }, { ...reads.updateOneTimeAudit, endDate: 'soon' }, 'endDate'],
    ['updateUser', { fullName: 'S' }, [], 'the whole answer'],
  ])('%s with %j guesses nothing from a read like %j', (name, body, answer, place) => {
    expect(() => filled(name, body, answer)).toThrow(
      expect.objectContaining({ code: 'unexpected-answer', message: expect.stringContaining(`at ${place}.`) }),
    );
  });

  it('does not need of a read what is given', () => {
    const odd = { ...reads.updateSchedule, assignees: 'Ana' };
    expect(bodyOf(filled('updateSchedule', { assigneesIds: ['u2'] }, odd))).toMatchObject({ assigneesIds: ['u2'] });
  });

  it.each([
    ['updateOneTimeAudit', 'getAudit', { path: { auditId: 'x-1' } }],
    ['updateSchedule', 'getSchedule', { path: { scheduleId: 'x-1' } }],
    ['updateCompany', 'getCompany', {}],
    ['updateRole', 'getRole', { path: { id: 'x-1' } }],
  ] as const)('%s begins with %s', (name, operation, params) => {
    expect(fill[name]?.readCall(pathOf(name))).toEqual({ operation, params });
  });
});
