import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleAnswerParameter } from '../../src/sandbox/aconex/lobby/authorize.ts';
import {
  backFrom,
  keepEntries,
  redirectUri,
  refused,
  serveAconex,
  type ServedAconex,
  type TokensBody,
} from './aconex-support.ts';

let vendor: ServedAconex;
beforeEach(async () => {
  vendor = await serveAconex();
});
afterEach(() => vendor.server.close());

const told = async (response: Response): Promise<readonly [number, string]> => [
  response.status,
  ((await response.json()) as { readonly error: string }).error,
];
const bearer = (token: string): Promise<Response> =>
  vendor.send('GET', '/api/projects', { headers: { Authorization: `Bearer ${token}` } });
const allow = { [sampleAnswerParameter]: 'allow' } as const;
const hour = 60 * 60 * 1000;

describe('/auth/authorize of the sample', () => {
  it('shows a page with one button, which sends the person back with a code and the state', async () => {
    const page = await vendor.authorize();
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const html = await page.text();
    expect(html.match(/<button/g)).toHaveLength(1);
    expect(html).toContain('<form method="post">');
    expect(html).not.toContain('<script');
    const back = await vendor.authorize({}, 'POST');
    expect([back.status, back.headers.get('location')?.startsWith(`${redirectUri}?`)]).toEqual([302, true]);
    expect([...backFrom(back).keys()]).toEqual(['code', 'state']);
    expect(backFrom(back).get('state')).toBe('state-1');
  });

  it('answers at once where a test says what', async () => {
    expect(backFrom(await vendor.authorize(allow)).has('code')).toBe(true);
    const denied = backFrom(await vendor.authorize({ [sampleAnswerParameter]: 'deny' }));
    expect([denied.get('error'), denied.get('state'), denied.has('code')]).toEqual(['access_denied', 'state-1', false]);
  });

  it.each([
    'http://127.0.0.1:1/callback',
    'http://127.0.0.1:65535/callback',
    'http://127.0.0.1/callback',
    'http://[::1]:8080/callback',
  ])('sends back to %s: the registered address at any port', async (address) => {
    const back = await vendor.authorize({ ...allow, redirect_uri: address });
    expect(back.headers.get('location')?.startsWith(`${new URL(address).href}?`)).toBe(true);
  });

  it.each([
    'http://localhost:1/callback',
    'https://127.0.0.1:1/callback',
    'http://127.0.0.1.example:1/callback',
    'http://127.0.0.1:1/other',
    'http://127.0.0.1:1/callback?x=1',
    'http://127.0.0.1:1/callback#x',
    'http://somebody@127.0.0.1:1/callback',
    'not an address',
    '',
  ])('sends nobody to %j, with whatever was asked', async (address) => {
    const response = await vendor.authorize({ ...allow, redirect_uri: address });
    expect([response.status, response.headers.get('location')]).toEqual([400, null]);
    expect(await response.text()).toContain('invalid_redirect_uri');
  });

  it('sends nobody anywhere for a client it does not know', async () => {
    const response = await vendor.authorize({ ...allow, client_id: '<b>somebody</b>' });
    expect([response.status, response.headers.get('location')]).toEqual([400, null]);
    expect(await response.text()).not.toContain('<b>somebody');
  });

  it.each([
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ state: null }, 'invalid_request'],
    [{ code_challenge: null }, 'invalid_request'],
    [{ code_challenge: 'short' }, 'invalid_request'],
    [{ code_challenge_method: 'plain' }, 'invalid_request'],
  ])('tells the application what is wrong with %j', async (changed, error) => {
    const back = backFrom(await vendor.authorize({ ...allow, ...changed }));
    expect([back.get('error'), back.has('code')]).toEqual([error, false]);
  });
});

