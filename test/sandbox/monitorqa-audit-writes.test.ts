import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../src/sandbox/journal.ts';
import { allActions } from './action-bodies.ts';
import { answerOf, serve, type Served } from './served.ts';
import type { List, Named, Row } from './support.ts';

let vendor: Served;
beforeEach(async () => {
  vendor = await serve({ audits: 150 });
});
afterEach(() => vendor.server.close());

type Detail = Row & {
  readonly auditorHint: string | null;
  readonly isCompleted: boolean;
  readonly isExpired: boolean;
  readonly isReopened: boolean;
  readonly score: number | null;
};

const unknown = '00000000-0000-4000-8000-000000000000';
const dates = { startDate: '2026-12-01T08:00:00.000Z', endDate: '2026-12-01T18:00:00.000Z' };
const rowsOf = async (state: 'pending' | 'complete', query = ''): Promise<readonly Row[]> =>
  (await vendor.read<List>(`/audit/${state}?pageSize=1000${query}`)).data;
const firstOf = async (path: string): Promise<Named> => {
  const [first] = await vendor.read<readonly Named[]>(path);
  if (first === undefined) throw new Error(`${path} is empty`);
  return first;
};
const bodyOf = async () => ({
  ...dates,
  name: 'Weekly safety walk',
  auditorHint: 'Look at the exits.',
  templateId: (await firstOf('/audit/templates')).id,
  auditObjectId: (await firstOf('/audit/objects')).id,
  assigneeId: (await firstOf('/users')).id,
});
const create = async (change: object = {}): Promise<string> => {
  const [status, body] = await answerOf(await vendor.json('POST', '/audit', { ...(await bodyOf()), ...change }));
  expect(status).toBe(200);
  return (body as Named).id;
};
const detailOf = (id: string): Promise<Detail> => vendor.read<Detail>(`/audit/${id}`);

describe('POST /audit', () => {
  it('makes a pending audit that list, details and filters know', async () => {
    const before = await rowsOf('pending');
    const body = await bodyOf();
    const id = await create();
    const after = await rowsOf('pending');
    expect(after.slice(0, -1)).toEqual(before);
    expect(after.at(-1)).toMatchObject({
      id,
      name: body.name,
      startDate: body.startDate,
      endDate: body.endDate,
      template: { id: body.templateId },
      auditObject: { id: body.auditObjectId },
      assignees: [{ id: body.assigneeId }],
      isStarted: false,
    });
    expect(await detailOf(id)).toMatchObject({ auditorHint: body.auditorHint, isCompleted: false, score: null });
    const filters = `&templateId=${body.templateId}&auditObjectId=${body.auditObjectId}&assignedTo=${body.assigneeId}`;
    expect((await rowsOf('pending', filters)).map((row) => row.id)).toContain(id);
  });

  it('gives each an id and a number that no other has', async () => {
    await create();
    await create();
    const rows = [...(await rowsOf('pending')), ...(await rowsOf('complete'))];
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    expect(new Set(rows.map((row) => row.number)).size).toBe(rows.length);
  });

  it('begins now, unassigned and without a hint, when those are left out', async () => {
    const { startDate: _s, assigneeId: _a, auditorHint: _h, ...least } = await bodyOf();
    const [, body] = await answerOf(await vendor.json('POST', '/audit', least));
    const detail = await detailOf((body as Named).id);
    expect(detail).toMatchObject({ startDate: '2026-11-22T06:00:00.000Z', assignees: [], auditorHint: null });
  });

  it.each([
    ['templateId', 'template/not-found'],
    ['auditObjectId', 'audit-object/not-found'],
    ['assigneeId', 'user/not-found'],
  ])('answers 409 to a %s that names nothing', async (field, message) => {
    const response = await vendor.json('POST', '/audit', { ...(await bodyOf()), [field]: unknown });
    expect(await answerOf(response)).toEqual([409, { message }]);
  });

  it.each([
    ['a blank name', { name: ' ' }, 422],
    ['a hint of 2001 characters', { auditorHint: 'x'.repeat(2001) }, 422],
    ['an end before the start', { endDate: '2026-11-30T00:00:00.000Z' }, 422],
    ['a date without a time', { endDate: '2026-12-01' }, 400],
    ['null for an assignee', { assigneeId: null }, 400],
    ['assignees in the plural', { assigneesIds: [] }, 400],
  ])('refuses %s and makes nothing', async (_, change, status) => {
    const before = await rowsOf('pending');
    expect((await vendor.json('POST', '/audit', { ...(await bodyOf()), ...change })).status).toBe(status);
    expect(await rowsOf('pending')).toEqual(before);
  });
});

