import type { DesktopBridge } from '../../shared/contract/desktop-bridge.ts';
import type { Bridge } from './bridge.ts';
import { createIpcBridge } from './ipc-bridge.ts';
import { createSocketBridge } from './socket-bridge.ts';

declare global {
  interface Window {
    /** What the desktop's preload exposes; a page in a browser has none. */
    readonly plumbline?: DesktopBridge;
  }
}

/**
 * The bridge this page has: the desktop's where its preload is there, else the socket. What is there decides, never the
 * address, and paths are relative to the page: the same bundle runs wherever it is served.
 */
export function connectBridge(): Bridge {
  const ask: typeof fetch = (input, init) => fetch(input, init);
  if (window.plumbline !== undefined) return createIpcBridge({ desktop: window.plumbline, fetch: ask });
  return createSocketBridge({
    fetch: ask,
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
