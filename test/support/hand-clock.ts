import type { Clock } from '../../src/main/platform/clock.ts';

/** A clock whose hands a test turns. Waits end when the time they wait for has come. */
export interface HandClock extends Clock {
  readonly advance: (ms: number) => void;
  /** How long the waits asked for so far were, in milliseconds. */
  readonly waits: readonly number[];
}

/** A clock that stands at `start` (ISO 8601). */
export function handClock(start: string): HandClock {
  let now = Date.parse(start);
  const waits: number[] = [];
  const waiting = new Set<{ readonly until: number; readonly resolve: () => void }>();
  return {
    now: () => now,
    waits,
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason as Error);
        waits.push(ms);
        const entry = { until: now + ms, resolve };
        waiting.add(entry);
        signal?.addEventListener('abort', () => {
          waiting.delete(entry);
          reject(signal.reason as Error);
        });
      }),
    advance: (ms) => {
      now += ms;
      for (const entry of [...waiting].filter(({ until }) => until <= now)) {
        waiting.delete(entry);
        entry.resolve();
      }
    },
  };
}
