import { AppError } from '../../shared/errors/app-error.ts';
import type { Connection } from '../../shared/model/connection.ts';
import type { Credential } from '../credentials/credential-store.ts';
import type { Secret } from '../vendors/core/vendor.ts';

/** What is kept of a sign-in: never an access token. */
export interface KeptSignIn {
  readonly refreshToken: string;
  readonly clientId: string;
  /** Address of the sign-in server. */
  readonly lobby: string;
  /** Origin of the API that the access tokens are for: they go nowhere else. */
  readonly api: string;
}

/** True for a secret that came of a sign-in, whole or not: it is never sent to the API. */
export const isSignInSecret = (secret: Secret): boolean => Object.hasOwn(secret, 'refreshToken');

/** The credential to keep: bound to the sign-in server, the one origin that the refresh token may be sent to. */
export const signInCredential = ({ refreshToken, clientId, lobby, api }: KeptSignIn): Credential => ({
  origin: new URL(lobby).origin,
  secret: { refreshToken, clientId, lobby, api },
});

/** The sign-in in a credential of ours; null for any other credential. */
export function readKeptSignIn(credential: Credential | undefined): KeptSignIn | null {
  if (credential === undefined) return null;
  const { refreshToken, clientId, lobby, api } = credential.secret;
  if (refreshToken === undefined || clientId === undefined || lobby === undefined || api === undefined) return null;
  const isBound = URL.canParse(lobby) && new URL(lobby).origin === credential.origin;
  return isBound ? { refreshToken, clientId, lobby, api } : null;
}

/** Throws AppError `no-secret` when the connection's address is no longer the one its sign-in was for (quality S-4). */
export function refuseMovedAddress(api: string, { url, vendor }: Pick<Connection, 'url' | 'vendor'>): void {
  if (api === new URL(url).origin) return;
  throw new AppError(
    'no-secret',
    'The address of this connection changed; its sign-in was for another. Sign in again.',
    {
      data: { vendor },
    },
  );
}
