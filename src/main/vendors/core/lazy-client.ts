import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import type { Random } from '../../platform/random.ts';
import type { Secret, VendorDefinition } from './vendor.ts';
import type { VendorClient } from './vendor-client.ts';

/** What one client is for. */
interface ClientRequest {
  readonly definition: VendorDefinition;
  readonly connection: { readonly id: string; readonly url: string; readonly allowInsecure?: boolean };
  readonly secret: () => Promise<Secret>;
}

/** Makes clients that share one way out of the process. */
export interface ClientFactory {
  readonly create: (request: ClientRequest) => Promise<VendorClient>;
  /** Ends every connection that is open. */
  readonly close: () => Promise<void>;
}

/**
 * Clients whose HTTP stack is loaded when the first one is made: it takes longer to load than everything a list needs,
 * and a list needs no network.
 */
export function createClients(parts: {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}): ClientFactory {
  let loading: ReturnType<typeof load> | undefined;
  const load = async () => {
    const [{ createDispatcher }, { createVendorClient }] = await Promise.all([
      import('./dispatcher.ts'),
      import('./vendor-client.ts'),
    ]);
    return { dispatcher: createDispatcher(), createVendorClient };
  };
  return {
    create: async (request) => {
      loading ??= load();
      const { dispatcher, createVendorClient } = await loading;
      return createVendorClient({ ...request, ...parts, dispatcher });
    },
    close: async () => {
      await (await loading)?.dispatcher.destroy();
    },
  };
}
