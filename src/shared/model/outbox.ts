import type { ErrorCode } from '../errors/codes.ts';
import type { ConnectionId, RecordId } from './ids.ts';
import type { Vendor } from './vendor.ts';

declare const brand: unique symbol;

/** One change on its way to a vendor. */
export type OutboxId = string & { readonly [brand]: 'OutboxId' };
/** A file copied into the app's own spool, waiting to be sent. */
export type SpoolId = string & { readonly [brand]: 'SpoolId' };

/**
 * Where a change stands. `draft`: not to be sent yet (or its connection is gone). `ready`: goes at the next sending.
 * `sending`: a byte may have left. `needs-checking`: the vendor may or may not have done it, and a person decides.
 */
export const OUTBOX_STATES = ['draft', 'ready', 'sending', 'sent', 'failed', 'needs-checking'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** One value that the change sets. Absent (`undefined`), null and empty are three different things. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface OutboxError {
  readonly code: ErrorCode;
  readonly message: string;
  /** What the vendor finds wrong with single fields, in its own words, by their place in the call (`body.name`). */
  readonly fields?: Readonly<Record<string, string>>;
}

/** One change as a list shows it. Moments are ISO 8601 in UTC. */
export interface OutboxRow {
  readonly id: OutboxId;
  /** `vendor.operation`. */
  readonly operation: string;
  readonly vendor: Vendor;
  /** Null once its connection was removed: the change is kept as a draft. */
  readonly connectionId: ConnectionId | null;
  readonly recordId: RecordId | null;
  /** What it is about: a record's number and title, a file's name. Data, never a sentence. */
  readonly subject: string;
  readonly state: OutboxState;
  readonly tier: 'T1' | 'T2' | 'T3' | 'T4';
  readonly repeat: 'safe' | 'after-read' | 'never';
  readonly attempts: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly error: OutboxError | null;
}

/** One try, kept for good. `outcome` is null while it is under way or was cut off. */
export interface OutboxAttempt {
  readonly attempt: number;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly outcome: 'sent' | 'failed' | 'not-sent' | 'needs-checking' | null;
  readonly status: number | null;
  readonly error: OutboxError | null;
}

/** One change opened: what will be sent, and every try so far. It holds no secret: a secret is added on the wire. */
export interface OutboxDetail {
  readonly row: OutboxRow;
  readonly request: { readonly method: string; readonly path: string; readonly params: unknown };
  readonly changes: readonly FieldChange[];
  /** The file that goes with it. */
  readonly file: {
    readonly name: string;
    readonly bytes: number;
    readonly contentType: string;
    readonly sha256: string;
  } | null;
  readonly log: readonly OutboxAttempt[];
}
