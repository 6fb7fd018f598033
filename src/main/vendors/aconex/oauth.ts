import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ErrorCode } from '../../../shared/errors/codes.ts';
import { parseJson } from '../../../shared/lib/parse-json.ts';
import { parseBaseAddress } from '../core/origin.ts';
import { VendorError } from '../core/vendor-error.ts';
import { wireNumber, wireText } from '../core/wire-fields.ts';

/**
 * Sign-in to Aconex for an installed application: OAuth 2 authorization code with PKCE (RFC 7636) at Oracle's Lobby.
 * Texts in and out, no I/O: whoever listens, opens the browser and posts uses these.
 */

/**
 * The Lobby of all commercial instances, where people sign in unless they say otherwise, then that of Early Access. The
 * government's (AU2) is its customers' to name.
 */
export const LOBBIES = [
  'https://constructionandengineering.oraclecloud.com',
  'https://constructionandengineering-ea.oraclecloud.com',
] as const;

/** The one host that takes the Lobby's tokens, for every commercial instance and Early Access. */
export const OAUTH_API = 'https://api.aconex.com';

/** Stands in the place of an operation's name in errors and log lines of a sign-in. */
const SIGN_IN = 'signIn';

interface AuthorizeParts {
  /** The Lobby's address. */
  readonly lobby: string;
  readonly clientId: string;
  /** `http://127.0.0.1:{port}/…`, registered for the client at the Lobby. */
  readonly redirectUri: string;
  /** A random word that must come back with the answer. */
  readonly state: string;
  /** From `challengeOf`. */
  readonly challenge: string;
}

/** What the Lobby needs to be told that it is still the same application: an S256 hash of the verifier (RFC 7636, 4.2). */
export const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

/**
 * The page to open in the person's browser. Throws AppError `bad-input` or `insecure-address` when the Lobby's address
 * is no plain https address.
 */
export function authorizeUrl({ lobby, clientId, redirectUri, state, challenge }: AuthorizeParts): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  return `${parseBaseAddress(lobby).href}/auth/authorize?${query.toString()}`;
}

/** Where codes and refresh tokens are exchanged, by POST. Throws as `authorizeUrl` does. */
export const tokenUrl = (lobby: string): string => `${parseBaseAddress(lobby).href}/auth/token`;

/** The form that exchanges the code of a callback for tokens. A public client names itself in it, never in a header. */
export const codeBody = (parts: {
  readonly clientId: string;
  readonly code: string;
  readonly redirectUri: string;
  readonly verifier: string;
}): string =>
  new URLSearchParams({
    grant_type: 'authorization_code',
    code: parts.code,
    redirect_uri: parts.redirectUri,
    client_id: parts.clientId,
    code_verifier: parts.verifier,
  }).toString();

/** The form that exchanges a refresh token for new tokens. */
export const refreshBody = (parts: { readonly clientId: string; readonly refreshToken: string }): string =>
  new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: parts.refreshToken,
    client_id: parts.clientId,
  }).toString();

/** What a successful answer of the token address gives. */
interface Tokens {
  readonly accessToken: string;
  /** A new one comes with every refresh and takes the place of the old; null where none came, and the old stays. */
  readonly refreshToken: string | null;
  /** How long the access token lives, in milliseconds. */
  readonly expiresInMs: number;
}

/** An access token lives an hour where the answer does not say, in seconds. */
const DEFAULT_LIFE = 3600;
const LONGEST_LIFE = 86_400;

/** What a header can carry, which is where the token goes. */
const sendable = z.string().regex(/^[\x21-\x7e]+$/);

const tokensAnswer = z.looseObject({
  access_token: sendable,
  refresh_token: sendable.nullish(),
  expires_in: wireNumber,
});

/** Reads the JSON of a successful token answer. Throws VendorError `unexpected-answer` when it holds no access token. */
export function readTokens(json: unknown): Tokens {
  const { data } = tokensAnswer.safeParse(json);
  if (data === undefined) {
    throw failure('unexpected-answer', 200, 'The Lobby answered the sign-in without a token that can be used.');
  }
  const life = data.expires_in !== null && data.expires_in > 0 ? data.expires_in : DEFAULT_LIFE;
  return {
    accessToken: data.access_token,
    refreshToken: data.refresh_token ?? null,
    expiresInMs: Math.min(life, LONGEST_LIFE) * 1000,
  };
}

