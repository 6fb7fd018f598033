import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Bridge } from '../api/bridge.ts';
import { useBridge } from '../api/client.ts';
import { OUTBOX_PROGRESS_KEY, SYNC_PROGRESS_KEY } from '../api/query-keys.ts';
import { EVENT_NAMES } from '../../shared/contract/events.ts';
import { INVALIDATES } from './event-invalidation.ts';

/** Events of a busy sync are gathered this long, so that a list is asked again a few times a second and not a hundred. */
const GATHER_MS = 150;

/** Makes answers old as the workspace's events say, until the returned function is called. */
export function followEvents(bridge: Bridge, cache: QueryClient): () => void {
  const due = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    timer = undefined;
    const names = new Set(due);
    due.clear();
    void cache.invalidateQueries({ predicate: ({ queryKey }) => names.has(String(queryKey[0])) });
  };
  const stops = EVENT_NAMES.map((event) =>
    bridge.on(event, () => {
      const names = INVALIDATES[event];
      if (names === 'everything') {
        due.clear();
        void cache.resetQueries();
        return;
      }
      if (names.length === 0) return;
      for (const name of names) due.add(name);
      timer ??= setTimeout(flush, GATHER_MS);
    }),
  );
  stops.push(bridge.on('sync.changed', (data) => cache.setQueryData(SYNC_PROGRESS_KEY, data)));
  stops.push(bridge.on('outbox.changed', (data) => cache.setQueryData(OUTBOX_PROGRESS_KEY, data)));
  // After a cut nobody knows which events were missed.
  let wasLost = false;
  stops.push(
    bridge.onState(() => {
      const state = bridge.state();
      if (state === 'lost') wasLost = true;
      if (state === 'connected' && wasLost) {
        wasLost = false;
        void cache.invalidateQueries();
      }
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

/** Follows the workspace's events for as long as the app is shown. */
export function useEvents(): void {
  const bridge = useBridge();
  const cache = useQueryClient();
  useEffect(() => followEvents(bridge, cache), [bridge, cache]);
}
