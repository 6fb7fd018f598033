import { AppError, hasCode, isAppError } from '../../shared/errors/app-error.ts';
import { toWire } from '../../shared/errors/wire.ts';
import type { RecordId } from '../../shared/model/ids.ts';
import type { CollectionReport, SyncFailure, SyncOutcome } from '../../shared/model/sync.ts';
import { crashpoint } from '../platform/crashpoint.ts';
import { isoNow } from '../platform/clock.ts';
import type { OpenRun } from '../store/worker-calls.ts';
import type { Collection } from '../vendors/core/collection.ts';
import { isConnectionFailure } from './connection-failure.ts';
import { judgeMissing } from './judge-missing.ts';
import { readLists, type ListsRead } from './read-lists.ts';
import { readPart, readParts } from './read-parts.ts';
import type { SyncContext } from './sync-context.ts';

/** A run that was cut off longer ago than this is begun anew. */
const RESUME_WITHIN_MS = 24 * 60 * 60 * 1000;

/** One kind of one connection, pulled. `failure` is the first thing that went wrong. */
export interface CollectionRun {
  readonly outcome: SyncOutcome;
  readonly report: CollectionReport;
  readonly failure: SyncFailure | null;
  /** True when the rest of the connection has no chance either. */
  readonly stop: boolean;
}

const failureOf = (thrown: unknown): SyncFailure => {
  const { code, message } = toWire(thrown);
  return { code, message };
};

/** Asks the vendor for each missing record by itself; those it no longer has are returned. */
async function confirmGone(
  context: SyncContext,
  collection: Collection,
  missing: readonly { readonly id: RecordId; readonly vendorId: string }[],
): Promise<readonly RecordId[]> {
  const gone: RecordId[] = [];
  for (const { id, vendorId } of missing) {
    const call = collection.confirm?.(vendorId);
    if (call === undefined) continue;
    try {
      // An audit in no list may have expired: then it is there, and its detail says so.
      const changed = await readPart(context, id, call);
      context.onRows(0, changed, collection);
    } catch (thrown) {
      if (!hasCode(thrown, 'not-at-vendor')) throw thrown;
      gone.push(id);
    }
  }
  return gone;
}

/** The missing records that are gone: those the vendor says so of, or, where no call says, those missed twice. */
async function findGone(
  context: SyncContext,
  collection: Collection,
  missing: readonly { readonly id: RecordId; readonly vendorId: string }[],
  isAccepted: boolean,
): Promise<readonly RecordId[]> {
  if (collection.confirm !== null) return confirmGone(context, collection, missing);
  const { cache, connectionId } = context;
  const ids = missing.map(({ id }) => id);
  const { again } = await cache('noteMissed', { connectionId, kind: collection.kind, ids });
  // A person who was asked about so many and said that they are gone has looked twice.
  return isAccepted ? ids : again;
}

/** Marks what is gone, after the guard against lists that lost too much. */
async function settleMissing(
  context: SyncContext,
  collection: Collection,
  run: { readonly runId: number; readonly received: number },
): Promise<number> {
  const { cache, clock, connectionId } = context;
  const { known, missing } = await cache('missing', { connectionId, kind: collection.kind, runId: run.runId });
  const verdict = judgeMissing({ known, missing: missing.length, received: run.received });
  if (verdict === 'none') {
    if (collection.confirm === null) await cache('noteMissed', { connectionId, kind: collection.kind, ids: [] });
    return 0;
  }
  if (verdict === 'suspicious' && !context.acceptRemovals) {
    throw new AppError('list-suspicious', `${missing.length} of ${known} records are not listed any more.`, {
      data: { vendor: context.vendor, missing: missing.length, known },
    });
  }
  const gone = await findGone(context, collection, missing, verdict === 'suspicious');
  if (gone.length > 0) await cache('tombstone', { ids: gone, at: isoNow(clock) });
  context.onRows(0, gone.length > 0, collection);
  return gone.length;
}

/** One kind under way. Each step is made once; neither throws. */
export interface OpenCollectionRun {
  /** Reads the lists. False when the rest of the connection has no chance either. */
  readonly readLists: () => Promise<boolean>;
  /**
   * Reads the details of what is new or changed, settles what is missing, and ends the run. With `cutShort`, the failure
   * of the connection, nothing more is asked.
   */
  readonly finish: (cutShort?: SyncFailure | null) => Promise<CollectionRun>;
}

