import type { Bridge } from './bridge.ts';
import { createSocketBridge } from './socket-bridge.ts';

/**
 * The bridge this page has. A browser's is the socket; where a preload exposes its own transport, this is the one place
 * that chooses it. The path is relative to the page, so the same bundle runs wherever it is served.
 */
export function connectBridge(): Bridge {
  return createSocketBridge({
    fetch: (input, init) => fetch(input, init),
    storage: sessionStorage,
    location,
    history,
    openSocket: (path, protocols) => new WebSocket(path, protocols),
    later: (act, ms) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    random: () => Math.random(),
  });
}
