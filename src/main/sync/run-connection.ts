import type { ConnectionReport, SyncFailure, SyncOutcome } from '../../shared/model/sync.ts';
import { runCollection, type CollectionRun } from './run-collection.ts';
import type { SyncContext } from './sync-context.ts';

/** One outcome of many: held beats all, and something that came makes a failure partial. */
export function joinOutcomes(outcomes: readonly SyncOutcome[]): SyncOutcome {
  if (outcomes.includes('suspicious')) return 'suspicious';
  if (outcomes.every((outcome) => outcome === 'ok')) return 'ok';
  if (outcomes.every((outcome) => outcome === 'failed')) return 'failed';
  return 'partial';
}

/** Pulls every kind of one connection, in order; a failure of the connection ends it. Never throws. */
export async function runConnection(context: SyncContext): Promise<ConnectionReport> {
  const runs: CollectionRun[] = [];
  for (const collection of context.collections) {
    const run = await runCollection(context, collection);
    runs.push(run);
    if (run.stop) break;
  }
  const cutShort = runs.length < context.collections.length;
  const status = joinOutcomes([...runs.map(({ outcome }) => outcome), ...(cutShort ? ['failed' as const] : [])]);
  const error: SyncFailure | undefined = runs.find(({ failure }) => failure !== null)?.failure ?? undefined;
  return {
    id: context.connectionId,
    vendor: context.vendor,
    status,
    collections: runs.map(({ report }) => report),
    ...(error === undefined ? {} : { error }),
  };
}
