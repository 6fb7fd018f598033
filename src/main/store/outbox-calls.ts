import type { SpooledFile } from '../../shared/contract/outbox.ts';
import type { ConnectionId, RecordId } from '../../shared/model/ids.ts';
import type {
  FieldChange,
  OutboxDetail,
  OutboxError,
  OutboxId,
  OutboxRow,
  SpoolId,
} from '../../shared/model/outbox.ts';
import type { Call, Nothing } from './call.ts';

/** A new change. Nothing of it may be a secret: all of it is kept as it is. */
export interface OutboxInput extends Pick<
  OutboxRow,
  'id' | 'operation' | 'vendor' | 'recordId' | 'subject' | 'tier' | 'repeat'
> {
  readonly connectionId: ConnectionId;
  readonly state: 'draft' | 'ready';
  readonly request: OutboxDetail['request'];
  readonly changes: readonly FieldChange[];
  /** The record's detail that the change was made on; null where there is no record. */
  readonly base: unknown;
  readonly spoolId: SpoolId | null;
  readonly at: string;
}

/** How one try ended. */
export interface TryEnd {
  readonly id: OutboxId;
  readonly at: string;
  /** The vendor's answer; null where there was none. */
  readonly status: number | null;
  readonly error: OutboxError | null;
}

/** A change with what only the sender needs. `spoolPath` is below the data folder. */
export interface OpenedOutbox {
  readonly detail: OutboxDetail;
  readonly base: unknown;
  readonly spoolPath: string | null;
}

/** A change that has not arrived yet, as it is laid over its record. */
export interface PendingChange {
  readonly row: OutboxRow;
  readonly changes: readonly FieldChange[];
}

/** A file of the spool. `path` is below the data folder. */
export interface SpoolEntry {
  readonly file: SpooledFile;
  readonly path: string;
}

type One = { readonly id: OutboxId; readonly at: string };

/**
 * Each is committed, and on the disk, when it answers. All but `addOutbox` reject with `not-found` for a change that is
 * not in the outbox, and with `not-offered-here` (data: `state`) for one whose state does not allow it.
 */
export type OutboxWriterCalls = {
  /** Rejects with `no-connection` when the connection was removed meanwhile, `not-found` for an unknown file. */
  readonly addOutbox: Call<OutboxInput, OutboxRow>;
  readonly openOutbox: Call<{ readonly id: OutboxId }, OpenedOutbox>;
  /**
   * The mark before the first byte. `attempt` must be one more than the row's `attempts`: who read it before somebody
   * else tried is refused. No byte may leave before this has answered.
   */
  readonly markSending: Call<One & { readonly attempt: number }, OutboxRow>;
  readonly markSent: Call<One & { readonly status: number | null }, OutboxRow>;
  /** The vendor, or a check before the mark, said no: nothing was changed there. */
  readonly markFailed: Call<TryEnd, OutboxRow>;
  /** Nothing left, or the vendor asked to come later: it stays ready. */
  readonly markNotSent: Call<TryEnd, OutboxRow>;
  /** A byte may have left and no answer came. */
  readonly markNeedsChecking: Call<TryEnd, OutboxRow>;
  /** A person saw at the vendor that an uncertain change arrived. */
  readonly confirmSent: Call<One, OutboxRow>;
  /** Rejects with `no-connection` for a change whose connection was removed. */
  readonly makeReady: Call<One, OutboxRow>;
  /**
   * Takes a change out. One that was tried stays in the log. `uncertain` is a person's word that one that may have
   * arrived may go too. What was sent stays.
   */
  readonly discardOutbox: Call<One & { readonly uncertain?: boolean }, Nothing>;
  /**
   * Every change that was being sent when the process before this one ended needs checking. Opening work.db for writing
   * does it already; answers how many there were.
   */
  readonly recoverSending: Call<{ readonly at: string }, { readonly changed: number }>;
  /**
   * Before a connection is removed: its changes that were not sent lose it; all but the uncertain ones become drafts.
   * Rejects with `workspace-busy` while one of them is being sent.
   */
  readonly detachConnection: Call<
    { readonly connectionId: ConnectionId; readonly at: string },
    { readonly drafts: number }
  >;
  /** Keeps a file's row. The file itself is on the disk before. */
  readonly saveSpool: Call<SpoolEntry & { readonly at: string }, Nothing>;
  /** Rejects with `not-found`, also for a file whose bytes were let go of. */
  readonly getSpool: Call<{ readonly id: SpoolId }, SpoolEntry>;
  /** Lets go of a file unless a change still waits with it; answers its path, to be deleted, or null. */
  readonly dropSpool: Call<{ readonly id: SpoolId }, { readonly path: string | null }>;
  /**
   * Lets go of every file, made before that moment, with which no change waits; answers the paths of all that stay. To
   * be called at a start, together with sweepSpool of files/spool.ts.
   */
  readonly tidySpool: Call<{ readonly before: string }, { readonly kept: readonly string[] }>;
};

/** Read from work.db without the right to write; as if empty where there is none yet. */
export type OutboxReaderCalls = {
  /** All changes, the newest first. */
  readonly listOutbox: Call<Nothing, { readonly rows: readonly OutboxRow[] }>;
  /** Rejects with `not-found`. */
  readonly showOutbox: Call<{ readonly id: OutboxId }, OutboxDetail>;
  /** Changes of a record that have not arrived yet, the oldest first. */
  readonly listPending: Call<{ readonly recordId: RecordId }, readonly PendingChange[]>;
};
