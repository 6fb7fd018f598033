import type { ErrorCode } from '../../shared/errors/codes.ts';
import type { OutboxRow, OutboxState } from '../../shared/model/outbox.ts';

/** What is known about a try that did not succeed. `sent`: whether anything left this computer. */
interface FailedTry {
  readonly sent: 'no' | 'unknown' | 'yes';
  readonly code: ErrorCode;
  /** The vendor's answer; null where there was none. */
  readonly status: number | null;
  readonly tier: OutboxRow['tier'];
}

/** Refusals that say "later", not "no": the change stays ready and goes by itself when it can. */
const LATER: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'too-many-requests',
  'offline',
  'proxy-needs-sign-in',
  'cancelled',
]);

/** A vendor that answers with one of these has looked at the change and not done it. */
const isRefusal = (status: number | null): boolean => status !== null && status >= 400 && status < 500;

/**
 * Where a change stands after a try that did not succeed. Nothing is ever sent again by itself once a byte may have
 * left without a clear answer (none, a fault of the vendor's, a redirect, a web page): then a person decides.
 */
export function decideAfterFailure({
  sent,
  code,
  status,
  tier,
}: FailedTry): Extract<OutboxState, 'ready' | 'failed' | 'needs-checking'> {
  if (sent === 'unknown') return 'needs-checking';
  // What deletes a whole company is done while its person looks on, or not at all: it never waits.
  if (LATER.has(code)) return tier === 'T4' ? 'failed' : 'ready';
  return sent === 'no' || isRefusal(status) ? 'failed' : 'needs-checking';
}

interface RetryFacts {
  readonly state: OutboxState;
  readonly repeat: 'safe' | 'after-read' | 'never';
  /** A person has read what sending it twice would mean. */
  readonly confirmed: boolean;
  readonly tier: OutboxRow['tier'];
}

/**
 * Whether a change may be made ready again. A failed one was refused: nothing happened, it may. An uncertain one may
 * have happened: only a person who was told the consequence may send it again.
 */
export function mayRetry({ state, repeat, confirmed, tier }: RetryFacts): 'yes' | 'needs-confirmation' | 'no' {
  if (tier === 'T4') return 'no';
  if (state === 'failed' || state === 'draft') return 'yes';
  if (state !== 'needs-checking') return 'no';
  return confirmed || repeat === 'safe' ? 'yes' : 'needs-confirmation';
}
