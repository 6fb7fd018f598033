import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasCode } from '../../src/shared/errors/app-error.ts';
import type { Collection } from '../../src/main/vendors/core/collection.ts';
import { auditHead, mapAuditDetail, mapAuditRow } from '../../src/main/vendors/monitorqa/map-audit.ts';
import { auditReport, mapReportPart } from '../../src/main/vendors/monitorqa/map-report.ts';
import { collections } from '../../src/main/vendors/monitorqa/map.ts';

const pendingRow = {
  id: 'a1',
  name: 'Weekly kitchen inspection',
  number: 'AUD-7',
  assignees: [
    { id: 'u1', name: 'Emily' },
    { id: 'u2', name: 'Ravi' },
  ],
  auditObject: { id: 'o1', name: 'Main kitchen' },
  template: { id: 't1', name: 'Kitchen template' },
  startDate: '2026-03-01T09:00:00.000Z',
  endDate: '2026-03-02T17:00:00.000Z',
  isStarted: false,
  isReopened: false,
  brandNew: { field: 1 },
};

const completeRow = {
  ...pendingRow,
  completeDate: '2026-03-02T15:42:18.750Z',
  completedBy: { id: 'u1', name: 'Emily' },
  score: 94,
  scoreLabel: 'Excellent',
};

function collection(kind: string): Collection {
  const found = collections.find((candidate) => candidate.kind === kind);
  if (!found) throw new Error(kind);
  return found;
}

describe('mapAuditRow', () => {
  it('maps a pending audit and keeps its own JSON', () => {
    expect(mapAuditRow('listPendingAudits', pendingRow)).toEqual({
      vendorId: 'a1',
      number: 'AUD-7',
      title: 'Weekly kitchen inspection',
      status: 'pending',
      priority: null,
      project: 'Main kitchen',
      parent: null,
      dueAt: '2026-03-02T17:00:00.000Z',
      dueKind: 'time',
      dueZone: null,
      createdAt: null,
      updatedAt: null,
      score: null,
      people: [
        { name: 'Emily', role: 'assignee', vendorId: 'u1', email: null },
        { name: 'Ravi', role: 'assignee', vendorId: 'u2', email: null },
      ],
      text: 'Kitchen template\nMain kitchen',
      raw: pendingRow,
    });
  });

  it('tells started and completed audits by their list', () => {
    expect(mapAuditRow('listPendingAudits', { ...pendingRow, isStarted: true }).status).toBe('in-progress');
    expect(mapAuditRow('listCompleteAudits', completeRow)).toMatchObject({
      status: 'complete',
      score: 94,
      updatedAt: '2026-03-02T15:42:18.750Z',
      people: [{ role: 'assignee' }, { role: 'assignee' }, { name: 'Emily', role: 'completer' }],
    });
  });

  it('takes missing, null and mistyped fields for nothing, as long as there is an id (R19)', () => {
    const odd = { id: 7, name: null, assignees: 'nobody', auditObject: [], endDate: 'soon', score: {}, completedBy: 3 };
    expect(mapAuditRow('listPendingAudits', odd)).toMatchObject({
      vendorId: '7',
      title: '7',
      project: null,
      dueAt: null,
      dueKind: null,
      score: null,
      people: [],
      raw: odd,
    });
  });

  it('reads moments without a zone as UTC and the year 1 as none', () => {
    const due = (endDate: unknown) => mapAuditRow('listPendingAudits', { ...pendingRow, endDate }).dueAt;
    expect(due('2026-03-02T17:00:00')).toBe('2026-03-02T17:00:00.000Z');
    expect(due('2026-03-02T17:00:00.1234567Z')).toBe('2026-03-02T17:00:00.123Z');
    expect(due('2026-03-02T17:00:00+02:00')).toBe('2026-03-02T15:00:00.000Z');
    expect(due('0001-01-01T00:00:00')).toBeNull();
    expect(due(1_700_000_000)).toBeNull();
  });
});

