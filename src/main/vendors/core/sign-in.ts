import type { VendorError } from './vendor-error.ts';

/** What a sign-in server answers a code or a refresh token with. */
export interface SignInTokens {
  readonly accessToken: string;
  /** The one to use from now on; null where none came, and the one that was sent stays. */
  readonly refreshToken: string | null;
  /** How long the access token lives, in milliseconds. */
  readonly expiresInMs: number;
}

/**
 * How people sign in to a vendor in their own browser: OAuth 2 for installed applications, authorization code with PKCE
 * (RFC 8252, RFC 7636). Pure: texts in and out. `src/main/sign-in` listens, opens and posts; once it has an access
 * token, the vendor's `authorize` is given `{ accessToken }` as the secret.
 *
 * What takes the server's address throws AppError `bad-input` or `insecure-address` when it is no plain https address.
 */
export interface VendorSignIn {
  /** Where the API takes these tokens, unless the connection says otherwise. */
  readonly url: string;
  /** The sign-in servers the vendor has, the usual one first. A person may name another. */
  readonly lobbies: readonly [string, ...string[]];
  /** The challenge of a verifier, S256. */
  readonly challengeOf: (verifier: string) => string;
  /** The page to open in the browser. It holds no secret: the verifier stays here. */
  readonly authorizeUrl: (parts: {
    readonly lobby: string;
    readonly clientId: string;
    readonly redirectUri: string;
    readonly state: string;
    readonly challenge: string;
  }) => string;
  /** Where codes and refresh tokens are posted. */
  readonly tokenUrl: (lobby: string) => string;
  /** The form that gives a code for tokens. */
  readonly codeBody: (parts: {
    readonly clientId: string;
    readonly code: string;
    readonly redirectUri: string;
    readonly verifier: string;
  }) => string;
  /** The form that gives a refresh token for new tokens. */
  readonly refreshBody: (parts: { readonly clientId: string; readonly refreshToken: string }) => string;
  /** Reads the JSON of a successful token answer. Throws VendorError `unexpected-answer`. */
  readonly readTokens: (json: unknown) => SignInTokens;
  /** The error of a failed token answer. `text` is its body without secrets. `key-rejected`: sign in again. */
  readonly readTokenError: (status: number, text: string, retryAfterMs?: number | null) => VendorError;
  /** The error that the browser came back with in place of a code. */
  readonly readCallbackError: (error: string, description?: string | null) => VendorError;
}
