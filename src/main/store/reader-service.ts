import { AppError } from '../../shared/errors/app-error.ts';
import { listConnections } from './connections.ts';
import type { ReadDb } from './database.ts';
import { listDrift } from './drift.ts';
import { findFile, listFiles, showFile } from './files.ts';
import { listLearned } from './learned.ts';
import { listFreshness } from './freshness.ts';
import { openCacheReader, openWorkReader } from './open.ts';
import { listOutbox, listPending, noSuchChange, openOutbox } from './outbox.ts';
import { countRecords } from './records-count.ts';
import { groupRecords } from './records-groups.ts';
import { listRecords } from './records-list.ts';
import { countAll, countByStatus, showRecord } from './records-show.ts';
import { listSettings } from './settings.ts';
import type { Slices } from './slices.ts';
import type { ReaderCalls } from './worker-calls.ts';
import type { Service } from './worker-server.ts';

/** Opens cache.db for reading and answers its calls. Throws as openCacheReader does. */
export function createReaderService(dataDir: string): Service<ReaderCalls, never, 'countRecords' | 'groupRecords'> {
  let opened: ReadDb | null = openCacheReader(dataDir);
  let work: ReadDb | null = null;
  const db = (): ReadDb => {
    if (!opened) throw new AppError('cancelled', 'The cache is being rebuilt.');
    return opened;
  };
  const whole = new Map<string, unknown>();
  let countedAt: unknown;
  /** A count of the whole cache, kept until another connection has written to it: every start and screen asks for it. */
  const kept = <Result>(name: string, count: (db: ReadDb) => Result): Result => {
    const version: unknown = db().pragma('data_version', { simple: true });
    if (version !== countedAt) whole.clear();
    countedAt = version;
    if (!whole.has(name)) whole.set(name, count(db()));
    return whole.get(name) as Result;
  };
  /** Counting in slices, given up when the cache is let go of between two of them. */
  function* counting<Result>(start: (from: ReadDb) => Slices<Result>): Slices<Result> {
    const from = db();
    const slices = start(from);
    for (let slice = slices.next(); ; slice = slices.next()) {
      if (slice.done) return slice.value;
      yield;
      if (from !== db()) throw new AppError('cancelled', 'The cache was rebuilt.');
    }
  }
  const release = (): void => {
    whole.clear();
    opened?.close();
    opened = null;
    work?.close();
    work = null;
  };
  /** Opened at the first reading that finds one, and kept: between readings it holds no lock. */
  const fromWork = <Result>(empty: Result, read: (db: ReadDb) => Result): Result => {
    work ??= openWorkReader(dataDir);
    return work === null ? empty : read(work);
  };
  return {
    recovery: null,
    close: release,
    batches: {},
    // They read every record of a kind, and the rows on the screen do not wait for them.
    background: ['countByStatus'],
    slices: {
      countRecords: (input) => counting((from) => countRecords(from, input)),
      groupRecords: (input) => counting((from) => groupRecords(from, input)),
    },
    handlers: {
      listConnections: () => fromWork([], listConnections),
      listSettings: () => fromWork({}, listSettings),
      listOutbox: () => ({ rows: fromWork([], listOutbox) }),
      showOutbox: ({ id }) => {
        const change = fromWork(null, (from) => openOutbox(from, id));
        if (change === null) throw noSuchChange(id);
        return change.detail;
      },
      listPending: ({ recordId }) => fromWork([], (from) => listPending(from, recordId)),
      listRecords: (input) => listRecords(db(), input),
      countByStatus: ({ kind }) => kept(kind, (from) => countByStatus(from, kind)),
      countAll: () => kept('', (from) => ({ total: countAll(from) })),
      showRecord: ({ id }) => showRecord(db(), id),
      listFreshness: () => listFreshness(db()),
      listLearned: ({ connectionId }) => listLearned(db(), connectionId),
      listDrift: () => listDrift(db()),
      showFile: ({ id }) => showFile(db(), id),
      findFile: ({ connectionId, sourceKey }) => findFile(db(), connectionId, sourceKey),
      listFiles: ({ recordId }) => listFiles(db(), recordId),
      release: () => {
        release();
        return {};
      },
      reopen: () => {
        release();
        opened = openCacheReader(dataDir);
        return {};
      },
    },
  };
}
