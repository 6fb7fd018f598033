import type { ErrorCode } from '../errors/codes.ts';
import type { ConnectionId } from './ids.ts';
import type { Kind } from './record.ts';
import type { Vendor } from './vendor.ts';

/** `suspicious`: so much would vanish that the run was held and a person is asked. */
export type SyncOutcome = 'ok' | 'partial' | 'failed' | 'suspicious';

/** Rows of one kind in one run. `seen` = rows the vendor listed; the rest are those that differ from the cache. */
export interface CollectionReport {
  readonly kind: Kind;
  readonly seen: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

export interface SyncFailure {
  readonly code: ErrorCode;
  readonly message: string;
}

export interface ConnectionReport {
  readonly id: ConnectionId;
  readonly vendor: Vendor;
  readonly status: SyncOutcome;
  readonly collections: readonly CollectionReport[];
  readonly error?: SyncFailure;
}

/** What a run did; `ok` is true when every connection is. */
export interface SyncReport {
  readonly ok: boolean;
  readonly connections: readonly ConnectionReport[];
}

/** How old what is shown of one kind is. Moments are ISO 8601 in UTC. */
export interface Freshness {
  readonly connectionId: ConnectionId;
  readonly kind: Kind;
  /** When the last complete run ended: "as of". Null: never. */
  readonly completeAt: string | null;
  readonly attemptedAt: string | null;
  readonly outcome: SyncOutcome | null;
  readonly error: SyncFailure | null;
}
