import type { ErrorCode } from '../../../shared/errors/codes.ts';
import { looksLikeWebPage } from '../core/parse-answer.ts';
import type { FailedAnswer } from '../core/vendor.ts';
import { VendorError } from '../core/vendor-error.ts';
import { envelopeError, type EnvelopeError } from './envelope.ts';

/** What a failed answer says, and whether it was smartQ that said it. */
interface Said {
  readonly envelope: EnvelopeError | null;
  readonly text: string | null;
  readonly isPage: boolean;
}

function read({ contentType, text }: FailedAnswer): Said {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    const isPage = looksLikeWebPage(contentType, Buffer.from(text));
    return { envelope: null, text: isPage ? null : text, isPage };
  }
  const envelope = envelopeError(parsed);
  return { envelope, text: envelope?.message ?? (typeof parsed === 'string' ? parsed : null), isPage: false };
}

/** The document shows 401 and 405, which are HTTP's; the other codes are taken as HTTP's too. */
function codeOfStatus(status: number): ErrorCode {
  if (status === 401) return 'key-rejected';
  if (status === 403) return 'not-permitted';
  if (status === 404 || status === 410) return 'not-at-vendor';
  if (status === 400 || status === 422) return 'invalid-for-vendor';
  if (status === 429) return 'too-many-requests';
  if (status >= 500) return 'vendor-down';
  return status >= 400 ? 'refused-by-vendor' : 'unexpected-answer';
}

/** A page with such a status is of another server: were it believed, records would count as gone. */
const ONLY_AS_DATA: ReadonlySet<ErrorCode> = new Set(['not-at-vendor', 'not-permitted', 'invalid-for-vendor']);

/** An error without a code: what failed is known from the document's words for it alone. */
const SIGN_IN_WORDS = /^authori[sz]ation failed/i;

/** The envelope decides, whatever the status beside it; without one, the status. */
function codeOf(status: number, { envelope, isPage }: Said): ErrorCode {
  if (envelope === null) {
    const code = codeOfStatus(status);
    return isPage && ONLY_AS_DATA.has(code) ? 'unexpected-answer' : code;
  }
  if (envelope.status !== null) return codeOfStatus(envelope.status);
  if (SIGN_IN_WORDS.test(envelope.message ?? '')) return 'key-rejected';
  return status >= 400 ? codeOfStatus(status) : 'refused-by-vendor';
}

const REGENERATED =
  'smartQ did not accept the sign-in: the e-mail address, the password or the API access key. Regenerating the key ' +
  '(Options, API) stops every program that uses the old one';

const MESSAGES: Partial<Record<ErrorCode, string>> = {
  'key-rejected': REGENERATED,
  'not-permitted': 'This user may not do this in smartQ',
  'not-at-vendor': 'smartQ does not have this',
  'invalid-for-vendor': 'smartQ found something wrong with what was sent',
  'too-many-requests': 'smartQ asks for fewer requests',
  'vendor-down': 'smartQ has a fault of its own',
  'refused-by-vendor': 'smartQ refused',
};

const WEB_PAGE =
  'A web page came instead of smartQ’s answer; the address may not be the account’s own, or a proxy of the network ' +
  'answered';

/** Every account has this one: where it is not there, the address is wrong. */
const ALWAYS_THERE = 'getMe';
const WRONG_ADDRESS =
  'smartQ’s API is not at this address; it must be the account’s own host, like https://name.smartqweb.com, without ' +
  '/api/v1';

function wordsFor(code: ErrorCode, status: number, { operation }: FailedAnswer, isPage: boolean): string {
  if (operation === ALWAYS_THERE && (status === 404 || status === 405)) return WRONG_ADDRESS;
  const odd = isPage ? WEB_PAGE : 'smartQ answered in a way that is not documented';
  return MESSAGES[code] ?? odd;
}

/**
 * The error a failed answer of smartQ stands for ("About this Guide"): the envelope's first, whatever the status beside
 * it. Where that status claims success, the error's status is the envelope's code.
 */
export function classify(answer: FailedAnswer): VendorError {
  const said = read(answer);
  const { envelope, isPage } = said;
  const code = codeOf(answer.status, said);
  const status = answer.status < 400 ? (envelope?.status ?? answer.status) : answer.status;
  return new VendorError({
    code,
    message: `${wordsFor(code, envelope?.status ?? status, answer, isPage)} (${envelope?.code ?? status}).`,
    vendor: 'smartq',
    operation: answer.operation,
    status,
    sent: 'yes',
    vendorCode: envelope?.code ?? envelope?.type ?? null,
    vendorText: said.text,
    retryAfterMs: answer.retryAfterMs,
  });
}