/**
 * Pulls one kind: lists, then details of what is new or changed, then what is missing. Goes on where an earlier run
 * was cut off. What went wrong is in the outcome, and what came before it is kept.
 */
export function openCollectionRun(context: SyncContext, collection: Collection): OpenCollectionRun {
  const { cache, clock, connectionId } = context;
  const key = { connectionId, kind: collection.kind };
  let runId: number | null = null;
  let lists: Awaited<ReturnType<typeof readLists>> | null = null;
  let removed = 0;
  let outcome: SyncOutcome = 'ok';
  let failure: SyncFailure | null = null;
  let stop = false;

  const attempt = async (step: () => Promise<void>): Promise<void> => {
    try {
      await step();
    } catch (thrown) {
      if (hasCode(thrown, 'list-suspicious')) outcome = 'suspicious';
      else outcome = lists !== null && lists.received > 0 ? 'partial' : 'failed';
      failure = context.signal.aborted ? { code: 'cancelled', message: 'The sync was cancelled.' } : failureOf(thrown);
      stop = context.signal.aborted || isConnectionFailure(thrown);
      if (!isAppError(thrown)) {
        context.log.error('sync.failed', thrown, { connection: connectionId, kind: collection.kind });
      }
    }
  };

  /** An unfinished run, unless it is so old that what it listed says little about now. */
  const openRun = async (): Promise<OpenRun | null> => {
    const open = await cache('resumeRun', key);
    return open !== null && clock.now() - Date.parse(open.startedAt) < RESUME_WITHIN_MS ? open : null;
  };

  const close = async (): Promise<CollectionReport> => {
    const nothing = { kind: collection.kind, seen: 0, added: 0, changed: 0, removed: 0 };
    if (runId === null) return nothing;
    try {
      return await cache('finishRun', {
        runId,
        outcome,
        at: isoNow(clock),
        removed,
        // Lists that were read to their end are begun anew; records whose details failed are due by themselves.
        resumable: lists === null,
        ...(failure === null ? {} : { error: failure }),
      });
    } catch (thrown) {
      // The disk may be the reason that the run failed; its first reason is the one to show.
      failure ??= failureOf(thrown);
      if (outcome === 'ok') outcome = 'partial';
      stop = true;
      return { ...nothing, seen: lists?.received ?? 0 };
    }
  };

  const finishLists = async (run: number, { received, incomplete, failure: lost }: ListsRead): Promise<void> => {
    const parts = await readParts(context, collection);
    if (parts.failed > 0) {
      outcome = 'partial';
      failure ??= failureOf(parts.firstFailure);
    }
    if (parts.gone.length > 0) {
      removed += (await cache('tombstone', { ids: parts.gone, at: isoNow(clock) })).changed;
    }
    // An incomplete list proves nothing about what it does not show.
    const isWhole = incomplete === null && lost === null;
    if (isWhole) removed += await settleMissing(context, collection, { runId: run, received });
  };

  return {
    readLists: async () => {
      await attempt(async () => {
        const open = await openRun();
        runId = open?.runId ?? (await cache('beginRun', { ...key, at: isoNow(clock) })).runId;
        lists = await readLists(context, collection, { runId, open });
        crashpoint('sync:after-lists');
        if (lists.failure !== null) {
          outcome = 'partial';
          failure = failureOf(lists.failure);
        } else if (lists.incomplete !== null) {
          outcome = 'partial';
          failure = {
            code: 'unexpected-answer',
            message: `The list changed while it was read (${lists.incomplete}); the next sync reads it again.`,
          };
        }
      });
      return !stop;
    },
    finish: async (cutShort = null) => {
      const run = runId;
      const read = lists;
      if (run !== null && read !== null && cutShort === null) await attempt(() => finishLists(run, read));
      if (read !== null && cutShort !== null) {
        outcome = 'partial';
        failure ??= cutShort;
      }
      const report = await close();
      return { outcome, failure, stop, report };
    },
  };
}

/** Pulls one kind from beginning to end. Never throws. */
export async function runCollection(context: SyncContext, collection: Collection): Promise<CollectionRun> {
  const run = openCollectionRun(context, collection);
  await run.readLists();
  return run.finish();
}
