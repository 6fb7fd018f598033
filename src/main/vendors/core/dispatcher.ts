import { Agent, type Dispatcher } from 'undici';
import type { Network } from '../../network/network.ts';
import { RoutedDispatcher } from '../../network/routed-dispatcher.ts';

/**
 * The one way out of this process: every vendor call of every connection goes through it, by the way that the network
 * says: straight, or through a proxy. TLS 1.2 is the least that is spoken; certificates are always checked, against
 * Node's own, the system's and the person's own authorities. HTTP/1.1 alone: over HTTP/2 the library itself sends a
 * request again that a closing server refused, and whether a change goes twice is ours to decide.
 *
 * Without a network (a tool that talks to this computer alone) every way is straight and Node's own authorities count.
 */
export function createDispatcher(network?: Network): Dispatcher {
  if (network !== undefined) return new RoutedDispatcher(network);
  return new Agent({ allowH2: false, connect: { minVersion: 'TLSv1.2' } });
}
