import type { Ask, CacheWriterCalls } from '../store/worker-calls.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import type { Vendor } from '../../shared/model/vendor.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Collection } from '../vendors/core/collection.ts';
import type { OperationTable } from '../vendors/core/operation.ts';
import type { VendorClient } from '../vendors/core/vendor-client.ts';

/** What a run of one connection works with. */
export interface SyncContext {
  readonly connectionId: ConnectionId;
  readonly vendor: Vendor;
  readonly operations: OperationTable;
  readonly collections: readonly Collection[];
  readonly client: VendorClient;
  readonly cache: Ask<CacheWriterCalls>;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** A person has looked at a held run and says that the records are really gone. */
  readonly acceptRemovals: boolean;
  /** Told after every commit: how many more rows were read, and whether any differed. */
  readonly onRows: (rows: number, changed: boolean, collection: Collection) => void;
}
