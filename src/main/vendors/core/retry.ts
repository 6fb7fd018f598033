import { networkErrors } from '../../../shared/contract/error-groups.ts';
import type { ErrorCode } from '../../../shared/errors/codes.ts';
import type { OperationRow } from './operation.ts';
import type { Sent } from './vendor-error.ts';

/** How often a read is tried in all. */
const READ_TRIES = 4;

/** A vendor that keeps silent costs half a minute each time: a second try, and that is all. */
const SILENT_TRIES = 2;

/** Longest wait between two tries of a read; a vendor that asks for more is left for later. Milliseconds. */
const PATIENCE = 60_000;
const FIRST_BACKOFF = 500;
const LONGEST_BACKOFF = 30_000;

/** What a failed try leaves to be done; waits in milliseconds. */
export type RetryDecision =
  /** Try again now, after the wait. */
  | { readonly kind: 'again'; readonly afterMs: number }
  /** Certainly not done: may be sent by itself once the wait is over, but nobody should hang on for it. */
  | { readonly kind: 'later'; readonly afterMs: number }
  | { readonly kind: 'give-up' }
  /** Perhaps done: only a look at the vendor and a person can say. */
  | { readonly kind: 'needs-checking' };

export interface FailedTry {
  readonly effect: OperationRow['effect'];
  readonly code: ErrorCode;
  readonly status: number;
  readonly sent: Sent;
  readonly retryAfterMs: number | null;
  /** Tries made so far, this one included. */
  readonly attempt: number;
  /** From 0 up to, not including, 1. */
  readonly random: number;
}

/** Failures that no second try can mend, whatever was sent. */
const LASTING: ReadonlySet<ErrorCode> = new Set(['bad-input', 'not-offered-here', 'no-secret', ...networkErrors]);

/** Statuses of a gateway that got no answer itself; a read may be asked again. */
const PASSING_STATUS: ReadonlySet<number> = new Set([502, 503, 504]);

/** The way there or back failed: nothing was said about the request itself. */
const UNANSWERED: ReadonlySet<ErrorCode> = new Set(['offline', 'timed-out', 'connection-lost']);

/** Half fixed, half random, doubling: callers that failed together do not come back together. */
export function backoff(attempt: number, random: number): number {
  const whole = Math.min(FIRST_BACKOFF * 2 ** Math.max(0, attempt - 1), LONGEST_BACKOFF);
  return Math.round(whole / 2 + (whole / 2) * random);
}

/**
 * Whether a call that failed is made again. The one place that decides; docs/architecture.md, decision 5. A throttling
 * answer is recognised by its code (`too-many-requests`), not its status: Aconex throttles with 503.
 */
export function decideRetry(failed: FailedTry): RetryDecision {
  if (LASTING.has(failed.code)) return { kind: 'give-up' };
  if (failed.code === 'cancelled' && (failed.effect === 'read' || failed.sent === 'no')) return { kind: 'give-up' };
  return failed.effect === 'read' ? decideRead(failed) : decideWrite(failed);
}

const waitOf = (failed: FailedTry): number => failed.retryAfterMs ?? backoff(failed.attempt, failed.random);

function decideRead(failed: FailedTry): RetryDecision {
  const passing =
    failed.code === 'too-many-requests' || UNANSWERED.has(failed.code) || PASSING_STATUS.has(failed.status);
  if (!passing) return { kind: 'give-up' };
  const afterMs = waitOf(failed);
  if (afterMs > PATIENCE) return { kind: 'later', afterMs };
  const tries = failed.code === 'timed-out' ? SILENT_TRIES : READ_TRIES;
  return failed.attempt < tries ? { kind: 'again', afterMs } : { kind: 'give-up' };
}

function decideWrite(failed: FailedTry): RetryDecision {
  if (failed.code === 'too-many-requests' || failed.sent === 'no') return { kind: 'later', afterMs: waitOf(failed) };
  // The vendor read the request and said no; everything else (5xx, a redirect, a cut-off or odd answer) tells nothing.
  if (failed.status >= 400 && failed.status < 500) return { kind: 'give-up' };
  return { kind: 'needs-checking' };
}
