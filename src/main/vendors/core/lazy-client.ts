import type { Network } from '../../network/network.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import type { Random } from '../../platform/random.ts';
import type { FormAnswer, FormExchange } from './exchange-form.ts';
import type { Secret, VendorDefinition } from './vendor.ts';
import type { VendorClient } from './vendor-client.ts';

/** What one client is for. */
interface ClientRequest {
  readonly definition: VendorDefinition;
  readonly connection: { readonly id: string; readonly url: string; readonly allowInsecure?: boolean };
  readonly secret: () => Promise<Secret>;
  /** See VendorClientParts. */
  readonly renew?: (refused: readonly string[]) => Promise<boolean>;
}

/** Makes clients that share one way out of the process. */
export interface ClientFactory {
  readonly create: (request: ClientRequest) => Promise<VendorClient>;
  /** Posts one form to a sign-in server by the same way out; see `exchangeForm`. */
  readonly exchange: (exchange: FormExchange) => Promise<FormAnswer>;
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
  /** The way to each origin; left out: straight to each. */
  readonly network?: Network;
  /** See VendorClientParts. */
  readonly onData?: (definition: VendorDefinition, operation: string, data: unknown) => void;
}): ClientFactory {
  let loading: ReturnType<typeof load> | undefined;
  const load = async () => {
    const [{ createDispatcher }, { createVendorClient }, { exchangeForm }] = await Promise.all([
      import('./dispatcher.ts'),
      import('./vendor-client.ts'),
      import('./exchange-form.ts'),
    ]);
    return { dispatcher: createDispatcher(parts.network), createVendorClient, exchangeForm };
  };
  return {
    create: async (request) => {
      loading ??= load();
      const { dispatcher, createVendorClient } = await loading;
      return createVendorClient({ ...request, ...parts, dispatcher });
    },
    exchange: async (exchange) => {
      loading ??= load();
      const { dispatcher, exchangeForm } = await loading;
      return exchangeForm(exchange, { ...parts, dispatcher });
    },
    close: async () => {
      await (await loading)?.dispatcher.destroy();
    },
  };
}
