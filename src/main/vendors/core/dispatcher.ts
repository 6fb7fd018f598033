import { Agent, type Dispatcher } from 'undici';

/**
 * The one way out of this process: every vendor call of every connection goes through it. TLS 1.2 is the least that
 * is spoken; certificates are checked against Node's own and the system's trust store.
 */
export function createDispatcher(): Dispatcher {
  return new Agent({ connect: { minVersion: 'TLSv1.2' } });
}