describe('/auth/token of the sample', () => {
  it('exchanges a code for tokens that open Aconex', async () => {
    const response = await vendor.exchange(await vendor.code());
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const tokens = (await response.json()) as TokensBody;
    expect(tokens).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    const list = await bearer(tokens.access_token);
    expect([list.status, await list.text()]).toEqual([200, await vendor.list()]);
  });

  it('takes a code once, for whoever shows its verifier and address, within five minutes', async () => {
    const used = await vendor.code();
    await vendor.exchange(used);
    expect(await told(await vendor.exchange(used))).toEqual([400, 'invalid_token_or_code']);
    const wrong = await vendor.code();
    expect(await told(await vendor.exchange(wrong, { code_verifier: 'w'.repeat(43) }))).toEqual([
      400,
      'invalid_token_or_code',
    ]);
    // A wrong guess has used the code up.
    expect(await told(await vendor.exchange(wrong))).toEqual([400, 'invalid_token_or_code']);
    const elsewhere = { redirect_uri: 'http://127.0.0.1:2/callback' };
    expect(await told(await vendor.exchange(await vendor.code(), elsewhere))).toEqual([400, 'invalid_redirect_uri']);
    const late = await vendor.code();
    vendor.clocks.time += 5 * 60 * 1000 + 1;
    expect(await told(await vendor.exchange(late))).toEqual([400, 'invalid_token_or_code']);
  });

  it('tells what is wrong with a request', async () => {
    const code = await vendor.code();
    expect(await told(await vendor.exchange(code, { client_id: 'x' }))).toEqual([401, 'invalid_client']);
    expect(await told(await vendor.exchange(code, { grant_type: 'password' }))).toEqual([400, 'invalid_request']);
    expect(await told(await vendor.exchange(code, { grant_type: 'client_credentials' }))).toEqual([
      400,
      'unauthorized_client',
    ]);
    expect(await told(await vendor.exchange(code, { code_verifier: '' }))).toEqual([400, 'invalid_request']);
    expect(await told(await vendor.token({}, { Authorization: 'Basic eDp5' }))).toEqual([401, 'invalid_auth_header']);
    expect(await told(await vendor.token({}, { 'Content-Type': 'application/json' }))).toEqual([
      400,
      'invalid_request',
    ]);
    // None of these has used it up.
    expect((await vendor.exchange(code)).status).toBe(200);
  });

  it('gives new tokens for a refresh token, which is worth nothing from then on', async () => {
    const first = await vendor.signIn();
    const second = (await (await vendor.refresh(first.refresh_token)).json()) as TokensBody;
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(second.access_token).not.toBe(first.access_token);
    expect(await told(await vendor.refresh(first.refresh_token))).toEqual([400, 'invalid_token_or_code']);
    expect((await vendor.refresh(second.refresh_token)).status).toBe(200);
    expect(await told(await vendor.refresh('refresh.0.made-up'))).toEqual([400, 'invalid_token_or_code']);
  });

  it('ends an access token after an hour and a refresh token after seven days', async () => {
    const { access_token, refresh_token } = await vendor.signIn();
    vendor.clocks.time += hour - 1;
    expect((await bearer(access_token)).status).toBe(200);
    vendor.clocks.time += 1;
    expect(await refused(await bearer(access_token))).toEqual([401, 'LOGIN_FAILED']);
    const renewed = (await (await vendor.refresh(refresh_token)).json()) as TokensBody;
    expect((await bearer(renewed.access_token)).status).toBe(200);
    vendor.clocks.time += 7 * 24 * hour + 1;
    expect(await told(await vendor.refresh(renewed.refresh_token))).toEqual([400, 'invalid_token_or_code']);
  });

  it('takes no access token that was changed', async () => {
    const { access_token } = await vendor.signIn();
    const [head = '', , signature = ''] = access_token.split('.');
    const body = Buffer.from(JSON.stringify({ sub: '1879049100', exp: 99_999_999_999 })).toString('base64url');
    expect((await bearer(`${head}.${body}.${signature}`)).status).toBe(401);
    expect((await bearer(`${access_token}.x`)).status).toBe(401);
  });

  it('answers 404 for another address', async () => {
    expect((await fetch(`${vendor.server.url}/auth/token`)).status).toBe(404);
    expect((await fetch(`${vendor.server.url}/auth/userinfo`)).status).toBe(404);
  });
});

describe('the sample’s Lobby with a journal', () => {
  it('knows its refresh tokens after a restart, and holds none of them in the journal', async () => {
    const kept = keepEntries();
    await vendor.server.close();
    vendor = await serveAconex(kept.options());
    const first = await vendor.signIn();
    const second = (await (await vendor.refresh(first.refresh_token)).json()) as TokensBody;
    expect(kept.lines).toHaveLength(2);
    for (const token of [first.refresh_token, second.refresh_token, second.access_token]) {
      expect(kept.lines.join('')).not.toContain(token);
    }
    await vendor.server.close();
    vendor = await serveAconex(kept.options());
    expect((await bearer(second.access_token)).status).toBe(200);
    expect(await told(await vendor.refresh(first.refresh_token))).toEqual([400, 'invalid_token_or_code']);
    const third = (await (await vendor.refresh(second.refresh_token)).json()) as TokensBody;
    expect([first.refresh_token, second.refresh_token]).not.toContain(third.refresh_token);
  });

  it('keeps the old refresh token alive when the new one could not be made to last', async () => {
    const kept = keepEntries();
    await vendor.server.close();
    let isFull = false;
    const { onJournal } = kept.options();
    vendor = await serveAconex({
      onJournal: (entry) => {
        if (isFull) throw new Error('no space left');
        onJournal(entry);
      },
    });
    const { refresh_token } = await vendor.signIn();
    isFull = true;
    expect(await told(await vendor.refresh(refresh_token))).toEqual([500, 'server_error']);
    isFull = false;
    expect((await vendor.refresh(refresh_token)).status).toBe(200);
  });
});
