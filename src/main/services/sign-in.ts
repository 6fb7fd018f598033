import type { ParsedInput } from '../../shared/contract/index.ts';
import type { Progress } from '../../shared/contract/operation.ts';
import { REDIRECT_PATH, type SignInOption } from '../../shared/contract/sign-in.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { toWire } from '../../shared/errors/wire.ts';
import type { Connection } from '../../shared/model/connection.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import { VENDORS, type Vendor } from '../../shared/model/vendor.ts';
import type { SecretKeeper } from '../credentials/secret-keeper.ts';
import { isoNow, type Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Random } from '../platform/random.ts';
import type { SystemPort } from '../platform/system-port.ts';
import type { FreshTokens } from '../sign-in/browser-flow.ts';
import { isSignInSecret, readKeptSignIn, type KeptSignIn } from '../sign-in/kept-sign-in.ts';
import type { TokenKeeper } from '../sign-in/token-keeper.ts';
import type { Ask, WorkWriterCalls } from '../store/worker-calls.ts';
import type { ClientFactory } from '../vendors/core/lazy-client.ts';
import { parseBaseAddress } from '../vendors/core/origin.ts';
import type { VendorSignIn } from '../vendors/core/sign-in.ts';
import type { VendorDefinition } from '../vendors/core/vendor.ts';
import type { ConnectionService, Definitions } from './connections.ts';
import type { EventHub } from './event-hub.ts';
import { externalLink } from './external-link.ts';
import type { PermissionService } from './permissions.ts';
import type { SignInSettings } from './sign-in-settings.ts';

/** Signing in to vendors in the person's own browser. No method answers a token. */
export interface SignInService {
  readonly options: (id?: ConnectionId) => Promise<readonly SignInOption[]>;
  readonly signIn: (input: ParsedInput<'connections.signIn'>, call: SignInCall) => Promise<Connection>;
  readonly signOut: (id: ConnectionId) => Promise<Connection>;
  /** Ends a sign-in that is still waited for. */
  readonly close: () => void;
}

/** What a sign-in may use besides its input. */
interface SignInCall {
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
  /** Whether a click or a key press of a person led to it. */
  readonly gesture: boolean;
}

interface SignInParts {
  readonly definitions: Definitions;
  readonly connections: Pick<ConnectionService, 'list'>;
  readonly permissions: Pick<PermissionService, 'forget'>;
  readonly clients: ClientFactory;
  readonly keeper: SecretKeeper;
  readonly tokens: TokenKeeper;
  readonly settings: SignInSettings;
  readonly startWriting: () => Promise<void>;
  readonly work: Ask<WorkWriterCalls>;
  readonly events: EventHub;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Opens an address in the person's browser, where the host can. */
  readonly openLink?: SystemPort['openLink'];
  /** True where this process ends with its command: a secret that only it knows is none. */
  readonly endsWithCommand: boolean;
}

/** A vendor with a sign-in. */
interface SignInVendor {
  readonly definition: VendorDefinition;
  readonly signIn: VendorSignIn;
}

/** Everything a sign-in needs, asked for or remembered. */
interface Plan extends SignInVendor {
  readonly vendor: Vendor;
  readonly before: Connection | undefined;
  readonly name: string;
  readonly url: string;
  readonly allowsHttp: boolean;
  readonly clientId: string;
  readonly lobby: string;
  readonly redirectPort: number;
}

const STEPS = 3;

const needed = (field: string, message: string): AppError => new AppError('bad-input', message, { data: { field } });

const withoutSlash = (address: string): string => address.replace(/\/+$/, '');

