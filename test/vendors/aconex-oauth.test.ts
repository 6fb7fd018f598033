import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  authorizeUrl,
  challengeOf,
  codeBody,
  LOBBIES,
  readCallbackError,
  readTokenError,
  readTokens,
  refreshBody,
  tokenUrl,
} from '../../src/main/vendors/aconex/oauth.ts';

const redirectUri = 'http://127.0.0.1:47811/callback';

describe('authorizeUrl', () => {
  const parts = { lobby: LOBBIES[0], clientId: 'client 1', redirectUri, state: 's&t', challenge: 'c' };

  it('asks the Lobby for a code with a state and a challenge', () => {
    const url = new URL(authorizeUrl(parts));
    expect(url.origin + url.pathname).toBe('https://constructionandengineering.oraclecloud.com/auth/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'client 1',
      redirect_uri: redirectUri,
      state: 's&t',
      code_challenge: 'c',
      code_challenge_method: 'S256',
    });
  });

  it('takes a Lobby of one’s own, with a slash or a path at its end', () => {
    expect(authorizeUrl({ ...parts, lobby: 'https://lobby.example/gov/' })).toMatch(
      /^https:\/\/lobby\.example\/gov\/auth\/authorize\?/,
    );
    expect(tokenUrl('https://lobby.example/')).toBe('https://lobby.example/auth/token');
  });

  it.each([
    ['http://lobby.example', 'insecure-address'],
    ['javascript:alert(1)', 'bad-input'],
    ['https://user:secret@lobby.example', 'bad-input'],
    ['https://lobby.example/?next=x', 'bad-input'],
    ['', 'bad-input'],
  ])('sends nobody to %j', (lobby, code) => {
    expect(() => authorizeUrl({ ...parts, lobby })).toThrow(expect.objectContaining({ code }));
    expect(() => tokenUrl(lobby)).toThrow(expect.objectContaining({ code }));
  });
});

describe('challengeOf', () => {
  it('is that of the example in RFC 7636, appendix B', () => {
    expect(challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    );
  });

  it('has neither padding nor letters that an address would change', () => {
    for (const verifier of Array.from({ length: 50 }, (_, index) =>
      createHash('sha256').update(`${index}`).digest('hex'),
    )) {
      expect(challengeOf(verifier)).toMatch(/^[\w-]{43}$/);
    }
  });
});

describe('codeBody and refreshBody', () => {
  it('name the client in the form, which is where the Lobby wants a public one', () => {
    const code = new URLSearchParams(codeBody({ clientId: 'c', code: 'a+b/=', redirectUri, verifier: 'v' }));
    expect(Object.fromEntries(code)).toEqual({
      grant_type: 'authorization_code',
      code: 'a+b/=',
      redirect_uri: redirectUri,
      client_id: 'c',
      code_verifier: 'v',
    });
    const refresh = new URLSearchParams(refreshBody({ clientId: 'c', refreshToken: 'r+&=' }));
    expect(Object.fromEntries(refresh)).toEqual({ grant_type: 'refresh_token', refresh_token: 'r+&=', client_id: 'c' });
  });
});

describe('readTokens', () => {
  it('takes both tokens and how long the first lives', () => {
    expect(readTokens({ access_token: 'a', refresh_token: 'r', token_type: 'Bearer', expires_in: 1800 })).toEqual({
      accessToken: 'a',
      refreshToken: 'r',
      expiresInMs: 1_800_000,
    });
  });

  it.each([
    ['600', 600_000],
    [undefined, 3_600_000],
    [null, 3_600_000],
    ['soon', 3_600_000],
    [0, 3_600_000],
    [-5, 3_600_000],
    [1e12, 86_400_000],
  ])('takes %j for the life of a token as %d milliseconds', (expires_in, ms) => {
    expect(readTokens({ access_token: 'a', expires_in }).expiresInMs).toBe(ms);
  });

  it('leaves the refresh token to the one before where none came', () => {
    expect(readTokens({ access_token: 'a' }).refreshToken).toBeNull();
    expect(readTokens({ access_token: 'a', refresh_token: null }).refreshToken).toBeNull();
  });

  it.each([null, [], 'a', {}, { access_token: '' }, { access_token: 7 }, { access_token: 'a\r\nX-Evil: 1' }])(
    'does not take %j for tokens',
    (json) => {
      expect(() => readTokens(json)).toThrow(expect.objectContaining({ code: 'unexpected-answer', vendor: 'aconex' }));
    },
  );
});

const refusalOf = (error: string, description = 'said so') => JSON.stringify({ error, error_description: description });

describe('readTokenError', () => {
  it.each([
    ['invalid_client', 'key-rejected', /client id/],
    ['invalid_auth_header', 'key-rejected', /client id/],
    ['unauthorized_client', 'key-rejected', /organization/],
    ['invalid_redirect_uri', 'invalid-for-vendor', /not registered/],
    ['invalid_request', 'invalid-for-vendor', /request/],
    ['invalid_token_or_code', 'key-rejected', /Sign in again/],
    ['invalid_grant', 'key-rejected', /Sign in again/],
    ['invalid_aconex_account', 'key-rejected', /No Aconex account/],
    ['inavlid_aconex_account', 'key-rejected', /No Aconex account/],
    ['aconex_account_not_found', 'key-rejected', /No Aconex account/],
    ['invalid_amr_claims', 'key-rejected', /two-step/],
    ['failed_to_process_request', 'vendor-down', /fault/],
    ['toString', 'refused-by-vendor', /refused/],
    ['something_new', 'refused-by-vendor', /refused/],
  ])('says what %s means', (word, code, message) => {
    expect(readTokenError(400, refusalOf(word))).toMatchObject({
      code,
      message: expect.stringMatching(message),
      vendorCode: word,
      vendorText: 'said so',
      operation: 'signIn',
      status: 400,
      sent: 'yes',
    });
  });

  it.each([
    [401, 'key-rejected'],
    [403, 'refused-by-vendor'],
    [429, 'too-many-requests'],
    [500, 'vendor-down'],
    [503, 'vendor-down'],
    [302, 'unexpected-answer'],
  ])('takes a page with %i by its status', (status, code) => {
    expect(readTokenError(status, '<html>no</html>', 7000)).toMatchObject({
      code,
      vendorText: null,
      retryAfterMs: 7000,
    });
  });

  it('does not take a fault of the Lobby for a refused sign-in, whatever it says', () => {
    expect(readTokenError(500, refusalOf('invalid_grant')).code).toBe('vendor-down');
  });

  it('makes an error of whatever comes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 599 }), fc.oneof(fc.json(), fc.string()), (status, text) => {
        expect(readTokenError(status, text)).toMatchObject({ status, vendor: 'aconex' });
      }),
      { seed: 6 },
    );
  });
});

describe('readCallbackError', () => {
  it('says that a person declined, which is no fault', () => {
    expect(readCallbackError('access_denied')).toMatchObject({ code: 'cancelled', vendorCode: 'access_denied' });
  });

  it('says what stands in the way, in the Lobby’s words too', () => {
    expect(readCallbackError('invalid_redirect_uri', 'Client x specified an invalid redirect URL')).toMatchObject({
      code: 'invalid-for-vendor',
      vendorText: 'Client x specified an invalid redirect URL',
    });
    expect(readCallbackError('\u0007<b>')).toMatchObject({ code: 'refused-by-vendor', vendorCode: '<b>' });
  });
});
