import { Agent, type Dispatcher } from 'undici';

/**
 * The one way out of this process: every vendor call of every connection goes through it. TLS 1.2 is the least that
 * is spoken; certificates are checked against Node's own and the system's trust store. HTTP/1.1 alone: over HTTP/2 the
 * library itself sends a request again that a closing server refused, and whether a change goes twice is ours to decide.
 */
export function createDispatcher(): Dispatcher {
  return new Agent({ allowH2: false, connect: { minVersion: 'TLSv1.2' } });
}
