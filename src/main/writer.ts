import { parentPort, workerData } from 'node:worker_threads';
import type { Kind } from '../shared/model/record.ts';
import type { Vendor } from '../shared/model/vendor.ts';
import { systemClock } from './platform/clock.ts';
import { createCacheService } from './store/cache-service.ts';
import type { Mapper } from './store/ingest.ts';
import { createWorkService } from './store/work-service.ts';
import type { WorkerSettings } from './store/worker-protocol.ts';
import { serveCalls } from './store/worker-server.ts';
import { vendorDefinitions } from './vendor-definitions.ts';

/**
 * Worker entry, started once for each database: owns its one writing connection. The cache's also reads, checks and
 * maps what vendors answered, so that none of it is done on the thread that serves the screen.
 */

function findMapper(vendor: Vendor, kind: Kind): Mapper {
  const mapper = vendorDefinitions[vendor]?.collections.find((collection) => collection.kind === kind);
  if (!mapper) throw new TypeError(`${vendor} has no ${kind}.`);
  return mapper;
}

const { database, dataDir } = workerData as WorkerSettings;

if (parentPort && database === 'cache') {
  serveCalls(parentPort, () => createCacheService(dataDir, { findMapper, now: systemClock.now }));
}
if (parentPort && database === 'work') serveCalls(parentPort, () => createWorkService(dataDir, systemClock.now));
