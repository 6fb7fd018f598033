import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { CallParams } from '../../src/main/vendors/core/operation.ts';
import { firstPage, nextPage, type PagingStep } from '../../src/main/vendors/core/paging.ts';
import { parseRateLimitReset } from '../../src/main/vendors/core/retry-after.ts';
import { connectnow } from '../../src/main/vendors/connectnow/client.ts';
import { listPage } from '../../src/main/vendors/connectnow/list-page.ts';
import { mapIssueRow } from '../../src/main/vendors/connectnow/map-issue.ts';
import { hurriedClock, rejection, startServer, testClient, type TestServer } from './vendor-server.ts';

const TOKEN = 'connectnow-token-canary-0123';

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

type Handler = Parameters<typeof startServer>[0];

const json = (response: ServerResponse, body: unknown, status = 200, headers = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};

const page = (response: ServerResponse, status = 200): void => {
  response.writeHead(status, { 'content-type': 'text/html' }).end('<!doctype html><title>Log in</title>');
};

const empty: Handler = (_request, response) => json(response, []);

/** A ConnectNow client whose vendor answers as `handler` says. */
async function clientOf(handler: Handler, { token = TOKEN, clock = hurriedClock() } = {}) {
  server = await startServer(handler);
  const secret = async () => ({ token });
  return { client: testClient(server.url, { definition: connectnow, secret, clock }), seen: server.seen, clock };
}

const called = (seen: TestServer['seen']) => seen.map(({ method, url }) => `${method} ${url}`);

describe('connectnow.authorize', () => {
  it.each([TOKEN, ` ${TOKEN}\n`, `Bearer ${TOKEN}`, `Authorization: Bearer ${TOKEN}`, `bearer  ${TOKEN}`])(
    'sends %j as a bearer token, and asks for JSON',
    async (token) => {
      const { client, seen } = await clientOf(empty, { token });
      await client.call('listCompanies', {});
      const headers = { authorization: `Bearer ${TOKEN}`, accept: 'application/json' };
      expect(seen).toMatchObject([{ url: '/api/companies', headers }]);
    },
  );

  it('sends no header at all without a token, as reads are public', async () => {
    const { client, seen } = await clientOf(empty, { token: '  ' });
    await client.call('listCompanies', {});
    expect(seen[0]?.headers).not.toHaveProperty('authorization');
    expect(connectnow.authorize({})).toEqual({});
  });

  it.each(['abc\r\nx-other: 1', 'abc def', 'abc\u0000', 'abctökén'])(
    'sends nothing with %j for a token',
    async (token) => {
      const { client, seen } = await clientOf(empty, { token });
      const error = await rejection(client.call('listCompanies', {}));
      expect(error).toMatchObject({ code: 'bad-input', data: { field: 'token' } });
      expect(String(error)).not.toContain('abc');
      expect(seen).toEqual([]);
    },
  );

  it('asks for JSON with every change too', async () => {
    const { client, seen } = await clientOf((_request, response) => response.writeHead(200).end());
    await client.send('deleteCategory', { path: { categoryId: 3 } });
    expect(seen).toMatchObject([{ method: 'DELETE', headers: { accept: 'application/json' } }]);
  });

  it.each([`Bearer ${TOKEN}`, TOKEN])('quotes nothing of %s when an answer does', async (token) => {
    const { client } = await clientOf((_request, response) => json(response, { message: `no ${TOKEN}` }, 401), {
      token,
    });
    expect(await rejection(client.call('listWebhooks', {}))).toMatchObject({
      code: 'key-rejected',
      vendorText: 'no [hidden]',
    });
  });
});

/** Reads a list as a sync does, page after page at the connection's own address. */
async function readIssues(handler: Handler, query: CallParams['query'] = {}) {
  const { client, seen } = await clientOf(handler);
  const rule = { style: 'laravel-simple', size: 249 } as const;
  const ids = new Set<string>();
  let step: PagingStep = { kind: 'next', request: firstPage(rule) };
  while (step.kind === 'next') {
    const { request }: Extract<PagingStep, { kind: 'next' }> = step;
    const { data } = await client.call('listIssues', { query: { ...query, ...request.query } });
    const { records, ...seenPage } = listPage('listIssues', data, mapIssueRow);
    const repeated = records.filter(({ vendorId }) => ids.has(vendorId)).length;
    for (const { vendorId } of records) ids.add(vendorId);
    step = nextPage(rule, request.state, { ...seenPage, repeated });
  }
  return { ids: [...ids], end: step, urls: called(seen) };
}

