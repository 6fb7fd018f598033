import { isPrivateHost, mayCarryCredentials, type BaseAddress } from './origin.ts';

/** A GET follows this many redirects of its own origin. */
const HOPS = 3;

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** True for an answer that sends elsewhere. */
export const isRedirect = (status: number): boolean => REDIRECTS.has(status);

export interface RedirectAsked {
  readonly method: string;
  /** A file may be kept on another host; nothing else may. */
  readonly isFile: boolean;
  /** Redirects followed so far. */
  readonly hops: number;
  readonly from: URL;
  readonly location: string | null;
  readonly base: BaseAddress;
}

/** Where a redirect leads and whether the credentials go along, or why it is refused. */
export type RedirectDecision =
  | { readonly kind: 'follow'; readonly url: URL; readonly withCredentials: boolean }
  | { readonly kind: 'refuse'; readonly why: string };

const refuse = (why: string): RedirectDecision => ({ kind: 'refuse', why });

/**
 * Whether a redirect is followed: a GET within the connection's origin up to three times; a file once to another https
 * origin without credentials, and from there nowhere. Never to this computer or a private network, unless the account
 * itself is on this computer.
 */
export function decideRedirect(asked: RedirectAsked): RedirectDecision {
  const { location, from, base } = asked;
  if (asked.method !== 'GET') return refuse('the vendor redirected a request that is not a read');
  if (!location || !URL.canParse(location, from.href)) return refuse('the redirect names no address');
  const url = new URL(location, from);
  if (url.username || url.password) return refuse('the redirect names a user');
  url.hash = '';
  if (!mayCarryCredentials(from, base)) return refuse('the file is not where the redirect said');
  if (asked.hops >= HOPS) return refuse('the vendor redirects in a circle');
  if (mayCarryCredentials(url, base)) return { kind: 'follow', url, withCredentials: true };
  if (!asked.isFile) return refuse('the redirect leads to another address than the connection');
  if (url.protocol !== 'https:') return refuse('the redirect leads to an address that is not https');
  if (isPrivateHost(url.hostname) && !base.isLoopback) return refuse('the redirect leads into a private network');
  return { kind: 'follow', url, withCredentials: false };
}
