import type { ErrorCode } from '../../../shared/errors/codes.ts';
import { looksLikeWebPage } from '../core/parse-answer.ts';
import type { FailedAnswer } from '../core/vendor.ts';
import { VendorError } from '../core/vendor-error.ts';
import { readErrorBody } from './error-body.ts';
import { ADDRESS_HINT } from './hosts.ts';
import { operations } from './operations/index.ts';
import type { OperationTable } from '../core/operation.ts';

/** "Wait a few minutes", where a 429 does not say how many; milliseconds. */
const FEW_MINUTES = 180_000;

/** A form of the web app that came without its page: the address is not the API's. */
const PAGE_EXPIRED = 419;

/** "Response status codes" names 401, 403, 404, 405, 422, 429 and 500; the others mean what HTTP says. */
function codeOfStatus(status: number): ErrorCode {
  if (status === 401) return 'key-rejected';
  if (status === 403) return 'not-permitted';
  if (status === 404) return 'not-at-vendor';
  if (status === 400 || status === 422) return 'invalid-for-vendor';
  if (status === PAGE_EXPIRED) return 'unexpected-answer';
  if (status === 429) return 'too-many-requests';
  if (status >= 500) return 'vendor-down';
  return status >= 400 ? 'refused-by-vendor' : 'unexpected-answer';
}

/** Statuses that mean the same whoever answered: the token, the pace, a fault. A page's 404 says nothing of a record. */
const isPlain = (status: number): boolean => status === 401 || status === 429 || status >= 500;

function codeOf({ status, withoutSecret }: FailedAnswer, isPage: boolean): ErrorCode {
  if (isPage && !isPlain(status)) return 'unexpected-answer';
  // Nothing was refused that could be corrected: there is no token, and most reads need none.
  return status === 401 && withoutSecret ? 'not-permitted' : codeOfStatus(status);
}

const MESSAGES: Partial<Record<ErrorCode, string>> = {
  'key-rejected': 'ConnectNow did not accept the API token',
  'not-permitted': 'The API token may not do this in ConnectNow: it needs access to every company concerned',
  'not-at-vendor': 'ConnectNow does not have this',
  'invalid-for-vendor': 'ConnectNow found something wrong with what was sent',
  'too-many-requests': 'ConnectNow asks for fewer requests',
  'vendor-down': 'ConnectNow has a fault of its own',
  'refused-by-vendor': 'ConnectNow refused',
};

const NO_TOKEN = 'ConnectNow does this only with an API token, and the connection has none';

function wordsFor(code: ErrorCode, { status, withoutSecret }: FailedAnswer, isPage: boolean): string {
  if (code === 'unexpected-answer') {
    if (isPage && status === 403) {
      return `A web page came instead of ConnectNow’s answer (403): it may not let this network in. ${ADDRESS_HINT}`;
    }
    const what = isPage ? 'A web page came instead of ConnectNow’s answer' : 'ConnectNow’s answer is not documented';
    return `${what} (${status}). ${ADDRESS_HINT}`;
  }
  if (status === 405) return `ConnectNow does not do this at this address (405). ${ADDRESS_HINT}`;
  const words = code === 'not-permitted' && withoutSecret ? NO_TOKEN : MESSAGES[code];
  return `${words ?? MESSAGES['refused-by-vendor']} (${status}).`;
}

/** What is wrong with which field, for those who see no more than the message: the outbox keeps no other part of it. */
const namedIn = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([field, problem]) => ` ${field}: ${problem}`)
    .join('');

/**
 * The error a failed answer of ConnectNow stands for. Its data has `fields` where the answer names what is wrong with
 * each. Whether a 403 means "closed already" only the issue can say; see closed-issue.ts.
 */
export function classify(answer: FailedAnswer): VendorError {
  const { operation, status } = answer;
  const isPage = looksLikeWebPage(answer.contentType, Buffer.from(answer.text));
  const code = codeOf(answer, isPage);
  const table: OperationTable = operations;
  const row = Object.hasOwn(table, operation) ? table[operation] : undefined;
  const said = isPage ? { text: null, fields: {} } : readErrorBody(answer.text, row);
  return new VendorError({
    code,
    message: `${wordsFor(code, answer, isPage)}${code === 'invalid-for-vendor' ? namedIn(said.fields) : ''}`,
    vendor: 'connectnow',
    operation,
    status,
    sent: 'yes',
    vendorText: said.text,
    ...(code === 'invalid-for-vendor' ? { fields: said.fields } : {}),
    retryAfterMs: answer.retryAfterMs ?? (status === 429 ? FEW_MINUTES : null),
  });
}
