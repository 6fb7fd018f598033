import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../src/sandbox/journal.ts';
import { answerOf, serve, type Served } from './served.ts';
import { clock, type List, type Named, type Row } from './support.ts';

const day = 86_400_000;
let vendor: Served;
let later = 0;
beforeEach(async () => {
  later = 0;
  vendor = await serve({ audits: 300, clock: () => clock() + later });
});
afterEach(() => vendor.server.close());

type Schedule = Named & {
  readonly active: boolean;
  readonly startFromDate: string | null;
  readonly stopByDate: string | null;
  readonly auditorHint: string | null;
  readonly template: Named;
  readonly assignees: readonly Named[];
  readonly auditObjects: readonly Named[];
  readonly auditObjectGroups: readonly Named[];
  readonly repeatPattern: number;
  readonly repeat: Readonly<Record<string, unknown>>;
};
type Schedules = { readonly data: readonly Schedule[]; readonly meta: List['meta'] };

const unknown = '00000000-0000-4000-8000-000000000000';
const named = (path: string): Promise<readonly Named[]> => vendor.read<readonly Named[]>(path);
const common = async () => {
  const [template] = await named('/audit/templates');
  const objects = await named('/audit/objects');
  const users = await named('/users');
  return {
    name: 'Safety walk',
    templateId: template?.id ?? '',
    auditObjectIds: objects.slice(0, 2).map((object) => object.id),
    assigneesIds: users.slice(0, 2).map((user) => user.id),
    auditorHint: 'Exits first.',
  };
};
const patterns = {
  daily: { repeatEvery: 2 },
  weekly: { daysOfWeek: [1, 4], repeatEvery: 1 },
  'multiple-weeks': { repeatEvery: 2, startDay: 1, duration: 3 },
  monthly: { repeatEvery: 1, startRule: { type: 0, day: 29 }, endRule: { type: 1, days: 3 } },
} as const;
type PatternName = keyof typeof patterns;

const post = async (pattern: PatternName, change: object = {}) =>
  answerOf(
    await vendor.json('POST', `/schedules/${pattern}`, { ...(await common()), ...patterns[pattern], ...change }),
  );
const create = async (pattern: PatternName, change: object = {}): Promise<string> => {
  const [status, body] = await post(pattern, change);
  expect([status, body]).toMatchObject([200, { id: expect.any(String) as string }]);
  return (body as Named).id;
};
const detailOf = (id: string): Promise<Schedule> => vendor.read<Schedule>(`/schedules/${id}`);
const auditsOf = async (id: string): Promise<readonly Row[]> =>
  (await vendor.read<List>(`/audit/pending?auditScheduleId=${id}&pageSize=1000`)).data;
const daysOf = async (id: string): Promise<readonly string[]> => [
  ...new Set((await auditsOf(id)).map((audit) => audit.startDate.slice(0, 10))),
];
const putBodyOf = (schedule: Schedule) => ({
  name: schedule.name,
  auditorHint: schedule.auditorHint ?? '',
  auditObjectIds: schedule.auditObjects.map((object) => object.id),
  assigneesIds: schedule.assignees.map((user) => user.id),
  repeatPattern: schedule.repeatPattern,
  repeat: schedule.repeat,
  active: schedule.active,
});

describe('GET /schedules', () => {
  it('lists ten by default, all of them page by page, and says how many there are', async () => {
    const first = await vendor.read<Schedules>('/schedules');
    expect([first.data.length, first.meta]).toMatchObject([10, { pageNumber: 1, pageSize: 10 }]);
    const all = await vendor.read<Schedules>('/schedules?pageSize=1000');
    expect(all.data).toHaveLength(first.meta.totalCount);
    expect(new Set(all.data.map((schedule) => schedule.id)).size).toBe(all.data.length);
  });

  it("has the schedules that the sample's audits name, with their template and object", async () => {
    const { dataset } = vendor.server;
    const audits = [...dataset.slotsOf('pending')].map((slot) => dataset.audits.at(slot));
    const audit = audits.find(({ scheduleId }) => scheduleId !== null);
    const schedule = await detailOf(audit?.scheduleId ?? '');
    expect(schedule).toMatchObject({ template: { name: audit?.template.name }, active: true });
    expect(schedule.auditObjects.map((object) => object.name)).toEqual([audit?.site.name]);
  });

  it('filters by object and by group', async () => {
    const [object] = await named('/audit/objects');
    const { data } = await vendor.read<Schedules>(`/schedules?auditObjectId=${object?.id}&pageSize=1000`);
    expect(data.length).toBeGreaterThan(0);
    for (const schedule of data) expect(schedule.auditObjects).toContainEqual(object);
    const group = vendor.server.dataset.identifiers.encode('siteGroup', 1);
    const id = await create('daily', { auditObjectIds: [], auditObjectGroupIds: [group] });
    const grouped = await vendor.read<Schedules>(`/schedules?auditObjectGroupId=${group}`);
    expect(grouped.data.map((schedule) => schedule.id)).toEqual([id]);
  });
});

