import type { ParsedInput } from '../../shared/contract/index.ts';
import type { AuthorityStatus, ConnectionRoute, NetworkStatus, ProxyStatus } from '../../shared/contract/network.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { Connection } from '../../shared/model/connection.ts';
import type { SecretKeeper } from '../credentials/secret-keeper.ts';
import { parseAuthorities } from '../network/authority-file.ts';
import type { AuthorityFolder } from '../network/authority-folder.ts';
import type { Network } from '../network/network.ts';
import { parseProxyAddress, type ProxySecret } from '../network/proxy-address.ts';
import type { Clock } from '../platform/clock.ts';
import { proxyAddress } from '../platform/proxy-port.ts';
import type { SettingService } from './settings.ts';

/** The keychain's entry of the one proxy whose password is kept; no connection has such an id. */
export const PROXY_ENTRY = 'network-proxy';

/** The way to the vendors, as a person sees and sets it. No method answers a secret. */
export interface NetworkService {
  readonly status: () => Promise<NetworkStatus>;
  readonly set: (input: ParsedInput<'network.set'>) => Promise<NetworkStatus>;
  /** Throws AppError `no-secret` when a keychain that could not be asked may still hold the former one. */
  readonly setProxySecret: (input: ParsedInput<'network.setProxySecret'>) => Promise<NetworkStatus>;
  /** Throws AppError `authority-refused` or `disk-…`. */
  readonly addCertificate: (input: ParsedInput<'network.addCertificate'>) => Promise<NetworkStatus>;
  /** Throws AppError `not-found` or `disk-…`. */
  readonly removeCertificate: (input: ParsedInput<'network.removeCertificate'>) => Promise<NetworkStatus>;
}

interface NetworkServiceParts {
  readonly network: Network;
  readonly systemIs: NetworkStatus['systemIs'];
  readonly settings: SettingService;
  readonly folder: AuthorityFolder;
  readonly keeper: SecretKeeper;
  /** What the environment's own addresses tell a proxy. */
  readonly environmentSecret: (address: string) => ProxySecret | undefined;
  readonly listConnections: () => Promise<readonly Connection[]>;
  readonly clock: Clock;
}

/** The fingerprints that are trusted, as the setting has them. */
export async function trustedFingerprints(settings: SettingService): Promise<readonly string[]> {
  const value = await settings.get('network.certificates');
  return Array.isArray(value) ? value.map(String) : [];
}

/** The password kept for the proxy at `address`; one that was kept for another proxy is not given out (quality S-4). */
export async function keptProxySecret(keeper: SecretKeeper, address: string): Promise<ProxySecret | undefined> {
  const credential = await keeper.get(PROXY_ENTRY);
  if (credential === undefined || credential.origin !== address) return undefined;
  const { user, password = '' } = credential.secret;
  return user === undefined ? undefined : { user, password };
}

/** The network of one workspace, as a service. */
export function createNetworkService(parts: NetworkServiceParts): NetworkService {
  const { network, systemIs, settings, folder, keeper, environmentSecret, listConnections, clock } = parts;

  const routeOf = async ({ id, url }: Connection): Promise<ConnectionRoute> => {
    const { origin } = new URL(url);
    const { rule, by } = await network.routeOf(new URL(url));
    if (rule.kind === 'unsupported') return { id, origin, by, proxy: null, unsupported: rule.name };
    return { id, origin, by, proxy: rule.kind === 'direct' ? null : proxyAddress(rule), unsupported: null };
  };

  const placeOf = async (address: string): Promise<ProxyStatus['secret']> => {
    const kept = await keptProxySecret(keeper, address).catch(() => undefined);
    if (kept !== undefined) return keeper.placeOf(PROXY_ENTRY);
    return environmentSecret(address) === undefined ? 'none' : 'environment';
  };

  const ownAuthorities = async (): Promise<readonly AuthorityStatus[]> => {
    const fingerprints = await trustedFingerprints(settings);
    const found = new Map((await folder.read(fingerprints)).map((authority) => [authority.fingerprint, authority]));
    return fingerprints.map((fingerprint) => {
      const { subject = null, organisation = null, validFrom = null, validTo = null } = found.get(fingerprint) ?? {};
      const isOver = validTo !== null && Date.parse(validTo) <= clock.now();
      const state = validTo === null ? 'missing' : isOver ? 'expired' : 'trusted';
      return { fingerprint, subject, organisation, validFrom, validTo, state };
    });
  };

  const status = async (): Promise<NetworkStatus> => {
    const proxy = String(await settings.get('network.proxy'));
    const connections = await Promise.all((await listConnections()).map(routeOf));
    const set = proxy === 'system' || proxy === 'none' ? undefined : parseProxyAddress(proxy);
    const addresses = [
      ...(set !== undefined && 'place' in set ? [proxyAddress(set.place)] : []),
      ...connections.flatMap((route) => route.proxy ?? []),
    ];
    const proxies = [...new Set(addresses)].map(async (address) => ({
      address,
      ...network.standingOf(address),
      secret: await placeOf(address),
    }));
    const [{ known }, own] = await Promise.all([network.trust(), ownAuthorities()]);
    return {
      proxy,
      systemIs,
      connections,
      proxies: await Promise.all(proxies),
      authorities: { builtIn: known.builtIn.length, system: known.system?.length ?? null, own },
    };
  };

  return {
    status,
    set: async ({ proxy }) => {
      await settings.set('network.proxy', proxy);
      return status();
    },
    setProxySecret: async ({ proxy, secret }) => {
      if (secret === null) await keeper.delete(PROXY_ENTRY);
      else await keeper.set(PROXY_ENTRY, { origin: proxy, secret });
      network.forgetSecrets();
      return status();
    },
    addCertificate: async ({ pem }) => {
      const authorities = parseAuthorities(pem, clock.now());
      for (const authority of authorities) await folder.keep(authority);
      const known = await trustedFingerprints(settings);
      const added = authorities.map(({ fingerprint }) => fingerprint);
      await settings.set('network.certificates', [...new Set([...known, ...added])]);
      return status();
    },
    removeCertificate: async ({ fingerprint }) => {
      const known = await trustedFingerprints(settings);
      if (!known.includes(fingerprint)) throw new AppError('not-found', 'There is no such authority among your own.');
      await settings.set(
        'network.certificates',
        known.filter((one) => one !== fingerprint),
      );
      await folder.remove(fingerprint);
      return status();
    },
  };
}
