import type { Privileges } from 'electron';

/** The scheme the page is served by. */
export const PAGE_SCHEME = 'app';

/** Where the page is loaded from. Scheme and host are the page's own origin, which no other content shares. */
export const PAGE_ADDRESS = `${PAGE_SCHEME}://plumbline/`;

/**
 * What Chromium grants the scheme: an origin of its own that counts as secure, `fetch` and streams within it. Without
 * `corsEnabled` no other origin can read from it, and without `bypassCSP` its policy holds for it too.
 */
export const PAGE_PRIVILEGES = {
  standard: true,
  secure: true,
  supportFetchAPI: true,
  stream: true,
  corsEnabled: false,
  bypassCSP: false,
  allowServiceWorkers: false,
  allowExtensions: false,
  codeCache: false,
} as const satisfies Privileges;

/** True for the page itself, whatever stands after `#` or `?`; false for its other files and every other address. */
export function isPageAddress(address: string): boolean {
  return address.startsWith(PAGE_ADDRESS) && /^(?:[?#]|$)/.test(address.slice(PAGE_ADDRESS.length));
}

/** True for the page's origin as Chromium writes it in a header (no slash) or hands it to a handler (with one). */
export function isPageOrigin(origin: string): boolean {
  return origin === PAGE_ADDRESS || origin === PAGE_ADDRESS.slice(0, -1);
}

/** Whether a frame may go to an address: the main frame to the page itself (it loads itself again), nothing else. */
export function mayGoTo(address: string, isMainFrame: boolean): boolean {
  return isMainFrame && isPageAddress(address);
}
