import type { WireError } from '../../shared/errors/wire.ts';
import type { DatabaseName } from './data-files.ts';
import type { Recovery } from './worker-calls.ts';

/** What a database worker is started with. */
export interface WorkerSettings {
  readonly database: DatabaseName;
  readonly dataDir: string;
  /** The version of this Plumbline. */
  readonly version?: string;
}

/** Main to worker. `seq` numbers the calls of one worker; every call gets exactly one answer. */
export type ToWorker =
  | { readonly type: 'call'; readonly seq: number; readonly name: string; readonly input: unknown }
  /** Do not begin this call if it still waits. What has begun runs to its end: SQLite blocks the thread. */
  | { readonly type: 'cancel'; readonly seq: number }
  | { readonly type: 'close' };

/** Worker to main. `ms` is the time the call took in the worker, alone. */
export type FromWorker =
  | { readonly type: 'ready'; readonly recovery: Recovery | null }
  | { readonly type: 'failed'; readonly error: WireError; readonly thrown?: Error }
  | { readonly type: 'answer'; readonly seq: number; readonly ms: number; readonly ok: true; readonly value: unknown }
  | {
      readonly type: 'answer';
      readonly seq: number;
      readonly ms: number;
      readonly ok: false;
      readonly error: WireError;
      /** The original, for the log, when the fault is ours. */
      readonly thrown?: Error;
    }
  /** The database turned out to be damaged while it was used. */
  | { readonly type: 'damaged' };
