import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bridge, BridgeState } from '../../src/renderer/api/bridge.ts';
import { createListeners } from '../../src/renderer/api/listeners.ts';
import { queryKey, SYNC_PROGRESS_KEY } from '../../src/renderer/api/query-keys.ts';
import { INVALIDATES } from '../../src/renderer/app/event-invalidation.ts';
import { followEvents } from '../../src/renderer/app/use-events.ts';
import { EVENT_NAMES } from '../../src/shared/contract/events.ts';
import { OPERATION_NAMES } from '../../src/shared/contract/names.ts';
import type { ConnectionId } from '../../src/shared/model/ids.ts';

const list = queryKey('records.list', { kind: 'audit' });
const connections = queryKey('connections.list', {});
const change = { connectionId: 'a' as ConnectionId, kinds: ['audit'] } as const;

function start() {
  const listeners = createListeners();
  const stateListeners = new Set<() => void>();
  let state: BridgeState = 'connected';
  const bridge: Bridge = {
    call: () => Promise.reject(new Error('not used')),
    on: listeners.on,
    state: () => state,
    onState: (listener) => {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    file: () => Promise.reject(new Error('not used')),
    spool: () => Promise.reject(new Error('not used')),
    close: () => undefined,
  };
  const cache = new QueryClient();
  cache.setQueryData(list, 'rows');
  cache.setQueryData(connections, 'connections');
  const isOld = (key: readonly unknown[]): boolean => cache.getQueryState(key)?.isInvalidated ?? false;
  const enter = (next: BridgeState): void => {
    state = next;
    for (const listener of stateListeners) listener();
  };
  return { ...listeners, cache, isOld, enter, stop: followEvents(bridge, cache) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('followEvents', () => {
  it('makes old what an event names, and nothing else', () => {
    const { emit, isOld, stop } = start();
    emit('records.changed', change);
    vi.advanceTimersByTime(1000);
    expect(isOld(list)).toBe(true);
    expect(isOld(connections)).toBe(false);
    stop();
  });

  it('gathers a burst of events into one', () => {
    const { emit, cache, stop } = start();
    const invalidate = vi.spyOn(cache, 'invalidateQueries');
    for (let page = 0; page < 50; page += 1) emit('records.changed', change);
    vi.advanceTimersByTime(1000);
    expect(invalidate).toHaveBeenCalledOnce();
    stop();
  });

  it('forgets everything of the former workspace', () => {
    const { emit, cache, stop } = start();
    emit('workspace.changed', {});
    expect(cache.getQueryData(list)).toBeUndefined();
    stop();
  });

  it('keeps how far a sync is where screens look for it', () => {
    const { emit, cache, stop } = start();
    emit('sync.changed', { running: true, progress: { done: 3, unit: 'rows' } });
    expect(cache.getQueryData(SYNC_PROGRESS_KEY)).toMatchObject({ running: true, progress: { done: 3 } });
    stop();
  });

  it('trusts nothing after the connection was cut, since events were missed', () => {
    const { isOld, enter, stop } = start();
    enter('lost');
    expect(isOld(list)).toBe(false);
    enter('connected');
    expect(isOld(list)).toBe(true);
    stop();
  });

  it('stops when told', () => {
    const { emit, isOld, stop } = start();
    stop();
    emit('records.changed', change);
    vi.advanceTimersByTime(1000);
    expect(isOld(list)).toBe(false);
  });
});

describe('INVALIDATES', () => {
  it('has an entry for every event and names only operations that exist', () => {
    expect(Object.keys(INVALIDATES).toSorted()).toEqual([...EVENT_NAMES].toSorted());
    const named = Object.values(INVALIDATES).flatMap((names) => (names === 'everything' ? [] : names));
    expect(named.filter((name) => !OPERATION_NAMES.includes(name))).toEqual([]);
  });
});
