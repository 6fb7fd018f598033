import { AppError } from '../../shared/errors/app-error.ts';
import { listConnections } from './connections.ts';
import type { ReadDb } from './database.ts';
import { findFile, listFiles, showFile } from './files.ts';
import { listLearned } from './learned.ts';
import { listFreshness } from './freshness.ts';
import { openCacheReader, openWorkReader } from './open.ts';
import { listOutbox, listPending, noSuchChange, openOutbox } from './outbox.ts';
import { countRecords, listRecords } from './records-list.ts';
import { countAll, countByStatus, showRecord } from './records-show.ts';
import { listSettings } from './settings.ts';
import type { ReaderCalls } from './worker-calls.ts';
import type { Service } from './worker-server.ts';

/** Opens cache.db for reading and answers its calls. Throws as openCacheReader does. */
export function createReaderService(dataDir: string): Service<ReaderCalls> {
  let opened: ReadDb | null = openCacheReader(dataDir);
  let work: ReadDb | null = null;
  const db = (): ReadDb => {
    if (!opened) throw new AppError('cancelled', 'The cache is being rebuilt.');
    return opened;
  };
  const release = (): void => {
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
      countRecords: (input) => ({ total: countRecords(db(), input) }),
      countByStatus: ({ kind }) => countByStatus(db(), kind),
      countAll: () => ({ total: countAll(db()) }),
      showRecord: ({ id }) => showRecord(db(), id),
      listFreshness: () => listFreshness(db()),
      listLearned: ({ connectionId }) => listLearned(db(), connectionId),
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
