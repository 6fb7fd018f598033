import { hasCode } from '../../shared/errors/app-error.ts';
import type { RecordId } from '../../shared/model/ids.ts';
import { isoNow } from '../platform/clock.ts';
import type { DuePart } from '../store/worker-calls.ts';
import type { Collection, PartCall } from '../vendors/core/collection.ts';
import { isConnectionFailure } from './connection-failure.ts';
import type { SyncContext } from './sync-context.ts';

/** Records whose details are fetched side by side; the lane of the connection holds them to the vendor's pace. */
const AT_ONCE = 6;
const BATCH = 200;

/** What reading details came to. `failed` records keep what they had and are tried again at the next run. */
export interface PartsRead {
  readonly gone: readonly RecordId[];
  readonly failed: number;
  readonly firstFailure: unknown;
}

/** Reads one part from the vendor and stores it. */
export async function readPart(context: SyncContext, id: RecordId, call: PartCall): Promise<boolean> {
  const { bytes } = await context.client.bytes(call.operation, call.params, { signal: context.signal });
  const { changed } = await context.cache(
    'ingestPart',
    { recordId: id, part: call.part, operation: call.operation, bytes, readAt: isoNow(context.clock) },
    { transfer: [bytes] },
  );
  return changed;
}

/** Reads all parts of one record; `gone` when the vendor says it has it no more. Throws what else it says. */
export async function readRecord(
  context: SyncContext,
  collection: Collection,
  record: DuePart,
): Promise<'changed' | 'unchanged' | 'gone'> {
  let changed = false;
  for (const call of collection.parts(record)) {
    try {
      changed = (await readPart(context, record.id, call)) || changed;
    } catch (thrown) {
      // Where no call tells whether a record exists, the call of a part does not either.
      if (hasCode(thrown, 'not-at-vendor') && collection.confirm !== null) return 'gone';
      throw thrown;
    }
  }
  await context.cache('partDone', { recordId: record.id });
  return changed ? 'changed' : 'unchanged';
}

/**
 * Reads the details of every record that is new or whose list row changed, or of all where rows do not tell. One record's failure does not stop the
 * others; a failure of the connection itself (no network, key refused) is thrown.
 */
export async function readParts(context: SyncContext, collection: Collection): Promise<PartsRead> {
  const gone: RecordId[] = [];
  let failed = 0;
  let firstFailure: unknown = null;
  let after: number | undefined;

  const readOne = async (record: DuePart): Promise<void> => {
    try {
      const outcome = await readRecord(context, collection, record);
      if (outcome === 'gone') gone.push(record.id);
      context.onRows(0, outcome === 'changed', collection);
    } catch (thrown) {
      if (context.signal.aborted || isConnectionFailure(thrown)) throw thrown;
      failed += 1;
      firstFailure ??= thrown;
    }
  };

  for (;;) {
    const batch = await context.cache('partsDue', {
      connectionId: context.connectionId,
      kind: collection.kind,
      limit: BATCH,
      all: collection.readsPartsAlways ?? false,
      ...(after === undefined ? {} : { after }),
    });
    const waiting = [...batch.due];
    const worker = async (): Promise<void> => {
      for (let record = waiting.shift(); record !== undefined; record = waiting.shift()) await readOne(record);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    if (batch.next === null) return { gone, failed, firstFailure };
    after = batch.next;
  }
}
