import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/errors/app-error.ts';
import type { Vendor } from '../../shared/model/vendor.ts';
import type { Secret } from '../vendors/core/vendor.ts';
import type { SampleVendors } from './workspaces.ts';

/** The same data for everybody, so that what one person tells another about the sample holds. */
const SEED = 20_260_101;

/** The running made-up vendors. */
export interface RunningSample extends SampleVendors {
  /** `http://127.0.0.1:PORT`, without a slash at its end; one path below it for each vendor. */
  readonly url: string;
  readonly vendors: readonly SampleVendor[];
  readonly close: () => Promise<void>;
}

/** One made-up vendor: its path below the address, and the secret it accepts, as its real one would be kept. */
interface SampleVendor {
  readonly vendor: Vendor;
  readonly path: string;
  readonly secret: Secret;
}

type FromWorker =
  | { readonly type: 'listening'; readonly port: number; readonly vendors: readonly SampleVendor[] }
  | { readonly type: 'online'; readonly online: boolean }
  | { readonly type: 'failed'; readonly code?: string }
  | { readonly type: 'stopped' };

/** Waits for one kind of message; the worker's death rejects. */
function nextMessage<Type extends FromWorker['type']>(
  worker: Worker,
  type: Type,
): Promise<Extract<FromWorker, { type: Type }>> {
  return new Promise((resolve, reject) => {
    const settle = (done: () => void): void => {
      worker.off('message', onMessage).off('exit', onExit).off('error', onError);
      done();
    };
    const onMessage = (message: FromWorker): void => {
      if (message.type === type) settle(() => resolve(message as Extract<FromWorker, { type: Type }>));
      if (message.type === 'failed') {
        settle(() => reject(new AppError('port-in-use', 'The sample vendors cannot listen.')));
      }
    };
    const onExit = (): void => settle(() => reject(new AppError('internal', 'The sample vendors stopped.')));
    const onError = (cause: unknown): void =>
      settle(() => reject(new AppError('internal', 'The sample vendors failed.', { cause })));
    worker.on('message', onMessage).on('exit', onExit).on('error', onError);
  });
}

/**
 * Starts the made-up vendors in a worker on a free port of 127.0.0.1. What is written to them is kept in `journalPath`. `madeAt` is the day their data ends, ISO 8601 in
 * UTC: kept with the workspace, so that a restart finds the same records.
 */
export async function startSampleVendors(
  entry: URL,
  { madeAt, journalPath }: { readonly madeAt: string; readonly journalPath: string },
): Promise<RunningSample> {
  // A worker starts plain, without what this process was started with (a loader, a debugger's port).
  const worker = new Worker(entry, { workerData: { seed: SEED, now: madeAt, journalPath }, execArgv: [] });
  worker.unref();
  const { port, vendors } = await nextMessage(worker, 'listening');
  let online = true;
  return {
    url: `http://127.0.0.1:${port}`,
    vendors,
    isOnline: () => online,
    setOnline: async (wanted) => {
      const answered = nextMessage(worker, 'online');
      worker.postMessage({ type: 'online', online: wanted });
      online = (await answered).online;
    },
    close: async () => {
      worker.ref();
      const exited = once(worker, 'exit');
      worker.postMessage({ type: 'stop' });
      await exited;
    },
  };
}
