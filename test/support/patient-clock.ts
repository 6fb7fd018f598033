import type { Clock } from '../../src/main/platform/clock.ts';
import { handClock } from './hand-clock.ts';

/** A wait of a minute or less is one of the machinery (pace, backoff); a longer one is what a test is about. */
const SHORT = 60_000;

/** A clock on which short waits are over at once, moving its hands, while long ones wait until a test moves them. */
export function patientClock(start = '2026-11-22T10:00:00Z'): Clock & { readonly advance: (ms: number) => void } {
  const clock = handClock(start);
  return {
    now: clock.now,
    advance: clock.advance,
    wait: async (ms, signal) => {
      if (ms > SHORT) return clock.wait(ms, signal);
      if (signal?.aborted) throw signal.reason;
      clock.advance(ms);
    },
  };
}
