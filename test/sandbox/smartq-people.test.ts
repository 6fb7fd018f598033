import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleSmartqGuest, sampleSmartqMember, sampleSmartqSecret } from '../../src/sandbox/smartq/access.ts';
import { allItems, board, serveSmartq, type Role, type ServedSmartq, type Step, type User } from './smartq-support.ts';

let vendor: ServedSmartq;
beforeEach(async () => {
  vendor = await serveSmartq();
});
afterEach(() => vendor.server.close());

const newUser = { 'user[name]': 'Ngaio Bell', 'user[email]': 'ngaio@kauri-group.example', 'user[password]': 'a:b ä' };

describe('users of the sample smartQ', () => {
  it('are the people of the other vendors', async () => {
    const users = await allItems<User>(vendor, '/users', 15);
    expect(users).toHaveLength(40);
    expect(users.map(({ name }) => name)).toContain('Siobhán Ní Bhriain');
    expect(new Set(users.map(({ email }) => email)).size).toBe(40);
  });

  it('are added, sign in with what they were given, and are deleted', async () => {
    const made = await vendor.write<User>('POST', '/users', { ...newUser, 'user[can_view_profiles]': 1 });
    expect(made).toMatchObject({ name: 'Ngaio Bell', can_view_profiles: 1, can_manage_projects: 0, company: '' });
    const login = { ...sampleSmartqSecret, username: 'ngaio@kauri-group.example', password: 'a:b ä' };
    expect(await vendor.as(login).read('/users/me')).toEqual(made);
    expect(await vendor.as(login).items('/projects')).toHaveLength(1);
    expect(await vendor.write('DELETE', `/users/${made.id}`)).toBe(true);
    expect(await vendor.as(login).refused('GET', '/users/me')).toEqual([401, 401]);
    expect(await vendor.refused('GET', `/users/${made.id}`)).toEqual([200, 404]);
    expect((await vendor.write<User>('POST', '/users', newUser)).id).toBe(made.id + 1);
  });

  it('need name, e-mail and password, and an e-mail of their own', async () => {
    for (const missing of Object.keys(newUser)) {
      const rest = Object.fromEntries(Object.entries(newUser).filter(([name]) => name !== missing));
      expect(await vendor.refusal('POST', '/users', rest)).toEqual([200, 400, `${missing} is required`]);
    }
    const taken = { ...newUser, 'user[email]': sampleSmartqGuest.username.toUpperCase() };
    expect(await vendor.refusal('POST', '/users', taken)).toEqual([200, 400, 'user[email] is already in use']);
    expect(await vendor.refusal('POST', '/users', { ...newUser, 'user[nick]': 'N' })).toEqual([
      200,
      400,
      'user[nick] is not known',
    ]);
  });

  it('keep what a PUT leaves out, and lose what it empties', async () => {
    const { id } = await vendor.write<User>('POST', '/users', { ...newUser, 'user[title]': 'Surveyor' });
    const named = await vendor.write<User>('PUT', `/users/${id}`, { 'user[name]': 'Ngaio Reid' });
    expect(named).toMatchObject({ name: 'Ngaio Reid', title: 'Surveyor', email: 'ngaio@kauri-group.example' });
    expect(await vendor.write('PUT', `/users/${id}`, { 'user[title]': '' })).toMatchObject({ title: '' });
    expect(await vendor.refused('PUT', `/users/${id}`, { 'user[name]': ' ' })).toEqual([200, 400]);
  });

  it('take any text but 0 and nothing for true, as PHP does', async () => {
    const { id } = await vendor.write<User>('POST', '/users', newUser);
    const after = (value: string) => vendor.write('PUT', `/users/${id}`, { 'user[can_manage_projects]': value });
    expect(await after('false')).toMatchObject({ can_manage_projects: 1 });
    expect(await after('0')).toMatchObject({ can_manage_projects: 0 });
    expect(await after('1')).toMatchObject({ can_manage_projects: 1 });
    expect(await after('')).toMatchObject({ can_manage_projects: 0 });
  });

  it('change their own login, after which the old one is refused', async () => {
    const member = vendor.as(sampleSmartqMember);
    await member.write('PUT', '/users/me', { 'user[email]': 'tom@new.example', 'user[password]': 'next' });
    expect(await member.refused('GET', '/users/me')).toEqual([401, 401]);
    const login = { ...sampleSmartqMember, username: 'tom@new.example', password: 'next' };
    expect(await vendor.as(login).read('/users/me')).toMatchObject({ name: 'Tom Ashworth' });
    const old = { ...login, password: sampleSmartqMember.password };
    expect(await vendor.as(old).refused('GET', '/users/me')).toEqual([401, 401]);
  });

  it('cannot make themselves more than they are, nor delete themselves', async () => {
    const member = vendor.as(sampleSmartqMember);
    const me = await member.read<User>('/users/me');
    const same = { 'user[name]': 'Tom A.', 'user[is_account_administrator]': 0, 'user[can_view_profiles]': 1 };
    expect(await member.write('PUT', '/users/me', same)).toMatchObject({ name: 'Tom A.' });
    for (const right of ['is_account_administrator', 'can_manage_projects', 'can_manage_profiles']) {
      expect(await member.refused('PUT', `/users/${me.id}`, { [`user[${right}]`]: 1 })).toEqual([200, 403]);
    }
    expect(await member.refused('PUT', '/users/202', { 'user[password]': 'mine' })).toEqual([200, 403]);
    const { id } = await vendor.read<User>('/users/me');
    expect(await vendor.refused('DELETE', `/users/${id}`)).toEqual([200, 400]);
  });
});

