import { createServer, type ServerOptions } from 'node:https';
import type { IncomingMessage, RequestListener } from 'node:http';
import { rootCertificates } from 'node:tls';
import type { ProxyRule } from '../../src/main/platform/proxy-port.ts';
import { silentLog } from '../../src/main/platform/log.ts';
import { readAuthority } from '../../src/main/network/authority-file.ts';
import { createNetwork, type Network } from '../../src/main/network/network.ts';
import type { ProxySecret } from '../../src/main/network/proxy-address.ts';
import { RoutedDispatcher } from '../../src/main/network/routed-dispatcher.ts';
import { isLoopbackHost } from '../../src/main/vendors/core/origin.ts';
import { createVendorClient, type VendorClient } from '../../src/main/vendors/core/vendor-client.ts';
import { monitorqa } from '../../src/main/vendors/monitorqa/client.ts';
import { listen } from './connect-proxy.ts';
import { handClock, type HandClock } from './hand-clock.ts';

/** The vendor's key and the proxy's password of every test, to be looked for where they must not be. */
export const VENDOR_KEY = 'vendor-key-canary-31415';
export const PROXY_LOGIN: ProxySecret = { user: 'nora', password: 'proxy-canary-2718' };

/** What a network in a test is made of; everything may be changed under way. */
export interface TestNetwork {
  readonly network: Network;
  readonly dispatcher: RoutedDispatcher;
  readonly clock: HandClock;
  /** How often the system was asked. */
  readonly asked: URL[];
  rules: readonly ProxyRule[];
  setting: string;
  secret: ProxySecret | undefined;
  /** PEM texts of the person's own authorities, and of the system's. */
  own: readonly string[];
  system: readonly string[];
}

/** A network whose system, settings and keychain are a test's own. This computer counts as one, names as others. */
export function testNetwork(given: Partial<Pick<TestNetwork, 'rules' | 'setting' | 'secret' | 'own' | 'system'>> = {}) {
  const clock = handClock('2026-11-22T10:00:00Z');
  const asked: URL[] = [];
  const network = createNetwork({
    resolve: (url) => {
      asked.push(url);
      return Promise.resolve(made.rules);
    },
    source: 'system',
    setting: () => Promise.resolve(made.setting),
    isLoopback: ({ hostname }) => isLoopbackHost(hostname),
    secretOf: () => Promise.resolve(made.secret),
    readKnown: () => Promise.resolve({ builtIn: rootCertificates, system: made.system }),
    readOwn: () => Promise.resolve(made.own.map(readAuthority)),
    clock,
    log: silentLog,
  });
  const made: TestNetwork = {
    network,
    dispatcher: new RoutedDispatcher(network, 500),
    clock,
    asked,
    rules: given.rules ?? [{ kind: 'direct' }],
    setting: given.setting ?? 'system',
    secret: given.secret,
    own: given.own ?? [],
    system: given.system ?? [],
  };
  return made;
}

/** A MonitorQA client over that network; its waits between tries are over at once. */
export const networkClient = ({ dispatcher }: TestNetwork, url: string, allowInsecure = false): VendorClient =>
  createVendorClient({
    definition: monitorqa,
    connection: { id: 'test', url, allowInsecure },
    secret: () => Promise.resolve({ apiKey: VENDOR_KEY }),
    dispatcher,
    clock: { now: () => 0, wait: () => Promise.resolve() },
    random: { number: () => 0.5, id: () => 'id', token: () => 'token' },
    log: silentLog,
    limits: { headersMs: 1000, bodyIdleMs: 1000 },
  });

export interface TestVendor {
  readonly port: number;
  readonly seen: IncomingMessage['headers'][];
  /** How many connections were made. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

/** A vendor over TLS on 127.0.0.1 that answers an empty list. */
export async function startVendor(options: ServerOptions, answer?: RequestListener): Promise<TestVendor> {
  const seen: IncomingMessage['headers'][] = [];
  let connections = 0;
  const server = createServer(options, (request, response) => {
    seen.push(request.headers);
    if (answer !== undefined) return answer(request, response);
    response.setHeader('content-type', 'application/json');
    response.end('[]');
  });
  server.on('secureConnection', () => {
    connections += 1;
  });
  server.on('tlsClientError', () => undefined);
  const { port, close } = await listen(server);
  return { port, seen, connections: () => connections, close };
}
