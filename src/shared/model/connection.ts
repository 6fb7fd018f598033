import type { ConnectionId } from './ids.ts';
import type { Vendor } from './vendor.ts';

/**
 * How a connection stands. `no-secret`: kept, but its secret is not to be had; data stays readable. `key-rejected`: the
 * vendor refused the secret when it was last used.
 */
export type ConnectionStatus = 'ready' | 'no-secret' | 'key-rejected' | 'paused';

/** Where the secret of a connection is. `session`: in memory, until the app closes. Never the secret itself. */
export type SecretPlace = 'keychain' | 'session' | 'given' | 'none';

/** The colours a connection may wear beside its label; the look of each is the design system's. */
export const CONNECTION_COLORS = ['blue', 'teal', 'green', 'olive', 'orange', 'red', 'purple', 'grey'] as const;
export type ConnectionColor = (typeof CONNECTION_COLORS)[number];

/** The person of the vendor whose key this is, as told by the person: a key has no "me". */
interface ConnectionUser {
  readonly vendorId: string;
  readonly name: string;
}

export interface Connection {
  readonly id: ConnectionId;
  readonly vendor: Vendor;
  readonly name: string;
  /** Base address of the account, without a slash at its end. */
  readonly url: string;
  readonly status: ConnectionStatus;
  /** A few letters that tell two accounts of one vendor apart in a list; null where one is enough. */
  readonly label: string | null;
  readonly color: ConnectionColor | null;
  /** Plain http was allowed for this connection by its person: a badge says so for good. */
  readonly allowsHttp: boolean;
  readonly user: ConnectionUser | null;
}

/** Whether this computer keeps secrets, and for each connection where its secret is. */
export interface SecretStatus {
  readonly keychain: 'available' | 'locked' | 'missing' | 'denied';
  readonly connections: Readonly<Record<string, SecretPlace>>;
}
