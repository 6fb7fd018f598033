import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '../../src/shared/model/connection.ts';
import type { OutboxId } from '../../src/shared/model/outbox.ts';
import { createMemoryKeychain } from '../../src/main/credentials/memory.ts';
import { silentLog } from '../../src/main/platform/log.ts';
import type { ConnectionService } from '../../src/main/services/connections.ts';
import { createEventHub } from '../../src/main/services/event-hub.ts';
import { createSender, type Sending } from '../../src/main/services/outbox-sender.ts';
import { takeWriterLock, type WriterLock } from '../../src/main/store/lock.ts';
import { startWorkWriter } from '../../src/main/store/worker-client.ts';
import type { CallParams } from '../../src/main/vendors/core/operation.ts';
import { smartq } from '../../src/main/vendors/smartq/client.ts';
import { CONNECTION, workers } from '../support/test-workspace.ts';
import { hurriedClock, startServer, testClient, type TestServer } from '../vendors/vendor-server.ts';

const OLD = { username: 'qa@site.example', password: 'old-password', clientId: 'client-key' };

/** An account of one user, whose login changes as it is told; `fails` is what it answers to a change instead. */
interface Account {
  readonly server: TestServer;
  fails: string | null;
}

async function startAccount(): Promise<Account> {
  let login = `${OLD.username}:${OLD.password}`;
  const account: { server?: TestServer; fails: string | null } = { fails: null };
  const server = await startServer(async (request, response) => {
    const say = (error: unknown, data: unknown) => response.end(JSON.stringify({ error, data }));
    const body = new URLSearchParams(await text(request));
    if (request.headers.authorization !== `Basic ${Buffer.from(login).toString('base64')}`) {
      return say({ type: null, code: 401, message: 'Authorization failed' }, null);
    }
    if (request.method === 'GET') return say(null, { id: 7, name: 'Ana', email: login.split(':')[0] });
    if (account.fails !== null) return response.end(account.fails);
    const isMe = request.url?.endsWith('/me') || request.url?.endsWith('/7');
    if (isMe) login = `${body.get('user[email]')}:${body.get('user[password]') ?? login.split(':')[1]}`;
    return say(null, { id: isMe ? 7 : 8, email: body.get('user[email]') });
  });
  return Object.assign(account, { server });
}

const clock = hurriedClock();
const keychain = createMemoryKeychain();

let dataDir: string;
let lock: WriterLock;
let account: Account;
let work: Awaited<ReturnType<typeof startWorkWriter>>;
let send: (operation: string, params: CallParams) => Promise<Sending>;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'plumbline-login-'));
  account = await startAccount();
  const { url } = account.server;
  await keychain.set(CONNECTION, { origin: url, secret: OLD });
  lock = takeWriterLock(dataDir);
  work = await startWorkWriter({ url: workers.writer, dataDir, log: silentLog });
  const connection: Connection = {
    id: CONNECTION,
    vendor: 'smartq',
    name: 'Boards',
    url,
    status: 'ready',
    label: null,
    color: null,
    allowsHttp: false,
    user: null,
  };
  await work.ask('saveConnection', { connection, at: new Date(clock.now()).toISOString() });
  const client = testClient(url, {
    definition: smartq,
    clock,
    secret: async () => (await keychain.get(CONNECTION))?.secret ?? {},
  });
  const connections: Pick<ConnectionService, 'open'> = {
    open: () => Promise.resolve({ connection, definition: smartq, client }),
  };
  const sendNow = createSender({
    connections: connections as ConnectionService,
    work: work.ask,
    dataDir,
    events: createEventHub(() => undefined),
    clock,
    log: silentLog,
    credentials: keychain,
    adopt: () => Promise.reject(new Error('nobody asked for a new account')),
    onSent: () => Promise.resolve(),
  });
  let count = 0;
  send = async (operation, params) => {
    count += 1;
    const row = smartq.operations[operation];
    if (row === undefined) throw new Error(operation);
    const { id } = await work.ask('addOutbox', {
      id: `change-${count}` as OutboxId,
      operation: `smartq.${operation}`,
      vendor: 'smartq',
      connectionId: CONNECTION,
      recordId: null,
      subject: operation,
      state: 'ready',
      tier: row.tier ?? 'T1',
      repeat: row.repeat,
      request: { method: row.method, path: row.path, params },
      changes: [],
      base: null,
      spoolId: null,
      at: new Date(clock.now()).toISOString(),
    });
    return sendNow(id, { signal: new AbortController().signal });
  };
}, 30_000);

afterEach(async () => {
  await work.close();
  lock.release();
  await account.server.close();
  await rm(dataDir, { recursive: true, force: true });
});

const kept = async () => (await keychain.get(CONNECTION))?.secret;
const user = (changes: Readonly<Record<string, string>>) => ({
  body: { user: { name: 'Ana', email: OLD.username, ...changes } },
});

describe('a change of the login that a connection signs in with', () => {
  it('is kept with the connection: the next call signs in anew', async () => {
    const sent = await send('updateMe', user({ email: 'new@site.example', password: 'new-password' }));
    expect(sent.row.state).toBe('sent');
    expect(await keychain.get(CONNECTION)).toEqual({
      origin: account.server.url,
      secret: { ...OLD, username: 'new@site.example', password: 'new-password' },
    });
    expect((await send('updateMe', user({ email: 'new@site.example', title: 'Manager' }))).row.state).toBe('sent');
  });

  it('is known by the own id where it goes by the user’s', async () => {
    await send('updateUser', { path: { userId: 7 }, ...user({ password: 'new-password' }) });
    expect(await kept()).toMatchObject({ username: OLD.username, password: 'new-password' });
  });

  it('is not taken for one when it is of somebody else, or of neither address nor password', async () => {
    await send('updateUser', { path: { userId: 8 }, ...user({ email: 'kev@site.example', password: 'theirs' }) });
    await send('updateUser', { path: { userId: 7 }, ...user({ title: 'Manager' }) });
    expect(await kept()).toEqual(OLD);
  });

  it('changes nothing here when the vendor refuses it', async () => {
    account.fails = '{"error":{"type":null,"code":400,"message":"Too short"},"data":null}';
    const { row } = await send('updateMe', user({ password: 'x' }));
    expect(row).toMatchObject({ state: 'failed', error: { code: 'invalid-for-vendor' } });
    expect(await kept()).toEqual(OLD);
  });

  it('is not sent when the vendor does not say whose the login is', async () => {
    await keychain.set(CONNECTION, { origin: account.server.url, secret: { ...OLD, password: 'wrong' } });
    const { row } = await send('updateUser', { path: { userId: 7 }, ...user({ password: 'new-password' }) });
    expect(row).toMatchObject({ state: 'failed', error: { code: 'key-rejected' } });
    expect(account.server.seen.map(({ method }) => method)).toEqual(['GET']);
  });
});
