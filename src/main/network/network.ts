import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Authority } from './authority-file.ts';
import type { ProxySecret } from './proxy-address.ts';
import { createProxyChoice, type ProxyChoiceParts, type Route } from './proxy-choice.ts';
import type { ProxyFailure, ProxyFailureReason } from './proxy-failure.ts';
import type { KnownAuthorities } from './system-authorities.ts';
import { createTrust, type Trust } from './trust.ts';

/** How a proxy stands by the last try. */
interface ProxyStanding {
  readonly state: 'not-tried' | 'passes' | ProxyFailureReason;
  /** What the proxy said: a status, or the ways to sign in that it offers. */
  readonly said: string | null;
}

export interface NetworkParts extends ProxyChoiceParts {
  /** The password kept for the proxy at this address. A rejection counts as none. */
  readonly secretOf: (address: string) => Promise<ProxySecret | undefined>;
  readonly readKnown: () => Promise<KnownAuthorities>;
  readonly readOwn: () => Promise<readonly Authority[]>;
  readonly clock: Clock;
  readonly log: Log;
}

/** The network as one workspace sees it: which way to each origin, with what password, trusting whom. */
export interface Network {
  readonly routeOf: (url: URL) => Promise<Route>;
  readonly trust: () => Promise<Trust>;
  /** What to tell the proxy at this address; never again what it has refused. */
  readonly secretOf: (address: string) => Promise<ProxySecret | undefined>;
  readonly passed: (address: string) => void;
  /** Notes a proxy's failure; `used` is what it was told. */
  readonly failed: (failure: ProxyFailure, used: ProxySecret | undefined) => void;
  readonly standingOf: (address: string) => ProxyStanding;
  /** The proxy whose password was asked for last: the one that a password given at the start is for. */
  readonly proxyInUse: () => string | undefined;
  /** The proxy setting is another: decide anew. */
  readonly forgetRoutes: () => void;
  /** A person gave or removed a password: what was refused is forgotten. */
  readonly forgetSecrets: () => void;
  /** The person's own authorities are others. */
  readonly forgetTrust: () => void;
}

/** How long a password that was read is used without asking again, in milliseconds: the keychain is slow and may ask. */
const SECRET_HOLDS = 60_000;

/** True when both tell a proxy the same. */
export const isSameSecret = (left: ProxySecret | undefined, right: ProxySecret | undefined): boolean =>
  left?.user === right?.user && left?.password === right?.password;

/** The network of one workspace. Nothing is read or asked before the first connection. */
export function createNetwork(parts: NetworkParts): Network {
  const { clock, log } = parts;
  const choice = createProxyChoice(parts);
  const trust = createTrust(parts);
  const standings = new Map<string, ProxyStanding>();
  const refused = new Map<string, ProxySecret>();
  const secrets = new Map<string, { readonly until: number; readonly secret: Promise<ProxySecret | undefined> }>();
  let inUse: string | undefined;

  const stand = (address: string, standing: ProxyStanding): void => {
    const before = standings.get(address)?.state;
    standings.set(address, standing);
    if (before !== standing.state) log.info('network.proxy', { host: address, code: standing.state });
  };

  const readSecret = (address: string): Promise<ProxySecret | undefined> => {
    const known = secrets.get(address);
    if (known !== undefined && clock.now() < known.until) return known.secret;
    const secret = parts.secretOf(address).catch(() => undefined);
    secrets.set(address, { until: clock.now() + SECRET_HOLDS, secret });
    return secret;
  };

  return {
    routeOf: choice.routeOf,
    trust: trust.current,
    secretOf: async (address) => {
      inUse = address;
      const secret = await readSecret(address);
      // Directories lock an account whose wrong password comes again and again.
      return isSameSecret(secret, refused.get(address)) ? undefined : secret;
    },
    passed: (address) => stand(address, { state: 'passes', said: null }),
    failed: ({ address, reason, said }, used) => {
      if (reason === 'needs-sign-in' && used !== undefined) refused.set(address, used);
      if (reason === 'unreachable') choice.failed(address);
      stand(address, { state: reason, said });
    },
    standingOf: (address) => standings.get(address) ?? { state: 'not-tried', said: null },
    proxyInUse: () => inUse,
    forgetRoutes: choice.forget,
    forgetSecrets: () => {
      secrets.clear();
      refused.clear();
      standings.clear();
    },
    forgetTrust: trust.forget,
  };
}
