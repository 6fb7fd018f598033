import { afterEach, describe, expect, it } from 'vitest';
import { listenForRedirect, type RedirectListener } from '../../src/main/loopback/redirect-listener.ts';
import { backTo, visit } from '../support/lobby.ts';

const STATE = 'state-0123456789-abcdefghijklmnopqrstuvwx';
const page = (title: string) => ({ title, text: `${title} & goodbye.` });
const pages = { done: page('Done'), failed: page('Failed'), unknown: page('Unknown') };

let listener: RedirectListener | undefined;
afterEach(async () => {
  await listener?.close();
  listener = undefined;
});

async function listen(port = 0): Promise<RedirectListener> {
  listener = await listenForRedirect({ port, path: '/callback', state: STATE, pages });
  return listener;
}

const at = ({ address }: RedirectListener, query: Record<string, string>): string => backTo(address, query);
const right = { code: 'code-1', state: STATE };

/** Fails when the listener took something for the redirect it waits for; else shows that it still waits. */
async function expectStillWaiting(waiting: RedirectListener): Promise<void> {
  const { status } = await visit(at(waiting, right));
  expect(status).toBe(200);
  expect(await waiting.redirect).toEqual({ kind: 'code', code: 'code-1' });
}

describe('listenForRedirect', () => {
  it('takes the code of the one request that brings the state back', async () => {
    const waiting = await listen();
    expect(waiting.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
    const { status, text } = await visit(at(waiting, right));
    expect(status).toBe(200);
    expect(text).toContain('Done');
    expect(await waiting.redirect).toEqual({ kind: 'code', code: 'code-1' });
  });

  it('serves one request, and then nobody is there any more', async () => {
    const waiting = await listen();
    await visit(at(waiting, right));
    await expect(visit(at(waiting, right))).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it.each<[string, Record<string, string>]>([
    ['another state', { code: 'code-2', state: `${STATE.slice(0, -1)}y` }],
    ['a longer state', { code: 'code-2', state: `${STATE}x` }],
    ['no state', { code: 'code-2' }],
    ['an empty state', { code: 'code-2', state: '' }],
    ['no code', { state: STATE }],
    ['a code and an error', { ...right, error: 'access_denied' }],
    ['an error with another state', { error: 'access_denied', state: 'other' }],
    ['nothing', {}],
  ])('refuses %s and goes on waiting', async (_name, query) => {
    const waiting = await listen();
    const { status, text } = await visit(at(waiting, query));
    expect(status).toBe(400);
    expect(text).toContain('Unknown');
    await expectStillWaiting(waiting);
  });

  it('refuses a parameter that stands there twice', async () => {
    const waiting = await listen();
    expect((await visit(`${at(waiting, right)}&code=other`)).status).toBe(400);
    expect((await visit(`${at(waiting, right)}&state=other`)).status).toBe(400);
    await expectStillWaiting(waiting);
  });

  it.each(['localhost', 'attacker.example', '127.0.0.1', '[::1]'])(
    'L-3 answers nobody who names it %s, whatever resolved to it',
    async (name) => {
      const waiting = await listen();
      const { port } = new URL(waiting.address);
      const host = name === '127.0.0.1' ? name : `${name}:${port}`;
      const { status, text } = await visit(at(waiting, right), { headers: { host } });
      expect(status).toBe(421);
      expect(text).toBe('');
      await expectStillWaiting(waiting);
    },
  );

  it.each(['/', '/callback/', '/callback/x', '/favicon.ico', '/Callback', '//callback'])(
    'has nothing at %s',
    async (path) => {
      const waiting = await listen();
      const { origin } = new URL(waiting.address);
      expect((await visit(backTo(`${origin}${path}`, right))).status).toBe(404);
      await expectStillWaiting(waiting);
    },
  );

  it.each(['POST', 'HEAD', 'OPTIONS', 'PUT'])('does not take %s', async (method) => {
    const waiting = await listen();
    expect((await visit(at(waiting, right), { method })).status).toBe(405);
    await expectStillWaiting(waiting);
  });

  it.each([
    { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
    { 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
    { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
  ])('takes nothing that a browser says no person was led to: $sec-fetch-dest', async (headers) => {
    const waiting = await listen();
    expect((await visit(at(waiting, right), { headers })).status).toBe(403);
    await expectStillWaiting(waiting);
  });

  it('takes the server’s refusal, also where the server left the state out', async () => {
    for (const query of [
      { error: 'access_denied', error_description: 'No', state: STATE },
      { error: 'access_denied', error_description: 'No' },
    ]) {
      const waiting = await listen();
      const { text } = await visit(at(waiting, query));
      expect(text).toContain('Failed');
      expect(await waiting.redirect).toEqual({ kind: 'error', error: 'access_denied', description: 'No' });
    }
  });

  it('answers with a page in which nothing runs, nothing is loaded and nothing of the request stands', async () => {
    const waiting = await listen();
    const evil = '<script>alert(1)</script>';
    const { headers, text } = await visit(at(waiting, { error: evil, error_description: evil, state: STATE }));
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(text).not.toMatch(/script|alert|href|src=/i);
    expect(text).toContain('&#38; goodbye');
  });

  it('listens on 127.0.0.1 alone', async () => {
    const { port } = new URL((await listen()).address);
    await expect(visit(`http://[::1]:${port}/callback`)).rejects.toMatchObject({
      code: expect.stringMatching(/ECONNREFUSED|EADDRNOTAVAIL/),
    });
  });

  it('says that a port is taken', async () => {
    const { port } = new URL((await listen()).address);
    await expect(
      listenForRedirect({ port: Number(port), path: '/callback', state: STATE, pages }),
    ).rejects.toMatchObject({ code: 'port-in-use', data: { port: Number(port) } });
  });
});
