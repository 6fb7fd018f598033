import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/main/platform/log.ts';
import { systemRandom } from '../../src/main/platform/random.ts';
import { signInByBrowser } from '../../src/main/sign-in/browser-flow.ts';
import type { ClientFactory } from '../../src/main/vendors/core/lazy-client.ts';
import { formsOf } from '../support/canary.ts';
import { handClock, type HandClock } from '../support/hand-clock.ts';
import { backTo, returnOf, signInAsPerson, startLobby, visit, type TestLobby } from '../support/lobby.ts';
import { rejection } from '../vendors/vendor-server.ts';
import { aconexSignIn, wayOut } from './sign-in-support.ts';

let lobby: TestLobby;
let clock: HandClock;
let clients: ClientFactory;
let logged: string[];

beforeEach(async () => {
  lobby = await startLobby();
  clock = handClock('2026-11-22T10:00:00Z');
  logged = [];
  clients = wayOut(
    clock,
    createLog((line) => logged.push(line), clock.now),
  );
});
afterEach(async () => {
  await clients.close();
  await lobby.close();
});

/** A sign-in under way: the address that was to be opened, and what becomes of it. */
async function begin(
  more: { readonly lobby?: string; readonly clientId?: string; readonly redirectPort?: number } = {},
) {
  const controller = new AbortController();
  const opened = Promise.withResolvers<string>();
  let hasReturned = false;
  const outcome = signInByBrowser(
    { post: clients.exchange, clock, random: systemRandom },
    {
      vendor: 'aconex',
      signIn: aconexSignIn(),
      lobby: lobby.url,
      clientId: 'client-7',
      redirectPort: 0,
      signal: controller.signal,
      onAddress: opened.resolve,
      onReturn: () => {
        hasReturned = true;
      },
      ...more,
    },
  );
  outcome.catch(opened.reject);
  const address = await opened.promise;
  return { outcome, address, controller, hasReturned: () => hasReturned };
}

/** Whether anybody still waits for the browser. */
const isListening = async (address: string): Promise<boolean> =>
  visit(new URL(returnOf(address).redirectUri).origin).then(
    () => true,
    () => false,
  );

const secretsStandIn = (text: string): boolean =>
  [...lobby.secrets].some((secret) => formsOf(secret).some((form) => Buffer.from(text).includes(form)));

