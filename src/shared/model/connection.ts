import type { ConnectionId } from './ids.ts';
import type { Vendor } from './vendor.ts';

/** How a connection stands. `no-secret`: kept, but its secret is not to be had; data stays readable. */
export type ConnectionStatus = 'ready' | 'no-secret' | 'key-rejected' | 'paused';

export interface Connection {
  readonly id: ConnectionId;
  readonly vendor: Vendor;
  readonly name: string;
  /** Base address of the account, without a slash at its end. */
  readonly url: string;
  readonly status: ConnectionStatus;
}
