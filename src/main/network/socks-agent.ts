import { buildConnector, errors, Socks5ProxyAgent, type Dispatcher } from 'undici';
import { proxyAddress } from '../platform/proxy-port.ts';
import { passOn } from './pass-on.ts';
import { ProxyFailure, type ProxyFailureReason } from './proxy-failure.ts';
import type { ProxyAgentParts } from './tunnel-agent.ts';

/** What undici's codes of a SOCKS proxy's answers mean; the numbers are those of RFC 1928, section 6. */
const REASONS: Readonly<Partial<Record<string, ProxyFailureReason>>> = {
  UND_ERR_SOCKS5_AUTH_REJECTED: 'needs-sign-in',
  UND_ERR_SOCKS5_AUTH_FAILED: 'needs-sign-in',
  UND_ERR_SOCKS5_REPLY_1: 'no-way-on',
  UND_ERR_SOCKS5_REPLY_2: 'refused',
  UND_ERR_SOCKS5_REPLY_3: 'no-way-on',
  UND_ERR_SOCKS5_REPLY_4: 'no-way-on',
  UND_ERR_SOCKS5_REPLY_5: 'no-way-on',
  UND_ERR_SOCKS5_REPLY_6: 'no-way-on',
};

/** A dispatcher through a SOCKS 5 proxy, which looks names up itself. Signs in with a name and a password (RFC 1929). */
export function createSocksAgent({ place, secret, context, onPassed, timeoutMs }: ProxyAgentParts): Dispatcher {
  const address = proxyAddress(place);
  const connect = buildConnector({ timeout: timeoutMs });
  const agent = new Socks5ProxyAgent(address, {
    ...(secret === undefined ? {} : { username: secret.user, password: secret.password }),
    connectTimeout: timeoutMs,
    requestTls: { secureContext: context, timeout: timeoutMs },
    connect: (options, answer) =>
      connect(options, (...[cause, socket]) => {
        if (cause === null) answer(null, socket);
        else answer(new ProxyFailure({ reason: 'unreachable', address, cause }), null);
      }),
  });
  return agent.compose(
    (dispatch) => (options, handler) =>
      dispatch(
        options,
        passOn(handler, {
          onRequestStart: (...given) => {
            onPassed();
            handler.onRequestStart?.(...given);
          },
          onResponseError: (controller, error) => {
            if (!(error instanceof errors.Socks5ProxyError)) return handler.onResponseError?.(controller, error);
            const reason = REASONS[error.code] ?? 'not-supported';
            const failure = new ProxyFailure({
              reason,
              address,
              said: error.code.replace('UND_ERR_', ''),
              cause: error,
            });
            handler.onResponseError?.(controller, failure);
          },
        }),
      ),
  );
}