describe('pages of issues', () => {
  const elsewhere = 'http://127.0.0.1:9/api/issues?page=7';

  it('I3 are asked for here with the same filters, wherever the next address leads', async () => {
    const { ids, end, urls } = await readIssues(
      (_request, response, count) =>
        json(response, { data: [{ id: count }], next_page_url: count < 3 ? elsewhere : null }),
      { status: 'open' },
    );
    expect([ids, end]).toEqual([['1', '2', '3'], { kind: 'end' }]);
    expect(urls).toEqual([1, 2, 3].map((number) => `GET /api/issues?status=open&page=${number}&per_page=249`));
  });

  it('go on over an empty page that names a next one, and end at one that names none', async () => {
    const { ids, urls } = await readIssues((_request, response, count) =>
      json(response, { data: count === 2 ? [] : [{ id: count }], next_page_url: count < 3 ? elsewhere : null }),
    );
    expect([ids, urls.length]).toEqual([['1', '3'], 3]);
  });
});

describe('an address that is the web app’s', () => {
  const hint = expect.stringContaining('try https://issuetracker-api.connectnow.org.uk');

  it.each([200, 403, 404, 419])('I16 is told from an answer by a page with status %i', async (status) => {
    const { client } = await clientOf((_request, response) => page(response, status));
    for (const error of [
      await rejection(client.call('listIssues', {})),
      await rejection(client.bytes('listIssues', {})),
      await rejection(client.send('deleteIssue', { path: { issueId: 1 } })),
    ]) {
      expect(error).toMatchObject({ code: 'unexpected-answer', message: hint });
    }
  });

  it('I16 is told from a redirect to a login, here or elsewhere', async () => {
    const { client } = await clientOf(({ url, method }, response) => {
      if (url === '/login') page(response);
      else response.writeHead(302, { location: method === 'GET' ? '/login' : 'https://example.com/login' }).end();
    });
    expect(await rejection(client.call('listIssues', {}))).toMatchObject({ code: 'unexpected-answer', message: hint });
    const refused = client.send('createCompany', { body: { name: 'Ash Lane' } });
    expect(await rejection(refused)).toMatchObject({ code: 'redirect-refused', message: hint });
  });

  it('may be chosen, but is not the default', () => {
    expect([connectnow.defaultUrl, connectnow.otherUrls]).toEqual([
      'https://issuetracker-api.connectnow.org.uk',
      ['https://issuetracker.connectnow.org.uk'],
    ]);
  });
});

describe('a limit', () => {
  const limited =
    (headers: Readonly<Record<string, string>>): Handler =>
    (_request, response, count) =>
      count === 1 ? json(response, { message: 'Too Many Attempts.' }, 429, headers) : json(response, []);

  it.each([
    [{ 'retry-after': '20' }, 20_000],
    [{ 'x-ratelimit-reset': String(Date.UTC(2026, 0, 1) / 1000 + 30) }, 30_000],
    [{ 'x-ratelimit-reset': '15' }, 15_000],
  ])('is waited for as %j says', async (headers, ms) => {
    const { client, clock } = await clientOf(limited(headers));
    await client.call('listCompanies', {});
    expect(Math.max(...clock.waits)).toBeGreaterThan(ms - 1000);
    expect(Math.max(...clock.waits)).toBeLessThanOrEqual(ms);
  });

  it('that names no time rests the whole connection for a few minutes', async () => {
    const { client, seen, clock } = await clientOf(limited({}));
    expect(await rejection(client.call('listIssues', {}))).toMatchObject({
      code: 'too-many-requests',
      retryAfterMs: 180_000,
    });
    expect(seen).toHaveLength(1);
    const before = clock.now();
    await client.call('listCompanies', {});
    expect(clock.now() - before).toBeGreaterThanOrEqual(180_000);
  });

  it.each([[null], ['soon'], [''], ['-5'], ['1e9']])('is not read from %j', (value) => {
    expect(parseRateLimitReset(value, 0)).toBeNull();
  });

  it('is never waited for longer than an hour, nor for a moment that is over', () => {
    expect(parseRateLimitReset('1900000000', 0)).toBe(3_600_000);
    expect(parseRateLimitReset('1000000001', 2_000_000_000_000)).toBe(0);
  });
});

