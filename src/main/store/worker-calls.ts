import type { RecordFilter } from '../../shared/contract/fields.ts';
import type { RecordCounts, RecordGroups, RecordPage } from '../../shared/contract/records.ts';
import type { Grouping, Sort } from '../../shared/contract/sorts.ts';
import type { Connection, ConnectionStatus } from '../../shared/model/connection.ts';
import type { SeenDrift } from '../../shared/model/drift.ts';
import type { ConnectionId, FileId, RecordId } from '../../shared/model/ids.ts';
import type { ListOwner } from '../../shared/model/mapped-record.ts';
import type { Kind, RecordDetail } from '../../shared/model/record.ts';
import type { StoredFile } from '../../shared/model/stored-file.ts';
import type { CollectionReport, Freshness, SyncFailure, SyncOutcome } from '../../shared/model/sync.ts';
import type { Vendor } from '../../shared/model/vendor.ts';
import type { FoundDrift } from './drift.ts';
import type { LearnedPermit } from './learned.ts';
import type { Call, Nothing } from './call.ts';
import type { OutboxReaderCalls, OutboxWriterCalls } from './outbox-calls.ts';

// Everything main may ask of the three database workers: name -> what goes in, what comes back. All moments are ISO
// 8601 in UTC with milliseconds and come from the caller's clock; the workers have none.

/** Any map of calls, as the protocol sees it. */
export type CallMap = { readonly [Name in string]: Call<unknown, unknown> };

export interface AskOptions {
  /** Buffers of the input that move to the worker; the caller cannot read them afterwards. */
  readonly transfer?: readonly ArrayBuffer[];
  /** Gives the call up: it rejects with `cancelled`, and is not begun if it still waits. */
  readonly signal?: AbortSignal;
  /** A newer call of the same lane gives up an older one, as a newer keystroke does an older search. */
  readonly lane?: string;
}

/** Asks a worker for one of its calls. Rejects with an AppError. */
export type Ask<Calls extends CallMap> = <Name extends keyof Calls & string>(
  name: Name,
  input: Calls[Name]['input'],
  options?: AskOptions,
) => Promise<Calls[Name]['output']>;

/** One kind of record of one connection: what a run pulls and freshness is kept for. */
export interface CollectionKey {
  readonly connectionId: ConnectionId;
  readonly kind: Kind;
}

/** Where in its lists a run stands, in the caller's own terms (list, page …). Kept as JSON, read back unchanged. */
export type RunCursor = Readonly<Record<string, string | number | boolean | null>>;

/** An unfinished run and what it did so far. */
export interface OpenRun {
  readonly runId: number;
  readonly startedAt: string;
  /** What the last stored page was ingested with; null before the first page. */
  readonly cursor: RunCursor | null;
  /** What the last stored page said, to go on from it; null before the first page. */
  readonly page: PageFacts | null;
  readonly seen: number;
  readonly added: number;
  readonly changed: number;
}

/** What the vendor said about the page itself (MappedPage, without its records). */
export interface PageFacts {
  readonly received: number;
  /** Rows of this page that this run had already seen: the list moved while it was read, or goes in circles. */
  readonly repeated: number;
  readonly total: number | null;
  readonly cursor: string | null;
  readonly more: boolean | null;
}

/** One page of a list as it came. `bytes` is moved to the worker: the caller cannot read it afterwards. */
export interface PageInput extends CollectionKey {
  readonly vendor: Vendor;
  readonly operation: string;
  /** Whose list it is, for lists within another record. */
  readonly owner?: ListOwner;
  readonly runId: number;
  readonly cursor: RunCursor;
  readonly bytes: ArrayBuffer;
  readonly readAt: string;
}

/** Answered after the page and its cursor are committed together. */
export interface PageResult extends PageFacts {
  readonly added: number;
  readonly changed: number;
}

export interface PartInput {
  readonly recordId: RecordId;
  readonly part: string;
  /** The call that was answered with `bytes`. */
  readonly operation: string;
  readonly bytes: ArrayBuffer;
  readonly readAt: string;
}

/** A record whose parts are to be read: it is new or its list row changed. */
export interface DuePart {
  readonly id: RecordId;
  readonly vendorId: string;
  readonly status: string | null;
}

