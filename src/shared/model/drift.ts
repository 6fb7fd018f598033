import type { Vendor } from './vendor.ts';

/**
 * How an answer differs from what its vendor's document says. `new-field`: a field no document names. `new-value`: a word
 * that is none of an enumeration's. `null`: null where there is always a value. `other-type`: text where a list should
 * be, and the like; such a field reads as nothing. Whatever it is, the answer is taken and kept as it came.
 */
export const DRIFT_KINDS = ['new-field', 'new-value', 'null', 'other-type'] as const;
export type DriftKind = (typeof DRIFT_KINDS)[number];

/** One place where an answer differs. */
export interface Drift {
  /** Names from the outside in, `[]` for any row of a list and `*` for a name that is data: `data[].status`. */
  readonly path: string;
  readonly kind: DriftKind;
  /** The new word of an enumeration; null for every other kind: values may be anybody's. */
  readonly example: string | null;
  /** How many values of the answers that were looked at are so. */
  readonly count: number;
}

/** What was seen so far of one place, over all answers of an operation. Moments are ISO 8601 in UTC. */
export interface SeenDrift extends Drift {
  readonly vendor: Vendor;
  readonly operation: string;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
}
