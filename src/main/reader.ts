import { parentPort, workerData } from 'node:worker_threads';
import { createReaderService } from './store/reader-service.ts';
import type { WorkerSettings } from './store/worker-protocol.ts';
import { serveCalls } from './store/worker-server.ts';

/** Worker entry: answers lists, counts, search and details from cache.db on a read-only connection. */
const { dataDir } = workerData as WorkerSettings;

if (parentPort) serveCalls(parentPort, () => createReaderService(dataDir));
