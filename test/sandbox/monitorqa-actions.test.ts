import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  actionsInReports,
  allActions,
  putBodyOf,
  type ActionBody,
  type ActionDetail,
  type ActionPage,
  type ActionRow,
} from './action-bodies.ts';
import { answerOf, serve, type Served } from './served.ts';
import { now, type Named } from './support.ts';

const lists = ['pending', 'expired', 'completed'] as const;
const untouched = await serve();
afterAll(() => untouched.server.close());
const rows = {
  pending: await allActions(untouched, 'pending'),
  expired: await allActions(untouched, 'expired'),
  completed: await allActions(untouched, 'completed'),
};
const everyRow = lists.flatMap((list) => rows[list]);

describe('GET /corrective-actions: the lists', () => {
  it('hold each action once, each list those of its statuses', () => {
    expect(new Set(everyRow.map((row) => row.id)).size).toBe(everyRow.length);
    expect(new Set(rows.pending.map((row) => row.status))).toEqual(new Set([0, 2, 3]));
    expect(new Set(rows.expired.map((row) => row.status))).toEqual(new Set([4]));
    expect(new Set(rows.completed.map((row) => row.status))).toEqual(new Set([1]));
  });

  it('give work to do: several pending late, several submitted to approve', () => {
    expect(rows.pending.filter((row) => row.dueDateUtc < now).length).toBeGreaterThan(9);
    expect(rows.pending.filter((row) => row.dueDateUtc > now).length).toBeGreaterThan(4);
    expect(rows.pending.filter((row) => row.status === 3).length).toBeGreaterThan(4);
  });

  it('are the actions of the reports: the same ids with the same facts, an expired one as it stood before', async () => {
    const reported = await actionsInReports(untouched);
    expect(new Set(reported.keys())).toEqual(new Set(everyRow.map((row) => row.id)));
    for (const row of everyRow) {
      const action = reported.get(row.id);
      const { name, number, priority, createdBy, createdAtUtc: createdAt, dueDateUtc: dueDate } = row;
      const same = { name, number, priority, createdBy, createdAt, dueDate, assignees: row.assignedUsers };
      expect(action).toMatchObject(same);
      expect(row.status === 4 ? [0, 2] : [row.status]).toContain(action?.status);
    }
  });

  it('have the documented fields of each list, and details that agree with them', async () => {
    const shared = [
      'id',
      'assignedUsers',
      'audit',
      'createdBy',
      'auditObject',
      'status',
      'priority',
      'createdAtUtc',
      'dueDateUtc',
      'name',
      'number',
    ];
    const extra = { pending: [], expired: ['expiredBy', 'expiredAtUtc'], completed: ['approvedBy', 'approvedAtUtc'] };
    for (const list of lists) {
      for (const row of rows[list].slice(0, 20)) {
        expect(Object.keys(row)).toEqual([...shared, ...extra[list]]);
        expect(Object.keys(row.audit)).toEqual(['id', 'name', 'ianaTimeZone', 'number']);
        const detail = await untouched.read<ActionDetail>(`/corrective-actions/${row.id}`);
        const { number: _, ...audit } = row.audit;
        expect(detail).toMatchObject({ ...row, audit });
        expect(Object.keys(detail.audit)).toEqual(['id', 'name', 'ianaTimeZone']);
        expect([detail.approvedBy === null, detail.expiredBy === null]).toEqual([
          list !== 'completed',
          list !== 'expired',
        ]);
      }
    }
  });

  it('name the system where nobody let an action expire', () => {
    const expirers = rows.expired.map((row) => row.expiredBy);
    expect(expirers).toContainEqual({ id: '00000000-0000-0000-0000-000000000000', name: 'System Auto-Expire' });
    expect(new Set(expirers.map((expirer) => expirer?.name)).size).toBeGreaterThan(1);
  });

  it('details carry question, answer and item of the report, and files that can be read', async () => {
    const detail = await untouched.read<ActionDetail>(`/corrective-actions/${rows.completed[0]?.id}`);
    const { items } = await untouched.read<{ items: readonly { id: string; text: string; data: object }[] }>(
      `/audit/complete/${detail.audit.id}/report`,
    );
    const item = items.find((candidate) => candidate.id === detail.auditItemId);
    expect([detail.question, detail.answer]).toEqual([item?.text, item?.data]);
    const all = await Promise.all(
      rows.completed.slice(0, 20).map((row) => untouched.read<ActionDetail>(`/corrective-actions/${row.id}`)),
    );
    const ids = all.flatMap(({ files, information }) => [...files.map((file) => file.id), ...information.photosIds]);
    expect(ids.length).toBeGreaterThan(2);
    for (const id of ids.slice(0, 4)) expect((await untouched.send('GET', `/files/${id}`)).status).toBe(200);
  });

  it('come in pages, an empty one past the end', async () => {
    const first = await untouched.read<ActionPage>('/corrective-actions/completed?pageNumber=1&pageSize=7');
    const second = await untouched.read<ActionPage>('/corrective-actions/completed?pageNumber=2&pageSize=7');
    expect([...first.data, ...second.data]).toEqual(rows.completed.slice(0, 14));
    expect(first.meta).toEqual({ pageNumber: 1, pageSize: 7, totalCount: rows.completed.length });
    const past = await untouched.read<ActionPage>('/corrective-actions/completed?pageNumber=999&pageSize=7');
    expect(past.data).toEqual([]);
  });
});

