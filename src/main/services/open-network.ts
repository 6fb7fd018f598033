import { join } from 'node:path';
import type { Connection } from '../../shared/model/connection.ts';
import type { SettingKey } from '../../shared/contract/settings.ts';
import type { SecretKeeper } from '../credentials/secret-keeper.ts';
import { createAuthorityFolder } from '../network/authority-folder.ts';
import { createNetwork, type Network } from '../network/network.ts';
import { readProxyEnvironment } from '../network/proxy-environment.ts';
import { readKnownAuthorities } from '../network/system-authorities.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { ProxyResolver } from '../platform/proxy-port.ts';
import { isLoopbackHost } from '../vendors/core/origin.ts';
import { createNetworkService, keptProxySecret, trustedFingerprints, type NetworkService } from './network.ts';
import type { SettingService } from './settings.ts';

interface OpenNetworkParts {
  /** The desktop's way to ask its system; left out: the environment says. */
  readonly proxies: ProxyResolver | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly dataDir: string;
  readonly settings: SettingService;
  readonly keeper: SecretKeeper;
  readonly listConnections: () => Promise<readonly Connection[]>;
  readonly clock: Clock;
  readonly log: Log;
}

/** The network of one workspace, and what a person may ask and tell it. */
interface OpenedNetwork {
  readonly network: Network;
  readonly service: NetworkService;
  /** To be told of each setting that was kept. */
  readonly onSet: (key: SettingKey) => void;
}

/** Puts the network of a workspace together. Reads nothing yet but the environment's variables. */
export function openNetwork(parts: OpenNetworkParts): OpenedNetwork {
  const { proxies, environment, dataDir, settings, keeper, listConnections, clock, log } = parts;
  const inEnvironment = readProxyEnvironment(environment);
  const systemIs = proxies === undefined ? 'environment' : 'system';
  const folder = createAuthorityFolder(join(dataDir, 'authorities'));
  const network = createNetwork({
    resolve: proxies ?? inEnvironment.resolve,
    source: systemIs,
    setting: async () => String(await settings.get('network.proxy')),
    isLoopback: ({ hostname }) => isLoopbackHost(hostname),
    secretOf: async (address) => {
      const kept = await keptProxySecret(keeper, address).catch(() => undefined);
      return kept ?? inEnvironment.secretOf(address);
    },
    readKnown: () => readKnownAuthorities(environment['NODE_EXTRA_CA_CERTS']),
    readOwn: async () => folder.read(await trustedFingerprints(settings)),
    clock,
    log,
  });
  return {
    network,
    service: createNetworkService({
      network,
      systemIs,
      settings,
      folder,
      keeper,
      environmentSecret: inEnvironment.secretOf,
      listConnections,
      clock,
    }),
    onSet: (key) => {
      if (key === 'network.proxy') network.forgetRoutes();
      if (key === 'network.certificates') network.forgetTrust();
    },
  };
}
