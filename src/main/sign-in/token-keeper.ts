import { AppError, hasCode } from '../../shared/errors/app-error.ts';
import type { Connection } from '../../shared/model/connection.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import type { CredentialStore } from '../credentials/credential-store.ts';
import type { Clock } from '../platform/clock.ts';
import { crashpoint } from '../platform/crashpoint.ts';
import type { VendorSignIn } from '../vendors/core/sign-in.ts';
import type { Secret } from '../vendors/core/vendor.ts';
import { asNotSent, exchangeTokens, type PostForm } from './exchange.ts';
import type { FreshTokens } from './browser-flow.ts';
import { readKeptSignIn, refuseMovedAddress, signInCredential, type KeptSignIn } from './kept-sign-in.ts';

/** The connection that tokens are for. */
type TokenOwner = Pick<Connection, 'id' | 'url' | 'vendor'>;

/** The access tokens of the connections that were signed in, in memory, and their refreshing. */
export interface TokenKeeper {
  /** The secret to call with where a token is at hand that still lives; undefined where there is none. */
  readonly held: (owner: TokenOwner) => Secret | undefined;
  /**
   * The same, refreshed where it must be: once at a time for each connection, whoever asks. Throws AppError `no-secret`
   * (not signed in, or for another address), `workspace-busy`, and VendorError with `sent: 'no'`.
   */
  readonly secretOf: (owner: TokenOwner, signIn: VendorSignIn) => Promise<Secret>;
  /** Told that the vendor refused a call made with these values; answers whether it is worth one more try. */
  readonly renew: (owner: TokenOwner, signIn: VendorSignIn, refused: readonly string[]) => Promise<boolean>;
  /** Keeps what a sign-in brought, in place of whatever was kept for the connection. */
  readonly keep: (id: ConnectionId, kept: KeptSignIn, tokens: FreshTokens) => Promise<void>;
  /** Lets go of the connection's tokens in memory, also of those on their way. What is kept is another's to delete. */
  readonly forget: (id: ConnectionId) => void;
}

interface KeeperParts {
  readonly credentials: CredentialStore;
  readonly post: PostForm;
  readonly clock: Clock;
  /**
   * Makes this process the data folder's one writer, or throws AppError `workspace-busy`: a refresh token is good for
   * one refresh, so two processes must never use the same.
   */
  readonly startWriting: () => Promise<void>;
}

/** An access token; moments in milliseconds since 1970 UTC. */
interface Access {
  readonly token: string;
  readonly api: string;
  readonly since: number;
  /** From here on it is refreshed before it is used. */
  readonly staleAt: number;
  /** It came in place of one that the vendor refused before its time. */
  readonly isReplacement: boolean;
}

/** A token this close to its end is refreshed: a call may take a while to arrive. Milliseconds. */
const MARGIN = 60_000;

/** How long a refusal is taken at its word: no second replacement, no second try with a refresh token that is dead. */
const REST = 60_000;

/** Tokens of one workspace. */
export function createTokenKeeper({ credentials, post, clock, startWriting }: KeeperParts): TokenKeeper {
  const tokens = new Map<ConnectionId, Access>();
  const flights = new Map<ConnectionId, Promise<Access>>();
  const refusals = new Map<
    ConnectionId,
    { readonly refreshToken: string; readonly at: number; readonly error: unknown }
  >();
  /** Counted up when a connection's tokens are let go: what was on its way then is not kept any more. */
  const lives = new Map<ConnectionId, number>();
  const lifeOf = (id: ConnectionId): number => lives.get(id) ?? 0;

  const accessFrom = (token: string, expiresInMs: number, api: string, isReplacement: boolean): Access => {
    const since = clock.now();
    return { token, api, since, staleAt: since + Math.max(expiresInMs - MARGIN, expiresInMs / 2), isReplacement };
  };

  const forget = (id: ConnectionId): void => {
    lives.set(id, lifeOf(id) + 1);
    tokens.delete(id);
    flights.delete(id);
    refusals.delete(id);
  };

  const notSignedIn = ({ vendor }: TokenOwner): AppError =>
    new AppError('no-secret', 'Nobody is signed in for this connection. Sign in again.', { data: { vendor } });

  const refreshOnce = async (owner: TokenOwner, signIn: VendorSignIn, isReplacement: boolean): Promise<Access> => {
    const { id, vendor } = owner;
    const life = lifeOf(id);
    await startWriting();
    // Read only now: the process that wrote before this one may have changed it.
    const kept = readKeptSignIn(await credentials.get(id));
    if (kept === null) throw notSignedIn(owner);
    refuseMovedAddress(kept.api, owner);
    const { refreshToken, clientId, lobby } = kept;
    const refusal = refusals.get(id);
    if (refusal?.refreshToken === refreshToken && clock.now() - refusal.at < REST) throw refusal.error;
    const body = signIn.refreshBody({ clientId, refreshToken });
    const answer = await exchangeTokens(post, { vendor, signIn, lobby, body, secrets: [refreshToken] }).catch(
      (thrown: unknown) => {
        const error = asNotSent(thrown);
        if (hasCode(error, 'key-rejected')) refusals.set(id, { refreshToken, at: clock.now(), error });
        throw error;
      },
    );
    crashpoint('sign-in:after-refresh');
    if (lifeOf(id) !== life) throw notSignedIn(owner);
    // The old refresh token is used up: the new one is kept before anything is done with what came beside it.
    if (answer.refreshToken !== null && answer.refreshToken !== refreshToken) {
      await credentials.set(id, signInCredential({ ...kept, refreshToken: answer.refreshToken }));
    }
    crashpoint('sign-in:after-keep');
    if (lifeOf(id) !== life) throw notSignedIn(owner);
    const access = accessFrom(answer.accessToken, answer.expiresInMs, kept.api, isReplacement);
    tokens.set(id, access);
    return access;
  };

  const refresh = (owner: TokenOwner, signIn: VendorSignIn, isReplacement: boolean): Promise<Access> => {
    const { id } = owner;
    const known = flights.get(id);
    if (known !== undefined) return known;
    const flight = refreshOnce(owner, signIn, isReplacement).finally(() => {
      if (flights.get(id) === flight) flights.delete(id);
    });
    flights.set(id, flight);
    return flight;
  };

  const living = ({ id }: TokenOwner): Access | undefined => {
    const access = tokens.get(id);
    return access !== undefined && clock.now() < access.staleAt ? access : undefined;
  };

  const asSecret = (access: Access, owner: TokenOwner): Secret => {
    refuseMovedAddress(access.api, owner);
    return { accessToken: access.token };
  };

  return {
    held: (owner) => {
      const access = living(owner);
      return access === undefined ? undefined : asSecret(access, owner);
    },
    secretOf: async (owner, signIn) => asSecret(living(owner) ?? (await refresh(owner, signIn, false)), owner),
    renew: async (owner, signIn, refused) => {
      const access = tokens.get(owner.id);
      if (access !== undefined && !refused.includes(access.token)) {
        // Another call's refusal has renewed it already; a secret that is no token of ours is nothing to renew.
        return true;
      }
      if (access === undefined) return flights.has(owner.id);
      if (access.isReplacement && clock.now() - access.since < REST) return false;
      tokens.delete(owner.id);
      await refresh(owner, signIn, true);
      return true;
    },
    keep: async (id, kept, { accessToken, refreshToken, expiresInMs }) => {
      forget(id);
      await credentials.set(id, signInCredential({ ...kept, refreshToken }));
      tokens.set(id, accessFrom(accessToken, expiresInMs, kept.api, false));
    },
    forget,
  };
}
