/** A run that would remove more than this share of a kind is held. */
const SUSPICIOUS_SHARE = 0.2;
/** Fewer than this many are never suspicious by their share: a small list may well lose a few. */
const SUSPICIOUS_LEAST = 10;

interface MissingFacts {
  /** Live records before the run. */
  readonly known: number;
  /** Of these, how many the run did not see. */
  readonly missing: number;
  /** Rows that the lists of the kind brought, all together. */
  readonly received: number;
}

/**
 * What to do about records that were listed before and are not any more. `confirm`: ask for each by itself before it
 * is marked as gone. `suspicious`: so much would vanish that a person is asked first (an empty or cut-off answer, a key
 * of another account); nothing is removed.
 */
export function judgeMissing({ known, missing, received }: MissingFacts): 'none' | 'confirm' | 'suspicious' {
  if (missing === 0) return 'none';
  if (received === 0) return 'suspicious';
  if (missing >= SUSPICIOUS_LEAST && missing > known * SUSPICIOUS_SHARE) return 'suspicious';
  return 'confirm';
}
