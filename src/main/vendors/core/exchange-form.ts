import type { Dispatcher } from 'undici';
import { isAppError } from '../../../shared/errors/app-error.ts';
import type { Vendor } from '../../../shared/model/vendor.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import { contentTypeOf } from './interpreter.ts';
import { parseBaseAddress } from './origin.ts';
import { parseRetryAfter } from './retry-after.ts';
import { DEFAULT_LIMITS, sendAndRead } from './send.ts';
import { isVendorError } from './vendor-error.ts';

/** One form to a server of the vendor's that is not its API: a sign-in server. */
export interface FormExchange {
  readonly vendor: Vendor;
  /** What it is for, in errors and log lines: it is no operation of the table. */
  readonly operation: string;
  /** Https, or a server on this computer. */
  readonly url: string;
  /** Percent-encoded fields. What is secret in them stands nowhere else. */
  readonly body: string;
  readonly signal?: AbortSignal;
}

/** An answer of any status. */
export interface FormAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  /** `Retry-After`, read; null where there is none. */
  readonly retryAfterMs: number | null;
}

interface ExchangeParts {
  readonly dispatcher: Dispatcher;
  readonly clock: Clock;
  readonly log: Log;
}

/** Token answers are a few kilobytes. */
const LARGEST_ANSWER = 64 * 1024;

/**
 * Posts a form once and reads the answer: no credentials in headers, no redirect followed, at most 64 KiB. Throws
 * AppError `bad-input` or `insecure-address` for an address that may not be used, and VendorError for anything but a
 * complete answer.
 */
export async function exchangeForm(exchange: FormExchange, parts: ExchangeParts): Promise<FormAnswer> {
  const { vendor, operation, url, body, signal } = exchange;
  const { dispatcher, clock, log } = parts;
  const base = parseBaseAddress(url);
  const started = clock.now();
  const facts = { vendor, operation, method: 'POST' };
  try {
    const answer = await sendAndRead({
      vendor,
      operation,
      base,
      request: {
        method: 'POST',
        url: new URL(url),
        headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
        body,
      },
      credentials: {},
      dispatcher,
      limits: { ...DEFAULT_LIMITS, answerBytes: LARGEST_ANSWER },
      ...(signal ? { signal } : {}),
    });
    log.info('sign-in-call', { ...facts, status: answer.status, ms: clock.now() - started });
    return {
      status: answer.status,
      contentType: contentTypeOf(answer.header),
      text: new TextDecoder().decode(answer.bytes),
      retryAfterMs: parseRetryAfter(answer.header('retry-after'), clock.now()),
    };
  } catch (thrown) {
    log.warn('sign-in-call-failed', {
      ...facts,
      code: isAppError(thrown) ? thrown.code : 'internal',
      status: isVendorError(thrown) ? thrown.status : 0,
      ms: clock.now() - started,
    });
    throw thrown;
  }
}
