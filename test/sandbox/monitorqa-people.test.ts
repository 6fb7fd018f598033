import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { permissionsOf } from '../../src/sandbox/data/permissions.ts';
import { answerOf, serve, type Served } from './served.ts';
import type { List, Named } from './support.ts';

let vendor: Served;
beforeEach(async () => {
  vendor = await serve({ audits: 150 });
});
afterEach(() => vendor.server.close());

type User = Named & { readonly email: string };
type Role = Named & { readonly roleType: number };
type RoleDetail = Role & { readonly description: string | null; readonly permissions: readonly string[] };

const unknown = '00000000-0000-4000-8000-000000000000';
const users = (): Promise<readonly User[]> => vendor.read<readonly User[]>('/users');
const roles = (): Promise<readonly Role[]> => vendor.read<readonly Role[]>('/roles');
const send = async (method: string, path: string, body: object) => answerOf(await vendor.json(method, path, body));
const create = async (path: string, body: object): Promise<string> => {
  const [status, answer] = await send('POST', path, body);
  expect(status).toBe(200);
  return (answer as Named).id;
};
const roleIdOf = async (name: string): Promise<string> => (await roles()).find((role) => role.name === name)?.id ?? '';
const newcomer = async () => ({
  email: 'mere.tuhiwai@kauri-group.example',
  fullName: 'Mere Tuhiwai',
  roleId: await roleIdOf('Site Auditor'),
});

describe('users', () => {
  it('can be created, listed, read, assigned and edited', async () => {
    const id = await create('/users', { ...(await newcomer()), phone: '+64 9 555 0100' });
    expect((await users()).at(-1)).toEqual({ id, name: 'Mere Tuhiwai', email: 'mere.tuhiwai@kauri-group.example' });
    expect(await vendor.read(`/users/${id}`)).toMatchObject({ role: { name: 'Site Auditor', roleType: 1 } });
    const [template] = await vendor.read<readonly Named[]>('/audit/templates');
    const [object] = await vendor.read<readonly Named[]>('/audit/objects');
    const audit = { name: 'A', endDate: '2026-12-01T00:00:00.000Z', assigneeId: id };
    await create('/audit', { ...audit, templateId: template?.id, auditObjectId: object?.id });
    expect(await send('PUT', `/users/${id}`, { fullName: 'Mere Ngata' })).toEqual([200, '']);
    expect(await vendor.read(`/users/${id}`)).toMatchObject({ name: 'Mere Ngata', role: { name: 'Site Auditor' } });
    expect(await vendor.read(`/audit/pending?assignedTo=${id}`)).toMatchObject({
      data: [{ name: 'A', assignees: [{ id, name: 'Mere Ngata' }] }],
    });
  });

  it('keep their role when an edit leaves it out, and change it when it names another', async () => {
    const [first] = await users();
    const before = await vendor.read<{ role: Role }>(`/users/${first?.id}`);
    await send('PUT', `/users/${first?.id}`, { fullName: 'Dan W.', phone: '1' });
    expect(await vendor.read(`/users/${first?.id}`)).toMatchObject({ name: 'Dan W.', role: before.role });
    const roleId = await roleIdOf('Client Observer');
    await send('PUT', `/users/${first?.id}`, { fullName: 'Dan W.', roleId });
    expect(await vendor.read(`/users/${first?.id}`)).toMatchObject({ role: { id: roleId, roleType: 3 } });
  });

  it('are called by their new name in what they did', async () => {
    const { data } = await vendor.read<List>('/audit/complete?pageSize=1');
    const { id = '', completedBy } = data[0] ?? {};
    await send('PUT', `/users/${completedBy?.id}`, { fullName: 'Renamed Person' });
    expect(await vendor.read(`/audit/complete/${id}`)).toMatchObject({ completedBy: { name: 'Renamed Person' } });
  });

  it('are gone from the list and from what is pending when deleted, and stay in what they did', async () => {
    const pending = await vendor.read<List>('/audit/pending?pageSize=1000');
    const gone = pending.data.flatMap((audit) => audit.assignees)[0]?.id ?? '';
    const done = await vendor.read(`/audit/complete?completedBy=${gone}`);
    expect(await send('DELETE', '/users', { ids: [gone] })).toEqual([200, '']);
    expect((await users()).map((user) => user.id)).not.toContain(gone);
    expect((await vendor.send('GET', `/users/${gone}`)).status).toBe(404);
    expect(await vendor.read(`/audit/pending?assignedTo=${gone}`)).toMatchObject({ data: [] });
    const after = await vendor.read<List>('/audit/pending?pageSize=1000');
    expect(after.data.flatMap((audit) => audit.assignees).map((user) => user.id)).not.toContain(gone);
    expect(after.meta).toEqual(pending.meta);
    expect(await vendor.read(`/audit/complete?completedBy=${gone}`)).toEqual(done);
  });

  it.each([
    ['a phone of 51 characters', { phone: '5'.repeat(51) }, 422],
    ['a blank name', { fullName: ' ' }, 422],
    ['an address without @', { email: 'nobody' }, 422],
    ['an unknown role', { roleId: unknown }, 409],
    ['an address somebody has, in other letters', { email: 'DAN.WHITLOCK@kauri-group.example' }, 409],
    ['no role', { roleId: undefined }, 400],
  ])('refuse %s', async (_, change, status) => {
    const before = await users();
    expect((await send('POST', '/users', { ...(await newcomer()), ...change }))[0]).toBe(status);
    expect(await users()).toEqual(before);
  });

  it('cannot be given another address, nor delete themselves', async () => {
    const all = await users();
    const own = all.find((user) => user.name === 'Priya Raman');
    const body = { fullName: 'A', email: 'a@b.example' };
    expect((await send('PUT', `/users/${own?.id}`, body))[0]).toBe(400);
    expect(await send('DELETE', '/users', { ids: [own?.id] })).toEqual([409, { message: 'user/own-account' }]);
    expect(await send('DELETE', '/users', { ids: [unknown] })).toEqual([409, { message: 'user/not-found' }]);
    expect(await users()).toEqual(all);
  });

  it('with an account in several companies see them all', async () => {
    const company = { companyName: 'Totara Civil', companyAdmin: { fullName: 'Mere' }, usagePurpose: 0 };
    const { apiKey } = (await (await vendor.json('POST', '/company', company)).json()) as { apiKey: string };
    const other = vendor.as(apiKey);
    const observer = (await users()).find((user) => user.name === 'Colin Dreyer');
    const [role] = await other.read<readonly Role[]>('/roles');
    const reader = vendor.as('sample-monitorqa-reader-key');
    expect(await reader.read('/company/accessible')).toHaveLength(1);
    const body = { email: observer?.email, fullName: 'Colin', roleId: role?.id };
    expect((await other.json('POST', '/users', body)).status).toBe(200);
    expect(await reader.read('/company/accessible')).toHaveLength(2);
  });
});

