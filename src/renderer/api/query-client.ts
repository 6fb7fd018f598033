import { QueryClient } from '@tanstack/react-query';
import { isAppError } from '../../shared/errors/app-error.ts';

/**
 * The cache of what the workspace said. Nothing in it grows old by time, and no focus or network event asks again: only
 * the workspace's own events do. A cut connection is the one error worth a second try by itself.
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 5 * 60_000,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (failures, error) => failures < 1 && isAppError(error) && error.code === 'cancelled',
        retryDelay: 0,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
