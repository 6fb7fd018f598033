import { parentPort, workerData } from 'node:worker_threads';
import type { Kind } from '../shared/model/record.ts';
import type { Vendor } from '../shared/model/vendor.ts';
import { systemClock } from './platform/clock.ts';
import { createCacheService } from './store/cache-service.ts';
import type { Mapper } from './store/ingest.ts';
import type { CacheWriterCalls } from './store/worker-calls.ts';
import { createWorkService } from './store/work-service.ts';
import type { WorkerSettings } from './store/worker-protocol.ts';
import { serveCalls, type Service } from './store/worker-server.ts';

/**
 * Worker entry, started once for each database: owns its one writing connection. The cache's also reads, checks and
 * maps what vendors answered, so that none of it is done on the thread that serves the screen.
 */

type Definitions = (typeof import('./vendor-definitions.ts'))['vendorDefinitions'];

/**
 * The cache's calls. The vendors' schemas take longer to load than both databases to open, and only answers of vendors
 * need them: they are loaded with the first one.
 */
function cacheService(dataDir: string): Service<CacheWriterCalls, 'ingestPage'> {
  let definitions: Definitions | undefined;
  const load = async (): Promise<void> => {
    definitions ??= (await import('./vendor-definitions.ts')).vendorDefinitions;
  };
  const findMapper = (vendor: Vendor, kind: Kind): Mapper => {
    const mapper = definitions?.[vendor]?.collections.find((collection) => collection.kind === kind);
    if (!mapper) throw new TypeError(`${vendor} has no ${kind}.`);
    return mapper;
  };
  const service = createCacheService(dataDir, { findMapper, now: systemClock.now });
  return { ...service, before: { ingestPage: load, ingestPart: load } };
}

const { database, dataDir } = workerData as WorkerSettings;

if (parentPort && database === 'cache') serveCalls(parentPort, () => cacheService(dataDir));
if (parentPort && database === 'work') serveCalls(parentPort, () => createWorkService(dataDir, systemClock.now));
