import { AppError } from '../../shared/errors/app-error.ts';
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
import type { SyncContext } from './sync-context.ts';

/** Lists read to their end, or why one of them cannot be trusted to be whole. */
export interface ListsRead {
  readonly received: number;
  readonly incomplete: IncompleteReason | null;
}

const toCursor = (list: number, state: PagingState): RunCursor => ({ list, state: JSON.stringify(state) });

const listOf = (cursor: RunCursor): number => Number(cursor['list'] ?? 0);

const stateOf = (cursor: RunCursor): PagingState => JSON.parse(String(cursor['state'])) as PagingState;

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

/** Where an unfinished run goes on: the list it was in and what follows its last stored page. */
function resumed(
  context: SyncContext,
  collection: Collection,
  run: OpenRun,
): { list: number; step: PagingStep } | null {
  if (run.cursor === null || run.page === null) return null;
  const list = listOf(run.cursor);
  const spec = collection.lists[list];
  if (spec === undefined) return null;
  return { list, step: step(ruleOf(rowOf(context, spec.operation), spec), stateOf(run.cursor), run.page) };
}

/**
 * Reads every page of every list of a collection, in order. Each page and the place it stands at are committed
 * together, so that a run cut off anywhere goes on there. Throws what the vendor or the disk threw; what was committed
 * stays.
 */
export async function readLists(
  context: SyncContext,
  collection: Collection,
  run: { readonly runId: number; readonly open: OpenRun | null },
): Promise<ListsRead> {
  const { client, cache, clock, connectionId, vendor, signal } = context;
  const resume = run.open === null ? null : resumed(context, collection, run.open);
  let received = run.open?.seen ?? 0;
  let incomplete: IncompleteReason | null = null;

  for (const [list, spec] of collection.lists.entries()) {
    if (resume !== null && list < resume.list) continue;
    const row = rowOf(context, spec.operation);
    const rule = ruleOf(row, spec);
    let next: PagingStep =
      resume !== null && list === resume.list ? resume.step : { kind: 'next', request: firstPage(rule) };
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
          runId: run.runId,
          cursor: toCursor(list, request.state),
          bytes,
          readAt: isoNow(clock),
        },
        { transfer: [bytes] },
      );
      received += page.received;
      context.onRows(page.received, page.added + page.changed > 0, collection);
      next = step(rule, request.state, page);
    }
    if (next.kind === 'incomplete') incomplete ??= next.why;
  }
  return { received, incomplete };
}
