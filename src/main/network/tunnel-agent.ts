import { isIP } from 'node:net';
import type { SecureContext } from 'node:tls';
import { buildConnector, Pool, ProxyAgent, type Dispatcher } from 'undici';
import { proxyAddress, type ProxyPlace } from '../platform/proxy-port.ts';
import { passOn } from './pass-on.ts';
import type { ProxySecret } from './proxy-address.ts';
import { findProxyFailure, offeredSchemes, ProxyFailure, type ProxyFailureReason } from './proxy-failure.ts';

/** What a dispatcher through one proxy is made of. */
export interface ProxyAgentParts {
  readonly place: ProxyPlace;
  readonly secret: ProxySecret | undefined;
  /** Whom connections trust: the one to the proxy, and those through it. */
  readonly context: SecureContext;
  /** Told of each connection that came about. */
  readonly onPassed: () => void;
  /** How long the proxy may take for each of its steps, in milliseconds. */
  readonly timeoutMs: number;
}

/** What a proxy's refusal to open a tunnel means, by its status. */
function reasonOf(status: number, schemes: readonly string[]): ProxyFailureReason {
  if (status === 407) return schemes.length === 0 || schemes.includes('basic') ? 'needs-sign-in' : 'not-supported';
  if (status === 404 || status >= 500) return 'no-way-on';
  return 'refused';
}

/**
 * Judges what a proxy answers to CONNECT. Everything but 200, and every failure on the way to the proxy, becomes a
 * ProxyFailure; undici would take some of them for passing and ask for ever.
 */
const watchTunnel =
  ({ place, onPassed, timeoutMs }: ProxyAgentParts): Dispatcher.DispatcherComposeInterceptor =>
  (dispatch) =>
  (options, handler) => {
    const address = proxyAddress(place);
    return dispatch(
      { ...options, headersTimeout: timeoutMs },
      passOn(handler, {
        onRequestUpgrade: (controller, status, headers, socket) => {
          if (status === 200) {
            onPassed();
            handler.onRequestUpgrade?.(controller, status, headers, socket);
            return;
          }
          socket.on('error', () => undefined).destroy();
          const schemes = offeredSchemes(headers['proxy-authenticate']);
          const said = status === 407 && schemes.length > 0 ? schemes.join(', ') : String(status);
          const failure = new ProxyFailure({ reason: reasonOf(status, schemes), address, said });
          handler.onResponseError?.(controller, failure);
        },
        onResponseError: (controller, cause) => {
          const failure = findProxyFailure(cause) ?? new ProxyFailure({ reason: 'unreachable', address, cause });
          handler.onResponseError?.(controller, failure);
        },
      }),
    );
  };

/**
 * Connects to the proxy itself. Its name is checked against its certificate, and told in the handshake unless it is an
 * address, which TLS does not allow.
 */
function connectTo({ place, context, timeoutMs }: ProxyAgentParts): buildConnector.connector {
  const address = proxyAddress(place);
  const connect = buildConnector({ secureContext: context, allowH2: false, timeout: timeoutMs });
  const isAddress = isIP(place.host.replace(/^\[|\]$/g, '')) !== 0;
  return (options, answer) =>
    connect({ ...options, host: place.host, servername: isAddress ? '' : place.host }, (...[cause, socket]) => {
      if (cause === null) answer(null, socket);
      else answer(new ProxyFailure({ reason: 'unreachable', address, cause }), null);
    });
}

const basic = ({ user, password }: ProxySecret): string =>
  `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;

/**
 * A dispatcher through an http or https proxy. Every origin gets a tunnel (CONNECT), plain http too: the proxy's
 * password and the vendor's credentials are never in one message, and what the proxy says is never taken for the
 * vendor's word. Certificates of the proxy and of the vendor are checked alike.
 */
export function createTunnelAgent(parts: ProxyAgentParts): Dispatcher {
  const { place, secret, context, timeoutMs } = parts;
  const secured = { secureContext: context, allowH2: false, timeout: timeoutMs };
  return new ProxyAgent({
    uri: proxyAddress(place),
    proxyTunnel: true,
    allowH2: false,
    requestTls: secured,
    ...(secret === undefined ? {} : { token: basic(secret) }),
    clientFactory: (origin, options) =>
      new Pool(origin, { ...options, allowH2: false, connect: connectTo(parts) }).compose(watchTunnel(parts)),
  });
}