describe('PUT /audit/{id}', () => {
  it('changes a one-time audit; what is left out is unassigned and without a hint', async () => {
    const id = await create();
    const body = { ...dates, name: 'Renamed', endDate: '2026-12-03T18:00:00.000Z' };
    expect(await answerOf(await vendor.json('PUT', `/audit/${id}`, body))).toEqual([200, '']);
    expect(await detailOf(id)).toMatchObject({ endDate: body.endDate, assignees: [], auditorHint: null });
    expect((await rowsOf('pending')).find((row) => row.id === id)?.name).toBe('Renamed');
  });

  it("changes one of the sample's own, which keeps its number and place in the list", async () => {
    const { dataset } = vendor.server;
    const slot = dataset.slotsOf('pending').find((candidate) => dataset.audits.at(candidate).scheduleId === null) ?? 0;
    const { id, number } = dataset.audits.at(slot);
    const before = (await rowsOf('pending')).map((row) => row.id);
    expect((await vendor.json('PUT', `/audit/${id}`, { ...dates, name: 'Moved' })).status).toBe(200);
    expect(await detailOf(id)).toMatchObject({ number, ...dates });
    expect((await rowsOf('pending')).map((row) => row.id)).toEqual(before);
  });

  it('stays as it was written on a later day, when the sample would have completed it', async () => {
    const { dataset } = vendor.server;
    const oneTime = [...dataset.slotsOf('pending')].filter((slot) => dataset.audits.at(slot).scheduleId === null);
    const ids = oneTime.map((slot) => dataset.audits.at(slot).id);
    const journal: JournalEntry[] = [];
    const first = await serve({ audits: 150, onJournal: (entry) => journal.push(entry) });
    for (const id of ids) await first.json('PUT', `/audit/${id}`, { ...dates, name: 'Kept' });
    await first.server.close();
    const later = await serve({ audits: 150, now: '2027-06-01T06:00:00.000Z', journal });
    const completed = ids.filter((id) => {
      const slot = later.server.dataset.identifiers.decode(id)?.record ?? 0;
      return later.server.dataset.audits.made.at(slot).state === 'complete';
    });
    expect(completed.length).toBeGreaterThan(0);
    for (const id of completed) {
      expect(await later.read(`/audit/${id}`)).toMatchObject({ isCompleted: false, ...dates });
      expect(await later.read(`/corrective-actions/pending?auditId=${id}`)).toMatchObject({ data: [] });
    }
    await later.server.close();
  });

  it('is refused for an audit of a schedule, one that is complete, and one nobody knows', async () => {
    const { dataset } = vendor.server;
    const ofState = (state: 'pending' | 'complete', isOneTime: boolean): string => {
      const audits = [...dataset.slotsOf(state)].map((slot) => dataset.audits.at(slot));
      return audits.find((audit) => (audit.scheduleId === null) === isOneTime)?.id ?? '';
    };
    const put = async (id: string) => answerOf(await vendor.json('PUT', `/audit/${id}`, { ...dates, name: 'x' }));
    expect(await put(ofState('pending', false))).toEqual([409, { message: 'audit/not-one-time' }]);
    expect(await put(ofState('complete', true))).toEqual([409, { message: 'audit/not-pending' }]);
    expect(await put(unknown)).toMatchObject([404, { error: { code: 'NOT_FOUND' } }]);
  });
});

describe('POST /audit/reopen/{id}', () => {
  const reopen = async (id: string, body: object = {}) =>
    answerOf(await vendor.json('POST', `/audit/reopen/${id}`, { ...dates, ...body }));

  it('takes an audit from the complete list to the pending one, without a report', async () => {
    const [first] = await rowsOf('complete');
    const id = first?.id ?? '';
    expect(await reopen(id)).toEqual([200, '']);
    expect((await rowsOf('complete')).map((row) => row.id)).not.toContain(id);
    const row = (await rowsOf('pending')).find((candidate) => candidate.id === id);
    expect(row).toMatchObject({ ...dates, isReopened: true, isStarted: true, number: first?.number });
    expect(await detailOf(id)).toMatchObject({ isCompleted: false, completedBy: null, score: null, isReopened: true });
    for (const path of ['', '/report', '/report-pdf']) {
      expect((await vendor.send('GET', `/audit/complete/${id}${path}`)).status).toBe(404);
    }
  });

  it('keeps its corrective actions, which the pending list counts', async () => {
    const [action] = await allActions(vendor, 'completed');
    const id = action?.audit.id ?? '';
    const before = await vendor.read(`/corrective-actions/completed?auditId=${id}`);
    await reopen(id);
    expect(await vendor.read(`/corrective-actions/completed?auditId=${id}`)).toEqual(before);
    const row = (await rowsOf('pending')).find((candidate) => candidate.id === id);
    const { meta } = before as List;
    expect(row).toMatchObject({ completedActionsCount: meta.totalCount });
  });

  it('leaves the assignees for null and when left out, replaces them, and removes them for an empty list', async () => {
    const assigned = (await rowsOf('complete')).filter((row) => row.assignees.length > 0);
    const [one, two, three, four] = assigned;
    const user = await firstOf('/users');
    const assigneesOf = async (row: Row | undefined, body: object) => {
      await reopen(row?.id ?? '', body);
      return (await detailOf(row?.id ?? '')).assignees;
    };
    expect(await assigneesOf(one, {})).toEqual(one?.assignees);
    expect(await assigneesOf(two, { assigneesIds: null })).toEqual(two?.assignees);
    expect(await assigneesOf(three, { assigneesIds: [] })).toEqual([]);
    expect(await assigneesOf(four, { assigneesIds: [user.id] })).toMatchObject([{ id: user.id }]);
  });

  it('is refused for an audit that is not complete, twice, and for somebody unknown', async () => {
    const [pending] = await rowsOf('pending');
    const [complete] = await rowsOf('complete');
    expect(await reopen(pending?.id ?? '')).toEqual([409, { message: 'audit/not-completed' }]);
    expect(await reopen(complete?.id ?? '', { assigneesIds: [unknown] })).toEqual([409, { message: 'user/not-found' }]);
    expect((await reopen(complete?.id ?? ''))[0]).toBe(200);
    expect((await reopen(complete?.id ?? ''))[0]).toBe(409);
  });
});

