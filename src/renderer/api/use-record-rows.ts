import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { Input } from '../../shared/contract/index.ts';
import type { RecordPage } from '../../shared/contract/records.ts';
import { toRows } from '../../shared/lib/columns.ts';
import type { RecordRow } from '../../shared/model/record.ts';
import { useCall } from './client.ts';
import { queryKey } from './query-keys.ts';
import { PAGE, pageInput } from './record-page.ts';

type ListInput = Input<'records.list'>;

interface Page {
  readonly rows: readonly RecordRow[];
  readonly next: string | null;
}

const unfold = ({ rows, next }: RecordPage): Page => ({ rows: toRows(rows), next });

const longestNumber = (pages: readonly (Page | undefined)[]): number =>
  Math.max(0, ...pages.flatMap((page) => page?.rows.map(({ number }) => number?.length ?? 0) ?? []));

/** The place behind the last loaded row, counted from 0. */
const rowsUpTo = (pages: ReadonlyMap<number, Page | undefined>): number | undefined =>
  [...pages].reduce<number | undefined>(
    (most, [page, data]) => (data === undefined ? most : Math.max(most ?? 0, page * PAGE + data.rows.length)),
    undefined,
  );

export interface RecordRows {
  readonly rowAt: (index: number) => RecordRow | undefined;
  readonly onRange: (first: number, last: number) => void;
  /** Asks again for the pages that failed. */
  readonly retry: () => void;
  /** The first error of the pages on screen. */
  readonly error: Error | null;
  /** Where a record stands among the rows that are loaded; -1 when it is not among them. */
  readonly indexOf: (id: string) => number;
  /** Rows there surely are: up to the last one that is loaded. Undefined until one page is here. */
  readonly atLeast: number | undefined;
  /** False while rows of the former order or filter stand in. */
  readonly isFresh: boolean;
  /** Signs of the longest number among the rows that are loaded. */
  readonly numberLength: number;
}

/**
 * The rows of a list by index, a page of 100 at a time and only where the screen is. A page after one that is known
 * continues it by its key; a jump asks by its place. When the order or filter changes, the former rows stay until the
 * new ones are here.
 */
export function useRecordRows(input: ListInput): RecordRows {
  const call = useCall();
  const cache = useQueryClient();
  const [range, setRange] = useState({ first: 0, last: 0 });
  const firstPage = Math.floor(range.first / PAGE);
  const pageCount = Math.floor(range.last / PAGE) - firstPage + 1;
  // The order and filter whose rows were last seen: they stand in until the new ones are here.
  const [settled, setSettled] = useState(input);
  const keyOf = (of: ListInput, page: number) => queryKey('records.list', pageInput(of, page));

  const results = useQueries({
    queries: Array.from({ length: pageCount }, (_, step) => {
      const page = firstPage + step;
      return {
        queryKey: keyOf(input, page),
        queryFn: ({ signal }: { signal: AbortSignal }): Promise<RecordPage> => {
          const before = page === 0 ? undefined : cache.getQueryState<RecordPage>(keyOf(input, page - 1));
          const after = before?.isInvalidated === false ? before.data?.next : undefined;
          const place = after ? { after } : { offset: page * PAGE };
          return call('records.list', { ...input, limit: PAGE, ...place }, { signal });
        },
        placeholderData: () => cache.getQueryData<RecordPage>(keyOf(settled, page)),
        select: unfold,
      };
    }),
  });

  const isFresh = results.every(({ isPlaceholderData }) => !isPlaceholderData);
  const isLoaded = results.some(({ data, isPlaceholderData }) => data !== undefined && !isPlaceholderData);
  const signature = JSON.stringify(input);
  const hasSettled = JSON.stringify(settled) === signature;
  useEffect(() => {
    if (isLoaded && !hasSettled) setSettled(JSON.parse(signature) as ListInput);
  }, [isLoaded, hasSettled, signature]);
  const shown = new Map(results.map(({ data }, step) => [firstPage + step, data]));

  const onRange = useCallback((first: number, last: number) => setRange({ first, last }), []);
  return {
    rowAt: (index) => shown.get(Math.floor(index / PAGE))?.rows[index % PAGE],
    onRange,
    retry: () => {
      for (const result of results) if (result.isError) void result.refetch();
    },
    error: results.find(({ error }) => error !== null)?.error ?? null,
    indexOf: (id) => {
      for (const [page, data] of shown) {
        const place = data?.rows.findIndex((row) => row.id === id) ?? -1;
        if (place >= 0) return page * PAGE + place;
      }
      return -1;
    },
    atLeast: rowsUpTo(shown),
    isFresh,
    numberLength: longestNumber([...shown.values()]),
  };
}
