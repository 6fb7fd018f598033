import { beforeAll, describe, expect, it } from 'vitest';
import { allRows, ask, list, now, sandboxOf, type Row } from './support.ts';

const sandbox = sandboxOf();
const { dataset } = sandbox;
let pending: readonly Row[] = [];
let complete: readonly Row[] = [];
beforeAll(async () => {
  pending = await allRows(sandbox, '/audit/pending', 50);
  complete = await allRows(sandbox, '/audit/complete', 100);
});

const idsOf = (rows: readonly Row[]): readonly string[] => rows.map((row) => row.id);
const shared = ['id', 'name', 'assignees', 'auditObject', 'endDate', 'number', 'startDate', 'template'];
const documentedMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

describe('the lists of audits', () => {
  it('show every audit exactly once over all pages, and none in both', () => {
    expect(idsOf(pending)).toHaveLength(dataset.slotsOf('pending').length);
    expect(idsOf(complete)).toHaveLength(dataset.slotsOf('complete').length);
    expect(new Set([...idsOf(pending), ...idsOf(complete)]).size).toBe(pending.length + complete.length);
  });

  it.each([1, 7, 99, 1000])('show the same rows in pages of %d', async (size) => {
    expect(idsOf(await allRows(sandbox, '/audit/pending', size))).toEqual(idsOf(pending));
  });

  it('start at page 1 with 100 rows and say so', async () => {
    const { data, meta } = await list(sandbox, '/audit/complete');
    expect(idsOf(data)).toEqual(idsOf(complete).slice(0, 100));
    expect(meta).toEqual({ pageNumber: 1, pageSize: 100, totalCount: complete.length });
  });

  it('are empty past the end, with the true total', async () => {
    expect(await list(sandbox, '/audit/pending?pageNumber=999&pageSize=50')).toEqual({
      data: [],
      meta: { pageNumber: 999, pageSize: 50, totalCount: pending.length },
    });
  });

  it('carry exactly the documented fields', () => {
    const own = ['isReopened', 'isStarted', 'completedActionsCount', 'pendingActionsCount'];
    for (const row of pending) expect(Object.keys(row)).toEqual([...shared, ...own]);
    for (const row of complete) {
      expect(Object.keys(row)).toEqual([...shared, 'completeDate', 'completedBy', 'score', 'scoreLabel']);
    }
  });

  it('write moments in the documented format', () => {
    for (const row of pending) {
      expect(row.startDate).toMatch(documentedMoment);
      expect(row.endDate).toMatch(documentedMoment);
    }
    for (const row of complete) expect(row.completeDate).toMatch(documentedMoment);
  });
});