describe('POST /audit/expire', () => {
  it('takes audits out of every list; their details say that they expired', async () => {
    const ids = [...(await rowsOf('pending')).slice(0, 2).map((row) => row.id), await create()];
    expect(await answerOf(await vendor.json('POST', '/audit/expire', { ids }))).toEqual([200, '']);
    const left = [...(await rowsOf('pending')), ...(await rowsOf('complete'))].map((row) => row.id);
    for (const id of ids) {
      expect(left).not.toContain(id);
      expect(await detailOf(id)).toMatchObject({ isExpired: true, isCompleted: false });
    }
  });

  it('expires none when one of them is complete or unknown', async () => {
    const [pending] = await rowsOf('pending');
    const [complete] = await rowsOf('complete');
    const expire = async (ids: readonly unknown[]) => answerOf(await vendor.json('POST', '/audit/expire', { ids }));
    expect(await expire([pending?.id, complete?.id])).toEqual([409, { message: 'audit/not-pending' }]);
    expect(await expire([pending?.id, unknown])).toEqual([409, { message: 'audit/not-found' }]);
    expect(await detailOf(pending?.id ?? '')).toMatchObject({ isExpired: false });
    expect((await expire([]))[0]).toBe(422);
    expect((await expire([1]))[0]).toBe(400);
  });
});

describe('DELETE /audit', () => {
  it('ends audits of any state with their details, reports and corrective actions', async () => {
    const [action] = await allActions(vendor, 'completed');
    const [pending] = await rowsOf('pending');
    const ids = [action?.audit.id ?? '', pending?.id ?? '', await create()];
    expect(await answerOf(await vendor.json('DELETE', '/audit', { ids }))).toEqual([200, '']);
    const left = [...(await rowsOf('pending')), ...(await rowsOf('complete'))].map((row) => row.id);
    for (const id of ids) {
      expect(left).not.toContain(id);
      expect((await vendor.send('GET', `/audit/${id}`)).status).toBe(404);
      expect((await vendor.send('GET', `/audit/complete/${id}`)).status).toBe(404);
    }
    expect((await vendor.send('GET', `/corrective-actions/${action?.id}`)).status).toBe(404);
    expect((await allActions(vendor, 'completed')).map((row) => row.id)).not.toContain(action?.id);
  });

  it('takes the photos of an audit along, which outlast its being reopened', async () => {
    const [first] = await rowsOf('complete');
    const id = first?.id ?? '';
    type Signed = { readonly auditorSignature: { readonly photoId: string } | null };
    const { auditorSignature } = await vendor.read<Signed>(`/audit/complete/${id}`);
    const photo = async () => (await vendor.send('GET', `/files/${auditorSignature?.photoId}`)).status;
    expect(await photo()).toBe(200);
    await vendor.json('POST', `/audit/reopen/${id}`, dates);
    expect(await photo()).toBe(200);
    await vendor.json('DELETE', '/audit', { ids: [id] });
    expect(await photo()).toBe(404);
  });

  it('deletes none when one is unknown, and never gives an id again', async () => {
    const id = await create();
    const both = await vendor.json('DELETE', '/audit', { ids: [id, unknown] });
    expect(await answerOf(both)).toEqual([409, { message: 'audit/not-found' }]);
    expect((await vendor.json('DELETE', '/audit', { ids: [id] })).status).toBe(200);
    expect(await create()).not.toBe(id);
  });
});
