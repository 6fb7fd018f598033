import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Input, Output, QueryName } from '../../shared/contract/index.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import { useBridge, useCall } from './client.ts';
import { fileKey, queryKey } from './query-keys.ts';

interface Options {
  readonly enabled?: boolean;
  /** Show the former answer while another input's is fetched. */
  readonly keepPrevious?: boolean;
}

/** The answer of a query of the contract, cached until an event says that it changed. */
export function useOperation<Name extends QueryName>(
  operation: Name,
  input: Input<Name>,
  { enabled = true, keepPrevious = false }: Options = {},
): UseQueryResult<Output<Name>, AppError> {
  const call = useCall();
  return useQuery<Output<Name>, AppError>({
    queryKey: queryKey(operation, input),
    queryFn: ({ signal }) => call(operation, input, { signal }),
    enabled,
    ...(keepPrevious ? { placeholderData: (previous: Output<Name> | undefined) => previous } : {}),
  } as Parameters<typeof useQuery<Output<Name>, AppError>>[0]);
}

/** The bytes of a kept file, let go soon after the last screen that shows them. */
export function useStoredFile(id: string | undefined): UseQueryResult<Blob, AppError> {
  const bridge = useBridge();
  return useQuery<Blob, AppError>({
    queryKey: fileKey(id ?? ''),
    queryFn: ({ signal }) => bridge.file(id ?? '', signal),
    enabled: id !== undefined,
    gcTime: 30_000,
  });
}
