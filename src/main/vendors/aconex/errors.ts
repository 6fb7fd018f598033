import type { ErrorCode } from '../../../shared/errors/codes.ts';
import type { FailedAnswer } from '../core/vendor.ts';
import { VendorError } from '../core/vendor-error.ts';
import { inCapitals, readRefusal } from './error-body.ts';

interface Meaning {
  readonly code: ErrorCode;
  /** What happened, without a full stop. */
  readonly words: string;
  /** How long to rest where the answer does not say, in milliseconds. */
  readonly waitMs?: number;
}

const rejected = (words: string): Meaning => ({ code: 'key-rejected', words });
const notPermitted = (words: string): Meaning => ({ code: 'not-permitted', words });

const NOT_VALID: Meaning = { code: 'invalid-for-vendor', words: 'Aconex found something wrong with what was sent' };
const NOT_THERE: Meaning = { code: 'not-at-vendor', words: 'Aconex does not have this' };
const NOT_ALLOWED = notPermitted('This account may not do this in Aconex');
const KEY_REJECTED = rejected('Aconex did not accept the sign-in');
const TOO_MANY: Meaning = { code: 'too-many-requests', words: 'Aconex asks for fewer requests' };

/**
 * What Aconex's own codes mean, whatever the status beside them: those of the document's three tables, and those its
 * services are known to answer. An organization's calls are throttled together, so that the wait is not only for ours.
 */
const MEANINGS: Readonly<Partial<Record<string, Meaning>>> = {
  LOGIN_FAILED: rejected('Aconex did not accept the user name or the password'),
  UNAUTHORIZED: rejected('Aconex did not accept the sign-in, or the account may not use the API'),
  USER_ACCOUNT_LOCKED: rejected('The Aconex account is locked; an administrator has to unlock it'),
  USER_PASSWORD_EXPIRED: rejected('The password of the Aconex account has expired; change it in Aconex first'),
  SSO_REQUIRED_FOR_ACCESS: rejected(
    'The account uses single sign-on, which takes no password here; sign in by the browser instead',
  ),
  TWO_STEP_VERIFICATION_REQUIRED_FOR_ACCESS: rejected(
    'The account uses two-step verification, which takes no password here; sign in by the browser instead',
  ),
  NO_SUITABLE_AUTHENTICATION_METHOD: rejected('Aconex does not take this way of signing in; use the other one'),
  ACCESS_FAILED_FOR_PROJECT: notPermitted('The account has no access to this project'),
  ACCESS_FAILED_FOR_ORG: notPermitted('The account has no access to this organization'),
  API_NOT_ENABLED_FOR_PROJECT: notPermitted('The API is not switched on for this project'),
  USER_NOT_ON_PROJECT: notPermitted('The user is not on this project'),
  PROJECT_IS_BY_EXPLICIT_INVITATION_ONLY: {
    code: 'refused-by-vendor',
    words: 'This project invites people only from the Aconex web application',
  },
  VALIDATION_FAILED: NOT_VALID,
  BAD_REQUEST: NOT_VALID,
  NOT_FOUND: NOT_THERE,
  MAX_FREQUENCY_THROTTLE_LIMIT_REACHED: {
    code: 'too-many-requests',
    words: 'The organization sends Aconex more than five requests a second',
    waitMs: 2000,
  },
  CONCURRENCY_THROTTLE_LIMIT_REACHED: {
    code: 'too-many-requests',
    words: 'The organization has more than ten requests at Aconex at once',
    waitMs: 5000,
  },
};

/** True for a code that is a refusal, however it is spelled; a word that nobody knows may be a success to come. */
export const isRefusalCode = (word: string): boolean => Object.hasOwn(MEANINGS, inCapitals(word));

/**
 * An invitation answers 401 for a project's setting, too. Only a code that speaks of the sign-in counts as that: nobody
 * is asked for a new password because a project invites by hand.
 */
const INVITE_REFUSED: Meaning = {
  code: 'refused-by-vendor',
  words: 'Aconex refused the invitation: the project may not allow it, or the sign-in was not accepted',
};

function meaningOfStatus(status: number, operation: string): Meaning {
  if (status === 401) return operation === 'inviteUsersToProject' ? INVITE_REFUSED : KEY_REJECTED;
  if (status === 403) return NOT_ALLOWED;
  if (status === 404) return NOT_THERE;
  if (status === 400 || status === 422) return NOT_VALID;
  if (status === 429) return TOO_MANY;
  if (status >= 500) return { code: 'vendor-down', words: 'Aconex has a fault of its own' };
  return { code: 'refused-by-vendor', words: 'Aconex refused' };
}

/** A page that says one of these is of a proxy or a wrong address: nothing is gone, forbidden or wrong because of it. */
const ONLY_AS_DATA: ReadonlySet<ErrorCode> = new Set([
  'not-at-vendor',
  'not-permitted',
  'invalid-for-vendor',
  'refused-by-vendor',
]);

const WEB_PAGE: Meaning = {
  code: 'unexpected-answer',
  words: 'A web page came instead of Aconex’s answer; a proxy or a wrong address may be the reason',
};

const UNDOCUMENTED: Meaning = {
  code: 'unexpected-answer',
  words: 'Aconex answered in a way that is not documented',
};

function meaningOf({ status, operation }: FailedAnswer, code: string | null, isPage: boolean): Meaning {
  const known = code !== null && Object.hasOwn(MEANINGS, code) ? MEANINGS[code] : undefined;
  if (known !== undefined) return known;
  if (status >= 300 && status < 400) return UNDOCUMENTED;
  const byStatus = meaningOfStatus(status, operation);
  return isPage && ONLY_AS_DATA.has(byStatus.code) ? WEB_PAGE : byStatus;
}

/**
 * The error a failed answer of Aconex stands for. The code in the answer decides before the status: throttling and a
 * fault are both 503, a wrong password and a project's setting both 401.
 */
export function classify(answer: FailedAnswer): VendorError {
  const { operation, status } = answer;
  const said = readRefusal(answer.text, answer.contentType);
  const { code, words, waitMs } = meaningOf(answer, said.code, said.isPage);
  return new VendorError({
    code,
    message: `${words} (${status}).`,
    vendor: 'aconex',
    operation,
    status,
    sent: 'yes',
    vendorCode: said.code,
    vendorText: said.text,
    retryAfterMs: answer.retryAfterMs ?? waitMs ?? null,
  });
}