describe('POST /schedules/PATTERN', () => {
  it.each([
    ['daily', 1],
    ['multiple-weeks', 2],
    ['monthly', 3],
    ['weekly', 4],
  ] as const)('%s makes a schedule of pattern %i that reads back as written', async (pattern, repeatPattern) => {
    const body = await common();
    const bounds = { startFromDate: '2026-11-01T08:00:00.000Z', stopByDate: '2027-12-31T23:59:59.000Z' };
    const id = await create(pattern, bounds);
    const schedule = await detailOf(id);
    expect(schedule).toMatchObject({
      id,
      name: body.name,
      active: true,
      auditorHint: body.auditorHint,
      template: { id: body.templateId },
      repeatPattern,
      ...bounds,
    });
    expect(schedule.repeat).toEqual(patterns[pattern]);
    expect(schedule.assignees.map((user) => user.id)).toEqual(body.assigneesIds);
    expect(schedule.auditObjects.map((object) => object.id)).toEqual(body.auditObjectIds);
    const { data } = await vendor.read<Schedules>('/schedules?pageSize=1000');
    expect(data.at(-1)).toMatchObject({ id, repeat: patterns[pattern] });
  });

  it('makes pending audits of every object, for the period that began and the next one', async () => {
    const id = await create('daily');
    const body = await common();
    const audits = await auditsOf(id);
    expect(await daysOf(id)).toEqual(['2026-11-22', '2026-11-24']);
    expect(audits).toHaveLength(4);
    expect(new Set(audits.map((audit) => audit.auditObject.id))).toEqual(new Set(body.auditObjectIds));
    expect(audits[0]).toMatchObject({ name: body.name, endDate: '2026-11-22T23:59:59.000Z', isStarted: false });
    expect(audits[0]?.assignees.map((user) => user.id)).toEqual(body.assigneesIds);
    expect(await vendor.read(`/audit/${audits[0]?.id}`)).toMatchObject({ auditorHint: body.auditorHint });
  });

  it.each([
    ['weekly', ['2026-11-23']],
    ['multiple-weeks', ['2026-11-23']],
    ['monthly', ['2026-11-29']],
  ] as const)('%s begins in the future with the first audit', async (pattern, days) => {
    expect(await daysOf(await create(pattern))).toEqual(days);
  });

  it('audits every object of a group', async () => {
    const group = vendor.server.dataset.identifiers.encode('siteGroup', 2);
    const { auditObjectIds: _, ...body } = await common();
    const given = { ...body, ...patterns.monthly, auditObjectGroupIds: [group] };
    const [, created] = await answerOf(await vendor.json('POST', '/schedules/monthly', given));
    const { id } = created as Named;
    const names = (await auditsOf(id)).map((audit) => audit.auditObject.name);
    expect(names).toEqual(['Barton Creek tower', 'Rainier medical pavilion', 'Hudson Yard rail depot']);
    expect((await detailOf(id)).auditObjectGroups).toEqual([{ id: group, name: 'United States' }]);
  });

  it('goes on as time passes, none twice', async () => {
    const id = await create('daily');
    later = 3 * day;
    expect(await daysOf(id)).toEqual(['2026-11-22', '2026-11-24', '2026-11-26']);
    later = 4 * day;
    expect(await daysOf(id)).toEqual(['2026-11-22', '2026-11-24', '2026-11-26', '2026-11-28']);
    expect(new Set((await auditsOf(id)).map((audit) => audit.number)).size).toBe(8);
  });

  it('makes nothing while it is inactive or before it is to start, and stops when it is to', async () => {
    expect(await auditsOf(await create('daily', { active: false }))).toEqual([]);
    const id = await create('daily', {
      startFromDate: '2026-11-25T00:00:00.000Z',
      stopByDate: '2026-11-26T00:00:00.000Z',
    });
    expect(await auditsOf(id)).toEqual([]);
    later = 3 * day;
    expect(await daysOf(id)).toEqual(['2026-11-25']);
    expect((await detailOf(id)).active).toBe(true);
    later = 9 * day;
    expect(await daysOf(id)).toEqual(['2026-11-25']);
    expect((await detailOf(id)).active).toBe(false);
  });

  it.each([
    ['no object and no group', 'daily', { auditObjectIds: [] }, 400],
    ['no interval', 'daily', { repeatEvery: undefined }, 400],
    ['an interval of 0', 'daily', { repeatEvery: 0 }, 422],
    ['an interval of 11', 'monthly', { repeatEvery: 11 }, 422],
    ['an interval of a day and a half', 'daily', { repeatEvery: 1.5 }, 400],
    ['a pattern of another kind', 'daily', { daysOfWeek: [1] }, 400],
    ['no day of the week', 'weekly', { daysOfWeek: [] }, 422],
    ['an eighth day of the week', 'weekly', { daysOfWeek: [7] }, 400],
    ['a duration longer than its weeks', 'multiple-weeks', { duration: 15 }, 422],
    ['day 32', 'monthly', { startRule: { type: 0, day: 32 } }, 422],
    ['day 0', 'monthly', { startRule: { type: 0, day: 0 } }, 422],
    ['a start rule of another type', 'monthly', { startRule: { type: 1, day: 3 } }, 400],
    ['a start rule of no type', 'monthly', { startRule: { type: 2 } }, 400],
    ['an end after no days', 'monthly', { endRule: { type: 1, days: 0 } }, 422],
    ['an end rule of no type', 'monthly', { endRule: { type: 4 } }, 400],
    ['a hint of 2001 characters', 'daily', { auditorHint: 'x'.repeat(2001) }, 422],
    ['a blank name', 'weekly', { name: '' }, 422],
    [
      'a stop before the start',
      'daily',
      { startFromDate: '2027-01-01T00:00:00.000Z', stopByDate: '2026-01-01T00:00:00.000Z' },
      422,
    ],
    ['an unknown template', 'daily', { templateId: unknown }, 409],
    ['an unknown object', 'daily', { auditObjectIds: [unknown] }, 409],
    ['an unknown group', 'daily', { auditObjectGroupIds: [unknown] }, 409],
    ['an unknown assignee', 'daily', { assigneesIds: [unknown] }, 409],
  ] as const)('refuses %s', async (_, pattern, change, status) => {
    const { meta } = await vendor.read<Schedules>('/schedules');
    expect((await post(pattern, change))[0]).toBe(status);
    expect((await vendor.read<Schedules>('/schedules')).meta).toEqual(meta);
  });
});