describe('roles of the sample smartQ', () => {
  it('are added, changed and deleted; whoever had a deleted one has the default role', async () => {
    const roles = await vendor.items<Role>(`${board}/roles`);
    expect(roles.map(({ name }) => name)).toEqual(['Project manager', 'Site engineer', 'Subcontractor', 'Client']);
    const fields = { 'role[name]': 'Clerk of works', 'role[access_level]': 2, 'role[can_see_private_notes]': 1 };
    const made = await vendor.write<Role>('POST', `${board}/roles`, fields);
    expect(made).toMatchObject({ access_level: 2, max_step: null, can_edit_project: 0, can_see_private_notes: 1 });
    expect(await vendor.read(`${board}/roles/${made.id}`)).toEqual(made);
    const changed = await vendor.write('PUT', `${board}/roles/${made.id}`, { 'role[access_level]': 5 });
    expect(changed).toMatchObject({ name: 'Clerk of works', access_level: 5 });
    expect(await vendor.write('DELETE', `${board}/roles/${made.id}`)).toBe(true);
    expect(await vendor.refused('GET', `${board}/roles/${made.id}`)).toEqual([200, 404]);

    const client = roles.find(({ name }) => name === 'Client');
    const guest = vendor.as(sampleSmartqGuest);
    expect(await guest.read(board)).toMatchObject({ id: 4101 });
    await vendor.write('DELETE', `${board}/roles/${client?.id}`);
    expect(await guest.refused('GET', board)).toEqual([200, 403]);
  });

  it('take levels from 0 to 5, and steps of their own project', async () => {
    const fields = { 'role[name]': 'x', 'role[access_level]': 6 };
    expect(await vendor.refusal('POST', `${board}/roles`, fields)).toEqual([
      200,
      400,
      'role[access_level] must be an integer from 0 to 5',
    ]);
    const [elsewhere] = await vendor.items<Step>('/projects/4102/steps');
    const other = { 'role[name]': 'x', 'role[access_level]': 3, 'role[max_step]': elsewhere?.id ?? 0 };
    expect(await vendor.refused('POST', `${board}/roles`, other)).toEqual([200, 400]);
  });

  it('have a default one, read below /projects/ and changed below either address', async () => {
    const role = await vendor.read<Role>(`${board}/roles/default`);
    expect(role).toMatchObject({ name: 'Default', access_level: 0 });
    expect((await vendor.items<Role>(`${board}/roles`)).map(({ id }) => id)).not.toContain(role.id);
    await vendor.write('PUT', `${board}/roles/default`, { 'role[access_level]': 1 });
    await vendor.write('PUT', '/project/4101/roles/default', { 'role[name]': 'Everybody' });
    expect(await vendor.read(`${board}/roles/default`)).toMatchObject({ name: 'Everybody', access_level: 1 });
    expect(await vendor.refused('DELETE', `${board}/roles/${role.id}`)).toEqual([200, 400]);
  });

  it('have one board where the default role is changed at the document’s address alone', async () => {
    const change = { 'role[name]': 'Everybody', 'role[access_level]': 1 };
    expect(await vendor.refusal('PUT', '/projects/4104/roles/default', change)).toEqual([
      200,
      404,
      'role "default" not found',
    ]);
    await vendor.write('PUT', '/project/4104/roles/default', change);
    expect(await vendor.read('/projects/4104/roles/default')).toMatchObject({ name: 'Everybody', access_level: 1 });
  });
});