export interface FileInput {
  readonly file: StoredFile;
  /** What the file is at its vendor (`report:regular`, `file:ID`): one kept file for each, within its connection. */
  readonly sourceKey: string;
  /** Below the workspace's files folder. */
  readonly path: string;
}

/** A kept file with its place below the workspace's files folder. */
export interface KeptFile extends StoredFile {
  readonly path: string;
}

/** How a database was brought back at open. `at`: the moment its content is from (a backup's), or of the rebuild. */
export interface Recovery {
  readonly database: 'cache' | 'work';
  readonly how: 'rebuilt' | 'from-backup';
  readonly at: string;
}

export type CacheWriterCalls = {
  /** Starts a run afresh; an unfinished one of the same collection is given up. */
  readonly beginRun: Call<CollectionKey & { readonly at: string }, { readonly runId: number }>;
  /** The unfinished run of a collection, or null. */
  readonly resumeRun: Call<CollectionKey, OpenRun | null>;
  /**
   * Reads, maps and stores one page. Rejects with `unexpected-answer` and writes nothing when it is not the list's
   * JSON. Pages that wait together are committed together.
   */
  readonly ingestPage: Call<PageInput, PageResult>;
  /**
   * Ends a run and keeps its outcome as freshness. `ok` and `suspicious` close it; `partial` and `failed` leave it to
   * be resumed, unless `resumable` is false. Answers the run's figures; `removed` is what the caller made tombstones of.
   */
  readonly finishRun: Call<
    {
      readonly runId: number;
      readonly outcome: SyncOutcome;
      readonly at: string;
      readonly removed: number;
      readonly error?: SyncFailure;
      readonly resumable?: boolean;
    },
    CollectionReport
  >;
  /** Live records that were known before the run and that it has not seen. `known` = live records before the run. */
  readonly missing: Call<
    CollectionKey & { readonly runId: number },
    { readonly known: number; readonly missing: readonly { readonly id: RecordId; readonly vendorId: string }[] }
  >;
  /** Live records of a collection that its last complete run saw, in the order of their ids. */
  readonly owners: Call<CollectionKey, readonly ListOwner[]>;
  /**
   * Notes what a complete run has missed, in the place of what the complete run before it had; answers those that both
   * have missed.
   */
  readonly noteMissed: Call<
    CollectionKey & { readonly ids: readonly RecordId[] },
    { readonly again: readonly RecordId[] }
  >;
  /** Marks records as gone at the vendor, or takes the mark back; answers how many changed. */
  readonly tombstone: Call<{ readonly ids: readonly RecordId[]; readonly at: string }, { readonly changed: number }>;
  readonly revive: Call<{ readonly ids: readonly RecordId[] }, { readonly changed: number }>;
  /** Records whose parts are due, or `all`, in a fixed order; `next` goes on behind them, null at the end. */
  readonly partsDue: Call<
    CollectionKey & { readonly limit: number; readonly after?: number; readonly all?: boolean },
    { readonly due: readonly DuePart[]; readonly next: number | null }
  >;
  /** Stores one part of a record. Rejects with `not-found` for an unknown record, `unexpected-answer` for bad JSON. */
  readonly ingestPart: Call<PartInput, { readonly changed: boolean }>;
  /** Says that every part of the record is read. */
  readonly partDone: Call<{ readonly recordId: RecordId }, Nothing>;
  /** Keeps a file's row; the former row of the same source is replaced and its path answered, to be deleted. */
  readonly saveFile: Call<FileInput, { readonly replaced: string | null }>;
  /** Keeps what a call taught about the key's permissions, or forgets it all. */
  readonly saveLearned: Call<LearnedPermit & { readonly connectionId: ConnectionId; readonly at: string }, Nothing>;
  readonly forgetLearned: Call<{ readonly connectionId: ConnectionId }, { readonly forgotten: number }>;
  /** Keeps where the data of one answer differ from what their schema names. */
  readonly saveDrift: Call<FoundDrift, Nothing>;
  /** Drops all that is cached of a connection; `paths` are its files, to be deleted by the caller. */
  readonly forgetConnection: Call<
    { readonly connectionId: ConnectionId },
    { readonly records: number; readonly paths: readonly string[] }
  >;
  /**
   * Sets a damaged cache aside and starts an empty one. To be called after the `damaged` event, while no reader has
   * the file open.
   */
  readonly rebuild: Call<{ readonly at: string }, Recovery>;
};

