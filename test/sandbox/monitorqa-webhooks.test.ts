import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { webhookEvents } from '../../src/sandbox/data/webhook-events.ts';
import { allActions, putBodyOf, type ActionDetail } from './action-bodies.ts';
import { serve, type CompanyBody, type Served } from './served.ts';
import { now, type List, type Named } from './support.ts';

let vendor: Served;
beforeEach(async () => {
  vendor = await serve({ audits: 600 });
});
afterEach(() => vendor.server.close());

type Entry = {
  readonly createdAtUtc: string;
  readonly errorMessage: string | null;
  readonly webhookCommandType: number;
  readonly httpStatusCode: number;
  readonly webhookUrl: string;
  readonly webhookEvent: string;
};
type Log = { readonly data: readonly Entry[]; readonly meta: List['meta'] };
const log = (query = ''): Promise<Log> => vendor.read<Log>(`/webhooks/status${query}`);

/** What the log gained by doing something, latest first. */
const gainedBy = async (act: () => Promise<unknown>): Promise<readonly string[]> => {
  const before = (await log('?pageSize=1')).meta.totalCount;
  await act();
  const { data, meta } = await log('?pageSize=1000');
  return data.slice(0, meta.totalCount - before).map((entry) => entry.webhookEvent);
};
const post = (path: string, body: object): Promise<Response> => vendor.json('POST', path, body);
const dates = { startDate: '2026-12-01T08:00:00.000Z', endDate: '2026-12-02T08:00:00.000Z' };

