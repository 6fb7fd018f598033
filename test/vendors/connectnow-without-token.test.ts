import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeychainReason } from '../../src/main/credentials/keychain-state.ts';
import { createMemoryKeychain } from '../../src/main/credentials/memory.ts';
import { createSecretKeeper } from '../../src/main/credentials/secret-keeper.ts';
import { silentLog } from '../../src/main/platform/log.ts';
import { createConnectionAdmin } from '../../src/main/services/connection-admin.ts';
import { createConnections } from '../../src/main/services/connections.ts';
import { createEventHub } from '../../src/main/services/event-hub.ts';
import type { Ask, WorkWriterCalls } from '../../src/main/store/worker-calls.ts';
import type { ClientFactory } from '../../src/main/vendors/core/lazy-client.ts';
import { connectnow } from '../../src/main/vendors/connectnow/client.ts';
import { monitorqa } from '../../src/main/vendors/monitorqa/client.ts';
import type { Connection } from '../../src/shared/model/connection.ts';
import { hurriedClock, rejection, startServer, testClient, type TestServer } from './vendor-server.ts';

const TOKEN = 'connectnow-token-canary-0123';

const json = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

let server: TestServer;
beforeEach(async () => {
  server = await startServer(({ url = '', headers }, response) => {
    const isKnown = headers.authorization === `Bearer ${TOKEN}`;
    if (url.startsWith('/api/webhooks') && !isKnown) json(response, { message: 'Unauthenticated.' }, 401);
    else json(response, []);
  });
});
afterEach(() => server.close());

const calls = () => server.seen.map(({ url, headers }) => [url, headers.authorization ?? null]);

const unused = (): never => {
  throw new Error('not for this test');
};

/** The services of a workspace whose connections are in memory; a keychain that fails for `reason` where one is given. */
function services(reason?: KeychainReason) {
  const saved = new Map<string, Connection>();
  const clock = hurriedClock();
  const clients: ClientFactory = {
    exchange: unused,
    close: () => Promise.resolve(),
    create: async ({ definition, connection, secret }) => testClient(connection.url, { definition, secret }),
  };
  const work = (async (name: string, input: { readonly connection?: Connection }) => {
    if (name === 'saveConnection' && input.connection) saved.set(input.connection.id, input.connection);
    return {};
  }) as Ask<WorkWriterCalls>;
  const keeper = createSecretKeeper({ keychain: createMemoryKeychain(reason) });
  const tokens = { held: () => undefined, secretOf: unused, renew: unused, forget: () => undefined };
  const definitions = { connectnow, monitorqa };
  const connections = createConnections({
    definitions,
    beforeOpening: () => Promise.resolve(),
    listConnections: async () => [...saved.values()],
    credentials: keeper,
    tokens,
    clients,
    setStatus: async (id, status) => {
      const known = saved.get(id);
      if (known) saved.set(id, { ...known, status });
    },
    onPermitted: () => undefined,
    log: silentLog,
  });
  const admin = createConnectionAdmin({
    definitions,
    connections,
    permissions: { forget: () => Promise.resolve() },
    clients,
    keeper,
    tokens,
    work,
    cache: unused,
    filesFolder: 'files',
    events: createEventHub(unused),
    clock,
    random: { number: () => 0.5, id: () => '0123456789', token: () => 'token' },
    endsWithCommand: false,
  });
  return { admin, connections };
}

const account = () =>
  ({ vendor: 'connectnow', name: 'Issues', url: server.url, allowHttp: false, test: true }) as const;

describe('a connection that may do without a secret', () => {
  it('is ready without one, tried with a public read, and reads without credentials', async () => {
    const { admin, connections } = services();
    const { id, status } = await admin.add(account());
    expect(status).toBe('ready');
    expect(await admin.test(id)).toEqual({ ok: true, account: null });
    const { client, withoutSecret } = await connections.open(id);
    expect(withoutSecret).toBe(true);
    await client.call('listIssues', {});
    expect(calls()).toEqual([
      ['/api/companies', null],
      ['/api/companies', null],
      ['/api/issues', null],
    ]);
  });

  it('does not count as having a refused key when ConnectNow wants one', async () => {
    const { admin, connections } = services();
    const { id } = await admin.add(account());
    const { client } = await connections.open(id);
    expect(await rejection(client.call('listWebhooks', {}))).toMatchObject({
      code: 'not-permitted',
      message: expect.stringContaining('the connection has none'),
    });
    expect(await connections.list()).toMatchObject([{ status: 'ready' }]);
  });

  it('is tried with a read that needs the token, once it has one', async () => {
    const { admin, connections } = services();
    const { id } = await admin.add({ ...account(), secret: { token: TOKEN } });
    expect((await connections.open(id)).withoutSecret).toBe(false);
    expect(await admin.test(id)).toMatchObject({ ok: true });
    expect(new Set(calls().flat())).toEqual(new Set(['/api/webhooks', `Bearer ${TOKEN}`]));
  });

  it('keeps nothing of a token that is refused', async () => {
    const { admin, connections } = services();
    const refused = admin.add({ ...account(), secret: { token: 'wrong-token' } });
    expect(await rejection(refused)).toMatchObject({ code: 'key-rejected' });
    expect(await connections.list()).toEqual([]);
  });

  it('takes a token later, and sends it from then on', async () => {
    const { admin, connections } = services();
    const { id } = await admin.add({ ...account(), secret: { token: ' ' } });
    await admin.setSecret({ id, secret: { token: TOKEN } });
    const { client } = await connections.open(id);
    await client.call('listIssues', {});
    expect(calls().at(-1)).toEqual(['/api/issues', `Bearer ${TOKEN}`]);
  });

  it('S-4 does not read without its token at an address that the token was not kept for', async () => {
    const { admin, connections } = services();
    const { id } = await admin.add({ ...account(), secret: { token: TOKEN } });
    await admin.update({ id, url: `http://localhost:${server.port}` });
    const { client } = await connections.open(id);
    expect(await rejection(client.call('listIssues', {}))).toMatchObject({ code: 'no-secret' });
  });

  it('reads on a computer without a keychain, but not past one that is locked: it may hold the token', async () => {
    const missing = services('not-loaded');
    const { id } = await missing.admin.add(account());
    await (await missing.connections.open(id)).client.call('listIssues', {});
    const before = server.seen.length;
    const locked = services('no-answer');
    const added = await locked.admin.add({ ...account(), test: false });
    const { client, withoutSecret } = await locked.connections.open(added.id);
    expect(withoutSecret).toBe(false);
    expect(await rejection(client.call('listIssues', {}))).toMatchObject({ code: 'no-secret' });
    expect(server.seen).toHaveLength(before);
  });
});

describe('a connection that needs its secret', () => {
  it('is kept without one, and calls nothing', async () => {
    const { admin, connections } = services();
    const { id, status } = await admin.add({ ...account(), vendor: 'monitorqa' });
    expect(status).toBe('no-secret');
    const { client, withoutSecret } = await connections.open(id);
    expect(withoutSecret).toBe(false);
    expect(await rejection(client.call('getCompany', {}))).toMatchObject({ code: 'no-secret' });
    expect(server.seen).toEqual([]);
  });
});