export type WorkWriterCalls = OutboxWriterCalls & {
  /** Connections in the person's order. */
  readonly listConnections: Call<Nothing, readonly Connection[]>;
  /** Adds a connection at the end of the list, or replaces the one with this id where it stands. */
  readonly saveConnection: Call<{ readonly connection: Connection; readonly at: string }, Nothing>;
  readonly setConnectionStatus: Call<
    { readonly connectionId: ConnectionId; readonly status: ConnectionStatus },
    { readonly changed: boolean }
  >;
  /** Its changes are detached before: see `detachConnection`. */
  readonly removeConnection: Call<{ readonly connectionId: ConnectionId }, { readonly changed: boolean }>;
  /** Settings as JSON values by key. */
  readonly listSettings: Call<Nothing, Readonly<Record<string, unknown>>>;
  readonly saveSetting: Call<{ readonly key: string; readonly value: unknown }, Nothing>;
  /** Copies the database into the backups folder and answers the copy's file name. */
  readonly backUp: Call<{ readonly at: string }, { readonly name: string }>;
};

/** `now` decides what is overdue. */
export interface FilterInput {
  readonly filter: RecordFilter;
  readonly now: string;
}

export interface ListInput extends FilterInput {
  readonly sort: Sort;
  readonly direction: 'ascending' | 'descending';
  /** 1 to 1000. */
  readonly limit: number;
  readonly after?: string | undefined;
  readonly offset?: number | undefined;
  readonly withPeople?: boolean | undefined;
}

export interface GroupInput extends FilterInput {
  readonly by: Grouping;
  /** So many groups; the rest are summed. */
  readonly limit: number;
  /** Where the groups by due date end; needed by `due`. */
  readonly boundaries?: DueBoundaries | undefined;
}

/** What is late ends at `late`; what is due today before `today`, this week before `week`. */
export type DueBoundaries = Readonly<Record<'late' | 'today' | 'week', string>>;

export type ReaderCalls = OutboxReaderCalls & {
  /** Connections in the person's order, read without the right to write; none where nothing was ever written. */
  readonly listConnections: Call<Nothing, readonly Connection[]>;
  /** Settings as JSON values by key, read in the same way. */
  readonly listSettings: Call<Nothing, Readonly<Record<string, unknown>>>;
  /**
   * A page of a list. A date or stamp that is absent comes last in both directions. With `search`, a record whose
   * number is exactly the text comes first; `updated` descending is the quick order while typing. Rejects with
   * `bad-input` for a cursor that is not this list's.
   */
  readonly listRecords: Call<ListInput, RecordPage>;
  readonly countRecords: Call<FilterInput, { readonly total: number }>;
  /** A list counted by group, the biggest first. Rejects with `bad-input` by `due` without boundaries. */
  readonly groupRecords: Call<GroupInput, RecordGroups>;
  readonly countByStatus: Call<{ readonly kind: Kind }, RecordCounts>;
  /** All live records of the cache. */
  readonly countAll: Call<Nothing, { readonly total: number }>;
  /** Rejects with `not-found`. */
  readonly showRecord: Call<{ readonly id: RecordId }, RecordDetail>;
  readonly listFreshness: Call<Nothing, readonly Freshness[]>;
  /** What calls taught about the permissions of a connection's key. */
  readonly listLearned: Call<{ readonly connectionId: ConnectionId }, readonly LearnedPermit[]>;
  /** Where answers differ from their schemas, the newest first. */
  readonly listDrift: Call<Nothing, readonly SeenDrift[]>;
  /** Rejects with `not-found`. */
  readonly showFile: Call<{ readonly id: FileId }, KeptFile>;
  /** The kept file of a source, or null. */
  readonly findFile: Call<{ readonly connectionId: ConnectionId; readonly sourceKey: string }, KeptFile | null>;
  readonly listFiles: Call<{ readonly recordId: RecordId }, readonly KeptFile[]>;
  /** Lets go of the file before it is rebuilt; every other call rejects with `cancelled` until `reopen`. */
  readonly release: Call<Nothing, Nothing>;
  readonly reopen: Call<Nothing, Nothing>;
};
