import type { ConnectionReport, SyncFailure, SyncOutcome } from '../../shared/model/sync.ts';
import type { Kind } from '../../shared/model/record.ts';
import type { Collection } from '../vendors/core/collection.ts';
import { openCollectionRun, type CollectionRun, type OpenCollectionRun } from './run-collection.ts';
import type { SyncContext } from './sync-context.ts';

/** One outcome of many: held beats all, and something that came makes a failure partial. */
export function joinOutcomes(outcomes: readonly SyncOutcome[]): SyncOutcome {
  if (outcomes.includes('suspicious')) return 'suspicious';
  if (outcomes.every((outcome) => outcome === 'ok')) return 'ok';
  if (outcomes.every((outcome) => outcome === 'failed')) return 'failed';
  return 'partial';
}

/** Kinds that others are listed within: what is gone of them, and what the others are mapped with, is known first. */
const neededFirst = (collections: readonly Collection[]): ReadonlySet<Kind> =>
  new Set(collections.flatMap(({ within }) => (within === undefined ? [] : [within.kind])));

/**
 * Pulls every kind of one connection: first all lists, in order, then the details, in order, so that there is something
 * to see of every kind soon. A kind that another is listed within is finished before that. A failure of the
 * connection ends it. Never throws.
 */
export async function runConnection(context: SyncContext): Promise<ConnectionReport> {
  const first = neededFirst(context.collections);
  const opened: OpenCollectionRun[] = [];
  const ended = new Map<OpenCollectionRun, CollectionRun>();
  let cutShort: SyncFailure | null = null;

  const finish = async (run: OpenCollectionRun): Promise<void> => {
    if (ended.has(run)) return;
    const end = await run.finish(cutShort);
    ended.set(run, end);
    if (end.stop) cutShort ??= end.failure;
  };

  for (const collection of context.collections) {
    const run = openCollectionRun(context, collection);
    opened.push(run);
    const goesOn = await run.readLists();
    if (!goesOn || first.has(collection.kind)) await finish(run);
    if (cutShort !== null) break;
  }
  for (const run of opened) await finish(run);

  const runs = opened.flatMap((run) => ended.get(run) ?? []);
  const isCut = runs.length < context.collections.length;
  const status = joinOutcomes([...runs.map(({ outcome }) => outcome), ...(isCut ? ['failed' as const] : [])]);
  const error: SyncFailure | undefined = runs.find(({ failure }) => failure !== null)?.failure ?? undefined;
  return {
    id: context.connectionId,
    vendor: context.vendor,
    status,
    collections: runs.map(({ report }) => report),
    ...(error === undefined ? {} : { error }),
  };
}