describe('mapAuditDetail and auditHead', () => {
  const detail = {
    ...completeRow,
    name: undefined,
    auditorHint: 'Check the cold store',
    auditObject: { id: 'o1', name: 'Main kitchen', notes: 'Busy' },
    startedBy: { id: 'u3', name: 'Ana' },
    startedAt: '2026-03-02T11:00:00.000Z',
    isStarted: true,
    isCompleted: true,
    isFailed: false,
    isExpired: false,
    completionTime: 282,
    auditeeSignature: { photoId: 'p1', createdBy: { id: '00000000-0000-0000-0000-000000000000', name: 'A client' } },
    auditorSignature: { photoId: 'p2', createdBy: { id: 'u1', name: 'Emily' } },
  };

  it.each([
    [{ isExpired: true, isCompleted: false, isStarted: true }, 'expired'],
    [{ isExpired: false, isCompleted: true, isStarted: true }, 'complete'],
    [{ isExpired: false, isCompleted: false, isStarted: true }, 'in-progress'],
    [{ isExpired: false, isCompleted: false, isStarted: false }, 'pending'],
  ])('tells %j is %s', (marks, status) => {
    expect(mapAuditDetail({ ...detail, ...marks }).record?.status).toBe(status);
  });

  it('leaves alone what the detail does not say', () => {
    expect(mapAuditDetail({ id: 'a1' }).record).toEqual({});
    expect(mapAuditDetail(detail).record).not.toHaveProperty('title');
  });

  it('adds the starter, the hint and the notes', () => {
    const part = mapAuditDetail(detail);
    expect(part.people?.map(({ name, role }) => [name, role])).toContainEqual(['Ana', 'starter']);
    expect(part.text).toBe('Check the cold store\nBusy\nExcellent');
  });

  it('makes the head of the document, with the name the list gives', () => {
    expect(auditHead(detail, completeRow)).toMatchObject({
      number: 'AUD-7',
      name: 'Weekly kitchen inspection',
      object: 'Main kitchen',
      objectNotes: 'Busy',
      template: 'Kitchen template',
      failed: false,
      minutes: 282,
      reopened: false,
      expired: false,
      auditeeSignature: { photoId: 'p1', signedBy: 'A client' },
      auditorSignature: { photoId: 'p2', signedBy: 'Emily' },
    });
    expect(auditHead(detail).name).toBe('Kitchen template');
  });

  it('gives nobody the id of zeros', () => {
    const zeros = { id: '00000000-0000-0000-0000-000000000000', name: 'System' };
    expect(mapAuditDetail({ ...detail, startedBy: zeros }).people).toContainEqual({
      name: 'System',
      role: 'starter',
      vendorId: null,
      email: null,
    });
  });
});

interface WireItem {
  readonly id: string;
  readonly [field: string]: unknown;
}

const item = (id: string, itemType: unknown, childrenIds: readonly string[] = [], more: object = {}): WireItem => ({
  id,
  text: `Text ${id}`,
  note: null,
  notApplicable: false,
  isCritical: false,
  isPassed: false,
  isFailed: false,
  childrenIds,
  metafields: [],
  actions: [],
  photos: [],
  itemsCount: null,
  points: null,
  signature: null,
  failedInRowCount: 0,
  itemType,
  data: null,
  ...more,
});

const lines = (items: readonly unknown[]) => auditReport({ id: 'r', items }).items;
const places = (items: readonly unknown[]): readonly string[] =>
  lines(items).map(({ place, id, depth }) => `${place} ${id} ${depth}`);

