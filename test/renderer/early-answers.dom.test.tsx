import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import type { Bridge } from '../../src/renderer/api/bridge.ts';
import { askEarly, type Question } from '../../src/renderer/api/early-answers.ts';
import { createListeners } from '../../src/renderer/api/listeners.ts';
import { queryKey } from '../../src/renderer/api/query-keys.ts';
import { firstQuestions } from '../../src/renderer/app/first-questions.ts';
import { useRoute } from '../../src/renderer/app/route-state.ts';

const questions: readonly Question[] = [
  { operation: 'connections.list', input: {} },
  { operation: 'sync.status', input: {} },
];
const connections = queryKey('connections.list', {});
const freshness = queryKey('sync.status', {});

/** A bridge whose answers the test gives. */
function start() {
  const { on, emit } = createListeners();
  const open = new Map<string, PromiseWithResolvers<unknown>>();
  const bridge: Bridge = {
    call: (operation) => {
      const asked = Promise.withResolvers<unknown>();
      open.set(operation, asked);
      return asked.promise;
    },
    on,
    state: () => 'connected',
    onState: () => () => undefined,
    file: () => Promise.reject(new Error('not used')),
    spool: () => Promise.reject(new Error('not used')),
    close: () => undefined,
  };
  return { early: askEarly(bridge, questions), cache: new QueryClient(), emit, open };
}

/** After everything that was settled has been heard of. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('askEarly', () => {
  it('asks everything at once', () => {
    expect([...start().open.keys()]).toEqual(['connections.list', 'sync.status']);
  });

  it('gives what has come at once, and the rest when it comes', async () => {
    const { early, cache, open } = start();
    open.get('connections.list')?.resolve(['one']);
    await settle();
    early.giveTo(cache);
    expect(cache.getQueryData(connections)).toEqual(['one']);
    expect(cache.getQueryState(freshness)?.fetchStatus).toBe('fetching');
    open.get('sync.status')?.resolve({ running: false });
    await settle();
    expect(cache.getQueryData(freshness)).toEqual({ running: false });
  });

  it('gives nothing after an event, which may have made it old', async () => {
    const { early, cache, emit, open } = start();
    open.get('connections.list')?.resolve(['one']);
    await settle();
    emit('connections.changed', {});
    early.giveTo(cache);
    expect(cache.getQueryCache().getAll()).toEqual([]);
  });

  it('leaves what failed to be asked again', async () => {
    const { early, cache, open } = start();
    open.get('connections.list')?.reject(new Error('gone'));
    await settle();
    early.giveTo(cache);
    await settle();
    expect(cache.getQueryData(connections)).toBeUndefined();
  });
});

describe('firstQuestions', () => {
  it('asks for the rows before anything else, and only where the page begins with their list', () => {
    const operations = (): readonly string[] => firstQuestions().map(({ operation }) => operation);
    expect(operations()[0]).toBe('records.list');
    useRoute.getState().restore({ place: 'outbox' });
    expect(operations()).not.toContain('records.list');
    useRoute.setState(useRoute.getInitialState());
  });
});
