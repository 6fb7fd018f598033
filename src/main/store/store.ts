import { isoNow, type Clock } from '../platform/clock.ts';
import type { WorkerUrls } from '../platform/host-paths.ts';
import type { Log } from '../platform/log.ts';
import { hasCode } from '../../shared/errors/app-error.ts';
import { takeWriterLock, type WriterLock } from './lock.ts';
import type { Ask, CacheWriterCalls, ReaderCalls, Recovery, WorkWriterCalls } from './worker-calls.ts';
import { startCacheWriter, startReader, startWorkWriter, type StoreWorker } from './worker-client.ts';

/** The databases of one workspace behind their workers. Nothing is opened before it is first asked for. */
export interface Store {
  readonly reader: Ask<ReaderCalls>;
  /** These two make this process the folder's one writer. Throw AppError `workspace-busy` when another is. */
  readonly cache: Ask<CacheWriterCalls>;
  readonly work: Ask<WorkWriterCalls>;
  readonly startWriting: () => Promise<void>;
  readonly recovery: () => Recovery | null;
  readonly close: () => Promise<void>;
}

interface StoreParts {
  readonly dataDir: string;
  readonly workers: WorkerUrls;
  readonly version: string;
  readonly log: Log;
  readonly clock: Clock;
  /** Told after a damaged cache was begun anew: what was shown of it is gone. */
  readonly onRebuilt: () => void;
}

interface Writing {
  readonly lock: WriterLock;
  readonly cache: StoreWorker<CacheWriterCalls>;
  readonly work: StoreWorker<WorkWriterCalls>;
}

/** The value of `start`, begun once; a failed beginning may be tried again. */
function once<Value>(start: () => Promise<Value>): {
  get: () => Promise<Value>;
  begun: () => Promise<Value> | undefined;
} {
  let value: Promise<Value> | undefined;
  return {
    get: () => {
      value ??= start().catch((thrown: unknown) => {
        value = undefined;
        throw thrown;
      });
      return value;
    },
    begun: () => value,
  };
}

/** The store of one data folder. */
export function createStore({ dataDir, workers, version, log, clock, onRebuilt }: StoreParts): Store {
  let recovery: Recovery | null = null;
  let openReader: StoreWorker<ReaderCalls> | undefined;

  /** Opens a reader; one that finds a damaged cache, or an older schema, waits until the writer has mended it. */
  const startMended = async (): Promise<StoreWorker<ReaderCalls>> => {
    const options = { url: workers.reader, dataDir, log };
    try {
      return await startReader(options);
    } catch (thrown) {
      if (!hasCode(thrown, 'database-corrupt') && !hasCode(thrown, 'workspace-busy')) throw thrown;
      await writing.get();
      return startReader(options);
    }
  };

  const reading = once(async () => {
    // Where this process writes too, the writer makes the database and brings it up to date first.
    const before = writing.begun();
    await before?.catch(() => undefined);
    const reader = await startMended();
    reader.onDamaged(() => void rebuild());
    const since = writing.begun();
    if (since !== before && (await since?.catch(() => undefined)) !== undefined) await reader.ask('reopen', {});
    openReader = reader;
    return reader;
  });
  const writing = once<Writing>(async () => {
    const lock = takeWriterLock(dataDir);
    try {
      const [cache, work] = await Promise.all([
        startCacheWriter({ url: workers.writer, dataDir, version, log }),
        startWorkWriter({ url: workers.writer, dataDir, log }),
      ]);
      recovery = work.recovery ?? cache.recovery;
      cache.onDamaged(() => void rebuild());
      // A reader that was here first may have found no database yet.
      await openReader?.ask('reopen', {});
      return { lock, cache, work };
    } catch (thrown) {
      lock.release();
      throw thrown;
    }
  });

  let rebuilding = false;
  const rebuild = async (): Promise<void> => {
    if (rebuilding) return;
    rebuilding = true;
    try {
      const { cache } = await writing.get();
      const reader = await reading.begun();
      await reader?.ask('release', {});
      recovery = await cache.ask('rebuild', { at: isoNow(clock) });
      await reader?.ask('reopen', {});
      onRebuilt();
    } catch (thrown) {
      log.error('store.rebuild-failed', thrown, { database: 'cache' });
    } finally {
      rebuilding = false;
    }
  };

  return {
    reader: async (name, input, options) => (await reading.get()).ask(name, input, options),
    cache: async (name, input, options) => (await writing.get()).cache.ask(name, input, options),
    work: async (name, input, options) => (await writing.get()).work.ask(name, input, options),
    startWriting: async () => {
      await writing.get();
    },
    recovery: () => recovery,
    close: async () => {
      const written = await writing.begun()?.catch(() => undefined);
      await (await reading.begun()?.catch(() => undefined))?.close();
      await Promise.all([written?.cache.close(), written?.work.close()]);
      written?.lock.release();
    },
  };
}