describe('GET /corrective-actions: filters', () => {
  const sample = rows.completed.find((row) => row.assignedUsers.length > 0 && row.approvedBy !== null);
  const [assignee] = sample?.assignedUsers ?? [];
  const filtered = async (list: string, query: string): Promise<readonly ActionRow[]> =>
    (await untouched.read<ActionPage>(`/corrective-actions/${list}?pageSize=1000&${query}`)).data;

  it.each<readonly [string, string, (row: ActionRow) => boolean]>([
    ['auditId', sample?.audit.id ?? '', (row) => row.audit.id === sample?.audit.id],
    ['auditObjectId', sample?.auditObject.id ?? '', (row) => row.auditObject.id === sample?.auditObject.id],
    ['assignedToId', assignee?.id ?? '', (row) => row.assignedUsers.some((user) => user.id === assignee?.id)],
    ['approvedById', sample?.approvedBy?.id ?? '', (row) => row.approvedBy?.id === sample?.approvedBy?.id],
    ['fromDate', sample?.dueDateUtc ?? '', (row) => row.dueDateUtc >= (sample?.dueDateUtc ?? '')],
    ['toDate', sample?.dueDateUtc ?? '', (row) => row.dueDateUtc <= (sample?.dueDateUtc ?? '')],
  ])('%s selects exactly the rows that match', async (name, value, matches) => {
    const expected = rows.completed.filter(matches);
    expect(expected.length).toBeGreaterThan(0);
    expect(await filtered('completed', `${name}=${value}`)).toEqual(expected);
  });

  it('templateId and assignedToGroupId select within their kind', async () => {
    const { templates, personGroups, identifiers } = untouched.server.dataset;
    const ofTemplates = await Promise.all(
      templates.map((template) =>
        filtered('completed', `templateId=${identifiers.encode('template', template.index)}`),
      ),
    );
    expect(ofTemplates.flat().length).toBe(rows.completed.length);
    const contractors = personGroups.find((group) => group.name === 'Subcontractors');
    const groupId = identifiers.encode('personGroup', contractors?.index ?? -1);
    const isMember = (user: Named): boolean => {
      const found = identifiers.decode(user.id);
      return found !== null && contractors?.members.has(found.record) === true;
    };
    const expected = rows.pending.filter((row) => row.assignedUsers.some(isMember));
    expect(expected.length).toBeGreaterThan(0);
    expect(await filtered('pending', `assignedToGroupId=${groupId}`)).toEqual(expected);
  });

  it('answer nothing to an unknown id, 400 to what a list does not document, 422 to dates that contradict', async () => {
    expect(await filtered('pending', 'assignedToId=nobody')).toEqual([]);
    for (const query of ['pending?fromDate=2026-01-01T00:00:00.000Z', 'expired?approvedById=x', 'pending?status=0']) {
      expect((await untouched.send('GET', `/corrective-actions/${query}`)).status).toBe(400);
    }
    const range = 'fromDate=2026-02-01T00:00:00.000Z&toDate=2026-01-01T00:00:00.000Z';
    expect((await untouched.send('GET', `/corrective-actions/expired?${range}`)).status).toBe(422);
  });
});

