import { skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Events } from '../../shared/contract/events.ts';
import type { WorkspaceStatus } from '../../shared/contract/workspace.ts';
import { useCall } from '../api/client.ts';
import { errorWords } from '../api/error-words.ts';
import { SYNC_PROGRESS_KEY } from '../api/query-keys.ts';
import { useOperation } from '../api/use-operation.ts';
import { t } from '../lib/words.ts';
import { useToast } from '../ui/feedback/toast-state.ts';

export interface Sync {
  readonly run: () => void;
  readonly isRunning: boolean;
  readonly progress: Events['sync.changed']['progress'];
}

/** The sync of everything: start it, and follow how far it is. */
export function useSync(): Sync {
  const call = useCall();
  const toast = useToast((state) => state.show);
  const status = useOperation('sync.status', {}).data;
  // Nobody asks for it: events bring it.
  const told = useQuery<Events['sync.changed']>({ queryKey: SYNC_PROGRESS_KEY, queryFn: skipToken }).data;
  const run = useMutation({
    mutationFn: () => call('sync.run', {}),
    onSuccess: ({ ok }) => toast(ok ? t('status.synced-now') : t('status.sync-failed')),
    onError: (error) => toast(errorWords(error).what),
  });
  const isRunning = told?.running ?? status?.running ?? run.isPending;
  return {
    run: () => {
      if (!isRunning && !run.isPending) run.mutate();
    },
    isRunning: isRunning || run.isPending,
    progress: isRunning ? told?.progress : undefined,
  };
}

/** Reads a workspace that has connections but nothing of them yet, once, without being asked. */
export function useFirstSync(status: WorkspaceStatus, sync: Sync): void {
  const freshness = useOperation('sync.status', {}).data?.freshness;
  const done = useRef<string>(undefined);
  const isNew =
    status.connections > 0 &&
    status.records === 0 &&
    status.sampleOnline !== false &&
    freshness !== undefined &&
    freshness.every(({ completeAt, attemptedAt }) => completeAt === null && attemptedAt === null);
  useEffect(() => {
    if (!isNew || done.current === status.dataDir) return;
    done.current = status.dataDir;
    sync.run();
  });
}