describe('signInByBrowser', () => {
  it('brings tokens for a person who signs in', async () => {
    const { outcome, address } = await begin();
    const { searchParams } = new URL(address);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'client-7',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      redirect_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/callback$/),
    });
    const { text } = await signInAsPerson(address);
    expect(text).toContain('You can close this window');
    const tokens = await outcome;
    expect(tokens).toMatchObject({ refreshToken: lobby.refreshToken(), expiresInMs: 3_600_000 });
    expect(lobby.forms.map((form) => form.get('grant_type'))).toEqual(['authorization_code']);
    expect(lobby.forms[0]?.get('code_verifier')).toMatch(/^[\w-]{64}$/);
    expect(await isListening(address)).toBe(false);
  });

  it('S-1 S-6 logs no code, verifier or token, and puts no verifier into the address', async () => {
    const { outcome, address } = await begin();
    await signInAsPerson(address);
    await outcome;
    expect(lobby.secrets.size).toBeGreaterThanOrEqual(4);
    expect(logged.join('\n')).toContain('sign-in-call');
    expect(secretsStandIn(logged.join('\n'))).toBe(false);
    expect(secretsStandIn(address)).toBe(false);
  });

  it('gives every sign-in a state, a verifier and a port of its own', async () => {
    const [one, other] = [await begin(), await begin()];
    expect(returnOf(one.address).state).not.toBe(returnOf(other.address).state);
    expect(returnOf(one.address).redirectUri).not.toBe(returnOf(other.address).redirectUri);
    for (const { controller, outcome } of [one, other]) {
      controller.abort();
      expect(await rejection(outcome)).toMatchObject({ code: 'cancelled' });
    }
  });

  it('goes on waiting when somebody else’s answer comes, and takes the right one', async () => {
    const { outcome, address, hasReturned } = await begin();
    const { redirectUri, state } = returnOf(address);
    const stranger = await visit(`${redirectUri}?code=theirs&state=${[...state].toReversed().join('')}`);
    expect(stranger.status).toBe(400);
    expect(hasReturned()).toBe(false);
    expect(lobby.forms).toEqual([]);
    await signInAsPerson(address);
    await outcome;
  });

  it('is refused a code of another sign-in by its verifier, even with the right state', async () => {
    const one = await begin();
    const other = await begin();
    const { headers } = await visit(one.address);
    const code = new URL(String(headers['location'])).searchParams.get('code') ?? '';
    const { redirectUri, state } = returnOf(other.address);
    await visit(backTo(redirectUri, { code, state }));
    expect(await rejection(other.outcome)).toMatchObject({ code: 'key-rejected' });
    one.controller.abort();
    await rejection(one.outcome);
  });

  it.each([
    ['access_denied', 'cancelled', /declined in the browser/],
    ['unauthorized_client', 'key-rejected', /administrator/],
    ['invalid_redirect_uri', 'invalid-for-vendor', /not registered/],
    ['something_new', 'refused-by-vendor', /refused/],
  ])('says in plain words what %s means, and asks for no token', async (error, code, message) => {
    const { outcome, address } = await begin();
    const { redirectUri, state } = returnOf(address);
    const { text } = await visit(backTo(redirectUri, { error, state }));
    expect(text).toContain('The sign-in was not completed');
    expect(await rejection(outcome)).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(lobby.forms).toEqual([]);
    expect(await isListening(address)).toBe(false);
  });

  it('is over after ten minutes', async () => {
    const { outcome, address } = await begin();
    clock.advance(10 * 60_000 - 1);
    expect(await isListening(address)).toBe(true);
    clock.advance(1);
    expect(await rejection(outcome)).toMatchObject({ code: 'sign-in-timed-out', data: { vendor: 'aconex' } });
    expect(await isListening(address)).toBe(false);
  });

  it('is over when it is cancelled', async () => {
    const { outcome, address, controller } = await begin();
    controller.abort();
    expect(await rejection(outcome)).toMatchObject({ code: 'cancelled' });
    expect(await isListening(address)).toBe(false);
  });

  it('comes back to the port it was told, and says when another program has it', async () => {
    const one = await begin();
    const redirectPort = Number(new URL(returnOf(one.address).redirectUri).port);
    expect(await rejection(begin({ redirectPort }))).toMatchObject({ code: 'port-in-use' });
    one.controller.abort();
    await rejection(one.outcome);
    const other = await begin({ redirectPort });
    expect(new URL(returnOf(other.address).redirectUri).port).toBe(String(redirectPort));
    other.controller.abort();
    await rejection(other.outcome);
  });

  it.each([
    ['http://lobby.example.com', 'insecure-address'],
    ['https://user@lobby.example.com', 'bad-input'],
    ['https://lobby.example.com/?x=1', 'bad-input'],
  ])('N-4 does not begin at %s', async (address, code) => {
    expect(await rejection(begin({ lobby: address }))).toMatchObject({ code });
  });

  it.each([
    [400, '{"error":"invalid_client"}', 'key-rejected'],
    [503, '', 'vendor-down'],
    [200, '{}', 'unexpected-answer'],
    [200, '<html>Sign in</html>', 'unexpected-answer'],
    [200, `{"access_token":"${'x'.repeat(70_000)}"}`, 'answer-too-large'],
  ])('keeps nothing of a token answer %i %.20s', async (status, body, code) => {
    lobby.rules.tokenAnswer = { status, body };
    const { outcome, address } = await begin();
    await signInAsPerson(address);
    expect(await rejection(outcome)).toMatchObject({ code });
  });

  it('N-2 takes the code nowhere else when the token address redirects', async () => {
    const stranger = await startLobby();
    lobby.rules.tokenAnswer = { status: 307, body: '', headers: { location: `${stranger.url}/auth/token` } };
    const { outcome, address } = await begin();
    await signInAsPerson(address);
    expect(await rejection(outcome)).toMatchObject({ code: 'redirect-refused' });
    expect(stranger.forms).toEqual([]);
    await stranger.close();
  });

  it('S-1 quotes no code and no verifier that a refusal repeats', async () => {
    const { outcome, address } = await begin();
    const { headers } = await visit(address);
    const back = String(headers['location']);
    const code = new URL(back).searchParams.get('code') ?? '';
    const said = JSON.stringify({ error: 'invalid_request', error_description: `What is ${code}?` });
    lobby.rules.tokenAnswer = { status: 400, body: said };
    await visit(back);
    const failure = await rejection(outcome);
    expect(failure).toMatchObject({ code: 'invalid-for-vendor', data: { vendorText: 'What is [hidden]?' } });
  });

  it('refuses a sign-in that would not last', async () => {
    lobby.rules.givesRefreshToken = false;
    const { outcome, address } = await begin();
    await signInAsPerson(address);
    expect(await rejection(outcome)).toMatchObject({
      code: 'unexpected-answer',
      message: expect.stringContaining('no refresh token'),
    });
  });
});
