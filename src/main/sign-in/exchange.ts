import { parseJson } from '../../shared/lib/parse-json.ts';
import type { Vendor } from '../../shared/model/vendor.ts';
import type { FormAnswer, FormExchange } from '../vendors/core/exchange-form.ts';
import type { SignInTokens, VendorSignIn } from '../vendors/core/sign-in.ts';
import { isVendorError, VendorError } from '../vendors/core/vendor-error.ts';
import { blankSecrets } from '../vendors/core/vendor-text.ts';

/** Posts a form by the one way out of this process. */
export type PostForm = (exchange: FormExchange) => Promise<FormAnswer>;

/** What a sign-in is called where an operation's name would stand. */
export const SIGN_IN = 'signIn';

interface TokenRequest {
  readonly vendor: Vendor;
  readonly signIn: VendorSignIn;
  readonly lobby: string;
  /** The form; `secrets` are the values in it that no error may quote. */
  readonly body: string;
  readonly secrets: readonly string[];
  readonly signal?: AbortSignal;
}

/** JSON, or undefined: the parser's own error would quote the text, which may hold a token. */
function jsonOf(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** Gives a code or a refresh token for tokens. Throws what the vendor's `readTokens` and `readTokenError` say, and VendorError. */
export async function exchangeTokens(post: PostForm, request: TokenRequest): Promise<SignInTokens> {
  const { vendor, signIn, lobby, body, secrets, signal } = request;
  const url = signIn.tokenUrl(lobby);
  const answer = await post({ vendor, operation: SIGN_IN, url, body, ...(signal ? { signal } : {}) });
  if (answer.status >= 200 && answer.status < 300) return signIn.readTokens(jsonOf(answer.text));
  throw signIn.readTokenError(answer.status, blankSecrets(answer.text, secrets), answer.retryAfterMs);
}

/**
 * The failure of a refresh as the failure of the call it was for: nothing of that call was sent. A sign-in server that
 * cannot be reached, or broke off, is `offline`: the call can wait, as it does without a network.
 */
export function asNotSent(thrown: unknown): unknown {
  if (!isVendorError(thrown)) return thrown;
  const { vendor, operation, status, vendorCode, vendorText, retryAfterMs } = thrown;
  const isUnanswered = thrown.code === 'timed-out' || thrown.code === 'connection-lost';
  const code = isUnanswered ? 'offline' : thrown.code;
  const message = isUnanswered
    ? 'The sign-in server did not answer, so nothing was sent to the vendor.'
    : thrown.message;
  const failure = {
    code,
    message,
    vendor,
    operation,
    status,
    sent: 'no',
    vendorCode,
    vendorText,
    retryAfterMs,
  } as const;
  return new VendorError({ ...failure, cause: thrown });
}
