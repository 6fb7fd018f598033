/**
 * A reader that reads each page once and then answers with what it kept: what checks, envelope and columns cost, without
 * the query. Started by the store's own client, so that the protocol is the product's.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { RecordPage } from '../../src/shared/contract/records.ts';
import { openCacheReader } from '../../src/main/store/open.ts';
import { listRecords } from '../../src/main/store/records-list.ts';
import type { ListInput, ReaderCalls } from '../../src/main/store/worker-calls.ts';
import type { WorkerSettings } from '../../src/main/store/worker-protocol.ts';
import { serveCalls } from '../../src/main/store/worker-server.ts';

const { dataDir } = workerData as WorkerSettings;

if (parentPort) {
  serveCalls<Pick<ReaderCalls, 'listRecords'>>(parentPort, () => {
    const db = openCacheReader(dataDir);
    const kept = new Map<number, RecordPage>();
    const keep = (input: ListInput): RecordPage => {
      const page = listRecords(db, input);
      kept.set(input.limit, page);
      return page;
    };
    return {
      recovery: null,
      close: () => db.close(),
      batches: {},
      handlers: { listRecords: (input) => kept.get(input.limit) ?? keep(input) },
    };
  });
}