function failure(
  code: ErrorCode,
  status: number,
  message: string,
  said: { readonly code?: string | null; readonly text?: string | null; readonly retryAfterMs?: number | null } = {},
): VendorError {
  return new VendorError({
    code,
    message,
    vendor: 'aconex',
    operation: SIGN_IN,
    status,
    sent: 'yes',
    vendorCode: said.code ?? null,
    vendorText: said.text ?? null,
    retryAfterMs: said.retryAfterMs ?? null,
  });
}

type Meaning = readonly [code: ErrorCode, message: string];

const EXPIRED: Meaning = ['key-rejected', 'The sign-in to Aconex has expired or was withdrawn. Sign in again.'];

const UNKNOWN_CLIENT: Meaning = [
  'key-rejected',
  'The Lobby does not accept this client id. It must belong to an Installed Application of this Lobby.',
];

const NO_ACCOUNT: Meaning = [
  'key-rejected',
  'No Aconex account is linked to the person who signed in at the Lobby, or another one than was asked for.',
];

const LOBBY_FAULT: Meaning = ['vendor-down', 'The Lobby has a fault of its own. Try to sign in again later.'];

/** The Lobby's codes ("Error Handling"), those of RFC 6749 that it may use as well, and one that it misspells. */
const MEANINGS: Readonly<Partial<Record<string, Meaning>>> = {
  invalid_client: UNKNOWN_CLIENT,
  invalid_auth_header: UNKNOWN_CLIENT,
  unauthorized_client: [
    'key-rejected',
    'The client id may not be used with this Aconex account: an administrator has to allow its organization in the Lobby.',
  ],
  invalid_redirect_uri: [
    'invalid-for-vendor',
    'The address that the browser returns to is not registered for this client id in the Lobby. Its port must be the same.',
  ],
  invalid_request: ['invalid-for-vendor', 'The Lobby found something wrong with the request to sign in.'],
  unsupported_response_type: ['invalid-for-vendor', 'This client id is not for a sign-in by browser.'],
  unsupported_grant_type: ['invalid-for-vendor', 'This client id is not for a sign-in by browser.'],
  invalid_scope: ['invalid-for-vendor', 'The Lobby found something wrong with the request to sign in.'],
  invalid_token_or_code: EXPIRED,
  invalid_grant: EXPIRED,
  invalid_aconex_account: NO_ACCOUNT,
  inavlid_aconex_account: NO_ACCOUNT,
  aconex_account_not_found: NO_ACCOUNT,
  invalid_amr_claims: [
    'key-rejected',
    'The Aconex account demands another way to sign in, such as single sign-on or two-step verification.',
  ],
  access_denied: ['cancelled', 'The sign-in was declined in the browser.'],
  failed_to_process_request: LOBBY_FAULT,
  failed_to_process_error_response: LOBBY_FAULT,
  server_error: LOBBY_FAULT,
  temporarily_unavailable: LOBBY_FAULT,
};

function meaningOfStatus(status: number): Meaning {
  if (status === 429) return ['too-many-requests', 'The Lobby asks for fewer requests.'];
  if (status >= 500) return LOBBY_FAULT;
  if (status === 401) return UNKNOWN_CLIENT;
  if (status >= 400) return ['refused-by-vendor', 'The Lobby refused the sign-in.'];
  return ['unexpected-answer', 'The Lobby answered the sign-in in a way that is not documented.'];
}

const meaningOf = (code: string | null): Meaning | undefined =>
  code !== null && Object.hasOwn(MEANINGS, code) ? MEANINGS[code] : undefined;

const refusal = z.looseObject({ error: wireText, error_description: wireText });

function readRefusal(text: string): { readonly code: string | null; readonly text: string | null } {
  try {
    const { data } = refusal.safeParse(parseJson(text));
    return { code: data?.error ?? null, text: data?.error_description ?? null };
  } catch {
    // A page, or nothing: somebody else than the Lobby may have answered, and only the status says anything.
    return { code: null, text: null };
  }
}

/**
 * The error that a failed answer of the token address stands for. `text` is its body as it came, without the secrets
 * that it may quote; `retryAfterMs` is its `Retry-After`, read.
 */
export function readTokenError(status: number, text: string, retryAfterMs: number | null = null): VendorError {
  const said = readRefusal(text);
  const [code, message] = (status < 500 ? meaningOf(said.code) : undefined) ?? meaningOfStatus(status);
  return failure(code, status, `${message} (${status})`, { ...said, retryAfterMs });
}

/** The error that `error` (and `error_description`) in the address of the browser's return stands for. */
export function readCallbackError(error: string, description: string | null = null): VendorError {
  const [code, message] = meaningOf(error) ?? ['refused-by-vendor', 'The Lobby refused the sign-in.'];
  return failure(code, 0, message, { code: error, text: description });
}