let vendor: Served | undefined;
const started = (): Served => {
  if (vendor === undefined) throw new Error('The vendor was not started.');
  return vendor;
};
/** Gives each test of a `describe` a vendor of its own. */
const useOwnVendor = (): void => {
  beforeEach(async () => {
    vendor = await serve();
  });
  afterEach(async () => {
    await vendor?.server.close();
    vendor = undefined;
  });
};

const submitted = rows.pending.find((row) => row.status === 3);
const open = rows.pending.find((row) => row.status === 0 && row.assignedUsers.length > 0);
const detailOf = (row: ActionRow | undefined): Promise<ActionDetail> =>
  started().read<ActionDetail>(`/corrective-actions/${row?.id}`);
const put = (row: ActionRow | undefined, body: unknown): Promise<Response> =>
  started().json('PUT', `/corrective-actions/${row?.id}`, body);
/** Where an action is shown: the lists, and its status in the report. */
const shownIn = async (row: ActionRow | undefined): Promise<readonly [readonly string[], ActionBody | undefined]> => {
  const found: string[] = [];
  for (const list of lists) {
    if ((await allActions(started(), list)).some((one) => one.id === row?.id)) found.push(list);
  }
  return [found, (await actionsInReports(started(), row?.audit.id)).get(row?.id ?? '')];
};

