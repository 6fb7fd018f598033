import { REDIRECT_PATH } from '../../shared/contract/sign-in.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { signInMessages as words } from '../../shared/messages/en/sign-in.ts';
import type { Vendor } from '../../shared/model/vendor.ts';
import { listenForRedirect, type Redirect, type RedirectPages } from '../loopback/redirect-listener.ts';
import type { Clock } from '../platform/clock.ts';
import type { Random } from '../platform/random.ts';
import type { VendorSignIn } from '../vendors/core/sign-in.ts';
import { VendorError } from '../vendors/core/vendor-error.ts';
import { exchangeTokens, SIGN_IN, type PostForm } from './exchange.ts';

/** How long a person has for the sign-in, in milliseconds. */
const PATIENCE_MS = 10 * 60_000;

/** Tokens of a sign-in that was finished. */
export interface FreshTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInMs: number;
}

interface FlowParts {
  readonly post: PostForm;
  readonly clock: Clock;
  readonly random: Random;
}

interface FlowRequest {
  readonly vendor: Vendor;
  readonly signIn: VendorSignIn;
  readonly lobby: string;
  readonly clientId: string;
  /** 0 for any free one. */
  readonly redirectPort: number;
  readonly signal: AbortSignal;
  /** Told the page to open; it is good for this sign-in alone and holds no secret. */
  readonly onAddress: (address: string) => void;
  /** Told when the browser came back with a code. */
  readonly onReturn: () => void;
}

const PAGES: RedirectPages = {
  done: { title: words['sign-in.page-done'], text: words['sign-in.page-done-text'] },
  failed: { title: words['sign-in.page-failed'], text: words['sign-in.page-failed-text'] },
  unknown: { title: words['sign-in.page-unknown'], text: words['sign-in.page-unknown-text'] },
};

const cancelled = (): AppError => new AppError('cancelled', 'The sign-in was cancelled.');

/** The redirect, or what ended the waiting for it: the person, or ten minutes. */
async function waitFor(redirect: Promise<Redirect>, clock: Clock, { signal, vendor }: FlowRequest): Promise<Redirect> {
  const over = new AbortController();
  const limit = clock.wait(PATIENCE_MS, AbortSignal.any([signal, over.signal])).then(
    () => {
      throw new AppError('sign-in-timed-out', 'Nobody finished the sign-in in the browser in ten minutes.', {
        data: { vendor },
      });
    },
    () => {
      throw cancelled();
    },
  );
  try {
    return await Promise.race([redirect, limit]);
  } finally {
    // Whoever won, the other's end is nobody's failure.
    limit.catch(() => undefined);
    over.abort();
  }
}

/**
 * Has a person sign in in their own browser: authorization code with PKCE, back to a port of 127.0.0.1 (RFC 8252). The
 * verifier leaves this function only towards the sign-in server's token address. Nothing is kept here, whatever happens.
 *
 * Throws AppError `port-in-use`, `sign-in-timed-out`, `cancelled`, `bad-input` and `insecure-address` (the server's
 * address), and what the server's refusals mean.
 */
export async function signInByBrowser(parts: FlowParts, request: FlowRequest): Promise<FreshTokens> {
  const { post, clock, random } = parts;
  const { vendor, signIn, lobby, clientId, redirectPort, signal } = request;
  if (signal.aborted) throw cancelled();
  // 64 characters of base64url; RFC 7636 asks for 43 to 128.
  const verifier = random.token(48);
  const state = random.token(32);
  const challenge = signIn.challengeOf(verifier);
  // Refuses an address that may not be used before anything listens.
  signIn.tokenUrl(lobby);
  const listener = await listenForRedirect({ port: redirectPort, path: REDIRECT_PATH, state, pages: PAGES });
  const redirectUri = listener.address;
  let found: Redirect;
  try {
    request.onAddress(signIn.authorizeUrl({ lobby, clientId, redirectUri, state, challenge }));
    found = await waitFor(listener.redirect, clock, request);
  } finally {
    await listener.close();
  }
  if (found.kind === 'error') throw signIn.readCallbackError(found.error, found.description);
  request.onReturn();
  const { code } = found;
  const body = signIn.codeBody({ clientId, code, redirectUri, verifier });
  const tokens = await exchangeTokens(post, { vendor, signIn, lobby, body, secrets: [code, verifier], signal });
  if (tokens.refreshToken === null) {
    throw new VendorError({
      code: 'unexpected-answer',
      message: 'The sign-in server gave no refresh token, so the sign-in would not last.',
      vendor,
      operation: SIGN_IN,
      status: 200,
      sent: 'yes',
    });
  }
  return { ...tokens, refreshToken: tokens.refreshToken };
}
