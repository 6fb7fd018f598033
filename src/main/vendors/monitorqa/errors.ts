import { z } from 'zod';
import type { ErrorCode } from '../../../shared/errors/codes.ts';
import type { FailedAnswer } from '../core/vendor.ts';
import { VendorError } from '../core/vendor-error.ts';
import { wireText } from '../core/wire-fields.ts';

/** MonitorQA's error bodies: `error` of the general page, `message` of the 409s, `title` and `errors` of its server. */
const errorBody = z.looseObject({
  error: z.looseObject({ message: wireText, code: wireText }).optional().catch(undefined),
  message: wireText,
  title: wireText,
  errors: z.record(z.string(), z.array(z.string())).optional().catch(undefined),
});

/** Strings for machines, like `template/not-found` or `score-system/has-templates:{ids}`. */
const MACHINE_STRING = /^[a-z-]+\/[a-z-]+(:.*)?$/;

interface Said {
  readonly code: string | null;
  readonly text: string | null;
}

function readBody(answer: FailedAnswer): Said {
  let json: unknown;
  try {
    json = JSON.parse(answer.text.replace(/^\ufeff/, ''));
  } catch {
    const isPage = /html/i.test(answer.contentType) || answer.text.trimStart().startsWith('<');
    return { code: null, text: isPage ? null : answer.text };
  }
  if (typeof json === 'string') return { code: MACHINE_STRING.test(json) ? json : null, text: json };
  const body = errorBody.safeParse(json).data;
  if (!body) return { code: null, text: null };
  const fields = Object.entries(body.errors ?? {}).map(([field, problems]) => `${field}: ${problems.join(' ')}`);
  const text = body.error?.message ?? body.message ?? (fields.length > 0 ? fields.join('; ') : body.title);
  const isMachineString = text !== null && MACHINE_STRING.test(text);
  return { code: body.error?.code ?? (isMachineString ? text : null), text };
}

/** What a string for machines means, whatever the status beside it: a missing template is a 409, not a 404. */
function codeOfMachineString(text: string | null): ErrorCode | null {
  if (text === null || !MACHINE_STRING.test(text)) return null;
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

const MESSAGES: Partial<Record<ErrorCode, string>> = {
  'key-rejected': 'MonitorQA did not accept the API key',
  'not-permitted': 'The API key may not do this in MonitorQA',
  'not-at-vendor': 'MonitorQA does not have this',
  'invalid-for-vendor': 'MonitorQA found something wrong with what was sent',
  'too-many-requests': 'MonitorQA asks for fewer requests',
  'vendor-down': 'MonitorQA has a fault of its own',
  'refused-by-vendor': 'MonitorQA refused',
};

/** The error a failed answer of MonitorQA stands for ("Status Codes", "Error Response Format", and the 409s). */
export function classify(answer: FailedAnswer): VendorError {
  const { operation, status, retryAfterMs } = answer;
  const said = readBody(answer);
  const code = (status < 500 && status !== 401 ? codeOfMachineString(said.text) : null) ?? codeOfStatus(status);
  const message = `${MESSAGES[code] ?? 'MonitorQA answered in a way that is not documented'} (${status}).`;
  const { code: vendorCode, text: vendorText } = said;
  return new VendorError({
    code,
    message,
    vendor: 'monitorqa',
    operation,
    status,
    sent: 'yes',
    vendorCode,
    vendorText,
    retryAfterMs,
  });
}
