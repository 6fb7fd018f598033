import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/shared/contract/protocol.ts';
import { formsOf } from '../support/canary.ts';
import { noDesktop, openDesktop, type DesktopApp } from '../support/desktop-app.ts';
import { startServer, type TestServer } from '../vendors/vendor-server.ts';

const KEY = 'canary-through-the-window-7d41';
const CRLF_KEY = 'canary\r\nx-injected: 1';

let app: DesktopApp;
let other: TestServer;
let calls = 0;
const servers: TestServer[] = [];

beforeAll(async () => {
  if (noDesktop !== undefined) return;
  app = await openDesktop();
  other = await startServer((_request, response) => response.end('{}'));
  servers.push(other);
}, 60_000);
beforeEach(({ skip }) => skip(noDesktop !== undefined, noDesktop));
afterAll(async () => {
  if (noDesktop === undefined) await app.close();
  await Promise.all(servers.map((server) => server.close()));
});

/** One operation as the page asks for it. */
const ask = (operation: string, input: unknown): Promise<Answer> => {
  calls += 1;
  return app.page.evaluate(([name, id, text]) => window.plumbline.operations[name as 'workspace.status'](id, text), [
    operation,
    700_000 + calls,
    JSON.stringify(input),
  ] as const);
};

const add = (url: string, apiKey = KEY, more: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
  ask('connections.add', { vendor: 'monitorqa', name: 'Somewhere', url, secret: { apiKey }, ...more });

/** A vendor that answers everything by sending us on to `location`. */
async function sendingOn(location: string, status: number): Promise<string> {
  const server = await startServer((_request, response) => response.writeHead(status, { location }).end());
  servers.push(server);
  return server.url;
}

describe('a key that was typed into the desktop’s page', () => {
  it.each([301, 302, 303, 307, 308])('N-1 N-2 goes to no other origin by a %i', async (status) => {
    for (const location of [`${other.url}/company`, `http://localhost:${other.port}/`, `//127.0.0.1:${other.port}/`]) {
      expect(await add(await sendingOn(location, status))).toMatchObject({
        ok: false,
        error: { code: 'redirect-refused' },
      });
    }
    expect(other.seen).toEqual([]);
  });

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ftp://127.0.0.1/',
    'not an address',
    'http://somebody:secret@127.0.0.1:1/',
    'http://example.com/',
    'http://192.0.2.1/',
  ])('N-1 N-3 N-4 is not even taken for the address %s', async (url) => {
    const answer = await add(url);
    expect(answer.ok).toBe(false);
    expect(answer.ok ? '' : answer.error.code).toMatch(/^(bad-input|insecure-address)$/);
  });

  it('N-5 puts no second header into a request', async () => {
    const vendor = await startServer((_request, response) => response.writeHead(401).end());
    servers.push(vendor);
    expect(await add(vendor.url, CRLF_KEY)).toMatchObject({ ok: false });
    expect(vendor.seen.flatMap(({ headers }) => Object.keys(headers))).not.toContain('x-injected');
  });

  it('N-5 leads no request elsewhere by an id', async () => {
    const vendor = await startServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"id":"c1","name":"Somewhere","usagePurpose":0}');
    });
    servers.push(vendor);
    const added = await add(vendor.url);
    expect(added).toMatchObject({ ok: true });
    const { id } = (added.ok ? added.value : {}) as { readonly id: string };
    for (const auditId of ['../company', '%2e%2e/company', 'a/b', 'a?b', 'a#b', 'a\r\nb', '', '..']) {
      const drafted = await ask('outbox.draft', {
        connectionId: id,
        operation: 'monitorqa.reopenAudit',
        params: { path: { id: auditId }, body: {} },
      });
      expect(drafted.ok).toBe(false);
      expect(await ask('sync.record', { id: `${id}:audit:${auditId}` })).toMatchObject({ ok: false });
    }
    // The page reads a new account by itself; nothing it asks may carry an id of those above.
    const astray = vendor.seen.filter(({ method, url }) => method !== 'GET' || /\.\.|%|a[/?#]b|audit\/$/.test(url));
    expect(astray).toEqual([]);
  });

  it('S-1 S-2 stands in nothing that was written, printed or told to the page', async () => {
    const told = await Promise.all(
      ['connections.list', 'connections.secrets', 'workspace.status', 'outbox.list', 'settings.list'].map((name) =>
        ask(name, {}),
      ),
    );
    const files = (await readdir(app.folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
    const written = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name))));
    const said = Buffer.from(JSON.stringify(told) + app.printed());
    const environment = await app.electron.evaluate(() => JSON.stringify([process.argv, process.env]));
    for (const form of formsOf(KEY)) {
      expect(said.includes(form)).toBe(false);
      expect(Buffer.from(environment).includes(form)).toBe(false);
      expect(written.filter((bytes) => bytes.includes(form))).toEqual([]);
    }
  });
});
