import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/shared/errors/app-error.ts';
import { isOpenStatus } from '../../src/shared/model/status.ts';
import { checkRequest } from '../../src/main/vendors/core/prepare-request.ts';
import { changeAction } from '../../src/main/vendors/monitorqa/change-action.ts';
import { monitorqa } from '../../src/main/vendors/monitorqa/client.ts';
import { actionDocument, mapActionDetail, mapActionRow } from '../../src/main/vendors/monitorqa/map-action.ts';
import { operations } from '../../src/main/vendors/monitorqa/operations/index.ts';

const ZEROS = '000000000-0000-0000-0000-000000000000';

/** A row as the document shows it, with a field it does not know. */
const row = {
  id: 'ca-1',
  assignedUsers: [{ id: 'u1', name: 'Mike' }],
  audit: { id: 'a1', name: 'Weekly kitchen inspection', ianaTimeZone: 'Pacific/Auckland', number: 'AUD-7' },
  createdBy: { id: 'u2', name: 'Jane' },
  auditObject: { id: 'o1', name: 'Main kitchen' },
  status: 0,
  priority: 1,
  createdAtUtc: '2026-01-15T10:30:00.000Z',
  dueDateUtc: '2026-02-01T17:00:00.000Z',
  name: 'Fix safety guard',
  number: 'CA-1',
  brandNew: [1],
};

const { number: auditNumber, ...auditOfDetail } = row.audit;

const detail = {
  ...row,
  audit: auditOfDetail,
  answer: { name: 'No', points: 5, text: 'Guard is missing', number: 3, isFailed: true },
  approvedAtUtc: '2026-01-20T14:30:22.123Z',
  approvedBy: { id: 'u3', name: 'Sarah' },
  auditItemId: 'i1',
  description: 'Replace the guard',
  expiredAtUtc: '2026-01-18T06:59:59.000Z',
  expiredBy: { id: ZEROS, name: 'System Auto-Expire' },
  information: {
    text: 'Ordered',
    photosIds: ['p1'],
    files: [{ id: 'f2', name: 'order.pdf', contentType: 'application/pdf', updatedAt: '2026-01-17T09:15:33.456Z' }],
  },
  question: 'Is the guard in place?',
  status: 3,
  priority: 2,
  tags: [{ id: 't1', name: 'Safety' }],
  files: [{ id: 'f1', name: 'guard.jpg', contentType: 'image/jpeg', updatedAt: '2026-01-15T10:30:00.000Z' }],
};

describe('mapActionRow', () => {
  it('maps a pending action and keeps its own JSON', () => {
    expect(mapActionRow('listPendingCorrectiveActions', row)).toEqual({
      vendorId: 'ca-1',
      number: 'CA-1',
      title: 'Fix safety guard',
      status: 'open',
      priority: 'medium',
      project: 'Main kitchen',
      parent: 'a1',
      dueAt: '2026-02-01T17:00:00.000Z',
      dueKind: 'time',
      dueZone: 'Pacific/Auckland',
      createdAt: '2026-01-15T10:30:00.000Z',
      updatedAt: '2026-01-15T10:30:00.000Z',
      score: null,
      people: [
        { name: 'Mike', role: 'assignee', vendorId: 'u1', email: null },
        { name: 'Jane', role: 'author', vendorId: 'u2', email: null },
      ],
      text: 'Weekly kitchen inspection\nAUD-7\nMain kitchen',
      raw: row,
    });
  });

  it.each([
    [0, 'open', true],
    [1, 'approved', false],
    [2, 'rejected', true],
    [3, 'submitted', true],
    [4, 'expired', false],
    [9, '9', false],
    ['3', 'submitted', true],
    ['OnHold', 'OnHold', false],
  ])('calls the status %j %s, which can be late: %j (R19)', (status, word, canBeLate) => {
    const mapped = mapActionRow('listPendingCorrectiveActions', { ...row, status }).status;
    expect(mapped).toBe(word);
    expect(isOpenStatus(mapped)).toBe(canBeLate);
  });

  it.each([
    [0, 'low'],
    [2, 'high'],
    [7, '7'],
    [null, null],
  ])('calls the priority %j %j', (priority, word) => {
    expect(mapActionRow('listPendingCorrectiveActions', { ...row, priority }).priority).toBe(word);
  });

  it('has approval and expiry as its newest moment, and who approved among its people', () => {
    const approved = {
      ...row,
      status: 1,
      approvedBy: { id: 'u3', name: 'Sarah' },
      approvedAtUtc: '2026-01-24T14:30:00.000Z',
    };
    const completed = mapActionRow('listCompletedCorrectiveActions', approved);
    expect(completed).toMatchObject({ status: 'approved', updatedAt: '2026-01-24T14:30:00.000Z' });
    expect(completed.people.at(-1)).toEqual({ name: 'Sarah', role: 'approver', vendorId: 'u3', email: null });
    const expired = {
      ...row,
      status: 4,
      expiredBy: { id: ZEROS, name: 'System' },
      expiredAtUtc: '2026-02-01T17:00:00.000Z',
    };
    expect(mapActionRow('listExpiredCorrectiveActions', expired).updatedAt).toBe('2026-02-01T17:00:00.000Z');
  });

  it('takes missing, null and mistyped fields for nothing, and the list for the status (R19)', () => {
    const odd = { id: 5, status: null, audit: 'none', assignedUsers: null, dueDateUtc: 'soon', name: '' };
    expect(mapActionRow('listExpiredCorrectiveActions', odd)).toMatchObject({
      vendorId: '5',
      title: '5',
      status: 'expired',
      priority: null,
      parent: null,
      dueAt: null,
      dueKind: null,
      dueZone: null,
      people: [],
      updatedAt: null,
    });
  });

  it.each(['Mars/Olympus', '', 7, '../../etc'])('knows no zone %j', (ianaTimeZone) => {
    const odd = { ...row, audit: { ...row.audit, ianaTimeZone } };
    expect(mapActionRow('listPendingCorrectiveActions', odd).dueZone).toBeNull();
  });
});

