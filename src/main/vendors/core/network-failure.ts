import type { ErrorCode } from '../../../shared/errors/codes.ts';
import { findProxyFailure, type ProxyFailure, type ProxyFailureReason } from '../../network/proxy-failure.ts';
import { tlsFailure } from '../../network/tls-failure.ts';
import type { Sent } from './vendor-error.ts';

/** How far a request came before it failed. */
export interface RequestProgress {
  /** A connection stood and the request was handed to it. */
  readonly started: boolean;
  /** HTTP status of the answer that had begun; 0 for none. */
  readonly status: number;
}

export interface NetworkFailure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly sent: Sent;
  readonly vendorCode: string | null;
}

const UNREACHABLE: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'ECONNREFUSED',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const SILENT: ReadonlySet<string> = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT']);

const codeOf = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string' ? value.code : null;

/** The error at the bottom of a chain of causes: undici wraps what the socket said. */
export function rootCause(thrown: unknown): unknown {
  let error = thrown;
  for (let depth = 0; depth < 10; depth += 1) {
    if (!(error instanceof Error) || error.cause === undefined || error.cause === null) break;
    error = error.cause;
  }
  return error;
}

/** The system's or undici's code of a failure, from the error itself, its causes, or the attempts of one connect. */
function failureCode(thrown: unknown): string | null {
  const root = rootCause(thrown);
  const code = codeOf(root) ?? codeOf(thrown);
  if (code === null && root instanceof AggregateError) return codeOf(root.errors[0]);
  return code;
}

/** What each refusal of a proxy means; `{proxy}` is its address, `{said}` what it answered. */
const AT_PROXY: Readonly<Record<ProxyFailureReason, { readonly code: ErrorCode; readonly message: string }>> = {
  'needs-sign-in': { code: 'proxy-needs-sign-in', message: 'The proxy {proxy} wants a name and a password' },
  'not-supported': { code: 'proxy-not-supported', message: 'The proxy {proxy} cannot be used{said}' },
  refused: { code: 'proxy-refused', message: 'The proxy {proxy} does not permit this address{said}' },
  unreachable: { code: 'offline', message: 'The proxy {proxy} could not be reached' },
  'no-way-on': { code: 'offline', message: 'The proxy {proxy} could not reach the vendor{said}' },
};

/** What ended at a proxy: nothing was sent to the vendor, whatever the reason. */
function describeProxyFailure({ reason, address, said }: ProxyFailure, vendorCode: string | null): NetworkFailure {
  const tls = reason === 'unreachable' ? tlsFailure(vendorCode ?? '') : null;
  if (tls !== null) {
    const message = `The proxy ${address} ${tls.what}, so nothing was sent.`;
    return { code: tls.code, message, sent: 'no', vendorCode };
  }
  const { code, message } = AT_PROXY[reason];
  const words = message.replace('{proxy}', address).replace('{said}', said === null ? '' : ` (${said})`);
  return { code, message: `${words}; nothing was sent.`, sent: 'no', vendorCode };
}

/**
 * What a failed exchange means: nothing was sent (`offline`; `certificate-…` and `tls-…`, each with its reason;
 * `proxy-…`), no answer in time (`timed-out`), or the connection broke (`connection-lost`), with what is known of
 * whether the request arrived.
 */
export function describeNetworkFailure(thrown: unknown, progress: RequestProgress): NetworkFailure {
  const vendorCode = failureCode(thrown);
  const code = vendorCode ?? '';
  if (!progress.started) {
    const atProxy = findProxyFailure(thrown);
    if (atProxy !== undefined) return describeProxyFailure(atProxy, vendorCode);
    const tls = tlsFailure(code);
    if (tls !== null) {
      return { code: tls.code, message: `The vendor ${tls.what}, so nothing was sent.`, sent: 'no', vendorCode };
    }
    if (UNREACHABLE.has(code) || SILENT.has(code)) {
      return { code: 'offline', message: 'The vendor could not be reached; nothing was sent.', sent: 'no', vendorCode };
    }
  }
  const sent: Sent = progress.status > 0 ? 'yes' : progress.started ? 'unknown' : 'no';
  if (SILENT.has(code)) {
    const message = sent === 'yes' ? 'The vendor’s answer stopped coming.' : 'The vendor did not answer in time.';
    return { code: 'timed-out', message, sent, vendorCode };
  }
  const message = sent === 'yes' ? 'The vendor’s answer was cut off.' : 'The connection to the vendor broke.';
  return { code: 'connection-lost', message, sent, vendorCode };
}