const NAMED = { path: { issueId: 7 } };
const CHANGES: readonly (readonly [string, CallParams])[] = [
  ['updateIssue', { ...NAMED, body: { category_ids: [1], name: 'Leak', description: 'Wet.', severity: 'info' } }],
  ['closeIssue', { ...NAMED, body: { description: 'Dry.' } }],
  ['deleteIssue', NAMED],
  ['subscribeToIssue', { ...NAMED, body: { email: 'user@example.com' } }],
];

/** Refuses each change, and answers reads of the issue as `issue` says. */
const refusing =
  (issue: (response: ServerResponse) => void): Handler =>
  ({ method }, response) =>
    method === 'GET' ? issue(response) : json(response, { message: 'This action is unauthorized.' }, 403);

describe.each(CHANGES)('I6 a 403 for %s', (operation, params) => {
  it('means that the issue is closed already where it is', async () => {
    const { client, seen } = await clientOf(
      refusing((response) => json(response, { id: 7, closed_at: '2026-01-02T10:00:00.000000Z' })),
    );
    expect(await rejection(client.send(operation, params))).toMatchObject({
      code: 'refused-by-vendor',
      message: expect.stringContaining('closed already'),
      status: 403,
      sent: 'yes',
      operation,
      vendorCode: 'already-closed',
      vendorText: 'This action is unauthorized.',
    });
    expect(called(seen).at(-1)).toBe('GET /api/issues/7');
  });

  it.each([
    ['the issue is open', (response: ServerResponse) => json(response, { id: 7, closed_at: null })],
    ['the issue is gone', (response: ServerResponse) => json(response, { message: 'No query results.' }, 404)],
    ['the issue cannot be read', (response: ServerResponse) => page(response)],
  ])('means that it is not permitted where %s', async (_case, issue) => {
    const { client } = await clientOf(refusing(issue));
    expect(await rejection(client.send(operation, params))).toMatchObject({ code: 'not-permitted', operation });
  });
});

describe('a change of ConnectNow', () => {
  it('is not looked into where only one thing can be meant', async () => {
    const { client, seen } = await clientOf(refusing(empty as never));
    const refused = client.send('updateCategory', { path: { categoryId: 1 }, body: { name: 'Fire' } });
    expect(await rejection(refused)).toMatchObject({ code: 'not-permitted' });
    expect(called(seen)).toEqual(['PUT /api/categories/1']);
  });

  it.each([
    [200, ''],
    [201, '{"id":3}'],
    [202, '{"message":"Accepted"}'],
    [204, ''],
    [200, 'OK'],
  ])('I14 is done with %i and %j', async (status, body) => {
    const { client } = await clientOf((_request, response) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(body),
    );
    const { path } = NAMED;
    expect((await client.send('closeIssue', { path, body: { description: 'Dry.' } })).status).toBe(status);
  });

  it.each([201, 200])('tells by %i whether a subscription is new', async (status) => {
    const { client } = await clientOf((_request, response) => response.writeHead(status).end());
    const subscription = { path: { categoryId: 2 }, body: { email: 'user@example.com' } };
    expect(await client.send('subscribeToCategory', subscription)).toEqual({ status, data: null });
  });

  it('is sent once, whatever becomes of it', async () => {
    const { client, seen } = await clientOf((_request, response) => response.writeHead(503).end());
    const body = { url: 'https://example.com/webhook' };
    expect(await rejection(client.send('createWebhook', { body }))).toMatchObject({ code: 'vendor-down' });
    expect(called(seen)).toEqual(['POST /api/webhooks']);
  });
});
