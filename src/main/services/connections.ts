import { AppError } from '../../shared/errors/app-error.ts';
import type { Connection } from '../../shared/model/connection.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import type { Vendor } from '../../shared/model/vendor.ts';
import type { CredentialStore } from '../credentials/credential-store.ts';
import type { ClientFactory } from '../vendors/core/lazy-client.ts';
import type { VendorClient } from '../vendors/core/vendor-client.ts';
import type { Secret, VendorDefinition } from '../vendors/core/vendor.ts';

export type Definitions = Readonly<Partial<Record<Vendor, VendorDefinition>>>;

/** A connection with what is needed to call its vendor. */
export interface OpenConnection {
  readonly connection: Connection;
  readonly definition: VendorDefinition;
  readonly client: VendorClient;
}

export interface ConnectionService {
  /** Connections in the person's order. */
  readonly list: () => Promise<readonly Connection[]>;
  /** The same, when their vendors are about to be called. */
  readonly listReady: () => Promise<readonly Connection[]>;
  /** Throws AppError `no-connection`. */
  readonly open: (id: ConnectionId) => Promise<OpenConnection>;
}

interface ConnectionParts {
  readonly definitions: Definitions;
  /** Awaited before a vendor is called. */
  readonly beforeOpening: () => Promise<void>;
  readonly listConnections: () => Promise<readonly Connection[]>;
  readonly credentials: CredentialStore;
  readonly clients: ClientFactory;
}

/** The secret of a connection, given out only for the origin it was kept with (quality S-4). */
async function secretFor(credentials: CredentialStore, { id, url, vendor }: Connection): Promise<Secret> {
  const credential = await credentials.get(id);
  if (credential === undefined) {
    throw new AppError('no-secret', 'The secret of this connection is not available.', { data: { vendor } });
  }
  if (credential.origin !== new URL(url).origin) {
    throw new AppError('no-secret', 'The address of this connection changed; its secret was kept for another.', {
      data: { vendor },
    });
  }
  return credential.secret;
}

/** Connections and their clients; one client for each address of a connection, so that its pace is kept. */
export function createConnections(parts: ConnectionParts): ConnectionService {
  const clients = new Map<string, Promise<VendorClient>>();

  const clientOf = (connection: Connection, definition: VendorDefinition): Promise<VendorClient> => {
    const { id, url } = connection;
    const key = `${id} ${url}`;
    const known = clients.get(key);
    if (known !== undefined) return known;
    const client = parts.clients.create({
      definition,
      connection: { id, url },
      secret: () => secretFor(parts.credentials, connection),
    });
    clients.set(key, client);
    return client;
  };

  return {
    list: parts.listConnections,
    listReady: async () => {
      await parts.beforeOpening();
      return parts.listConnections();
    },
    open: async (id) => {
      await parts.beforeOpening();
      const connection = (await parts.listConnections()).find((candidate) => candidate.id === id);
      const definition = connection === undefined ? undefined : parts.definitions[connection.vendor];
      if (connection === undefined || definition === undefined) {
        throw new AppError('no-connection', `There is no connection ${id.slice(0, 80)}.`);
      }
      return { connection, definition, client: await clientOf(connection, definition) };
    },
  };
}
