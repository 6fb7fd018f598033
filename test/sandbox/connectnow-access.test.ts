import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleConnectnowGuestToken, sampleConnectnowToken } from '../../src/sandbox/connectnow/access.ts';
import { handledOperations } from '../../src/sandbox/connectnow/operations.ts';
import { isOwn, serveConnectnow, type ServedConnectnow } from './connectnow-support.ts';

let vendor: ServedConnectnow;
beforeAll(async () => {
  vendor = await serveConnectnow();
});
afterAll(() => vendor.server.close());

const parameters: Readonly<Record<string, string>> = { issueId: '1', categoryId: '1', companyId: '1', webhookId: '1' };
const targetOf = (path: string): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => parameters[parameter] ?? '');
const unauthenticated = { message: 'Unauthenticated.' };
const unauthorized = { message: 'This action is unauthorized.' };

describe('access to the sample ConnectNow', () => {
  it('reads issues, categories and companies, and subscribes, without a token', async () => {
    for (const { name, method, path } of handledOperations.filter(({ isPublic }) => isPublic)) {
      const { status } = await vendor.send(method, targetOf(path), { token: null });
      // Subscribing lacks its address here, and the issue is closed.
      const expected = method === 'GET' ? 200 : name === 'subscribeToIssue' ? 403 : 422;
      expect([name, status]).toEqual([name, expected]);
    }
  });

  it('answers 401 to anything else without a token', async () => {
    for (const { name, method, path } of handledOperations.filter(({ isPublic }) => !isPublic)) {
      const response = await vendor.send(method, targetOf(path), { token: null });
      expect([name, response.status, await response.json()]).toEqual([name, 401, unauthenticated]);
    }
  });

  it.each(['wrong', `${sampleConnectnowToken}2`])('refuses the token %j, also where none is needed', async (token) => {
    const response = await vendor.send('GET', '/api/issues', { token });
    expect([response.status, await response.json()]).toEqual([401, unauthenticated]);
  });

  it('takes the token from no other place than the header', async () => {
    const query = await vendor.send('GET', `/api/webhooks?api_token=${sampleConnectnowToken}`, { token: null });
    expect(query.status).toBe(401);
    const bare = await vendor.send('GET', '/api/webhooks', { headers: { Authorization: sampleConnectnowToken } });
    expect(bare.status).toBe(401);
  });

  it.each(['', '*/*', 'text/html, application/json'])(
    'sends whoever accepts %j first to the page people log in at',
    async (accept) => {
      const response = await vendor.send('GET', '/api/issues', { headers: { Accept: accept } });
      expect([response.status, response.headers.get('location')]).toEqual([
        302,
        `${vendor.server.url}/connectnow/login`,
      ]);
      const followed = await vendor.send('GET', '/api/issues', { headers: { Accept: accept }, redirect: 'follow' });
      expect([followed.status, followed.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
    },
  );

  it('does nothing for a write that does not ask for JSON', async () => {
    const { id } = await vendor.issue((issue) => isOwn(issue) && issue.closed_at === null);
    const response = await vendor.send('DELETE', `/api/issues/${id}`, { headers: { Accept: 'text/html' } });
    expect(response.status).toBe(302);
    expect((await vendor.send('GET', `/api/issues/${id}`)).status).toBe(200);
  });

  it('answers the same 403 for a closed issue and for somebody else’s', async () => {
    const closed = await vendor.issue((issue) => isOwn(issue) && issue.closed_at !== null);
    const foreign = await vendor.issue((issue) => !isOwn(issue) && issue.closed_at === null);
    const body = { category_ids: [1], name: 'x', description: 'y', severity: 'info' };
    for (const { id } of [closed, foreign]) {
      for (const [method, path] of [
        ['PUT', ''],
        ['POST', '/close'],
        ['DELETE', ''],
      ] as const) {
        const response = await vendor.json(method, `/api/issues/${id}${path}`, body);
        expect([path, response.status, await response.json()]).toEqual([path, 403, unauthorized]);
      }
    }
    expect((await vendor.json('POST', `/api/issues/${closed.id}/subscriptions`, { email: 'a@b.example' })).status).toBe(
      403,
    );
  });

  it('keeps a guest out of the others’ companies, categories and webhooks', async () => {
    const guest = { token: sampleConnectnowGuestToken };
    const tries = [
      vendor.json('PUT', '/api/companies/1', { name: 'x' }, guest),
      vendor.json('POST', '/api/companies', { name: 'x' }, guest),
      vendor.json('POST', '/api/categories', { name: 'x', company_id: 1 }, guest),
      vendor.json('PUT', '/api/categories/1', { name: 'x' }, guest),
      vendor.send('DELETE', '/api/categories/1', guest),
      vendor.send('GET', '/api/webhooks/1', guest),
      vendor.send('DELETE', '/api/webhooks/1', guest),
    ];
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual(tries.map(() => 403));
    expect(await (await vendor.send('GET', '/api/webhooks', guest)).json()).toMatchObject([{ id: 3, user_id: 2 }]);
  });

  it('answers 404 for what there is not and 405 for a method an address does not take', async () => {
    const unknown = await vendor.send('GET', '/api/issues/99999');
    expect([unknown.status, await unknown.json()]).toEqual([
      404,
      { message: String.raw`No query results for model [App\Models\Issue] 99999` },
    ]);
    expect((await vendor.send('GET', '/api/issues/one')).status).toBe(404);
    expect((await vendor.send('GET', '/api/users')).status).toBe(404);
    const patch = await vendor.send('PATCH', '/api/issues/1');
    expect([patch.status, await patch.json()]).toEqual([
      405,
      { message: 'The PATCH method is not supported for this route. Supported methods: GET, PUT, DELETE.' },
    ]);
  });
});

describe('handledOperations', () => {
  it('lists the 23 operations, each of which is answered as a signed-in user asks', async () => {
    expect(handledOperations).toHaveLength(23);
    for (const { name, method, path } of handledOperations.filter((operation) => operation.method !== 'DELETE')) {
      const { status } = await vendor.send(method, targetOf(path));
      // Writes are asked without their body; the first issue is closed.
      const isClosed = method !== 'GET' && path.includes('{issueId}');
      expect([name, status]).toEqual([name, method === 'GET' ? 200 : isClosed ? 403 : 422]);
    }
  });
});
