import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { conqa } from '../../src/main/vendors/conqa/client.ts';
import { readWebhooks, webhookPage } from '../../src/main/vendors/conqa/webhooks.ts';
import { hurriedClock, rejection, startServer, testClient, type TestServer } from './vendor-server.ts';

const TOKEN = 'conqa-token-canary-0123';

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

type Handler = Parameters<typeof startServer>[0];

const json = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

/** A CONQA client whose vendor answers as `handler` says, below the path that the real one has. */
async function clientOf(handler: Handler, { token = TOKEN, clock = hurriedClock() } = {}) {
  server = await startServer(handler);
  const secret = async () => ({ token });
  return { client: testClient(`${server.url}/api-v1`, { definition: conqa, secret, clock }), seen: server.seen, clock };
}

const projects: Handler = (_request, response) => json(response, { projects: [] });

describe('conqa.authorize', () => {
  it.each([
    [TOKEN, TOKEN],
    [`  ${TOKEN}\r\n`, TOKEN],
    [`Authorization: ${TOKEN}`, TOKEN],
    [`Bearer ${TOKEN}`, `Bearer ${TOKEN}`],
  ])('sends %j raw, without a scheme of its own', async (token, header) => {
    const { client, seen } = await clientOf(projects, { token });
    await client.call(conqa.testOperation, {});
    expect(seen).toMatchObject([{ method: 'GET', url: '/api-v1/projects', headers: { authorization: header } }]);
  });

  it.each(['', '   ', 'Authorization:', 'abc\r\nx-other: 1', 'abc\u0000def', 'tökén'])(
    'sends nothing with %j for a token, and does not quote it',
    async (token) => {
      const { client, seen } = await clientOf(projects, { token });
      const error = await rejection(client.call('listProjects', {}));
      expect(error).toMatchObject({ code: 'bad-input', data: { field: 'token' } });
      expect(String(error)).not.toContain('abc');
      expect(seen).toEqual([]);
    },
  );
});

describe('the CONQA client', () => {
  it('does not quote the token that an answer repeats', async () => {
    const { client } = await clientOf((_request, response) => json(response, { message: `bad ${TOKEN}` }, 401));
    expect(await rejection(client.call('listProjects', {}))).toMatchObject({
      code: 'key-rejected',
      vendorText: 'bad [hidden]',
    });
  });

  it('waits as long as a 429 asks before it reads again', async () => {
    const { client, clock } = await clientOf((_request, response, count) =>
      count === 1 ? response.writeHead(429, { 'retry-after': '7' }).end() : json(response, { projects: [] }),
    );
    await client.call('listProjects', {});
    expect(clock.waits).toContain(7000);
  });

  it('takes a login page with status 200 for no answer', async () => {
    const { client } = await clientOf((_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html></html>'),
    );
    expect(await rejection(client.call('listProjects', {}))).toMatchObject({ code: 'unexpected-answer' });
  });

  it('takes an empty answer of a change for a success', async () => {
    const { client } = await clientOf((_request, response) => response.writeHead(200).end());
    const path = { projectId: 'p-1', type: 'report', webhookId: 'wh:1' };
    expect(await client.send('deleteProjectWebhook', { path })).toEqual({ status: 200, data: null });
  });

  it('registers once and never again, whatever becomes of it: the same PUT twice may make two', async () => {
    const { client, seen } = await clientOf((_request, response) => response.writeHead(503).end());
    const params = {
      path: { accountId: 'a-1', type: 'milestone' },
      body: { name: 'Milestones', callbackUrl: 'https://example.com/webhook' },
    };
    expect(await rejection(client.send('registerAccountWebhook', params))).toMatchObject({ code: 'vendor-down' });
    expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual(['PUT /api-v1/account/a-1/milestone/webhook']);
  });
});

/** Answers with these pages of webhooks, one after the other. */
const pages =
  (...answers: readonly { readonly ids: readonly string[]; readonly key?: unknown }[]): Handler =>
  (_request, response, count) => {
    const { ids = [], key } = answers[count - 1] ?? {};
    json(response, { data: { count: 1, lastEvaluatedKey: key, webhooks: ids.map((id) => ({ id, type: 'REPORT' })) } });
  };

describe('readWebhooks', () => {
  it('follows keys to their end over an empty page, and sends them as they came', async () => {
    const { client, seen } = await clientOf(
      pages({ ids: ['wh:1'], key: 'a+/=' }, { ids: [], key: 'b' }, { ids: ['wh:2'], key: null }),
    );
    const { webhooks, incomplete } = await readWebhooks(client, { projectId: 'p-1' });
    expect(webhooks.map(({ id }) => id)).toEqual(['wh:1', 'wh:2']);
    expect(incomplete).toBeNull();
    expect(seen.map(({ url }) => url)).toEqual([
      '/api-v1/project/p-1/webhooks?limit=300',
      '/api-v1/project/p-1/webhooks?limit=300&lastEvaluatedKey=a%2B%2F%3D',
      '/api-v1/project/p-1/webhooks?limit=300&lastEvaluatedKey=b',
    ]);
  });

  it('goes on for as long as there is a key, though the count says one', async () => {
    const { client } = await clientOf(pages({ ids: ['wh:1'], key: 'a' }, { ids: ['wh:2', 'wh:3'], key: '' }));
    expect((await readWebhooks(client, { accountId: 'a-1' })).webhooks).toHaveLength(3);
  });

  it('ends and says so when a key comes twice', async () => {
    const { client, seen } = await clientOf(
      pages({ ids: ['wh:1'], key: 'a' }, { ids: ['wh:2'], key: 'b' }, { ids: ['wh:3'], key: 'a' }),
    );
    const { webhooks, incomplete } = await readWebhooks(client, { accountId: 'a-1' });
    expect([webhooks.length, incomplete, seen.length]).toEqual([3, 'cursor-loop', 3]);
  });

  it('keeps a webhook that comes twice once, and says that the list moved', async () => {
    const { client } = await clientOf(pages({ ids: ['wh:1', 'wh:2'], key: 'a' }, { ids: ['wh:2', 'wh:3'] }));
    const { webhooks, incomplete } = await readWebhooks(client, { projectId: 'p-1' });
    expect([webhooks.map(({ id }) => id), incomplete]).toEqual([['wh:1', 'wh:2', 'wh:3'], 'shifted']);
  });

  it('asks for no list of an account whose id is not known', async () => {
    const { client, seen } = await clientOf(pages());
    expect(await rejection(readWebhooks(client, { accountId: ' ' }))).toMatchObject({
      code: 'bad-input',
      data: { field: 'path.accountId' },
    });
    expect(seen).toEqual([]);
  });
});

describe('webhookPage', () => {
  it('gives types as paths want them', () => {
    const { webhooks } = webhookPage('listProjectWebhooks', {
      data: { webhooks: [{ id: 'wh:1', type: 'MILESTONE' }] },
    });
    expect(webhooks[0]).toMatchObject({ id: 'wh:1', name: null, type: 'milestone' });
  });

  it.each([{ key: { id: 'wh:1' } }, { key: 7 }])('does not take a key in another form for the end', ({ key }) => {
    expect(() => webhookPage('listProjectWebhooks', { data: { lastEvaluatedKey: key, webhooks: [] } })).toThrow(
      expect.objectContaining({ code: 'unexpected-answer' }),
    );
  });
});