describe('mapActionDetail', () => {
  it('adds what the lists leave out, and says the rest anew', () => {
    expect(mapActionDetail(detail)).toEqual({
      record: {
        title: 'Fix safety guard',
        number: 'CA-1',
        status: 'submitted',
        priority: 'high',
        project: 'Main kitchen',
        parent: 'a1',
        dueAt: '2026-02-01T17:00:00.000Z',
        dueKind: 'time',
        dueZone: 'Pacific/Auckland',
        createdAt: '2026-01-15T10:30:00.000Z',
        updatedAt: '2026-01-20T14:30:22.123Z',
      },
      people: [
        { name: 'Mike', role: 'assignee', vendorId: 'u1', email: null },
        { name: 'Jane', role: 'author', vendorId: 'u2', email: null },
        { name: 'Sarah', role: 'approver', vendorId: 'u3', email: null },
      ],
      text: 'Is the guard in place?\nNo: Guard is missing\nReplace the guard\nOrdered\nSafety',
    });
  });

  it('leaves alone what the detail does not say', () => {
    expect(mapActionDetail({ id: 'ca-1' })).toEqual({ record: {}, people: [], text: '' });
  });
});

describe('actionDocument', () => {
  it('is the action as a person reads it, with the audit’s number from the list', () => {
    expect(actionDocument(detail, row)).toEqual({
      name: 'Fix safety guard',
      number: 'CA-1',
      description: 'Replace the guard',
      status: 'submitted',
      priority: 'high',
      dueAt: '2026-02-01T17:00:00.000Z',
      zone: 'Pacific/Auckland',
      audit: { id: 'a1', number: auditNumber, name: 'Weekly kitchen inspection' },
      object: 'Main kitchen',
      question: 'Is the guard in place?',
      answer: 'No: Guard is missing',
      failed: true,
      tags: ['Safety'],
      people: mapActionDetail(detail).people,
      files: [{ id: 'f1', name: 'guard.jpg', contentType: 'image/jpeg', updatedAt: '2026-01-15T10:30:00.000Z' }],
      information: {
        text: 'Ordered',
        photoIds: ['p1'],
        files: [{ id: 'f2', name: 'order.pdf', contentType: 'application/pdf', updatedAt: '2026-01-17T09:15:33.456Z' }],
      },
      createdAt: '2026-01-15T10:30:00.000Z',
      approvedAt: '2026-01-20T14:30:22.123Z',
      expiredAt: '2026-01-18T06:59:59.000Z',
      expiredBy: 'System Auto-Expire',
    });
  });

  it('can be made of a list’s row alone, and of a detail with nothing in it', () => {
    expect(actionDocument(row, row)).toMatchObject({
      name: 'Fix safety guard',
      description: null,
      files: [],
      tags: [],
    });
    expect(actionDocument({ id: 'ca-1' })).toMatchObject({ name: 'ca-1', audit: null, status: null, failed: null });
  });

  it('keeps an empty description apart from none', () => {
    expect(actionDocument({ ...detail, description: '' }).description).toBe('');
    expect(actionDocument({ ...detail, description: null }).description).toBeNull();
  });

  it('refuses what is no action', () => {
    expect(() => actionDocument('x')).toThrow(expect.objectContaining({ code: 'unexpected-answer' }));
  });
});

