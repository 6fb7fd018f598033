import { parentPort, workerData } from 'node:worker_threads';
import type { Kind } from '../shared/model/record.ts';
import type { Vendor } from '../shared/model/vendor.ts';
import { systemClock } from './platform/clock.ts';
import { createCacheService } from './store/cache-service.ts';
import type { Mapper } from './store/ingest.ts';
import type { CacheWriterCalls } from './store/worker-calls.ts';
import type { Collection } from './vendors/core/collection.ts';
import { createWorkService } from './store/work-service.ts';
import type { WorkerSettings } from './store/worker-protocol.ts';
import { serveCalls, type Service } from './store/worker-server.ts';

/**
 * Worker entry, started once for each database: owns its one writing connection. The cache's also reads, checks and
 * maps what vendors answered, so that none of it is done on the thread that serves the screen.
 */

interface Vendors {
  readonly definitions: (typeof import('./vendor-definitions.ts'))['vendorDefinitions'];
  readonly watch: ReturnType<(typeof import('./vendors/core/drift-watch.ts'))['createDriftWatch']>;
  readonly openAnswer: (typeof import('./vendors/core/read-answer.ts'))['openAnswer'];
}

/** What of the record that a collection is within its mapping asks for. */
function ownerPartsOf({ within }: Collection): Pick<Mapper, 'ownerParts'> {
  return within?.ownerParts === undefined ? {} : { ownerParts: { kind: within.kind, parts: within.ownerParts } };
}

/**
 * The cache's calls. The vendors' schemas take longer to load than both databases to open, and only answers of vendors
 * need them: they are loaded with the first one.
 */
function cacheService({ dataDir, version = '' }: WorkerSettings): Service<CacheWriterCalls, 'ingestPage'> {
  let vendors: Vendors | undefined;
  const load = async (): Promise<void> => {
    if (vendors !== undefined) return;
    const [{ vendorDefinitions }, { openAnswer }, { createDriftWatch }] = await Promise.all([
      import('./vendor-definitions.ts'),
      import('./vendors/core/read-answer.ts'),
      import('./vendors/core/drift-watch.ts'),
    ]);
    vendors = { definitions: vendorDefinitions, openAnswer, watch: createDriftWatch(systemClock.now) };
  };
  const findMapper = (vendor: Vendor, kind: Kind): Mapper => {
    const definition = vendors?.definitions[vendor];
    const collection = definition?.collections.find((candidate) => candidate.kind === kind);
    if (!vendors || !definition || !collection) throw new TypeError(`${vendor} has no ${kind}.`);
    const { openAnswer, watch } = vendors;
    return {
      mapPage: collection.mapPage,
      mapPart: collection.mapPart,
      ...ownerPartsOf(collection),
      driftOf: (operation, data) => watch.look(definition, operation, data),
      // Main has seen the status and the type: only successful answers come here.
      read: (operation, bytes) =>
        openAnswer(definition, { vendor, operation, status: 200, contentType: '' }, new Uint8Array(bytes)),
    };
  };
  const service = createCacheService(dataDir, { findMapper, now: systemClock.now, version });
  return { ...service, before: { ingestPage: load, ingestPart: load } };
}

const settings = workerData as WorkerSettings;
const { database, dataDir } = settings;

if (parentPort && database === 'cache') serveCalls(parentPort, () => cacheService(settings));
if (parentPort && database === 'work') serveCalls(parentPort, () => createWorkService(dataDir, systemClock.now));
