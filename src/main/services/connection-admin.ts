import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConnectionTest } from '../../shared/contract/connections.ts';
import type { Output, ParsedInput } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { toWire } from '../../shared/errors/wire.ts';
import type { Connection, SecretPlace, SecretStatus } from '../../shared/model/connection.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import type { SecretKeeper } from '../credentials/secret-keeper.ts';
import { isoNow, type Clock } from '../platform/clock.ts';
import type { Random } from '../platform/random.ts';
import { isSignInSecret } from '../sign-in/kept-sign-in.ts';
import type { TokenKeeper } from '../sign-in/token-keeper.ts';
import type { Ask, CacheWriterCalls, WorkWriterCalls } from '../store/worker-calls.ts';
import type { ClientFactory } from '../vendors/core/lazy-client.ts';
import { parseBaseAddress } from '../vendors/core/origin.ts';
import { checkSecret, isSecretOptional, type SecretFields } from '../vendors/core/secret-fields.ts';
import type { Secret, VendorDefinition } from '../vendors/core/vendor.ts';
import type { CallParams } from '../vendors/core/operation.ts';
import type { PermissionService } from './permissions.ts';
import type { ConnectionService, Definitions, OpenConnection } from './connections.ts';
import type { EventHub } from './event-hub.ts';

/** Accounts: adding, testing, changing and removing them. No method answers a secret. */
export interface ConnectionAdmin {
  readonly add: (input: ParsedInput<'connections.add'>) => Promise<Connection>;
  /** Keeps a key that a vendor answered with (MonitorQA's "Create company") as an account of its own. */
  readonly adopt: (from: OpenConnection, secret: Secret, request: CallParams) => Promise<ConnectionId>;
  readonly test: (id: ConnectionId) => Promise<ConnectionTest>;
  readonly update: (input: ParsedInput<'connections.update'>) => Promise<Connection>;
  readonly setSecret: (input: ParsedInput<'connections.setSecret'>) => Promise<Connection>;
  readonly remove: (input: ParsedInput<'connections.remove'>) => Promise<Output<'connections.remove'>>;
  readonly secrets: () => Promise<SecretStatus>;
  readonly retryKeychain: () => Promise<SecretStatus>;
}

interface AdminParts {
  readonly definitions: Definitions;
  readonly connections: ConnectionService;
  readonly permissions: Pick<PermissionService, 'forget'>;
  readonly clients: ClientFactory;
  readonly keeper: SecretKeeper;
  /** What a connection was signed in with goes when another secret takes its place, or the connection goes. */
  readonly tokens: Pick<TokenKeeper, 'forget'>;
  readonly work: Ask<WorkWriterCalls>;
  readonly cache: Ask<CacheWriterCalls>;
  /** The workspace's `files` folder. */
  readonly filesFolder: string;
  readonly events: EventHub;
  readonly clock: Clock;
  readonly random: Random;
  /** True where this process ends with its command: a secret that only it knows is none. */
  readonly endsWithCommand: boolean;
}

/** A secret as people paste it: without blanks and line ends around its values. Throws AppError `bad-input`. */
function cleaned(fields: SecretFields, secret: Secret): Secret {
  if (isSignInSecret(secret)) {
    const message = 'A refresh token is good for one place alone. Sign in by browser here instead.';
    throw new AppError('bad-input', message, { data: { field: 'secret' } });
  }
  const values = Object.entries(secret).map(([field, value]) => [field, value.trim()] as const);
  checkSecret(fields, Object.fromEntries(values));
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
}

/** True for a secret that says nothing. */
const isEmpty = (secret: Secret): boolean => Object.values(secret).every((value) => value === '');

/** What the account calls itself, where the answer to the test says so. */
const accountOf = (data: unknown): string | null =>
  typeof data === 'object' && data !== null && 'name' in data && typeof data.name === 'string' ? data.name : null;