describe('changeAction', () => {
  const whole = {
    assignedUsersIds: ['u1'],
    description: 'Replace the guard',
    name: 'Fix safety guard',
    dueDateUtc: '2026-02-01T17:00:00.000Z',
    status: 3,
    priority: 2,
  };

  it.each<[changes: Parameters<typeof changeAction>[1], body: object, made: readonly unknown[]]>([
    [{ status: 'approved' }, { status: 1 }, [{ field: 'status', before: 'submitted', after: 'approved' }]],
    [
      { status: 'rejected', priority: 'low' },
      { status: 2, priority: 0 },
      [
        { field: 'status', before: 'submitted', after: 'rejected' },
        { field: 'priority', before: 'high', after: 'low' },
      ],
    ],
    [
      { dueAt: '2026-03-01T00:00:00Z' },
      { dueDateUtc: '2026-03-01T00:00:00.000Z' },
      [{ field: 'dueAt', before: '2026-02-01T17:00:00.000Z', after: '2026-03-01T00:00:00.000Z' }],
    ],
    [
      { assignees: ['u2', 'u1', 'u2'] },
      { assignedUsersIds: ['u2', 'u1'] },
      [{ field: 'assignees', before: ['Mike'], after: ['Jane D', 'Mike'] }],
    ],
    [{ assignees: [] }, { assignedUsersIds: [] }, [{ field: 'assignees', before: ['Mike'], after: [] }]],
    [{ assignees: ['u9'] }, { assignedUsersIds: ['u9'] }, [{ field: 'assignees', before: ['Mike'], after: ['u9'] }]],
    [{ name: 'Guard' }, { name: 'Guard' }, [{ field: 'name', before: 'Fix safety guard', after: 'Guard' }]],
    [{ description: null }, { description: '' }, [{ field: 'description', before: 'Replace the guard', after: null }]],
    [{ description: '' }, { description: '' }, [{ field: 'description', before: 'Replace the guard', after: '' }]],
    // What is set to what it is already is no change, and is sent all the same.
    [
      { status: 'submitted', priority: 'low', assignees: ['u1'], name: 'Fix safety guard' },
      { priority: 0 },
      [{ field: 'priority', before: 'high', after: 'low' }],
    ],
  ])('makes %j the whole action with %j', (changes, body, made) => {
    const call = changeAction(detail, changes, (id) => (id === 'u2' ? 'Jane D' : null));
    expect(call.operation).toBe('updateCorrectiveAction');
    expect(call.params).toEqual({ path: { id: 'ca-1' }, body: { ...whole, ...body } });
    expect(call.changes).toEqual(made);
    const { updateCorrectiveAction } = operations;
    expect(() =>
      checkRequest({ row: updateCorrectiveAction, baseUrl: 'https://api.example', params: call.params }),
    ).not.toThrow();
  });

  it.each<[changes: Parameters<typeof changeAction>[1]]>([
    [{}],
    [{ status: 'submitted' }],
    [{ dueAt: '2026-02-01T17:00:00Z' }],
    [{ dueAt: '2026-02-02T06:00:00+13:00' }],
    [{ assignees: ['u1', 'u1'] }],
    [{ description: 'Replace the guard', name: 'Fix safety guard', priority: 'high' }],
    [{ status: undefined }],
  ])('finds nothing to change in %j', (changes) => {
    expect(() => changeAction(detail, changes)).toThrow(expect.objectContaining({ code: 'bad-input' }));
  });

  it.each([null, ''])('takes a description of %j for none, and sends it empty', (description) => {
    const bare = { ...detail, description };
    expect(changeAction(bare, { status: 'open' }).params.body).toMatchObject({ description: '' });
    expect(() => changeAction(bare, { description: null })).toThrow(AppError);
    expect(() => changeAction(bare, { description: '' })).toThrow(AppError);
  });

  it('refuses a row of a list, whose missing description would be wiped at the vendor (M7)', () => {
    expect(() => changeAction(row, { status: 'approved' })).toThrow(
      expect.objectContaining({ code: 'unexpected-answer' }),
    );
  });

  it.each<[name: string, odd: object]>([
    ['status', { status: 'Submitted' }],
    ['priority', { priority: null }],
    ['name', { name: null }],
    ['due date', { dueDateUtc: 'soon' }],
    ['list of assignees', { assignedUsers: undefined }],
    ['list of assignees of another kind', { assignedUsers: { u1: 'Mike' } }],
    ['assignee that cannot be read', { assignedUsers: ['Mike', { id: 'u2', name: 'Jane' }] }],
    ['assignee without an id', { assignedUsers: [{ name: 'Mike' }] }],
  ])('changes nothing of an action whose %s it would have to guess', (_name, odd) => {
    expect(() => changeAction({ ...detail, ...odd }, { description: 'New' })).toThrow(
      expect.objectContaining({ code: 'unexpected-answer' }),
    );
  });

  it('refuses a date that is none', () => {
    expect(() => changeAction(detail, { dueAt: 'tomorrow' })).toThrow(expect.objectContaining({ code: 'bad-input' }));
  });

  it('never drops or invents a field, whatever is changed (R5)', () => {
    const changes = fc.record(
      {
        status: fc.constantFrom('open', 'approved', 'rejected', 'submitted'),
        priority: fc.constantFrom('low', 'medium', 'high'),
        dueAt: fc
          .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
          .map((date) => date.toISOString()),
        assignees: fc.array(fc.constantFrom('u1', 'u2', 'u3'), { maxLength: 4 }),
        name: fc.string({ minLength: 1 }),
        description: fc.option(fc.string()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(changes, (given) => {
        // One change that is always made, so that there is always a call.
        const call = changeAction({ ...detail, priority: 7 }, { priority: 'low', ...given });
        const body = call.params.body as Record<string, unknown>;
        expect(Object.keys(body).toSorted()).toEqual(Object.keys(whole).toSorted());
        const wire: Record<string, string> = { dueAt: 'dueDateUtc', assignees: 'assignedUsersIds' };
        const named = new Set(call.changes.map(({ field }) => wire[field] ?? field));
        expect(named).toContain('priority');
        for (const [field, value] of Object.entries({ ...whole, priority: 7 })) {
          // As a set: the order of assignees says nothing.
          const sent = Array.isArray(body[field]) ? body[field].map(String).toSorted() : body[field];
          expect(JSON.stringify(sent) !== JSON.stringify(value)).toBe(named.has(field));
        }
      }),
    );
  });
});

describe('the collections of corrective actions and roles', () => {
  const collectionOf = (kind: string) => {
    const found = monitorqa.collections.find((collection) => collection.kind === kind);
    if (!found) throw new Error(kind);
    return found;
  };

  it('are read after the people and before the audits', () => {
    expect(monitorqa.collections.map(({ kind }) => kind)).toEqual([
      'company',
      'user',
      'role',
      'corrective-action',
      'audit',
    ]);
  });

  it('read the three lists of actions and ask for each one’s detail', () => {
    const actions = collectionOf('corrective-action');
    expect(actions.lists.map(({ operation }) => operation)).toEqual([
      'listPendingCorrectiveActions',
      'listExpiredCorrectiveActions',
      'listCompletedCorrectiveActions',
    ]);
    const call = { part: 'detail', operation: 'getCorrectiveAction', params: { path: { id: 'ca-1' } } };
    expect(actions.parts({ vendorId: 'ca-1', status: 'approved' })).toEqual([call]);
    expect(actions.confirm?.('ca-1')).toEqual(call);
    const page = actions.mapPage('listPendingCorrectiveActions', { data: [row], meta: { totalCount: 9 } });
    expect(page).toMatchObject({ received: 1, total: 9, records: [{ vendorId: 'ca-1' }] });
    expect(actions.mapPart('detail', detail).record?.status).toBe('submitted');
    for (const wrong of [[row], { data: [{}] }, null]) {
      expect(() => actions.mapPage('listPendingCorrectiveActions', wrong)).toThrow(
        expect.objectContaining({ code: 'unexpected-answer' }),
      );
    }
  });

  it('read roles from a bare array', () => {
    const roles = collectionOf('role');
    const page = roles.mapPage('listRoles', [
      { id: 'r1', name: 'Senior Auditor', roleType: 1 },
      { id: 'r2', roleType: 9 },
    ]);
    expect(page.records).toMatchObject([
      { vendorId: 'r1', title: 'Senior Auditor', text: 'Auditor' },
      { vendorId: 'r2', title: 'r2', text: '' },
    ]);
    expect(roles.confirm?.('r1')).toMatchObject({ operation: 'getRole' });
  });
});

describe('the company', () => {
  it('is read with its logo and icon', () => {
    const json = {
      id: 'c1',
      name: 'Acme',
      logoFileId: 'f1',
      iconFileId: null,
      usagePurpose: 6,
      customAuditObjectName: 'Hall',
    };
    expect(monitorqa.company?.(json)).toEqual({
      name: 'Acme',
      logoFileId: 'f1',
      iconFileId: null,
      usagePurpose: 6,
      objectName: 'Hall',
    });
    expect(monitorqa.company?.(undefined)).toBeNull();
    expect(monitorqa.company?.([])).toBeNull();
  });
});