describe('PUT /schedules/{scheduleId}', () => {
  const put = async (id: string, body: object) => answerOf(await vendor.json('PUT', `/schedules/${id}`, body));

  it('changes name, hint and assignees without a new plan: its audits stay', async () => {
    const id = await create('daily');
    const before = await auditsOf(id);
    const body = putBodyOf(await detailOf(id));
    expect(await put(id, { ...body, name: 'Renamed', assigneesIds: [] })).toEqual([200, '']);
    expect(await detailOf(id)).toMatchObject({ name: 'Renamed', assignees: [], repeat: { repeatEvery: 2 } });
    expect(await auditsOf(id)).toEqual(before);
  });

  it('plans anew for another pattern: what is to come is replaced, what began stays', async () => {
    const id = await create('daily');
    const body = putBodyOf(await detailOf(id));
    const [running] = await auditsOf(id);
    expect((await put(id, { ...body, repeatPattern: 4, repeat: patterns.weekly }))[0]).toBe(200);
    expect(await daysOf(id)).toEqual(['2026-11-22', '2026-11-23']);
    expect((await auditsOf(id))[0]).toEqual(running);
    expect(await detailOf(id)).toMatchObject({ repeatPattern: 4, repeat: patterns.weekly });
  });

  it('takes the one-time pattern, of which it ignores activity and bounds', async () => {
    const id = await create('monthly');
    const repeat = { startDate: '2026-12-24T08:00:00.000Z', endDate: '2026-12-24T12:00:00.000Z' };
    const given = { ...putBodyOf(await detailOf(id)), repeatPattern: 0, repeat, active: false };
    expect((await put(id, { ...given, stopByDate: '2020-01-01T00:00:00.000Z' }))[0]).toBe(200);
    expect(await detailOf(id)).toMatchObject({ active: true, stopByDate: null, repeatPattern: 0, repeat });
    expect((await auditsOf(id)).map((audit) => audit.startDate)).toEqual([repeat.startDate, repeat.startDate]);
  });

  it("takes one of the sample's own over, once and for all", async () => {
    const { dataset } = vendor.server;
    const audits = [...dataset.slotsOf('pending')].map((slot) => dataset.audits.at(slot));
    const id = audits.findLast(({ scheduleId, startedAt }) => scheduleId !== null && startedAt === null)?.scheduleId;
    const body = putBodyOf(await detailOf(id ?? ''));
    expect((await put(id ?? '', { ...body, repeatPattern: 1, repeat: { repeatEvery: 10 } }))[0]).toBe(200);
    const coming = (await daysOf(id ?? '')).filter((start) => start > '2026-11-22');
    expect(coming).toEqual(['2026-12-02']);
  });

  it.each([
    ['options of another pattern', { repeatPattern: 1, repeat: patterns.weekly }, 400],
    ['a template', { templateId: unknown }, 400],
    ['no objects', { auditObjectIds: [] }, 400],
    ['pattern 5', { repeatPattern: 5 }, 400],
    ['an interval of 0', { repeatPattern: 1, repeat: { repeatEvery: 0 } }, 422],
  ])('refuses %s', async (_, change, status) => {
    const id = await create('daily');
    const before = await detailOf(id);
    expect((await put(id, { ...putBodyOf(before), ...change }))[0]).toBe(status);
    expect(await detailOf(id)).toEqual(before);
  });

  it('answers 404 to an unknown one', async () => {
    const body = putBodyOf(await detailOf(await create('daily')));
    expect((await put(unknown, body))[0]).toBe(404);
  });
});

