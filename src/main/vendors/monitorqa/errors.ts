import type { ErrorCode } from '../../../shared/errors/codes.ts';
import type { FailedAnswer } from '../core/vendor.ts';
import { VendorError } from '../core/vendor-error.ts';
import { readErrorBody, type Refusal } from './error-body.ts';

/** What a string for machines means, whatever the status beside it: a missing template is a 409, not a 404. */
function codeOfMachineString(text: string | null): ErrorCode | null {
  if (text === null) return null;
  if (text.startsWith('permissions/') || text.endsWith('/not-accessible')) return 'not-permitted';
  return text.endsWith('/not-found') ? 'not-at-vendor' : null;
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 401) return 'key-rejected';
  if (status === 403) return 'not-permitted';
  if (status === 404) return 'not-at-vendor';
  if (status === 400 || status === 422) return 'invalid-for-vendor';
  if (status === 429) return 'too-many-requests';
  if (status >= 500) return 'vendor-down';
  return status >= 400 ? 'refused-by-vendor' : 'unexpected-answer';
}

/** Statuses that mean the same whoever answered, and whatever they say: the key, the pace, a fault. */
const isPlain = (status: number): boolean => status === 401 || status === 429 || status >= 500;

/**
 * A web page with another status is not MonitorQA speaking but a proxy or a wrong address: its 404 says nothing about a
 * record, its 403 nothing about a permission.
 */
function codeOf(status: number, { machineString, isPage }: Refusal): ErrorCode {
  if (isPlain(status)) return codeOfStatus(status);
  return isPage ? 'unexpected-answer' : (codeOfMachineString(machineString) ?? codeOfStatus(status));
}

const MESSAGES: Partial<Record<ErrorCode, string>> = {
  'key-rejected': 'MonitorQA did not accept the API key',
  'not-permitted': 'The API key may not do this in MonitorQA',
  'not-at-vendor': 'MonitorQA does not have this',
  'invalid-for-vendor': 'MonitorQA found something wrong with what was sent',
  'too-many-requests': 'MonitorQA asks for fewer requests',
  'vendor-down': 'MonitorQA has a fault of its own',
  'refused-by-vendor': 'MonitorQA refused',
};

const WEB_PAGE = 'A web page came instead of MonitorQA’s answer; a proxy or a wrong address may be the reason';

const UNDOCUMENTED = 'MonitorQA answered in a way that is not documented';

/**
 * The error a failed answer of MonitorQA stands for ("Status Codes", "Error Response Format", and the 409s). Its data
 * has `ids` where the vendor names the objects that stand in the way (`score-system/has-templates:{ids}`).
 */
export function classify(answer: FailedAnswer): VendorError {
  const { operation, status, retryAfterMs } = answer;
  const said = readErrorBody(answer);
  const code = codeOf(status, said);
  const words = MESSAGES[code] ?? (said.isPage ? WEB_PAGE : UNDOCUMENTED);
  return new VendorError({
    code,
    message: `${words} (${status}).`,
    vendor: 'monitorqa',
    operation,
    status,
    sent: 'yes',
    vendorCode: said.code,
    vendorText: said.text,
    ...(said.ids.length > 0 ? { ids: said.ids } : {}),
    retryAfterMs,
  });
}