describe('GET /user-groups', () => {
  it('lists the groups that filters take', async () => {
    const groups = await vendor.read<readonly Named[]>('/user-groups');
    expect(groups.map((group) => group.name)).toContain('Lead auditors');
    const lists = await Promise.all(
      groups.map((group) => vendor.read<List>(`/audit/complete?completedByGroup=${group.id}`)),
    );
    expect(lists.some((list) => list.meta.totalCount > 0)).toBe(true);
  });
});

describe('roles', () => {
  const detailOf = (id: string): Promise<RoleDetail> => vendor.read<RoleDetail>(`/roles/${id}`);

  it.each([0, 1, 2, 3] as const)('of type %i take every permission of the type', async (roleType) => {
    const permissions = permissionsOf[roleType];
    const id = await create('/roles', { roleType, name: 'All', permissions });
    expect(await detailOf(id)).toEqual({ id, name: 'All', description: null, roleType, permissions });
    expect((await roles()).at(-1)).toEqual({ id, name: 'All', roleType });
  });

  it('have no permissions when none are given, or null', async () => {
    const id = await create('/roles', { roleType: 1, name: 'None' });
    expect((await detailOf(id)).permissions).toEqual([]);
    expect((await detailOf(await create('/roles', { roleType: 1, name: 'N', permissions: null }))).permissions).toEqual(
      [],
    );
  });

  it('lose all permissions when an update leaves them out or says null, and have exactly those it names', async () => {
    const id = await create('/roles', { roleType: 1, name: 'A', permissions: ['audits.do', 'issues.view'] });
    const put = (change: object) => send('PUT', `/roles/${id}`, { roleType: 1, name: 'A', ...change });
    expect(await put({ permissions: ['audits.assign'] })).toEqual([200, '']);
    expect((await detailOf(id)).permissions).toEqual(['audits.assign']);
    await put({});
    expect((await detailOf(id)).permissions).toEqual([]);
    await put({ permissions: ['audits.assign'] });
    await put({ permissions: null });
    expect((await detailOf(id)).permissions).toEqual([]);
  });

  it.each([
    ['an unknown permission', { permissions: ['audits.fly'] }, 'permissions'],
    ["an administrator's permission for an auditor", { permissions: ['users.manage'] }, 'permissions'],
    ['a blank name', { name: '' }, 'name'],
    ['type 4', { roleType: 4 }, 'roleType'],
    ['a permission that is a number', { permissions: [1] }, 'permissions'],
  ])('answer 400 to %s', async (_, change, field) => {
    const before = await roles();
    const [status, body] = await send('POST', '/roles', { roleType: 1, name: 'A', ...change });
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { details: { [field]: expect.any(String) as string } } });
    expect(await roles()).toEqual(before);
  });

  it('keep their type, and answer 404 without a body to an unknown id', async () => {
    const id = await create('/roles', { roleType: 1, name: 'A' });
    const answer = await send('PUT', `/roles/${id}`, { roleType: 0, name: 'A' });
    expect(answer).toMatchObject([400, { error: { details: { roleType: expect.any(String) as string } } }]);
    expect(await send('PUT', `/roles/${unknown}`, { roleType: 0, name: 'A' })).toEqual([404, '']);
  });

  it('can be deleted when nobody has them', async () => {
    const id = await create('/roles', { roleType: 1, name: 'A' });
    const used = await roleIdOf('Site Auditor');
    const answer = await send('DELETE', '/roles', { ids: [id, used] });
    expect(answer).toEqual([409, { message: `role/has-users:${used}` }]);
    expect(await send('DELETE', '/roles', { ids: [id] })).toEqual([200, '']);
    expect(await answerOf(await vendor.send('GET', `/roles/${id}`))).toEqual([404, '']);
    expect(await send('DELETE', '/roles', { ids: [id] })).toEqual([409, { message: 'role/not-found' }]);
  });

  it('decide what a key may write, from the next request on', async () => {
    const id = await roleIdOf('Company Admin');
    const { name, roleType, permissions } = await detailOf(id);
    const put = (given: readonly string[]) => send('PUT', `/roles/${id}`, { name, roleType, permissions: given });
    expect((await put(permissions.filter((one) => one !== 'users.manage')))[0]).toBe(200);
    expect(await send('POST', '/users', await newcomer())).toEqual([409, { message: 'permissions/can-manage-users' }]);
    expect((await put(permissions))[0]).toBe(200);
    expect((await send('POST', '/users', await newcomer()))[0]).toBe(200);
  });
});
