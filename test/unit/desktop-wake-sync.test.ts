import type { PowerMonitor } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shouldSyncAfter, syncOnWaking } from '../../src/main/desktop/wake-sync.ts';
import { silentLog } from '../../src/main/platform/log.ts';
import { createDoor } from '../../src/main/rpc/door.ts';
import type { Services } from '../../src/main/services/services.ts';
import { AppError } from '../../src/shared/errors/app-error.ts';
import type { ConnectionId } from '../../src/shared/model/ids.ts';
import type { Freshness } from '../../src/shared/model/sync.ts';
import { asElectron, FakeEmitter } from '../support/fake-electron.ts';
import { fakeWorkspaces } from '../support/fake-workspaces.ts';
import { handClock, type HandClock } from '../support/hand-clock.ts';

const NOON = '2026-11-20T12:00:00.000Z';
const noon = Date.parse(NOON);
const MINUTE = 60_000;

const read = (minutesAgo: number | null): Freshness => ({
  connectionId: 'site' as ConnectionId,
  kind: 'audit',
  completeAt: minutesAgo === null ? null : new Date(noon - minutesAgo * MINUTE).toISOString(),
  attemptedAt: NOON,
  outcome: 'ok',
  error: null,
});

describe('shouldSyncAfter', () => {
  it.each([
    ['five minutes old', [read(5)], true],
    ['hours old', [read(300), read(290)], true],
    ['tried and never complete', [read(null)], true],
    ['younger', [read(4.9)], false],
    ['young in one part', [read(300), read(1), read(null)], false],
    ['of the future, after the clock was set back', [read(-60)], false],
    ['nothing: no account yet', [], false],
  ])('what was read is %s', (_, freshness, expected) => {
    expect(shouldSyncAfter(noon, { running: false, freshness })).toBe(expected);
  });

  it('is false while a run is under way', () => {
    expect(shouldSyncAfter(noon, { running: true, freshness: [read(300)] })).toBe(false);
  });
});

describe('syncOnWaking', () => {
  let power: FakeEmitter;
  let clock: HandClock;
  let stop: AbortController;
  let isOnline: boolean;
  let freshness: readonly Freshness[];
  let runs: AbortSignal[];

  beforeEach(() => {
    power = new FakeEmitter();
    clock = handClock(NOON);
    stop = new AbortController();
    isOnline = true;
    freshness = [read(60)];
    runs = [];
    const never = (): Promise<never> => Promise.reject(new Error('not in this test'));
    const sync: Services['sync'] = {
      // A run that lasts until it is cancelled.
      run: (_only, { signal }) =>
        new Promise((_resolve, reject) => {
          runs.push(signal);
          signal.addEventListener('abort', () => reject(new AppError('cancelled', 'Cancelled.')));
        }),
      status: () => Promise.resolve({ running: false, freshness }),
      record: never,
      afterSend: never,
    };
    syncOnWaking({
      door: createDoor(fakeWorkspaces({ sync }), silentLog),
      power: asElectron<PowerMonitor>(power),
      isOnline: () => isOnline,
      clock,
      signal: stop.signal,
    });
  });

  afterEach(() => stop.abort());

  /** Lets everything that can go on now go on. */
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const pass = async (ms: number): Promise<void> => {
    clock.advance(ms);
    await settle();
  };

  it('reads what is overdue once the network had time to come back after waking', async () => {
    power.tell('resume');
    await pass(4000);
    expect(runs).toHaveLength(0);
    await pass(1000);
    expect(runs).toHaveLength(1);
  });

  it('leaves alone what was read a moment ago', async () => {
    freshness = [read(1)];
    power.tell('resume');
    await pass(5000);
    expect(runs).toHaveLength(0);
  });

  it('waits for the network, and reads when it comes back', async () => {
    isOnline = false;
    await pass(30_000);
    power.tell('resume');
    await pass(5000);
    expect(runs).toHaveLength(0);
    isOnline = true;
    await pass(30_000);
    expect(runs).toHaveLength(1);
  });

  it('reads nothing while the network stays as it is', async () => {
    await pass(30_000);
    await pass(30_000);
    expect(runs).toHaveLength(0);
  });

  it('cancels the run it started when the computer goes to sleep, and goes on after', async () => {
    power.tell('resume');
    await pass(5000);
    power.tell('suspend');
    await settle();
    expect(runs.map(({ aborted }) => aborted)).toEqual([true]);
    power.tell('resume');
    await pass(5000);
    expect(runs.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  it('starts no second run beside its own', async () => {
    power.tell('resume');
    power.tell('resume');
    await pass(5000);
    expect(runs).toHaveLength(1);
  });

  it('ends with the app', async () => {
    power.tell('resume');
    await pass(5000);
    stop.abort();
    await vi.waitFor(() => expect(runs[0]?.aborted).toBe(true));
  });
});
