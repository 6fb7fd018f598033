import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Progress } from '../../shared/contract/operation.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { StoredFile } from '../../shared/model/stored-file.ts';
import { useCall } from './client.ts';
import { queryKey } from './query-keys.ts';
import { useStoredFile } from './use-operation.ts';

/** A picture of a record: kept once fetched, so asking for it again costs nothing and works off line. */
export function useVendorPicture(
  connectionId: string,
  vendorFileId: string,
): { blob: Blob | undefined; isMissing: boolean } {
  const call = useCall();
  const input = { connectionId, vendorFileId };
  const stored = useQuery<StoredFile, AppError>({
    queryKey: queryKey('files.open', input),
    queryFn: ({ signal }) => call('files.open', input, { signal }),
  });
  const bytes = useStoredFile(stored.data?.id);
  return { blob: bytes.data, isMissing: stored.isError || bytes.isError };
}

/** The PDF report of an audit: the kept file, or fetched while `enabled`. */
export function useReportPdf(id: string, enabled: boolean) {
  const call = useCall();
  const cache = useQueryClient();
  const [progress, setProgress] = useState<Progress>();
  const key = queryKey('reports.open', { id });
  const file = useQuery<StoredFile, AppError>({
    queryKey: key,
    queryFn: ({ signal }) => call('reports.open', { id }, { signal, onProgress: setProgress }),
    enabled,
  });
  const bytes = useStoredFile(enabled ? file.data?.id : undefined);
  const again = async (): Promise<void> => {
    setProgress(undefined);
    const fetched = await call('reports.open', { id, again: true }, { onProgress: setProgress });
    cache.setQueryData(key, fetched);
  };
  return {
    file: file.data,
    blob: bytes.data,
    error: file.error ?? bytes.error,
    isFetching: file.isFetching || bytes.isFetching,
    progress,
    /** Asks once more after a failure. */
    retry: () => void (file.isError ? file.refetch() : bytes.refetch()),
    again,
  };
}
