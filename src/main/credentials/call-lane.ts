import type { Clock } from '../platform/clock.ts';

/** Runs calls one after another; each rejects with `onTimeout()` when it has no answer `timeoutMs` after it was asked. */
export type CallLane = <Result>(call: () => Promise<Result>) => Promise<Result>;

interface LaneParts {
  readonly clock: Clock;
  /** Milliseconds, waiting for earlier calls included. */
  readonly timeoutMs: number;
  readonly onTimeout: () => Error;
}

/**
 * A lane for calls that may hang. A hung call is given up by its caller but keeps the lane until it comes back: each
 * one holds a thread of the small pool that files and name look-ups need too, so a second must never join it. Calls
 * that run out of time while they wait are not started at all.
 */
export function createCallLane({ clock, timeoutMs, onTimeout }: LaneParts): CallLane {
  let tail: Promise<unknown> = Promise.resolve();
  return async (call) => {
    const timer = new AbortController();
    let isTooLate = false;
    const turn = tail.then(() => (isTooLate ? Promise.reject(onTimeout()) : call()));
    tail = turn.catch(() => undefined);
    const limit = clock.wait(timeoutMs, timer.signal).then(() => {
      isTooLate = true;
      throw onTimeout();
    });
    try {
      return await Promise.race([turn, limit]);
    } finally {
      timer.abort();
    }
  };
}
