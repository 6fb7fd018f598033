import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/errors/app-error.ts';
import { fromWire } from '../../shared/errors/wire.ts';
import type { Log } from '../platform/log.ts';
import type {
  Ask,
  AskOptions,
  CacheWriterCalls,
  CallMap,
  ReaderCalls,
  Recovery,
  WorkWriterCalls,
} from './worker-calls.ts';
import type { FromWorker, ToWorker, WorkerSettings } from './worker-protocol.ts';

/** A call that takes longer than this in its worker is logged by name, in milliseconds. */
const SLOW_MS = 40;

/** One database worker, ready. */
export interface StoreWorker<Calls extends CallMap> {
  readonly ask: Ask<Calls>;
  /** What had to be done to open the database. */
  readonly recovery: Recovery | null;
  /** Tells once when the database turns out to be damaged while it is used. */
  readonly onDamaged: (listener: () => void) => void;
  /** Finishes what was asked, closes the database and ends the worker. */
  readonly close: () => Promise<void>;
}

interface Pending {
  readonly name: string;
  readonly lane: string | undefined;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Where a worker's entry is and what it opens. */
export interface StoreWorkerOptions {
  /** The entry: `writer.ts` or `reader.ts`, built or as source. Hosts give it in. */
  readonly url: URL;
  readonly dataDir: string;
  /** The version of this Plumbline, for what is kept only as long as it is the same. */
  readonly version?: string;
  readonly log: Log;
}

const cancelled = (): AppError => new AppError('cancelled', 'A newer request took its place.');
const ended = (): AppError => new AppError('internal', 'The database worker ended before it answered.');

function startWorker<Calls extends CallMap>(
  options: StoreWorkerOptions,
  database: WorkerSettings['database'],
): Promise<StoreWorker<Calls>> {
  const { url, dataDir, version, log } = options;
  const workerData: WorkerSettings = { database, dataDir, ...(version === undefined ? {} : { version }) };
  // A worker starts plain, without what this process was started with (a loader, a debugger's port).
  const worker = new Worker(url, { workerData, execArgv: [] });
  const pending = new Map<number, Pending>();
  const listeners: (() => void)[] = [];
  let lastSeq = 0;
  let isOver = false;
  const send = (message: ToWorker, transfer: readonly ArrayBuffer[] = []): void =>
    worker.postMessage(message, [...transfer]);

  const settle = (message: Extract<FromWorker, { type: 'answer' }>): void => {
    const call = pending.get(message.seq);
    if (!call) return;
    pending.delete(message.seq);
    if (message.ms > SLOW_MS) log.warn('store.slow', { database, operation: call.name, ms: Math.round(message.ms) });
    if (message.ok) {
      call.resolve(message.value);
      return;
    }
    if (message.thrown) log.error('store.failed', message.thrown, { database, operation: call.name });
    call.reject(fromWire(message.error));
  };

  const giveUp = (seq: number): void => {
    const call = pending.get(seq);
    if (!call) return;
    pending.delete(seq);
    if (!isOver) send({ type: 'cancel', seq });
    call.reject(cancelled());
  };

  const ask = (name: string, input: unknown, { transfer, signal, lane }: AskOptions = {}): Promise<unknown> => {
    if (isOver) return Promise.reject(ended());
    if (signal?.aborted) return Promise.reject(cancelled());
    if (lane !== undefined) for (const [seq, call] of pending) if (call.lane === lane) giveUp(seq);
    lastSeq += 1;
    const seq = lastSeq;
    return new Promise((resolve, reject) => {
      const onAbort = (): void => giveUp(seq);
      const done = (): void => signal?.removeEventListener('abort', onAbort);
      pending.set(seq, {
        name,
        lane,
        resolve: (value) => {
          done();
          resolve(value);
        },
        reject: (error) => {
          done();
          reject(error);
        },
      });
      signal?.addEventListener('abort', onAbort, { once: true });
      send({ type: 'call', seq, name, input }, transfer);
    });
  };

  return new Promise((resolve, reject) => {
    const over = (): void => {
      isOver = true;
      for (const call of pending.values()) call.reject(ended());
      pending.clear();
      reject(ended());
    };
    const exited = new Promise<void>((exit) => {
      worker.once('exit', () => {
        over();
        exit();
      });
    });
    worker.on('error', (thrown: unknown) => log.error('store.worker-failed', thrown, { database }));
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'answer') settle(message);
      if (message.type === 'damaged') for (const listener of listeners) listener();
      if (message.type === 'failed') {
        if (message.thrown) log.error('store.open-failed', message.thrown, { database });
        reject(fromWire(message.error));
      }
      if (message.type !== 'ready') return;
      resolve({
        ask,
        recovery: message.recovery,
        onDamaged: (listener) => listeners.push(listener),
        close: async () => {
          if (!isOver) send({ type: 'close' });
          await exited;
        },
      });
    });
  });
}

/**
 * Opens cache.db for writing in a worker of its own; `url` names writer.ts. Rejects with `database-newer` or a disk's
 * error. The caller holds the writer lock (lock.ts).
 */
export const startCacheWriter = (options: StoreWorkerOptions): Promise<StoreWorker<CacheWriterCalls>> =>
  startWorker<CacheWriterCalls>(options, 'cache');

/** Opens work.db for reading and writing in a worker of its own; as startCacheWriter. */
export const startWorkWriter = (options: StoreWorkerOptions): Promise<StoreWorker<WorkWriterCalls>> =>
  startWorker<WorkWriterCalls>(options, 'work');

/**
 * Opens cache.db for reading only in a worker of its own; `url` names reader.ts. Where this process has the writer too,
 * that one opens first: it makes the database and brings it up to date.
 */
export const startReader = (options: StoreWorkerOptions): Promise<StoreWorker<ReaderCalls>> =>
  startWorker<ReaderCalls>(options, 'cache');
