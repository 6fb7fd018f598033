/** A page that is never idle does what was put off after this long, in milliseconds. */
const PATIENCE_MS = 1000;

/** Runs `act` when the page has nothing else to do, once what was drawn is seen; the result takes it back. */
export function whenIdle(act: () => void): () => void {
  // Not every browser tells when it is idle.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(act);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(act, { timeout: PATIENCE_MS });
  return () => cancelIdleCallback(request);
}
