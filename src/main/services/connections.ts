import { AppError, hasCode, isAppError } from '../../shared/errors/app-error.ts';
import type { Connection, ConnectionStatus } from '../../shared/model/connection.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import type { Vendor } from '../../shared/model/vendor.ts';
import type { Credential, CredentialStore } from '../credentials/credential-store.ts';
import type { Log } from '../platform/log.ts';
import { isSignInSecret } from '../sign-in/kept-sign-in.ts';
import type { TokenKeeper } from '../sign-in/token-keeper.ts';
import type { ClientFactory } from '../vendors/core/lazy-client.ts';
import { isSecretOptional } from '../vendors/core/secret-fields.ts';
import type { VendorClient } from '../vendors/core/vendor-client.ts';
import type { Secret, VendorDefinition } from '../vendors/core/vendor.ts';

export type Definitions = Readonly<Partial<Record<Vendor, VendorDefinition>>>;

/** A connection with what is needed to call its vendor. */
export interface OpenConnection {
  readonly connection: Connection;
  readonly definition: VendorDefinition;
  readonly client: VendorClient;
  /** True where the vendor lets a connection do without a secret, and this one does. */
  readonly withoutSecret?: boolean;
}

export interface ConnectionService {
  /** Connections in the person's order. */
  readonly list: () => Promise<readonly Connection[]>;
  /** The same, when their vendors are about to be called. */
  readonly listReady: () => Promise<readonly Connection[]>;
  /** A connection and its vendor, without a way to call it. Throws AppError `no-connection`. */
  readonly find: (id: ConnectionId) => Promise<Pick<OpenConnection, 'connection' | 'definition'>>;
  /** Throws AppError `no-connection`. */
  readonly open: (id: ConnectionId) => Promise<OpenConnection>;
}

interface ConnectionParts {
  readonly definitions: Definitions;
  /** Awaited before a vendor is called. */
  readonly beforeOpening: () => Promise<void>;
  readonly listConnections: () => Promise<readonly Connection[]>;
  readonly credentials: CredentialStore;
  /** The access tokens of connections that were signed in. */
  readonly tokens: Pick<TokenKeeper, 'held' | 'secretOf' | 'renew'>;
  readonly clients: ClientFactory;
  readonly setStatus: (id: ConnectionId, status: ConnectionStatus) => Promise<unknown>;
  /** Told after each call whether the vendor did it (true) or refused it as not permitted (false). */
  readonly onPermitted: (id: ConnectionId, operation: string, permitted: boolean) => void;
  readonly log: Log;
}

/** What is kept of a connection; where there is no keychain at all, nothing can be. */
async function keptFor(credentials: CredentialStore, id: ConnectionId): Promise<Credential | undefined> {
  try {
    return await credentials.get(id);
  } catch (thrown) {
    if (hasCode(thrown, 'no-secret') && thrown.data['keychain'] === 'missing') return undefined;
    throw thrown;
  }
}

/**
 * The secret of a connection, given out only for the origin it was kept with (quality S-4); an empty one where its
 * vendor lets it do without.
 */
async function secretFor(
  { credentials, tokens }: Pick<ConnectionParts, 'credentials' | 'tokens'>,
  { secretFields, signIn }: VendorDefinition,
  connection: Connection,
): Promise<Secret> {
  const { id, url, vendor } = connection;
  const held = signIn && tokens.held(connection);
  if (held !== undefined) return held;
  const mayLack = isSecretOptional(secretFields);
  const credential = mayLack ? await keptFor(credentials, id) : await credentials.get(id);
  if (credential === undefined) {
    if (mayLack) return {};
    throw new AppError('no-secret', 'The secret of this connection is not available.', { data: { vendor } });
  }
  if (signIn && isSignInSecret(credential.secret)) return tokens.secretOf(connection, signIn);
  if (credential.origin !== new URL(url).origin) {
    throw new AppError('no-secret', 'The address of this connection changed; its secret was kept for another.', {
      data: { vendor },
    });
  }
  return credential.secret;
}

