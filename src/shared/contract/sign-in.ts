import { z } from 'zod';
import type { Connection } from '../model/connection.ts';
import type { Vendor } from '../model/vendor.ts';
import { vendorErrors } from './error-groups.ts';
import { connectionIdField, vendorField } from './fields.ts';
import { command, query } from './operation.ts';

/** Where the browser comes back to, on a port of 127.0.0.1: what an administrator registers for the client. */
export const REDIRECT_PATH = '/callback';

/** What a screen needs to know before it offers to sign in at a vendor. Nothing of it is a secret. */
export interface SignInOption {
  readonly vendor: Vendor;
  /** The address that accounts of a sign-in answer at, unless the person says otherwise. */
  readonly url: string;
  /** The vendor's own sign-in servers, the usual one first. A person may name another. */
  readonly lobbies: readonly [string, ...string[]];
  /** What the administrator registers for the client, with `{port}` where the port stands. */
  readonly redirectUri: string;
  /** What was used last: for the connection asked about, else for any. Null (port: 0) where nothing was yet. */
  readonly clientId: string | null;
  readonly lobby: string | null;
  readonly redirectPort: number;
  /** True when the connection asked about is signed in: "Sign in again" and "Sign out" are to be offered. */
  readonly isSignedIn: boolean;
}

/** A sign-in server's address: https, or one on this computer. No query, no user. */
const lobby = z.url({ protocol: /^https?$/ }).max(500);

export const signInOperations = {
  /** The vendors that people sign in to in their browser. With `id`: only that connection's, if it has one. */
  'connections.signInOptions': query<readonly SignInOption[]>()({
    input: z.strictObject({ id: connectionIdField.optional() }),
    errors: ['no-connection', 'no-secret'],
  }),
  /**
   * Has a person sign in in their own browser (OAuth 2, authorization code and PKCE), tries what came with one read,
   * and keeps it: as a new connection, or, with `id`, in place of that connection's former secret. Nothing is kept when
   * it fails, and a connection that was there stays as it is. Only one sign-in waits at a time: a new one ends the
   * former (`cancelled`). A cancel of the call ends it too.
   *
   * Progress counts three steps. The first, `{ done: 0, total: 3, unit: 'steps', address }`, carries the page to open:
   * the desktop has opened it by then, a page in a browser opens it itself, and every screen offers it as a link to copy.
   * `done: 1`: the browser came back. `done: 2`: the account is being tried.
   *
   * On the desktop it must follow a click or a key press, because it opens an address (`needs-gesture`).
   */
  'connections.signIn': command<Connection>()({
    input: z.strictObject({
      vendor: vendorField,
      /** Needed for a new connection. */
      name: z.string().trim().min(1).max(100).optional(),
      /** Left out: the connection's own address, for a new one the vendor's for sign-ins. */
      url: z
        .url({ protocol: /^https?$/ })
        .max(500)
        .optional(),
      /** The three left out: what was used last; `lobby` else the vendor's usual one, `redirectPort` else 0, any free one. */
      clientId: z.string().trim().min(1).max(200).optional(),
      lobby: lobby.optional(),
      redirectPort: z.int().min(0).max(65_535).optional(),
      /** The connection to sign in again. */
      id: connectionIdField.optional(),
    }),
    errors: [
      ...vendorErrors,
      'not-offered-here',
      'needs-gesture',
      'port-in-use',
      'sign-in-timed-out',
      'workspace-busy',
    ],
  }),
  /** Forgets the tokens of a connection that was signed in. The connection stays, without a secret; so does what was read. */
  'connections.signOut': command<Connection>()({
    input: z.strictObject({ id: connectionIdField }),
    errors: ['no-connection', 'no-secret', 'not-offered-here', 'workspace-busy'],
  }),
} as const;
