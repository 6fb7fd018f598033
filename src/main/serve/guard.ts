import type { IncomingHttpHeaders } from 'node:http';

/** Why a request is turned away; the status is all that its sender learns. */
export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly status: 401 | 403 | 421 };

interface GuardedRequest {
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly upgrade: boolean;
}

interface GuardFacts {
  /** `127.0.0.1:PORT`: the only Host that reaches this server, whatever name resolved to it. */
  readonly host: string;
  readonly hasToken: boolean;
}

const refuse = (status: 401 | 403 | 421): Verdict => ({ allowed: false, status });

/**
 * Decides who may ask what of the loopback server. Exact Host on everything ends DNS rebinding; `GET /` takes any
 * navigation, because it holds no data; every other GET needs proof that our own page asks (same-origin by the browser's
 * own word, or the token); the socket and all that is not GET need our exact Origin, and `null` or none is refused.
 */
export function guard({ method, path, headers, upgrade }: GuardedRequest, { host, hasToken }: GuardFacts): Verdict {
  if (headers.host !== host) return refuse(421);
  if (upgrade || method !== 'GET') {
    if (headers.origin !== `http://${host}`) return refuse(403);
    return { allowed: true };
  }
  if (path === '/') return { allowed: true };
  const sameOrigin = headers['sec-fetch-site'] === 'same-origin';
  if (path.startsWith('/files/')) return hasToken ? { allowed: true } : refuse(401);
  return sameOrigin || hasToken ? { allowed: true } : refuse(403);
}