/** What a failure says of the connection's secret, if anything. */
function statusAfter(thrown: unknown): ConnectionStatus | null {
  if (hasCode(thrown, 'key-rejected')) return 'key-rejected';
  return hasCode(thrown, 'no-secret') ? 'no-secret' : null;
}

interface ClientWatch {
  readonly onStatus: (status: ConnectionStatus) => void;
  readonly onPermitted: (operation: string, permitted: boolean) => void;
}

/** The client, telling after each call how the connection stands and whether the operation was permitted. */
function watchClient(client: VendorClient, { onStatus, onPermitted }: ClientWatch): VendorClient {
  const watch =
    <Rest extends readonly unknown[], Answer>(call: (operation: string, ...rest: Rest) => Promise<Answer>) =>
    async (operation: string, ...rest: Rest): Promise<Answer> => {
      try {
        const answer = await call(operation, ...rest);
        onStatus('ready');
        onPermitted(operation, true);
        return answer;
      } catch (thrown) {
        const status = statusAfter(thrown);
        if (status !== null) onStatus(status);
        if (hasCode(thrown, 'not-permitted')) onPermitted(operation, false);
        throw thrown;
      }
    };
  return {
    call: watch(client.call),
    bytes: watch(client.bytes),
    stream: watch(client.stream),
    send: watch(client.send),
  };
}

/** Connections and their clients; one client for each address of a connection, so that its pace is kept. */
export function createConnections(parts: ConnectionParts): ConnectionService {
  const clients = new Map<string, Promise<VendorClient>>();
  const told = new Map<ConnectionId, ConnectionStatus>();

  /** Notes how a connection stands when that is news. A paused one stays paused; the note is no reason to fail. */
  const onStatus = (connection: Connection, status: ConnectionStatus): void => {
    if (connection.status === 'paused' || (told.get(connection.id) ?? connection.status) === status) return;
    told.set(connection.id, status);
    parts.setStatus(connection.id, status).catch((thrown: unknown) => {
      parts.log.warn('connection.status', {
        connection: connection.id,
        code: isAppError(thrown) ? thrown.code : 'internal',
      });
    });
  };

  const clientOf = (connection: Connection, definition: VendorDefinition): Promise<VendorClient> => {
    const { id, url, allowsHttp } = connection;
    const { signIn } = definition;
    const key = `${id} ${url} ${String(allowsHttp)}`;
    const known = clients.get(key);
    if (known !== undefined) return known;
    const client = parts.clients
      .create({
        definition,
        connection: { id, url, allowInsecure: allowsHttp },
        secret: () => secretFor(parts, definition, connection),
        ...(signIn ? { renew: (refused) => parts.tokens.renew(connection, signIn, refused) } : {}),
      })
      .then((made) =>
        watchClient(made, {
          onStatus: (status) => onStatus(connection, status),
          onPermitted: (operation, permitted) => parts.onPermitted(id, operation, permitted),
        }),
      );
    clients.set(key, client);
    return client;
  };

  /** A keychain that cannot be asked may hold one: then the calls will say so. */
  const isWithoutSecret = async ({ id }: Connection, { secretFields }: VendorDefinition): Promise<boolean> =>
    isSecretOptional(secretFields) && (await keptFor(parts.credentials, id).catch(() => null)) === undefined;

  const find = async (id: ConnectionId): Promise<Pick<OpenConnection, 'connection' | 'definition'>> => {
    const connection = (await parts.listConnections()).find((candidate) => candidate.id === id);
    const definition = connection === undefined ? undefined : parts.definitions[connection.vendor];
    if (connection === undefined || definition === undefined) {
      throw new AppError('no-connection', `There is no connection ${id.slice(0, 80)}.`);
    }
    return { connection, definition };
  };

  return {
    list: parts.listConnections,
    listReady: async () => {
      await parts.beforeOpening();
      return parts.listConnections();
    },
    find,
    open: async (id) => {
      await parts.beforeOpening();
      const { connection, definition } = await find(id);
      const client = await clientOf(connection, definition);
      return { connection, definition, client, withoutSecret: await isWithoutSecret(connection, definition) };
    },
  };
}
