import type { Progress } from '../../shared/contract/operation.ts';
import type { SyncStatus } from '../../shared/contract/sync.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { parseRecordId, type ConnectionId, type RecordId } from '../../shared/model/ids.ts';
import type { OutboxRow } from '../../shared/model/outbox.ts';
import type { Kind } from '../../shared/model/record.ts';
import type { ConnectionReport, SyncReport } from '../../shared/model/sync.ts';
import { isoNow, type Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Ask, CacheWriterCalls, ReaderCalls } from '../store/worker-calls.ts';
import { readRecord } from '../sync/read-parts.ts';
import { runCollection } from '../sync/run-collection.ts';
import { runConnection } from '../sync/run-connection.ts';
import type { SyncContext } from '../sync/sync-context.ts';
import type { Collection } from '../vendors/core/collection.ts';
import type { ConnectionService, OpenConnection } from './connections.ts';
import type { EventHub } from './event-hub.ts';

/** At most this many change events a second for one kind: a screen that reads its page again at each is enough. */
const EVENT_EVERY_MS = 200;

/** How long reading back after a change may take, in milliseconds; the next sync does what it could not. */
const READ_BACK_MS = 20_000;

interface RunOptions {
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
  readonly acceptRemovals: boolean;
}

export interface SyncService {
  /** Pulls all or the named connections. One run at a time: a second asks for `workspace-busy`. */
  readonly run: (connections: readonly ConnectionId[] | undefined, options: RunOptions) => Promise<SyncReport>;
  readonly status: () => Promise<SyncStatus>;
  /** Reads again what a sent change touched: its record, or the kinds it may have changed. */
  readonly afterSend: (row: OutboxRow, connection: OpenConnection) => Promise<void>;
  /** Reads one record's details afresh. Throws what the vendor answered. */
  readonly record: (id: RecordId, signal: AbortSignal) => Promise<{ readonly changed: boolean }>;
}

interface SyncParts {
  readonly connections: ConnectionService;
  readonly reader: Ask<ReaderCalls>;
  readonly cache: Ask<CacheWriterCalls>;
  readonly events: EventHub;
  readonly clock: Clock;
  readonly log: Log;
}

/** One record read afresh: by its parts or, where its list says all, by the call that confirms it. */
const readAfresh = ({ confirm, ...collection }: Collection): Collection => ({
  ...collection,
  confirm,
  parts: (record) => {
    const parts = collection.parts(record);
    return parts.length > 0 || confirm === null ? parts : [confirm(record.vendorId)];
  },
});

/** Announces changed kinds of one connection: the first at once, then at most every EVENT_EVERY_MS, the last at end. */
function createAnnouncer(events: EventHub, connectionId: ConnectionId, clock: Clock) {
  const waiting = new Set<Kind>();
  let toldAt = Number.NEGATIVE_INFINITY;
  const flush = (): void => {
    if (waiting.size === 0) return;
    const kinds = [...waiting];
    waiting.clear();
    toldAt = clock.now();
    events.emit('records.changed', { connectionId, kinds });
  };
  return {
    changed: (kind: Kind): void => {
      waiting.add(kind);
      if (clock.now() - toldAt >= EVENT_EVERY_MS) flush();
    },
    flush,
  };
}

/** The sync of one workspace. */
export function createSync(parts: SyncParts): SyncService {
  const { connections, reader, cache, events, clock, log } = parts;
  let running = false;

  const contextOf = (
    { connection, definition, client, withoutSecret = false }: OpenConnection,
    options: Pick<SyncContext, 'signal' | 'acceptRemovals' | 'onRows'>,
  ): SyncContext => ({
    connectionId: connection.id,
    vendor: connection.vendor,
    operations: definition.operations,
    collections: definition.collections.filter(({ needsSecret }) => !withoutSecret || needsSecret !== true),
    client,
    cache,
    clock,
    log,
    ...options,
  });

  const runOne = async (id: ConnectionId, options: RunOptions, onRows: (rows: number) => void) => {
    const open = await connections.open(id);
    const announcer = createAnnouncer(events, id, clock);
    const report = await runConnection(
      contextOf(open, {
        signal: options.signal,
        acceptRemovals: options.acceptRemovals,
        onRows: (rows, changed, collection) => {
          if (rows > 0) onRows(rows);
          if (changed) announcer.changed(collection.kind);
        },
      }),
    );
    announcer.flush();
    return report;
  };

  const readOne = async (id: RecordId, signal: AbortSignal): Promise<{ readonly changed: boolean }> => {
    const found = parseRecordId(id);
    const { record } = await reader('showRecord', { id });
    if (found === undefined) throw new AppError('not-found', 'There is no such record.');
    const open = await connections.open(found.connectionId);
    const collection = open.definition.collections.find(({ kind }) => kind === found.kind);
    if (collection === undefined) throw new AppError('not-found', 'This record has no details of its own.');
    const context = contextOf(open, { signal, acceptRemovals: false, onRows: () => undefined });
    const due = { id, vendorId: found.vendorId, status: record.status };
    const outcome = await readRecord(context, readAfresh(collection), due);
    if (outcome === 'gone') await cache('tombstone', { ids: [id], at: isoNow(clock) });
    if (outcome !== 'unchanged') {
      events.emit('records.changed', { connectionId: found.connectionId, kinds: [collection.kind] });
    }
    return { changed: outcome !== 'unchanged' };
  };

  return {
    run: async (only, options) => {
      if (running) throw new AppError('workspace-busy', 'A sync is under way.');
      running = true;
      let done = 0;
      events.emit('sync.changed', { running: true });
      try {
        const known = await connections.listReady();
        const wanted = only ?? known.filter(({ status }) => status !== 'paused').map(({ id }) => id);
        for (const id of wanted) {
          if (!known.some((connection) => connection.id === id)) {
            throw new AppError('no-connection', `There is no connection ${id.slice(0, 80)}.`);
          }
        }
        const onRows = (rows: number): void => {
          done += rows;
          const progress = { done, unit: 'rows' } as const;
          options.progress(progress);
          events.emit('sync.changed', { running: true, progress });
        };
        const reports: readonly ConnectionReport[] = await Promise.all(wanted.map((id) => runOne(id, options, onRows)));
        return { ok: reports.every(({ status }) => status === 'ok'), connections: reports };
      } finally {
        running = false;
        events.emit('sync.changed', { running: false });
      }
    },
    status: async () => ({ running, freshness: await reader('listFreshness', {}) }),
    record: readOne,
    afterSend: async ({ recordId }, open) => {
      const signal = AbortSignal.timeout(READ_BACK_MS);
      if (recordId !== null) {
        await readOne(recordId, signal);
        return;
      }
      // A change that names no record of ours touches the company: one call.
      const collection = open.definition.collections.find(({ kind }) => kind === 'company');
      if (collection === undefined) return;
      const context = contextOf(open, { signal, acceptRemovals: false, onRows: () => undefined });
      await runCollection(context, collection);
      events.emit('records.changed', { connectionId: open.connection.id, kinds: ['company'] });
    },
  };
}