describe('GET /webhooks/status', () => {
  it('has events of all fifteen kinds, the latest first, each under its type', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => log(`?pageNumber=${page}&pageSize=1000`)));
    const entries = pages.flatMap((page) => page.data);
    expect(entries).toHaveLength(pages[0]?.meta.totalCount ?? 0);
    expect(new Set(entries.map((entry) => entry.webhookEvent))).toEqual(new Set(webhookEvents));
    expect(webhookEvents).toHaveLength(15);
    const times = entries.map((entry) => entry.createdAtUtc);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(times[0] ?? '').toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    for (const { webhookEvent, webhookCommandType } of entries) {
      const types = { AUDIT: 0, CORRECTIVE: 1, TEMPLATE: 2 } as const;
      expect(webhookCommandType).toBe(types[webhookEvent.split('_')[0] as keyof typeof types]);
    }
  });

  it('says of the few that failed why they did', async () => {
    const { data } = await log('?pageSize=1000');
    const failed = data.filter((entry) => entry.errorMessage !== null);
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.length).toBeLessThan(data.length / 10);
    for (const entry of data) expect(entry.httpStatusCode === 200).toBe(entry.errorMessage === null);
  });

  it('is empty in a company that has just been made', async () => {
    const body = { companyName: 'Totara', companyAdmin: { fullName: 'Mere' }, usagePurpose: 0 };
    const { apiKey } = (await (await post('/company', body)).json()) as { apiKey: string };
    expect(await vendor.as(apiKey).read('/webhooks/status')).toMatchObject({ data: [], meta: { totalCount: 0 } });
  });

  it('gains what happens to audits, at the present of the sandbox', async () => {
    const [user, colleague] = await vendor.read<readonly Named[]>('/users');
    const [template] = await vendor.read<readonly Named[]>('/audit/templates');
    const [object] = await vendor.read<readonly Named[]>('/audit/objects');
    const audit = { ...dates, name: 'A', templateId: template?.id, auditObjectId: object?.id };
    const [complete] = (await vendor.read<List>('/audit/complete?pageSize=1')).data;
    let id = '';
    const create = async (assigneeId?: string) => {
      id = ((await (await post('/audit', { ...audit, assigneeId })).json()) as Named).id;
    };
    const edit = (assigneeId: string | undefined) =>
      vendor.json('PUT', `/audit/${id}`, { ...dates, name: 'B', assigneeId });

    expect(await gainedBy(() => create())).toEqual([]);
    expect(await gainedBy(() => create(user?.id))).toEqual(['AUDIT_ASSIGNED']);
    expect((await log('?pageSize=1')).data[0]?.createdAtUtc).toBe(now);
    expect(await gainedBy(() => edit(user?.id))).toEqual([]);
    expect(await gainedBy(() => edit(colleague?.id))).toEqual(['AUDIT_ASSIGNED']);
    expect(await gainedBy(() => post(`/audit/reopen/${complete?.id}`, dates))).toEqual(['AUDIT_RESCHEDULED']);
    expect(await gainedBy(() => post('/audit/expire', { ids: [id] }))).toEqual(['AUDIT_EXPIRED']);
    const ids = [id, complete?.id];
    expect(await gainedBy(() => vendor.json('DELETE', '/audit', { ids }))).toEqual(['AUDIT_DELETED', 'AUDIT_DELETED']);
  });

  it('gains what a schedule makes and takes along', async () => {
    const [template] = await vendor.read<readonly Named[]>('/audit/templates');
    const [object] = await vendor.read<readonly Named[]>('/audit/objects');
    const [user] = await vendor.read<readonly Named[]>('/users');
    const body = { name: 'S', templateId: template?.id, auditObjectIds: [object?.id], assigneesIds: [user?.id] };
    let id = '';
    const create = async () => {
      id = ((await (await post('/schedules/daily', { ...body, repeatEvery: 1 })).json()) as Named).id;
    };
    expect(await gainedBy(create)).toEqual(['AUDIT_ASSIGNED', 'AUDIT_ASSIGNED']);
    const remove = () => vendor.json('DELETE', '/schedules', { ids: [id] });
    expect(await gainedBy(remove)).toEqual(['AUDIT_DELETED', 'AUDIT_DELETED']);
  });

  it('gains what happens to corrective actions', async () => {
    const [row] = await allActions(vendor, 'pending');
    const [user] = await vendor.read<readonly Named[]>('/users');
    const path = `/corrective-actions/${row?.id}`;
    const put = async (change: object) => {
      const body = putBodyOf(await vendor.read<ActionDetail>(path));
      return vendor.json('PUT', path, { ...body, ...change });
    };
    await put({ status: 0, assignedUsersIds: [] });
    expect(await gainedBy(() => put({ name: 'Renamed' }))).toEqual(['CORRECTIVE_ACTION_UPDATED']);
    expect(await gainedBy(() => put({ assignedUsersIds: [user?.id] }))).toEqual(['CORRECTIVE_ACTION_ASSIGNED']);
    expect(await gainedBy(() => put({ status: 3 }))).toEqual(['CORRECTIVE_ACTION_SUBMITTED']);
    expect(await gainedBy(() => put({ status: 2 }))).toEqual(['CORRECTIVE_ACTION_REJECTED']);
    expect(await gainedBy(() => put({ status: 1 }))).toEqual(['CORRECTIVE_ACTION_APPROVED']);
    expect(await gainedBy(() => put({ status: 4 }))).toEqual(['CORRECTIVE_ACTION_EXPIRED']);
    expect(await gainedBy(() => vendor.send('DELETE', path))).toEqual(['CORRECTIVE_ACTION_DELETED']);
  });

  it('gains a template that was copied, and nothing from a write that was refused', async () => {
    const [template] = await vendor.read<readonly Named[]>('/audit/templates');
    const { id } = await vendor.read<CompanyBody>('/company');
    const body = { templateId: template?.id, targetCompanyId: id, copyScoreSystem: false };
    expect(await gainedBy(() => post('/audit/templates/copy', body))).toEqual(['TEMPLATE_CREATED']);
    expect(await gainedBy(() => vendor.json('DELETE', '/audit', { ids: ['unknown'] }))).toEqual([]);
  });
});
