import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleSmartqGuest, sampleSmartqMember, sampleSmartqSecret } from '../../src/sandbox/smartq/access.ts';
import { handledOperations } from '../../src/sandbox/smartq/operations.ts';
import { board, headersOf, serveSmartq, type Project, type ServedSmartq, type User } from './smartq-support.ts';

let vendor: ServedSmartq;
beforeAll(async () => {
  vendor = await serveSmartq();
});
afterAll(() => vendor.server.close());

const bare = (path: string, headers: Record<string, string>): Promise<Response> =>
  fetch(`${vendor.server.url}/smartq/api/v1${path}`, { headers });

describe('the sign-in of the sample smartQ', () => {
  it('answers a wrong key with the words of the document, in envelope and status', async () => {
    const response = await bare('/users/me', headersOf({ ...sampleSmartqSecret, clientId: 'wrong' }));
    expect(response.status).toBe(401);
    expect(await response.text()).toBe(
      '{"error":{"type":null,"code":401,"message":"Authorization failed, invalid client id"},"data":null}',
    );
  });

  it.each<[string, Record<string, string>]>([
    ['a wrong password', headersOf({ ...sampleSmartqSecret, password: 'wrong' })],
    ['somebody unknown', headersOf({ ...sampleSmartqSecret, username: 'nobody@kauri-group.example' })],
    [
      'somebody who was given no password',
      headersOf({ ...sampleSmartqSecret, username: 'li.zhao@kauri-group.example' }),
    ],
    ['no login', { 'X-Auth-Client-Id': sampleSmartqSecret.clientId }],
    ['no key', { Authorization: headersOf(sampleSmartqSecret)['Authorization'] ?? '' }],
    ['a login of another scheme', { ...headersOf(sampleSmartqSecret), Authorization: 'Bearer abc' }],
  ])('refuses %s', async (_, headers) => {
    const response = await bare('/users/me', headers);
    expect([response.status, await response.json()]).toMatchObject([401, { error: { code: 401 }, data: null }]);
  });

  it('takes the key as a parameter too, and an e-mail in any case', async () => {
    const { Authorization = '' } = headersOf({
      ...sampleSmartqSecret,
      username: sampleSmartqSecret.username.toUpperCase(),
    });
    const response = await bare(`/users/me?X_AUTH_CLIENT_ID=${sampleSmartqSecret.clientId}`, { Authorization });
    expect(await response.json()).toMatchObject({ error: null, data: { email: sampleSmartqSecret.username } });
  });

  it('keeps login and key out of the log', async () => {
    await bare(`/projects?X_AUTH_CLIENT_ID=${sampleSmartqSecret.clientId}`, headersOf(sampleSmartqSecret));
    const log = JSON.stringify(vendor.server.log.entries());
    const { Authorization = 'none' } = headersOf(sampleSmartqSecret);
    for (const secret of [sampleSmartqSecret.clientId, Authorization]) expect(log).not.toContain(secret);
  });
});

describe('addresses the sample smartQ does not have', () => {
  it('answers an unknown method with the words of the document', async () => {
    expect(await vendor.refusal('GET', '')).toEqual([405, 405, 'method "GET" not found for resource ""']);
    expect(await vendor.refusal('PATCH', '/projects')).toEqual([
      405,
      405,
      'method "PATCH" not found for resource "projects"',
    ]);
  });

  it('answers an unknown resource 404, and one without a login 401', async () => {
    expect(await vendor.refusal('GET', '/reports')).toEqual([404, 404, 'resource "reports" not found']);
    expect((await bare('/reports', {})).status).toBe(401);
  });
});

describe('handledOperations of smartQ', () => {
  it('are the 49 of the document, each once', () => {
    expect(handledOperations).toHaveLength(49);
    expect(new Set(handledOperations.map(({ name }) => name)).size).toBe(49);
    expect(new Set(handledOperations.map(({ method, path }) => `${method} ${path}`)).size).toBe(49);
  });

  const addressOf = (path: string): string =>
    path
      .slice('/api/v1'.length)
      .replaceAll('{projectId}', '4101')
      .replaceAll('{fieldName}', 'f2')
      .replaceAll(/\{\w+\}/g, '999999999');

  it.each(handledOperations)('$name is answered in the envelope', async ({ method, path }) => {
    const admin = vendor.as(sampleSmartqSecret);
    const target = method === 'DELETE' ? addressOf(path).replace(/^\/projects\/4101$/, '/projects/9') : addressOf(path);
    const response = await admin.send(method, target.replace(/custom_fields\/f2$/, 'custom_fields/f99'));
    const answer = (await response.json()) as object;
    expect(Object.keys(answer)).toEqual(['error', 'data']);
    expect(response.status).toBe(200);
  });
});

describe('the three users', () => {
  it('see the boards they may see', async () => {
    const boards = async (login: typeof sampleSmartqSecret | typeof sampleSmartqMember | typeof sampleSmartqGuest) =>
      (await vendor.as(login).items<Project>('/projects')).map(({ id }) => id - 4101);
    expect(await boards(sampleSmartqSecret)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(await boards(sampleSmartqMember)).toEqual([0, 1, 2, 3, 4]);
    // The fifth is open to everybody by its default role.
    expect(await boards(sampleSmartqGuest)).toEqual([0, 4]);
  });

  it('are refused in an envelope of status 200', async () => {
    const guest = vendor.as(sampleSmartqGuest);
    expect(await guest.refusal('GET', '/projects/4102')).toEqual([200, 403, 'Access denied']);
    expect(await guest.refusal('GET', '/users')).toEqual([200, 403, 'Access denied']);
    expect(await guest.refusal('GET', '/users/201')).toEqual([200, 403, 'Access denied']);
    expect(await guest.refusal('POST', `${board}/tickets`)).toEqual([200, 403, 'Access denied']);
    expect(await guest.refusal('PUT', board, { 'project[name]': 'x' })).toEqual([200, 403, 'Access denied']);
    const member = vendor.as(sampleSmartqMember);
    expect(await member.refusal('PUT', board, { 'project[name]': 'x' })).toEqual([200, 403, 'Access denied']);
    expect(await member.refusal('DELETE', `${board}/tickets/70001`)).toEqual([200, 403, 'Access denied']);
    expect(await member.refusal('POST', '/projects', { 'project[name]': 'x' })).toEqual([200, 403, 'Access denied']);
    expect(await member.refusal('POST', '/users')).toEqual([200, 403, 'Access denied']);
    expect(await vendor.refusal('GET', '/projects/999')).toEqual([200, 404, 'project "999" not found']);
  });

  it('each see themselves', async () => {
    const guest = vendor.as(sampleSmartqGuest);
    const me = await guest.read<User>('/users/me');
    expect(me).toMatchObject({ name: 'Colin Dreyer', email: sampleSmartqGuest.username, is_account_administrator: 0 });
    expect(await guest.read(`/users/${me.id}`)).toEqual(me);
    expect(JSON.stringify(me)).not.toContain('password');
  });
});
