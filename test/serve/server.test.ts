import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { SOCKET_PROTOCOL } from '../../src/shared/contract/protocol.ts';
import { AppError } from '../../src/shared/errors/app-error.ts';
import { systemClock } from '../../src/main/platform/clock.ts';
import { silentLog } from '../../src/main/platform/log.ts';
import { systemRandom } from '../../src/main/platform/random.ts';
import { createDoor } from '../../src/main/rpc/door.ts';
import { startServer, type Serving } from '../../src/main/serve/server.ts';
import type { Services } from '../../src/main/services/services.ts';
import { fakeConnections, fakeWorkspaces } from '../support/fake-workspaces.ts';
import { rawRequest } from '../support/raw-http.ts';

let folder: string;
let serving: Serving;

const files: Services['files'] = {
  open: () => Promise.reject(new Error()),
  show: () => Promise.reject(new Error()),
  served: (id) =>
    id === 'kept'
      ? Promise.resolve({ path: join(folder, 'kept.pdf'), contentType: 'application/pdf', bytes: 8 })
      : Promise.reject(new AppError('not-found', 'No such file.')),
};

const start = (port = 0) =>
  startServer({
    door: createDoor(fakeWorkspaces({ files, ...fakeConnections() }), silentLog),
    page: join(folder, 'page'),
    port,
    clock: systemClock,
    random: systemRandom,
  });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-serve-'));
  await mkdir(join(folder, 'page'));
  await writeFile(join(folder, 'page', 'index.html'), '<!doctype html><title>Plumbline</title>');
  await writeFile(join(folder, 'page', 'app.js'), 'export {};');
  await writeFile(join(folder, 'kept.pdf'), '%PDF-1.7');
  await writeFile(join(folder, 'secret.js'), 'outside the page');
  serving = await start();
});

afterEach(async () => {
  await serving.close();
  await rm(folder, { recursive: true });
});

const host = () => new URL(serving.origin).host;
const own = () => ({ host: host(), origin: serving.origin.slice(0, -1) });
const ticketOf = (address: string) => new URL(address).hash.slice(1);

const exchange = (ticket: string, headers: Record<string, string> = own()) =>
  rawRequest(serving.origin, '/session', { method: 'POST', headers, body: JSON.stringify({ ticket }) });

async function tokenOf(address = serving.address()): Promise<string> {
  const { body } = await exchange(ticketOf(address));
  return (JSON.parse(body) as { token: string }).token;
}

/** Tries to open a socket; answers whether the server let it. */
function opens(protocols: string[], headers: Record<string, string>): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://${host()}/socket`, protocols, { headers });
    socket.once('open', () => {
      socket.terminate();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

describe('startServer', () => {
  it('L-3 listens on 127.0.0.1 alone', () => {
    expect(serving.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it('gives the page with a strict policy and nothing to keep', async () => {
    const { status, headers, body } = await rawRequest(serving.origin, '/', { headers: { host: host() } });
    expect(status).toBe(200);
    expect(body).toContain('<title>Plumbline</title>');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it.each(['/../secret.js', '/%2e%2e/secret.js', '/..%2fsecret.js', '/%00', '/a\\..\\secret.js', '/%', '/none.js'])(
    'has nothing at %s',
    async (path) => {
      const headers = { host: host(), 'sec-fetch-site': 'same-origin' };
      const { status, body } = await rawRequest(serving.origin, path, { headers });
      expect(status).toBe(404);
      expect(body).toBe('');
    },
  );

  it('L-3 refuses a replayed ticket, and a second tab without one of its own', async () => {
    const address = serving.address();
    expect((await exchange(ticketOf(address))).status).toBe(200);
    expect((await exchange(ticketOf(address))).status).toBe(401);
    expect((await exchange('')).status).toBe(401);
    expect((await exchange(ticketOf(serving.address()))).status).toBe(200);
  });

  it('L-3 keeps a ticket from a page of another origin', async () => {
    const ticket = ticketOf(serving.address());
    for (const origin of ['http://evil.example', 'null']) {
      expect((await exchange(ticket, { host: host(), origin })).status).toBe(403);
    }
    expect((await exchange(ticket, { host: host() })).status).toBe(403);
    expect((await exchange(ticket)).status).toBe(200);
  });

  it('serves a kept file to the token alone, and never as a page', async () => {
    const token = await tokenOf();
    const headers = { host: host(), 'sec-fetch-site': 'same-origin' };
    expect((await rawRequest(serving.origin, '/files/kept', { headers })).status).toBe(401);
    const answer = await rawRequest(serving.origin, '/files/kept', {
      headers: { ...headers, authorization: `Bearer ${token}` },
    });
    expect(answer).toMatchObject({ status: 200, body: '%PDF-1.7' });
    expect(answer.headers).toMatchObject({ 'content-disposition': 'attachment', 'x-content-type-options': 'nosniff' });
    const unknown = await rawRequest(serving.origin, '/files/..%2fkept.pdf', {
      headers: { ...headers, authorization: `Bearer ${token}` },
    });
    expect(unknown.status).toBe(404);
  });

  it('L-3 opens a socket only for our origin with a token in its second protocol', async () => {
    const token = await tokenOf();
    const origin = own().origin;
    expect(await opens([SOCKET_PROTOCOL, token], { origin })).toBe(true);
    expect(await opens([SOCKET_PROTOCOL, 'made-up'], { origin })).toBe(false);
    expect(await opens([SOCKET_PROTOCOL], { origin })).toBe(false);
    expect(await opens(['other', token], { origin })).toBe(false);
    expect(await opens([SOCKET_PROTOCOL, token], { origin: 'http://evil.example' })).toBe(false);
    expect(await opens([SOCKET_PROTOCOL, token], {})).toBe(false);
  });

  it('carries calls and answers over the socket', async () => {
    const socket = new WebSocket(`ws://${host()}/socket`, [SOCKET_PROTOCOL, await tokenOf()], {
      headers: { origin: own().origin },
    });
    const answer = new Promise<string>((resolve) =>
      socket.once('message', (data) => resolve((data as Buffer).toString('utf8'))),
    );
    socket.once('open', () =>
      socket.send(JSON.stringify({ type: 'call', id: 1, operation: 'connections.list', input: {} })),
    );
    expect(JSON.parse(await answer)).toEqual({ type: 'answer', id: 1, answer: { ok: true, value: [] } });
    socket.terminate();
  });

  it('ends a socket whose message is far over the limit', async () => {
    const socket = new WebSocket(`ws://${host()}/socket`, [SOCKET_PROTOCOL, await tokenOf()], {
      headers: { origin: own().origin },
    });
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    socket.once('open', () => socket.send('x'.repeat(5 * 1024 * 1024)));
    socket.on('error', () => undefined);
    expect(await closed).toBe(1009);
  });

  it('says when the port is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(start(port)).rejects.toMatchObject({ code: 'port-in-use', data: { port } });
    other.close();
  });
});