/** The accounts of one workspace. */
export function createConnectionAdmin(parts: AdminParts): ConnectionAdmin {
  const { connections, permissions, clients, keeper, tokens, work, cache, events, clock, random } = parts;

  const definitionOf = (vendor: Connection['vendor']): VendorDefinition => {
    const definition = parts.definitions[vendor];
    if (definition === undefined) {
      throw new AppError('not-offered-here', `Accounts at ${vendor} cannot be connected yet.`, { data: { vendor } });
    }
    return definition;
  };

  /** The read that shows whether a connection works, with a secret or, where that may be, without one. */
  const testOf = ({ testOperation, testWithoutSecret }: VendorDefinition, withoutSecret: boolean): string =>
    withoutSecret ? (testWithoutSecret ?? testOperation) : testOperation;

  /** Tries a secret that is not kept yet with one read. Throws what the vendor answered. */
  const tryOut = async (definition: VendorDefinition, url: string, secret: Secret): Promise<void> => {
    const client = await clients.create({
      definition,
      connection: { id: 'new', url },
      secret: () => Promise.resolve(secret),
    });
    await client.call(testOf(definition, isEmpty(secret)), {});
  };

  const placeOf = (id: ConnectionId): Promise<SecretPlace> => keeper.placeOf(id);

  const save = async (connection: Connection): Promise<Connection> => {
    await work('saveConnection', { connection, at: isoNow(clock) });
    events.emit('connections.changed', {});
    return connection;
  };

  /** Keeps a secret, and answers the status a connection has with it. */
  const keepSecret = async (id: ConnectionId, url: string, secret: Secret): Promise<Connection['status']> => {
    await keeper.set(id, { origin: new URL(url).origin, secret });
    return parts.endsWithCommand && (await placeOf(id)) !== 'keychain' ? 'no-secret' : 'ready';
  };

  /** Keeps what was given of a new connection, and answers its status. Nothing is kept of a secret that says nothing. */
  const statusWith = async (
    { secretFields }: VendorDefinition,
    id: ConnectionId,
    url: string,
    given: Secret | undefined,
  ): Promise<Connection['status']> => {
    if (given === undefined) return 'no-secret';
    return isSecretOptional(secretFields) && isEmpty(given) ? 'ready' : keepSecret(id, url, given);
  };

  const find = async (id: ConnectionId): Promise<Connection> => {
    const found = (await connections.list()).find((connection) => connection.id === id);
    if (found === undefined) throw new AppError('no-connection', `There is no connection ${id.slice(0, 80)}.`);
    return found;
  };

  const secrets = async (): Promise<SecretStatus> => {
    const known = await connections.list();
    const places = await Promise.all(known.map(async ({ id }) => [id, await placeOf(id)] as const));
    return { keychain: await keeper.state(), connections: Object.fromEntries(places) };
  };

  const add: ConnectionAdmin['add'] = async ({ vendor, name, url, secret, allowHttp, test }) => {
    const definition = definitionOf(vendor);
    const address = (url ?? definition.defaultUrl)?.replace(/\/+$/, '');
    if (address === undefined) {
      throw new AppError('bad-input', `${vendor} has no address of its own: give one.`, { data: { field: 'url' } });
    }
    parseBaseAddress(address, allowHttp);
    const { secretFields } = definition;
    const none = isSecretOptional(secretFields) ? {} : undefined;
    const given = secret === undefined ? none : cleaned(secretFields, secret);
    if (given !== undefined && test) await tryOut(definition, address, given);
    const id = `${vendor}-${random.id().slice(0, 8)}` as ConnectionId;
    const status = await statusWith(definition, id, address, given);
    try {
      return await save({
        id,
        vendor,
        name,
        url: address,
        status,
        label: null,
        color: null,
        allowsHttp: allowHttp,
        user: null,
      });
    } catch (thrown) {
      await keeper.delete(id);
      throw thrown;
    }
  };

  return {
    add,
    adopt: async ({ connection }, secret, { body }) => {
      const asked = typeof body === 'object' && body !== null && 'companyName' in body ? body.companyName : undefined;
      const { vendor, url, allowsHttp } = connection;
      const name = typeof asked === 'string' ? asked.slice(0, 100) : connection.name;
      return (await add({ vendor, name, url, secret, allowHttp: allowsHttp, test: false })).id;
    },
    test: async (id) => {
      const { definition, client, withoutSecret = false } = await connections.open(id);
      try {
        const { data } = await client.call(testOf(definition, withoutSecret), {});
        return { ok: true, account: accountOf(data) };
      } catch (thrown) {
        const { code, message } = toWire(thrown);
        return { ok: false, error: { code, message } };
      }
    },
    update: async ({ id, paused, url, allowHttp, ...changes }) => {
      const before = await find(id);
      const address = url?.replace(/\/+$/, '') ?? before.url;
      const allowsHttp = allowHttp ?? before.allowsHttp;
      parseBaseAddress(address, allowsHttp);
      const unpaused = before.status === 'paused' ? 'ready' : before.status;
      const status = paused === undefined ? before.status : paused ? 'paused' : unpaused;
      return save({
        ...before,
        status,
        url: address,
        allowsHttp,
        name: changes.name ?? before.name,
        label: changes.label === undefined ? before.label : changes.label,
        color: changes.color === undefined ? before.color : changes.color,
        user: changes.user === undefined ? before.user : changes.user,
      });
    },
    setSecret: async ({ id, secret }) => {
      const before = await find(id);
      const definition = definitionOf(before.vendor);
      const given = cleaned(definition.secretFields, secret);
      await tryOut(definition, before.url, given);
      tokens.forget(id);
      // What the former key was refused says nothing of this one.
      await permissions.forget(id);
      return save({ ...before, status: await keepSecret(id, before.url, given) });
    },
    remove: async ({ id, erase }) => {
      await find(id);
      // Changes let go of it first, which is refused while one is being sent; then its secret goes, then the account.
      const { drafts } = await work('detachConnection', { connectionId: id, at: isoNow(clock) });
      tokens.forget(id);
      await keeper.delete(id);
      await work('removeConnection', { connectionId: id });
      if (erase) {
        const { paths } = await cache('forgetConnection', { connectionId: id });
        await Promise.all(paths.map((path) => rm(join(parts.filesFolder, path), { force: true })));
        events.emit('workspace.changed', {});
      }
      events.emit('connections.changed', {});
      events.emit('outbox.changed', {});
      return { drafts };
    },
    secrets,
    retryKeychain: async () => {
      await keeper.retry();
      events.emit('connections.changed', {});
      return secrets();
    },
  };
}