describe('auditReport: the tree', () => {
  it('puts lines that come in any order into reading order, with their places', () => {
    const items = [
      item('q2', 2),
      item('s2', 1, ['q3']),
      item('q3', 3, ['yes']),
      item('root', 0, ['s1', 's2']),
      item('q4', 2),
      item('yes', 4, ['q4', 'q5']),
      item('q5', 2),
      item('s1', 1, ['q1', 'q2']),
      item('q1', 2),
    ];
    expect(places(items)).toEqual([
      '1 s1 0',
      '1.1 q1 1',
      '1.2 q2 1',
      '2 s2 0',
      '2.1 q3 1',
      '2.1 yes 2',
      '2.1.1 q4 3',
      '2.1.2 q5 3',
    ]);
    expect(lines(items).map(({ parentId }) => parentId)).toEqual([null, 's1', 's1', null, 's2', 'q3', 'yes', 'yes']);
  });

  it('shows every line once whatever the links say: circles, missing children, two parents, several roots', () => {
    expect(places([item('a', 1, ['b', 'gone', 'b']), item('b', 2, ['a']), item('c', 2, ['c'])])).toEqual([
      '1 c 0',
      '2 a 0',
      '2.1 b 1',
    ]);
    expect(places([item('a', 1, ['x']), item('b', 1, ['x']), item('x', 2)])).toEqual(['1 a 0', '1.1 x 1', '2 b 0']);
    expect(places([item('r1', 0, ['a']), item('r2', 0, ['b']), item('a', 1), item('b', 1), item('lost', 2)])).toEqual([
      '1 a 0',
      '2 b 0',
      '3 lost 0',
    ]);
  });

  it('loses no line and ends, for any links at all', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const id = fc.constantFrom(...ids);
    fc.assert(
      fc.property(fc.array(fc.array(id, { maxLength: 4 }), { minLength: 6, maxLength: 6 }), (links) => {
        const made = links.map((children, index) => item(ids[index] ?? '', 2, children));
        const found = lines(made);
        expect(found.map((line) => line.id).toSorted()).toEqual(ids);
        const index = new Map(found.map((line, at) => [line.id, at]));
        for (const [at, line] of found.entries()) {
          expect(line.parentId === null ? -1 : index.get(line.parentId)).toBeLessThan(at);
        }
      }),
    );
  });

  it('does not run out of stack on a chain of 20,000 lines', () => {
    const chain = Array.from({ length: 20_000 }, (_, at) => item(`i${at}`, 2, [`i${at + 1}`]));
    expect(lines(chain)).toHaveLength(20_000);
  });

  it('adds failed questions up to every line above them', () => {
    const items = [
      item('root', 0, ['s']),
      item('s', 1, ['q1', 'q2'], { isFailed: true }),
      item('q1', 2, [], { isFailed: true }),
      item('q2', 3, ['c']),
      item('c', 4, ['q3']),
      item('q3', 2, [], { isFailed: true, isCritical: true, note: 'x', photos: ['p'] }),
    ];
    expect(lines(items).map(({ id, failedBelow }) => [id, failedBelow])).toEqual([
      ['s', 2],
      ['q1', 1],
      ['q2', 1],
      ['c', 1],
      ['q3', 1],
    ]);
    expect(auditReport({ items }).counts).toEqual({ all: 3, failed: 2, critical: 1, notes: 1, photos: 1 });
  });
});

describe('auditReport: a line', () => {
  const one = (more: object) => lines([item('q', 2, [], more)])[0];

  it.each([
    [{ isFailed: true }, 'failed'],
    [{ isFailed: false, data: { isFailed: true } }, 'failed'],
    [{ isPassed: true }, 'passed'],
    [{ notApplicable: true, isPassed: true }, 'not-applicable'],
    [{}, 'none'],
  ])('%j is %s', (more, outcome) => {
    expect(one(more)?.outcome).toBe(outcome);
  });

  it('takes what was won from the answer and what could be from the line', () => {
    const data = { name: null, points: 0.0, text: null, number: 4.0, isFailed: true };
    expect(one({ points: 3, data })).toMatchObject({ points: 0, maxPoints: 3, answer: null, answerNumber: 4 });
    expect(one({ points: 3, data: { name: 'Good' } })).toMatchObject({ points: null, maxPoints: 3, answer: 'Good' });
    expect(one({ points: null, data })).toMatchObject({ points: 0, maxPoints: null });
    expect(one({ data: { name: 'Other', text: 'rusty' } })?.answer).toBe('Other: rusty');
  });

  it('adds up points below a section, and leaves out what does not apply', () => {
    const [section] = lines([
      item('s', 1, ['a', 'b', 'c'], { points: 99 }),
      item('a', 2, [], { points: 3, data: { points: 3 } }),
      item('b', 2, [], { points: 4, data: { points: 0, isFailed: true } }),
      item('c', 2, [], { points: 5, data: { points: 0 }, notApplicable: true }),
    ]);
    expect(section).toMatchObject({ points: 3, maxPoints: 7 });
  });

  it('counts as critical what is critical and failed', () => {
    const items = [
      item('a', 2, [], { isCritical: true, isPassed: true }),
      item('b', 2, [], { isCritical: true, isFailed: true }),
    ];
    expect(auditReport({ id: 'r', items }).counts).toMatchObject({ all: 2, failed: 1, critical: 1 });
  });

  it('finds photos and comments in every shape', () => {
    expect(one({ photos: ['a', { id: 'b' }, { photoId: 'c' }, 4, null, {}] })?.photoIds).toEqual(['a', 'b', 'c']);
    const comments = [
      'plain',
      { text: 'by name', createdBy: { id: 'u', name: 'Ana' }, createdAt: '2026-01-01T00:00:00.000Z' },
      { comment: 'by text', author: 'Bo' },
      { nothing: 1 },
      null,
    ];
    expect(one({ actions: [{ id: 'x', comments }] })?.actions[0]?.comments).toEqual([
      { text: 'plain', author: null, createdAt: null },
      { text: 'by name', author: 'Ana', createdAt: '2026-01-01T00:00:00.000Z' },
      { text: 'by text', author: 'Bo', createdAt: null },
    ]);
  });

  it('names statuses, priorities and types, and keeps a number it does not know', () => {
    const action = (status: unknown, priority: unknown) =>
      one({ actions: [{ id: 'x', status, priority }] })?.actions[0];
    expect([0, 1, 2, 3, 4].map((status) => action(status, 0)?.status)).toEqual([
      'open',
      'approved',
      'rejected',
      'submitted',
      'expired',
    ]);
    expect([0, 1, 2].map((priority) => action(0, priority)?.priority)).toEqual(['low', 'medium', 'high']);
    expect(action(9, 7)).toMatchObject({ status: '9', priority: '7' });
    expect(action('Deferred', null)).toMatchObject({ status: 'Deferred', priority: 'unknown' });
    expect([1, 2, 3, 4, 9, 'x'].map((type) => lines([item('q', type)])[0]?.type)).toEqual([
      'section',
      'item',
      'conditional-item',
      'condition',
      'unknown',
      'unknown',
    ]);
  });

  it('leaves out an item that cannot be read and keeps the rest', () => {
    expect(
      lines([null, 'x', {}, item('q', 2), { ...item('w', 2), actions: 'none', metafields: 3, data: [] }]),
    ).toHaveLength(2);
  });

  it('makes all words of a report searchable', () => {
    const actions = [{ id: 'x', number: 'CA-9', name: 'Mend it', description: 'Soon' }];
    const metafields = [{ name: 'Serial', text: 'SN-1' }];
    const part = mapReportPart({
      items: [item('q', 2, [], { note: 'Rust', data: { name: 'No' }, actions, metafields })],
    });
    expect(part.text).toBe('Text q\nRust\nNo\nSN-1\nCA-9\nMend it\nSoon');
  });
});

