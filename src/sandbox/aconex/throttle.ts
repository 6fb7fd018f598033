/** The most an organization may ask: so many requests in a second, and so many at once. */
const throttleLimits = { perSecond: 5, atOnce: 10 } as const;

/** Why a request is turned away. */
export type ThrottleCode = 'MAX_FREQUENCY_THROTTLE_LIMIT_REACHED' | 'CONCURRENCY_THROTTLE_LIMIT_REACHED';

/** Counts the requests of the organization. */
export type Throttle = {
  /** Lets a request in and returns null, or returns why not; one that was turned away counts for nothing. */
  readonly enter: () => ThrottleCode | null;
  /** Ends a request that was let in. */
  readonly leave: () => void;
};

const secondMs = 1000;

/** Returns a throttle. `elapsed` gives milliseconds that only ever grow, from any beginning. */
export const createThrottle = (elapsed: () => number): Throttle => {
  let recent: readonly number[] = [];
  let inside = 0;
  return {
    enter: () => {
      const at = elapsed();
      recent = recent.filter((moment) => moment > at - secondMs);
      if (inside >= throttleLimits.atOnce) return 'CONCURRENCY_THROTTLE_LIMIT_REACHED';
      if (recent.length >= throttleLimits.perSecond) return 'MAX_FREQUENCY_THROTTLE_LIMIT_REACHED';
      recent = [...recent, at];
      inside += 1;
      return null;
    },
    leave: () => {
      inside -= 1;
    },
  };
};
