import type { Next } from 'hono';
import type { Fault } from '../faults.ts';
import type { SandboxContext } from '../http.ts';
import { refusal, refusalAnswer } from './refusal.ts';
import type { Throttle, ThrottleCode } from './throttle.ts';
import { applyAconexFault } from './xml-faults.ts';

const words: Readonly<Record<ThrottleCode, string>> = {
  MAX_FREQUENCY_THROTTLE_LIMIT_REACHED: 'The maximum number of requests a second has been reached',
  CONCURRENCY_THROTTLE_LIMIT_REACHED: 'The maximum number of concurrent requests has been reached',
};

/** What stands before the vendor: it turns away what comes too fast, then lets a fault or the vendor answer. */
export type Gate = (c: SandboxContext, fault: Fault | null, next: Next) => Promise<Response | void>;

/**
 * Returns the gate of the organization; a request is inside it for as long as it takes to answer, faults that delay it
 * included. `clock` stamps what is turned away, in milliseconds since 1970.
 */
export const createGate =
  (throttle: Throttle, clock: () => number): Gate =>
  async (c, fault, next) => {
    const code = throttle.enter();
    if (code !== null) return refusalAnswer(refusal(503, code, words[code]), { requestId: 'throttled', at: clock() });
    try {
      if (fault !== null) return await applyAconexFault(c, fault, next);
      return await next();
    } finally {
      throttle.leave();
    }
  };