describe('collections', () => {
  const audits = collection('audit');

  it('reads a page of a list with its total', () => {
    const page = audits.mapPage('listPendingAudits', {
      data: [pendingRow],
      meta: { pageNumber: 0, pageSize: 10, totalCount: 31 },
    });
    expect(page).toMatchObject({ received: 1, total: 31, cursor: null, records: [{ vendorId: 'a1' }] });
    expect(audits.mapPage('listCompleteAudits', { data: [] })).toEqual({
      records: [],
      received: 0,
      total: null,
      cursor: null,
    });
  });

  it.each([
    ['null', null],
    ['a bare array', [pendingRow]],
    ['an object without data', { items: [] }],
    ['a row without an id', { data: [{ name: 'x' }] }],
    ['a row that is no object', { data: ['x'] }],
    ['text', 'x'],
  ])('refuses %s as a list of audits', (_name, json) => {
    let thrown: unknown;
    try {
      audits.mapPage('listPendingAudits', json);
    } catch (error) {
      thrown = error;
    }
    expect(hasCode(thrown, 'unexpected-answer')).toBe(true);
  });

  it('asks for the details that fit the state of an audit', () => {
    const calls = (status: string | null) =>
      audits.parts({ vendorId: 'a', status }).map(({ part, operation }) => [part, operation]);
    expect(calls('pending')).toEqual([['detail', 'getAudit']]);
    expect(calls('expired')).toEqual([['detail', 'getAudit']]);
    expect(calls('complete')).toEqual([
      ['detail', 'getCompleteAudit'],
      ['report', 'getAuditReport'],
    ]);
    expect(audits.confirm?.('a').operation).toBe('getAudit');
  });

  it('reads users from a bare array and the company from its one object', () => {
    const users = collection('user').mapPage('listUsers', [{ id: 'u', name: 'Ana', email: 'ana@example.com' }]);
    expect(users.records).toMatchObject([{ vendorId: 'u', title: 'Ana', text: 'ana@example.com', people: [] }]);
    const company = collection('company').mapPage('getCompany', { id: 'c', name: 'Northgate', usagePurpose: 99 });
    expect(company).toMatchObject({ received: 1, total: 1, records: [{ vendorId: 'c', title: 'Northgate' }] });
    expect(() => collection('user').mapPage('listUsers', { data: [] })).toThrow(
      expect.objectContaining({ code: 'unexpected-answer' }),
    );
    expect(() => collection('company').mapPage('getCompany', null)).toThrow(
      expect.objectContaining({ code: 'unexpected-answer' }),
    );
  });
});