/** The sign-ins of one workspace. */
export function createSignIn(parts: SignInParts): SignInService {
  const { definitions, connections, keeper, tokens, settings, work, events, clock, random, log } = parts;
  let waiting: AbortController | undefined;

  const vendorOf = (vendor: Vendor): SignInVendor => {
    const definition = definitions[vendor];
    if (definition?.signIn === undefined) {
      throw new AppError('not-offered-here', `${vendor} has no sign-in by browser.`, { data: { vendor } });
    }
    return { definition, signIn: definition.signIn };
  };

  const find = async (id: ConnectionId): Promise<Connection> => {
    const found = (await connections.list()).find((connection) => connection.id === id);
    if (found === undefined) throw new AppError('no-connection', `There is no connection ${id.slice(0, 80)}.`);
    return found;
  };

  const keptFor = async (id: ConnectionId | undefined): Promise<KeptSignIn | null> =>
    id === undefined ? null : readKeptSignIn(await keeper.get(id));

  const planOf = async (input: ParsedInput<'connections.signIn'>): Promise<Plan> => {
    const { vendor, id } = input;
    const { definition, signIn } = vendorOf(vendor);
    const before = id === undefined ? undefined : await find(id);
    if (before !== undefined && before.vendor !== vendor) {
      throw needed('vendor', 'The connection is of another vendor.');
    }
    // A keychain that cannot be read must not keep anybody from signing in again.
    const kept = await keptFor(id).catch(() => null);
    const used = await settings.used(vendor);
    const name = input.name ?? before?.name;
    const clientId = input.clientId ?? kept?.clientId ?? used.clientId;
    if (name === undefined) throw needed('name', 'A new connection needs a name.');
    if (clientId === null) throw needed('clientId', 'The sign-in needs the id of your organization’s client.');
    const url = withoutSlash(input.url ?? before?.url ?? signIn.url);
    const lobby = withoutSlash(input.lobby ?? kept?.lobby ?? used.lobby ?? signIn.lobbies[0]);
    const allowsHttp = before?.allowsHttp ?? false;
    parseBaseAddress(url, allowsHttp);
    parseBaseAddress(lobby);
    const redirectPort = input.redirectPort ?? used.redirectPort;
    return { vendor, definition, signIn, before, name, url, allowsHttp, clientId, lobby, redirectPort };
  };

  /** Opens the sign-in server's page where the host can: this one address of this one server, for this call alone. */
  const open = (address: string, lobby: string): void => {
    if (parts.openLink === undefined) return;
    const { host, protocol, origin } = new URL(lobby);
    // A server on this computer is not https, and no other address than its own is opened either.
    const isLocal = protocol === 'http:' && new URL(address).origin === origin;
    const checked = isLocal ? address : externalLink(address, new Set([host]));
    parts.openLink(checked).catch((thrown: unknown) => log.warn('sign-in.not-opened', { code: toWire(thrown).code }));
  };

  /** Tries an access token that is not kept yet with one read. Throws what the vendor answered. */
  const tryOut = async ({ definition, url, allowsHttp }: Plan, { accessToken }: FreshTokens): Promise<void> => {
    const client = await parts.clients.create({
      definition,
      connection: { id: 'new', url, allowInsecure: allowsHttp },
      secret: () => Promise.resolve({ accessToken }),
    });
    await client.call(definition.testOperation, {});
  };

  const save = async (connection: Connection): Promise<Connection> => {
    await work('saveConnection', { connection, at: isoNow(clock) });
    events.emit('connections.changed', {});
    return connection;
  };

  const keep = async (plan: Plan, fresh: FreshTokens): Promise<Connection> => {
    const { vendor, name, url, clientId, lobby, redirectPort, allowsHttp } = plan;
    // It may have been renamed, paused or removed while its person was in the browser.
    const before = plan.before === undefined ? undefined : await find(plan.before.id);
    const id = before?.id ?? (`${vendor}-${random.id().slice(0, 8)}` as ConnectionId);
    await settings.remember(vendor, { clientId, lobby, redirectPort });
    const kept = { refreshToken: fresh.refreshToken, clientId, lobby, api: new URL(url).origin };
    await tokens.keep(id, kept, fresh);
    const isLost = parts.endsWithCommand && (await keeper.placeOf(id)) !== 'keychain';
    const status = isLost ? 'no-secret' : 'ready';
    try {
      if (before !== undefined) {
        // What the former key was refused says nothing of this sign-in.
        await parts.permissions.forget(id);
        return await save({ ...before, name, url, status });
      }
      return await save({ id, vendor, name, url, status, label: null, color: null, allowsHttp, user: null });
    } catch (thrown) {
      if (before === undefined) {
        tokens.forget(id);
        await keeper.delete(id);
      }
      throw thrown;
    }
  };

  return {
    options: async (id) => {
      const only = id === undefined ? undefined : await find(id);
      const offered = VENDORS.filter((vendor) => only === undefined || vendor === only.vendor).flatMap((vendor) => {
        const signIn = definitions[vendor]?.signIn;
        return signIn === undefined ? [] : [{ vendor, signIn }];
      });
      return Promise.all(
        offered.map(async ({ vendor, signIn: { url, lobbies } }) => {
          const [used, kept] = await Promise.all([settings.used(vendor), keptFor(id)]);
          return {
            vendor,
            url,
            lobbies,
            redirectUri: `http://127.0.0.1:{port}${REDIRECT_PATH}`,
            clientId: kept?.clientId ?? used.clientId,
            lobby: kept?.lobby ?? used.lobby,
            redirectPort: used.redirectPort,
            isSignedIn: kept !== null,
          };
        }),
      );
    },

    signIn: async (input, { signal, progress, gesture }) => {
      if (parts.openLink !== undefined && !gesture) {
        throw new AppError('needs-gesture', 'A sign-in must follow a click or a key press.');
      }
      const plan = await planOf(input);
      // Found out before anybody is sent to a browser: what comes of it could not be kept.
      await parts.startWriting();
      waiting?.abort();
      const own = new AbortController();
      waiting = own;
      const { vendor, signIn, lobby, clientId, redirectPort } = plan;
      const tell = (done: number, more: Partial<Progress> = {}): void =>
        progress({ done, total: STEPS, unit: 'steps', ...more });
      try {
        // With Node's HTTP server in it, which no list is to wait for.
        const { signInByBrowser } = await import('../sign-in/browser-flow.ts');
        const fresh = await signInByBrowser(
          { post: parts.clients.exchange, clock, random },
          {
            vendor,
            signIn,
            lobby,
            clientId,
            redirectPort,
            signal: AbortSignal.any([signal, own.signal]),
            onAddress: (address) => {
              open(address, lobby);
              tell(0, { address });
            },
            onReturn: () => tell(1),
          },
        );
        tell(2);
        await tryOut(plan, fresh);
        const connection = await keep(plan, fresh);
        tell(STEPS);
        return connection;
      } finally {
        if (waiting === own) waiting = undefined;
      }
    },

    signOut: async (id) => {
      const before = await find(id);
      vendorOf(before.vendor);
      await parts.startWriting();
      const credential = await keeper.get(id);
      if (credential !== undefined && !isSignInSecret(credential.secret)) {
        throw new AppError('not-offered-here', 'This connection has a secret of its own; nobody is signed in.');
      }
      tokens.forget(id);
      await keeper.delete(id);
      return save({ ...before, status: 'no-secret' });
    },

    close: () => waiting?.abort(),
  };
}
