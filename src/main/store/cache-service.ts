import { inTransaction } from './database.ts';
import { keepDriftOf, saveDrift } from './drift.ts';
import { saveFile } from './files.ts';
import { forgetLearned, saveLearned } from './learned.ts';
import { forgetConnection } from './forget.ts';
import { ingestPages, ingestPart, type FindMapper } from './ingest.ts';
import { markDeleted, markLive, missingRecords, noteMissed } from './missing.ts';
import { listOwners } from './owners.ts';
import { partsDone, partsDue } from './parts.ts';
import { openCache, rebuildCache } from './recover.ts';
import { beginRun, finishRun, openRun } from './sync-state.ts';
import type { CacheWriterCalls } from './worker-calls.ts';
import type { Service } from './worker-server.ts';

/** What a database worker is given besides its data folder. */
export interface CacheServiceParts {
  readonly findMapper: FindMapper;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** The Plumbline that this is: what another saw of vendors' drift is forgotten. */
  readonly version?: string;
}

/** Opens cache.db for writing and answers its calls. Throws AppError `database-newer` and the disk's errors. */
export function createCacheService(
  dataDir: string,
  { findMapper, now, version = '' }: CacheServiceParts,
): Service<CacheWriterCalls, 'ingestPage'> {
  const opened = openCache(dataDir, new Date(now()).toISOString());
  let { db } = opened;
  inTransaction(db, () => keepDriftOf(db, version));
  return {
    recovery: opened.recovery,
    close: () => db.close(),
    batches: { ingestPage: (more) => ingestPages(db, findMapper, more, now) },
    handlers: {
      beginRun: ({ at, ...key }) => ({ runId: inTransaction(db, () => beginRun(db, key, at)) }),
      resumeRun: (key) => openRun(db, key),
      finishRun: (end) => inTransaction(db, () => finishRun(db, end)),
      missing: (input) => missingRecords(db, input),
      owners: (key) => listOwners(db, key),
      noteMissed: ({ ids, ...key }) => ({ again: inTransaction(db, () => noteMissed(db, key, ids)) }),
      tombstone: ({ ids, at }) => ({ changed: markDeleted(db, ids, at) }),
      revive: ({ ids }) => ({ changed: markLive(db, ids) }),
      partsDue: (input) => partsDue(db, input),
      ingestPart: (input) => ({ changed: ingestPart(db, findMapper, input) }),
      partDone: ({ recordId }) => {
        partsDone(db, recordId);
        return {};
      },
      saveFile: (input) => ({ replaced: inTransaction(db, () => saveFile(db, input)) }),
      saveLearned: (input) => {
        saveLearned(db, input);
        return {};
      },
      forgetLearned: ({ connectionId }) => ({ forgotten: forgetLearned(db, connectionId) }),
      saveDrift: (input) => {
        inTransaction(db, () => saveDrift(db, input));
        return {};
      },
      forgetConnection: ({ connectionId }) => inTransaction(db, () => forgetConnection(db, connectionId)),
      rebuild: ({ at }) => {
        db.close();
        const rebuilt = rebuildCache(dataDir, at);
        ({ db } = rebuilt);
        keepDriftOf(db, version);
        return rebuilt.recovery;
      },
    },
  };
}
