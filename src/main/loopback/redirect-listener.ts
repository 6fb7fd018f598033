import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { staticPage, type StaticPage } from './static-page.ts';
import { startListener, type LoopbackAnswer, type LoopbackRequest } from './listener.ts';

/** What the browser came back with: the code, or the server's own word for why there is none. */
export type Redirect =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'error'; readonly error: string; readonly description: string | null };

/** What the person reads in the browser. */
export interface RedirectPages {
  readonly done: StaticPage;
  readonly failed: StaticPage;
  /** For a request that belongs to no sign-in that is waited for. */
  readonly unknown: StaticPage;
}

export interface RedirectListener {
  /** The address that the sign-in server sends the browser to. */
  readonly address: string;
  /** Resolves at the one request that counts, once its answer is out. Nothing is listened for any more then. */
  readonly redirect: Promise<Redirect>;
  readonly close: () => Promise<void>;
}

interface RedirectOptions {
  /** 0 for any free one. */
  readonly port: number;
  readonly path: string;
  /** The random word that must come back. */
  readonly state: string;
  readonly pages: RedirectPages;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares in a time that tells nothing of where two values differ: both are hashed to one length first. */
const isSame = (left: string, right: string): boolean => timingSafeEqual(digest(left), digest(right));

/** The value of a parameter that stands there exactly once and is not too long to be one; null otherwise. */
function only(query: URLSearchParams, name: string): string | null {
  const [value, ...more] = query.getAll(name);
  return value === undefined || value === '' || value.length > 4096 || more.length > 0 ? null : value;
}

/** False for what a browser itself says is no page that a person is led to: an image, a frame, a script's request. */
function isNavigation(headers: IncomingHttpHeaders): boolean {
  const { 'sec-fetch-mode': mode = 'navigate', 'sec-fetch-dest': destination = 'document' } = headers;
  return mode === 'navigate' && destination === 'document';
}

/**
 * What a request says, or null for one that does not belong to this sign-in. An error may come without the state, as
 * servers that found the request itself wrong send it: the worst that anybody can do by it is to end the waiting.
 */
function read(query: URLSearchParams, state: string): Redirect | null {
  const returned = only(query, 'state');
  const isOurs = returned !== null && isSame(returned, state);
  const error = only(query, 'error');
  if (error !== null && !query.has('code') && (isOurs || !query.has('state'))) {
    return { kind: 'error', error, description: only(query, 'error_description') };
  }
  const code = only(query, 'code');
  return isOurs && error === null && code !== null ? { kind: 'code', code } : null;
}

/**
 * Waits on 127.0.0.1 for a browser to come back from a sign-in server (RFC 8252, section 7.3). One request counts; what
 * is not of this sign-in is refused and changes nothing. Throws AppError `port-in-use`.
 */
export async function listenForRedirect({ port, path, state, pages }: RedirectOptions): Promise<RedirectListener> {
  let tell: (redirect: Redirect) => void = () => undefined;
  const redirect = new Promise<Redirect>((resolve) => {
    tell = resolve;
  });
  let isTaken = false;

  const answer = ({ query, headers }: LoopbackRequest): LoopbackAnswer => {
    if (isTaken) return staticPage(410, pages.unknown);
    if (!isNavigation(headers)) return staticPage(403, pages.unknown);
    const found = read(query, state);
    if (found === null) return staticPage(400, pages.unknown);
    isTaken = true;
    // Whoever waits closes the connection: not before the page is out.
    const page = staticPage(200, found.kind === 'code' ? pages.done : pages.failed);
    return { ...page, isLast: true, onSent: () => tell(found) };
  };

  const { address, close } = await startListener({ port, path, method: 'GET', answer });
  return { address, redirect, close };
}
