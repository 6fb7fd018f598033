import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../src/shared/errors/app-error.ts';
import { createCacheService } from '../../src/main/store/cache-service.ts';
import type { MappedRecord } from '../../src/shared/model/mapped-record.ts';
import { parseJsonAnswer } from '../../src/main/vendors/core/parse-answer.ts';
import type { WorkerSettings } from '../../src/main/store/worker-protocol.ts';
import { serveCalls } from '../../src/main/store/worker-server.ts';

/**
 * The writer with a vendor of the tests' own: a page is `{ rows, total }` of mapped rows, a part is its mapping. A page
 * that says `crash` ends the worker where it stands, in the middle of its transaction.
 */
const { dataDir } = workerData as WorkerSettings;

const findMapper = () => ({
  read: (operation: string, bytes: ArrayBuffer): unknown =>
    parseJsonAnswer({ vendor: 'monitorqa', operation, status: 200, contentType: '' }, new Uint8Array(bytes)),
  mapPage: (_operation: string, json: unknown) => {
    if (typeof json !== 'object' || json === null || !('rows' in json)) {
      throw new AppError('unexpected-answer', 'This is not the list.');
    }
    if ('crash' in json) process.exit(1);
    const { rows, total = null } = json as { rows: readonly MappedRecord[]; total?: number | null };
    return { records: rows, received: rows.length, total, cursor: null };
  },
  mapPart: (_part: string, json: unknown) => json as object,
});

if (parentPort) serveCalls(parentPort, () => createCacheService(dataDir, { findMapper, now: () => Date.now() }));
