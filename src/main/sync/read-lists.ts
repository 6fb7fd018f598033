import { AppError } from '../../shared/errors/app-error.ts';
import type { ListOwner } from '../../shared/model/mapped-record.ts';
import { isoNow } from '../platform/clock.ts';
import type { OpenRun, PageFacts, RunCursor } from '../store/worker-calls.ts';
import type { Collection, CollectionList } from '../vendors/core/collection.ts';
import type { CallParams, OperationRow } from '../vendors/core/operation.ts';
import {
  firstPage,
  nextPage,
  PAGE_SIZE,
  type IncompleteReason,
  type PageRequest,
  type PagingRule,
  type PagingState,
  type PagingStep,
} from '../vendors/core/paging.ts';
import { isConnectionFailure } from './connection-failure.ts';
import type { SyncContext } from './sync-context.ts';

/** Lists read to their end, or why one of them cannot be trusted to be whole. */
export interface ListsRead {
  readonly received: number;
  readonly incomplete: IncompleteReason | null;
  /** What went wrong with the list of one record of several; the others were read. Null when nothing did. */
  readonly failure: unknown;
}

/** One list of a run. `key` finds it again when the run goes on, whatever other lists have come or gone. */
interface PlannedList {
  readonly key: string;
  readonly spec: CollectionList;
  readonly owner: ListOwner | null;
}

/** Where an unfinished run stood: the lists it was through with, and the one it was in. */
interface Place {
  readonly done: ReadonlySet<string>;
  readonly key: string;
  readonly state: PagingState;
}

const toCursor = (list: PlannedList, done: ReadonlySet<string>, state: PagingState): RunCursor => ({
  list: list.key,
  done: JSON.stringify([...done]),
  state: JSON.stringify(state),
});

const toPlace = (cursor: RunCursor): Place => ({
  done: new Set(JSON.parse(String(cursor['done'] ?? '[]')) as string[]),
  key: String(cursor['list'] ?? ''),
  state: JSON.parse(String(cursor['state'])) as PagingState,
});

const ruleOf = (row: OperationRow, { pageSize = PAGE_SIZE }: CollectionList): PagingRule => ({
  style: row.paging,
  size: pageSize,
});

function rowOf(context: SyncContext, operation: string): OperationRow {
  const row = context.operations[operation];
  if (row === undefined) throw new AppError('internal', `No operation ${operation} in the table of ${context.vendor}.`);
  return row;
}

const withQuery = (params: CallParams | undefined, query: PageRequest['query']): CallParams => ({
  ...params,
  query: { ...params?.query, ...query },
});

const step = (rule: PagingRule, state: PagingState, facts: PageFacts): PagingStep => {
  const { received, repeated, total, cursor, more } = facts;
  return nextPage(rule, state, { received, repeated, total, cursor, ...(more === null ? {} : { more }) });
};

/** Every list of a collection: its own, then those of the records it is within. */
async function planLists(context: SyncContext, collection: Collection): Promise<readonly PlannedList[]> {
  const own = collection.lists.map((spec) => ({ key: spec.operation, spec, owner: null }));
  const { within } = collection;
  if (within === undefined) return own;
  const owners = await context.cache('owners', { connectionId: context.connectionId, kind: within.kind });
  const theirs = owners.map((owner) => {
    const spec = within.list(owner.vendorId);
    return { key: `${spec.operation} ${owner.vendorId}`, spec, owner };
  });
  return [...own, ...theirs];
}

/** Reads a list from `from` on, page by page; answers how many rows came and why it may not be whole. */
async function readList(
  context: SyncContext,
  collection: Collection,
  list: PlannedList,
  at: { readonly runId: number; readonly done: ReadonlySet<string>; readonly from: PagingStep | null },
): Promise<{ readonly received: number; readonly incomplete: IncompleteReason | null }> {
  const { client, cache, clock, connectionId, vendor, signal } = context;
  const { spec, owner } = list;
  const rule = ruleOf(rowOf(context, spec.operation), spec);
  let received = 0;
  let next: PagingStep = at.from ?? { kind: 'next', request: firstPage(rule) };
  while (next.kind === 'next') {
    const { request }: { request: PageRequest } = next;
    const { bytes } = await client.bytes(spec.operation, withQuery(spec.params, request.query), { signal });
    const page = await cache(
      'ingestPage',
      {
        connectionId,
        vendor,
        kind: collection.kind,
        operation: spec.operation,
        ...(owner === null ? {} : { owner }),
        runId: at.runId,
        cursor: toCursor(list, at.done, request.state),
        bytes,
        readAt: isoNow(clock),
      },
      { transfer: [bytes] },
    );
    received += page.received;
    context.onRows(page.received, page.added + page.changed > 0, collection);
    next = step(rule, request.state, page);
  }
  return { received, incomplete: next.kind === 'incomplete' ? next.why : null };
}

/**
 * Reads every page of every list of a collection, in order. Each page and the place it stands at are committed
 * together, so that a run cut off anywhere goes on there. One record's list that is refused does not keep the others
 * from being read. Throws what the vendor or the disk threw otherwise; what was committed stays.
 */
export async function readLists(
  context: SyncContext,
  collection: Collection,
  run: { readonly runId: number; readonly open: OpenRun | null },
): Promise<ListsRead> {
  const { open, runId } = run;
  const place = open === null || open.cursor === null ? null : toPlace(open.cursor);
  const lists = await planLists(context, collection);
  const done = new Set(place?.done);
  let received = open?.seen ?? 0;
  let incomplete: IncompleteReason | null = null;
  let failure: unknown = null;

  /** What follows the last page that an unfinished run stored of this list. */
  const resumed = ({ key, spec }: PlannedList): PagingStep | null => {
    if (place === null || place.key !== key || !open?.page) return null;
    return step(ruleOf(rowOf(context, spec.operation), spec), place.state, open.page);
  };

  for (const list of lists.filter(({ key }) => !done.has(key))) {
    try {
      const read = await readList(context, collection, list, { runId, done, from: resumed(list) });
      received += read.received;
      incomplete ??= read.incomplete;
      // One that may not be whole is read again by the run that goes on here.
      if (read.incomplete === null) done.add(list.key);
    } catch (thrown) {
      if (list.owner === null || context.signal.aborted || isConnectionFailure(thrown)) throw thrown;
      failure ??= thrown;
    }
  }
  return { received, incomplete, failure };
}