describe('filters of pending audits', () => {
  const some = (): Row => {
    const row = pending.find((entry) => entry.assignees.length > 0);
    if (row === undefined) throw new Error('no pending audit has an assignee');
    return row;
  };
  const filtered = (query: string) => allRows(sandbox, `/audit/pending?${query}`, 1000);

  it.each([true, false])('inProgress=%s', async (state) => {
    const wanted = pending.filter((row) => row.isStarted === state);
    expect(wanted.length).toBeGreaterThan(0);
    expect(idsOf(await filtered(`inProgress=${state}`))).toEqual(idsOf(wanted));
  });

  it('templateId', async () => {
    const { id } = some().template;
    expect(idsOf(await filtered(`templateId=${id}`))).toEqual(idsOf(pending.filter((row) => row.template.id === id)));
  });

  it('auditObjectId', async () => {
    const { id } = some().auditObject;
    const wanted = pending.filter((row) => row.auditObject.id === id);
    expect(idsOf(await filtered(`auditObjectId=${id}`))).toEqual(idsOf(wanted));
  });

  it('assignedTo', async () => {
    const id = some().assignees[0]?.id;
    const wanted = pending.filter((row) => row.assignees.some((person) => person.id === id));
    expect(idsOf(await filtered(`assignedTo=${id}`))).toEqual(idsOf(wanted));
  });

  it('auditObjectGroupId: the groups of the three regions share out all audits', async () => {
    const parts = await Promise.all(
      dataset.siteGroups.map(({ index }) =>
        filtered(`auditObjectGroupId=${dataset.identifiers.encode('siteGroup', index)}`),
      ),
    );
    expect(parts.map((part) => part.length).every((count) => count > 0)).toBe(true);
    expect(new Set(idsOf(parts.flat())).size).toBe(pending.length);
  });

  it('assignedToGroup', async () => {
    const group = dataset.personGroups[1];
    const members = new Set([...(group?.members ?? [])].map((index) => dataset.identifiers.encode('person', index)));
    const wanted = pending.filter((row) => row.assignees.some((person) => members.has(person.id)));
    expect(wanted.length).toBeGreaterThan(0);
    const id = dataset.identifiers.encode('personGroup', 1);
    expect(idsOf(await filtered(`assignedToGroup=${id}`))).toEqual(idsOf(wanted));
  });

  it('auditScheduleId, in either case of its letters', async () => {
    const scheduled = [...dataset.slotsOf('pending')].map((slot) => dataset.audits.at(slot));
    const id = scheduled.find((audit) => audit.scheduleId !== null)?.scheduleId ?? '';
    const wanted = scheduled.filter((audit) => audit.scheduleId === id).map((audit) => audit.id);
    expect(idsOf(await filtered(`auditScheduleId=${id.toUpperCase()}`))).toEqual(wanted);
  });

  it('together: every one must hold', async () => {
    const row = some();
    const query = `templateId=${row.template.id}&assignedTo=${row.assignees[0]?.id}&inProgress=${row.isStarted}`;
    expect(idsOf(await filtered(query))).toContain(row.id);
    expect(await filtered(`templateId=${row.template.id}&auditObjectId=${row.template.id}`)).toEqual([]);
  });

  it('an unknown id selects nothing', async () => {
    expect(await filtered('templateId=no-such-template')).toEqual([]);
  });
});

describe('filters of complete audits', () => {
  const filtered = (query: string) => allRows(sandbox, `/audit/complete?${query}`, 100);

  it('scoreMin and scoreMax, both included', async () => {
    const score = complete.find((row) => (row.score ?? 100) < 80)?.score ?? 0;
    const exact = await filtered(`scoreMin=${score}&scoreMax=${score}`);
    expect(idsOf(exact)).toEqual(idsOf(complete.filter((row) => row.score === score)));
    const low = await filtered('scoreMax=69.9');
    expect(idsOf(low)).toEqual(idsOf(complete.filter((row) => (row.score ?? 0) <= 69.9)));
  });

  it('fromDate and toDate by completion, both included', async () => {
    const moments = complete.map((row) => row.completeDate ?? '').toSorted();
    const [from, to] = [moments[100] ?? '', moments[150] ?? ''];
    const wanted = complete.filter((row) => (row.completeDate ?? '') >= from && (row.completeDate ?? '') <= to);
    expect(wanted).toHaveLength(51);
    expect(idsOf(await filtered(`fromDate=${from}&toDate=${to}`))).toEqual(idsOf(wanted));
  });

  it('completedBy and completedByGroup', async () => {
    const id = complete[0]?.completedBy?.id;
    const wanted = complete.filter((row) => row.completedBy?.id === id);
    expect(idsOf(await filtered(`completedBy=${id}`))).toEqual(idsOf(wanted));
    const group = dataset.identifiers.encode('personGroup', 0);
    const lead = await filtered(`completedByGroup=${group}`);
    expect(lead.length).toBeGreaterThan(0);
    expect(lead.length).toBeLessThan(complete.length);
  });
});

describe('determinism', () => {
  const bytes = async (seed: number, path: string) => (await ask(sandboxOf({ seed }), path)).text();

  it.each(['/audit/pending', '/audit/complete?pageNumber=3', '/users', '/company'])(
    'the same seed answers %s with the same bytes, another seed with others',
    async (path) => {
      expect(await bytes(1, path)).toBe(await bytes(1, path));
      expect(await bytes(1, path)).not.toBe(await bytes(2, path));
    },
  );

  it('shows nothing later than now as done', () => {
    for (const row of complete) expect((row.completeDate ?? '') <= now).toBe(true);
  });
});
