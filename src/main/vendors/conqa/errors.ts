import { z } from 'zod';
import type { ErrorCode } from '../../../shared/errors/codes.ts';
import { looksLikeWebPage } from '../core/parse-answer.ts';
import type { FailedAnswer } from '../core/vendor.ts';
import { VendorError } from '../core/vendor-error.ts';
import { wireObject, wireText } from '../core/wire-fields.ts';

/** The document shows no error body. These are the names other services use; none is relied on. */
const errorBody = z.looseObject({
  message: wireText,
  error: wireText,
  code: wireText,
  data: wireObject(z.looseObject({ message: wireText, error: wireText })),
});

interface Said {
  readonly code: string | null;
  readonly text: string | null;
}

function readBody(text: string): Said {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { code: null, text };
  }
  if (typeof json === 'string') return { code: null, text: json };
  const body = errorBody.safeParse(json).data;
  return {
    code: body?.code ?? null,
    text: body?.message ?? body?.error ?? body?.data?.message ?? body?.data?.error ?? null,
  };
}

/** "Error Responses" names 400, 401, 403, 404 and 500; the others mean what HTTP says. */
function codeOfStatus(status: number): ErrorCode {
  if (status === 401) return 'key-rejected';
  if (status === 403) return 'not-permitted';
  if (status === 404) return 'not-at-vendor';
  if (status === 400 || status === 422) return 'invalid-for-vendor';
  if (status === 429) return 'too-many-requests';
  if (status >= 500) return 'vendor-down';
  return status >= 400 ? 'refused-by-vendor' : 'unexpected-answer';
}

/**
 * Statuses whose meaning a web page in the body takes away: a page that says 404 is of another server, or of an address
 * that is not the API's. Were it believed, records would count as gone.
 */
const ONLY_AS_DATA: ReadonlySet<ErrorCode> = new Set(['not-at-vendor', 'not-permitted', 'invalid-for-vendor']);

const MESSAGES: Partial<Record<ErrorCode, string>> = {
  'key-rejected': 'CONQA did not accept the API token',
  'not-permitted': 'The API token may not do this in CONQA',
  'not-at-vendor': 'CONQA does not have this',
  'invalid-for-vendor': 'CONQA found something wrong with what was sent',
  'too-many-requests': 'CONQA asks for fewer requests',
  'vendor-down': 'CONQA has a fault of its own',
  'refused-by-vendor': 'CONQA refused',
};

/** The error a failed answer of CONQA stands for ("Error Responses"): bare statuses, whatever text comes with them. */
export function classify(answer: FailedAnswer): VendorError {
  const { operation, status, retryAfterMs } = answer;
  const isPage = looksLikeWebPage(answer.contentType, Buffer.from(answer.text));
  const byStatus = codeOfStatus(status);
  const code = isPage && ONLY_AS_DATA.has(byStatus) ? 'unexpected-answer' : byStatus;
  const said = isPage ? { code: null, text: null } : readBody(answer.text);
  const odd = isPage ? 'A web page came instead of CONQA’s answer' : 'CONQA answered in a way that is not documented';
  return new VendorError({
    code,
    message: `${MESSAGES[code] ?? odd} (${status}).`,
    vendor: 'conqa',
    operation,
    status,
    sent: 'yes',
    vendorCode: said.code,
    vendorText: said.text,
    retryAfterMs,
  });
}