describe('DELETE /schedules', () => {
  it('deletes unstarted audits with it and leaves those that were begun', async () => {
    const { dataset } = vendor.server;
    const audits = [...dataset.slotsOf('pending')].map((slot) => dataset.audits.at(slot));
    const started = audits.filter(({ scheduleId, startedAt }) => scheduleId !== null && startedAt !== null);
    const seeded = started[0]?.scheduleId ?? '';
    const made = await create('daily');
    const response = await vendor.json('DELETE', '/schedules', { ids: [made, seeded] });
    expect(await answerOf(response)).toEqual([200, '']);
    expect(await auditsOf(made)).toEqual([]);
    const left = await vendor.read<List>(`/audit/pending?auditScheduleId=${seeded}&pageSize=1000`);
    expect(left.data.map((audit) => audit.id)).toContain(started[0]?.id);
    expect(left.data.every((audit) => audit.isStarted === true || audit.isReopened === true)).toBe(true);
    expect((await vendor.send('GET', `/schedules/${made}`)).status).toBe(404);
    later = 9 * day;
    expect(await auditsOf(made)).toEqual([]);
  });

  it("stays deleted on a later day, when the sample's company plans further", async () => {
    const ids = (await vendor.read<Schedules>('/schedules?pageSize=1000')).data.map((schedule) => schedule.id);
    const journal: JournalEntry[] = [];
    const first = await serve({ audits: 300, onJournal: (entry) => journal.push(entry) });
    expect((await first.json('DELETE', '/schedules', { ids })).status).toBe(200);
    await first.server.close();
    const plansAfter = async (written: readonly JournalEntry[]): Promise<number> => {
      const at = await serve({ audits: 300, now: '2027-05-01T06:00:00.000Z', journal: written });
      const { data } = await at.read<List>('/audit/pending?inProgress=false&pageSize=1000');
      await at.server.close();
      const { audits, identifiers } = at.server.dataset;
      const scheduled = data.filter((row) => audits.at(identifiers.decode(row.id)?.record ?? 0).scheduleId !== null);
      return scheduled.filter((row) => row.isReopened === false).length;
    };
    expect(await plansAfter([])).toBeGreaterThan(0);
    expect(await plansAfter(journal)).toBe(0);
  });

  it('deletes none when one is unknown', async () => {
    const id = await create('daily');
    const response = await vendor.json('DELETE', '/schedules', { ids: [id, unknown] });
    expect(await answerOf(response)).toEqual([409, { message: 'schedule/not-found' }]);
    expect((await detailOf(id)).id).toBe(id);
  });
});
