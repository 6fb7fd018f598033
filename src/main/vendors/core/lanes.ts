import type { Clock } from '../../platform/clock.ts';
import type { LaneRule } from './vendor.ts';

/** The way to one connection: calls start in the order they came, so many at once, so many in a second. */
export interface Lane {
  /**
   * Waits for a place and returns how to give it back (call it once, more often does nothing). Rejects with the
   * signal's reason when aborted while waiting; an aborted caller leaves the queue and holds nobody up.
   */
  readonly enter: (signal?: AbortSignal) => Promise<() => void>;
  /** Starts nothing before `ms` milliseconds from now: the vendor asked for a rest. A later end wins. */
  readonly pause: (ms: number) => void;
}

interface Waiting {
  readonly start: () => void;
}

/** A lane with this rule. A call starts no sooner than 1/perSecond after the one before: even, never in bursts. */
export function createLane(rule: LaneRule, clock: Clock): Lane {
  const queue: Waiting[] = [];
  const gap = rule.perSecond === undefined ? 0 : 1000 / rule.perSecond;
  let running = 0;
  let notBefore = 0;
  let isWaiting = false;

  const pump = (): void => {
    while (queue.length > 0 && running < rule.atOnce && !isWaiting) {
      const now = clock.now();
      if (now < notBefore) {
        isWaiting = true;
        void clock.wait(notBefore - now).then(() => {
          isWaiting = false;
          pump();
        });
        return;
      }
      notBefore = now + gap;
      running += 1;
      queue.shift()?.start();
    }
  };

  const leave = (): (() => void) => {
    let isInside = true;
    return () => {
      if (!isInside) return;
      isInside = false;
      running -= 1;
      pump();
    };
  };

  return {
    enter: (signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        const abort = (): void => {
          queue.splice(queue.indexOf(waiting), 1);
          reject(signal?.reason);
        };
        const waiting: Waiting = {
          start: () => {
            signal?.removeEventListener('abort', abort);
            resolve(leave());
          },
        };
        signal?.addEventListener('abort', abort, { once: true });
        queue.push(waiting);
        pump();
      }),
    pause: (ms) => {
      notBefore = Math.max(notBefore, clock.now() + ms);
    },
  };
}