describe('PUT /corrective-actions/{id}', () => {
  useOwnVendor();

  it.each([
    [0, 'pending', 0],
    [1, 'completed', 1],
    [2, 'pending', 2],
    [3, 'pending', 3],
    [4, 'expired', 3],
  ] as const)('status %d moves it to %s and shows %d in the report', async (status, list, inReport) => {
    const before = await detailOf(submitted);
    expect(await answerOf(await put(submitted, { ...putBodyOf(before), status }))).toEqual([200, '']);
    const [found, action] = await shownIn(submitted);
    expect([found, action?.status]).toEqual([[list], inReport]);
    expect(await detailOf(submitted)).toMatchObject({ status, name: before.name, description: before.description });
  });

  it('notes who approved and when; another change of an approved one leaves that alone; reopening takes it back', async () => {
    const before = await detailOf(submitted);
    await put(submitted, { ...putBodyOf(before), status: 1 });
    const [approver] = (await started().read<readonly Named[]>('/users')).filter((user) => user.name === 'Priya Raman');
    const approval = { approvedBy: { id: approver?.id, name: 'Priya Raman' }, approvedAtUtc: now };
    expect(await detailOf(submitted)).toMatchObject(approval);
    const [row] = (await allActions(started(), 'completed')).filter((one) => one.id === submitted?.id);
    expect(row).toMatchObject(approval);

    const [earlier] = rows.completed;
    const old = await detailOf(earlier);
    await put(earlier, { ...putBodyOf(old), priority: 2 });
    const { approvedBy, approvedAtUtc } = await detailOf(earlier);
    expect([approvedBy, approvedAtUtc]).toEqual([old.approvedBy, old.approvedAtUtc]);
    await put(earlier, { ...putBodyOf(old), status: 0 });
    expect(await detailOf(earlier)).toMatchObject({ status: 0, approvedBy: null, approvedAtUtc: null });
  });

  it('reassigns, renames, moves and ranks: details, lists and report agree', async () => {
    const users = await started().read<readonly Named[]>('/users');
    const chosen = users.slice(3, 5).map(({ id, name }) => ({ id, name }));
    const change = {
      name: 'Fit the missing handrail',
      description: 'Both sides of the stair.',
      dueDateUtc: '2027-01-05T04:30:00.000Z',
      priority: 0,
      status: 0,
    };
    await put(open, { ...change, assignedUsersIds: chosen.map((user) => user.id) });
    const expected = { ...change, assignedUsers: chosen };
    expect(await detailOf(open)).toMatchObject(expected);
    const { description, dueDateUtc, ...listed } = expected;
    const [row] = (await allActions(started(), 'pending')).filter((one) => one.id === open?.id);
    expect(row).toMatchObject({ ...listed, dueDateUtc });
    const [, action] = await shownIn(open);
    const { assignedUsers: assignees, ...same } = listed;
    expect(action).toMatchObject({ ...same, description, assignees, dueDate: dueDateUtc });
    const filtered = `/corrective-actions/pending?pageSize=1000&assignedToId=${chosen[1]?.id}`;
    expect((await started().read<ActionPage>(filtered)).data.map((one) => one.id)).toContain(open?.id);
  });

  it('wipes the description and the assignees when they are left out', async () => {
    const described = (await Promise.all(rows.pending.map(detailOf))).find(
      (detail) => detail.description !== '' && detail.assignedUsers.length > 0,
    );
    const row = rows.pending.find((one) => one.id === described?.id);
    if (described === undefined) throw new Error('no action has a description and assignees');
    const { description: _, assignedUsersIds: __, ...rest } = putBodyOf(described);
    expect((await put(row, rest)).status).toBe(200);
    expect(await detailOf(row)).toMatchObject({ description: '', assignedUsers: [], name: described.name });
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>, string, number]>([
    ['no name', { name: undefined }, 'name', 400],
    ['no due date', { dueDateUtc: undefined }, 'dueDateUtc', 400],
    ['no status', { status: undefined }, 'status', 400],
    ['no priority', { priority: undefined }, 'priority', 400],
    ['status 5', { status: 5 }, 'status', 400],
    ['status -1', { status: -1 }, 'status', 400],
    ['a status as text', { status: '1' }, 'status', 400],
    ['priority 3', { priority: 3 }, 'priority', 400],
    ['priority 1.5', { priority: 1.5 }, 'priority', 400],
    ['a day without time', { dueDateUtc: '2027-01-05' }, 'dueDateUtc', 400],
    ['a moment without milliseconds', { dueDateUtc: '2027-01-05T04:30:00Z' }, 'dueDateUtc', 400],
    ['a moment with an offset', { dueDateUtc: '2027-01-05T04:30:00.000+13:00' }, 'dueDateUtc', 400],
    ['a day that does not exist', { dueDateUtc: '2027-02-30T04:30:00.000Z' }, 'dueDateUtc', 400],
    ['one assignee outside an array', { assignedUsersIds: 'x' }, 'assignedUsersIds', 400],
    ['null for the assignees', { assignedUsersIds: null }, 'assignedUsersIds', 400],
    ['null for the description', { description: null }, 'description', 400],
    ['the field name of the details', { assignedUsers: [] }, 'assignedUsers', 400],
    ['a blank name', { name: ' ' }, 'name', 422],
    ['an assignee nobody knows', { assignedUsersIds: ['nobody'] }, 'assignedUsersIds', 422],
  ])('refuses %s and changes nothing', async (_, change, field, status) => {
    const before = await detailOf(open);
    const [answered, body] = await answerOf(await put(open, { ...putBodyOf(before), ...change }));
    expect(answered).toBe(status);
    expect(Object.keys((body as { error: { details: object } }).error.details)).toEqual([field]);
    expect(await detailOf(open)).toEqual(before);
  });

  it('answers 404 to an unknown id and to the id of something else', async () => {
    const body = putBodyOf(await detailOf(open));
    for (const id of ['nobody', open?.audit.id]) {
      expect((await started().json('PUT', `/corrective-actions/${id}`, body)).status).toBe(404);
    }
  });

  it('prints the change in the PDF', async () => {
    const path = `/audit/complete/${submitted?.audit.id}/report-pdf?reportType=2`;
    const bytes = async (): Promise<Buffer> => Buffer.from(await (await started().send('GET', path)).arrayBuffer());
    const before = await bytes();
    expect(await bytes()).toEqual(before);
    await put(submitted, { ...putBodyOf(await detailOf(submitted)), name: 'Another name' });
    expect(await bytes()).not.toEqual(before);
  });
});

describe('DELETE /corrective-actions/{id}', () => {
  useOwnVendor();

  it('takes it out of its list, the report and the details', async () => {
    expect(await answerOf(await started().send('DELETE', `/corrective-actions/${open?.id}`))).toEqual([200, '']);
    expect(await shownIn(open)).toEqual([[], undefined]);
    for (const method of ['GET', 'DELETE']) {
      expect((await started().send(method, `/corrective-actions/${open?.id}`)).status).toBe(404);
    }
    const { meta } = await started().read<ActionPage>('/corrective-actions/pending');
    expect(meta.totalCount).toBe(rows.pending.length - 1);
  });

  it('answers 400 to a body and 405 on a list', async () => {
    expect((await started().json('DELETE', `/corrective-actions/${open?.id}`, { ids: [] })).status).toBe(400);
    expect((await started().send('DELETE', '/corrective-actions/pending')).status).toBe(405);
    expect((await detailOf(open)).id).toBe(open?.id);
  });
});
