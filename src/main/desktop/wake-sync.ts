import type { PowerMonitor } from 'electron';
import type { SyncStatus } from '../../shared/contract/sync.ts';
import { isAppError } from '../../shared/errors/app-error.ts';
import type { Clock } from '../platform/clock.ts';
import type { Door } from '../rpc/door.ts';

/** What was read longer ago than this is read again when the computer wakes or the network comes back. */
const OVERDUE_MS = 5 * 60_000;
/** How long a network takes to come back after a computer woke. */
const NETWORK_RETURNS_MS = 5000;
/** How often the network is looked at: nothing tells the main process that it came back. */
const NETWORK_CHECK_MS = 30_000;

/**
 * Whether a sync is due at `now` (milliseconds since 1970 UTC): the newest complete run is five minutes old or there was
 * none. Never while one is under way, and never for a workspace without anything to read: the first run is the page's.
 */
export function shouldSyncAfter(now: number, { running, freshness }: SyncStatus): boolean {
  if (running || freshness.length === 0) return false;
  const ends = freshness.map(({ completeAt }) => (completeAt === null ? 0 : Date.parse(completeAt)));
  return now - Math.max(...ends) >= OVERDUE_MS;
}

interface WakeParts {
  readonly door: Door;
  readonly power: PowerMonitor;
  /** False is sure; true only means that some network is up. */
  readonly isOnline: () => boolean;
  readonly clock: Clock;
  /** Ends the watching, and the run it may have started. */
  readonly signal: AbortSignal;
}

/**
 * Reads what is overdue when the computer wakes and when the network comes back. A run it started is cancelled when the
 * computer goes to sleep: it goes on later where it stood, instead of failing in the middle of an answer.
 */
export function syncOnWaking({ door, power, isOnline, clock, signal }: WakeParts): void {
  const { log } = door;
  let run: AbortController | undefined;

  const syncIfDue = async (): Promise<void> => {
    if (run !== undefined || !isOnline()) return;
    const started = new AbortController();
    run = started;
    try {
      if (!shouldSyncAfter(clock.now(), await door.local.call('sync.status', {}))) return;
      log.info('desktop.sync-overdue');
      await door.local.call('sync.run', {}, { signal: AbortSignal.any([started.signal, signal]) });
    } catch (thrown) {
      // What a vendor did is in the run's report; what is thrown here is a cancel, or a run that another began.
      if (!isAppError(thrown)) log.error('desktop.sync-failed', thrown);
    } finally {
      run = undefined;
    }
  };

  const afterWaking = async (): Promise<void> => {
    await clock.wait(NETWORK_RETURNS_MS, signal);
    await syncIfDue();
  };

  const watchNetwork = async (): Promise<never> => {
    let wasOnline = isOnline();
    for (;;) {
      await clock.wait(NETWORK_CHECK_MS, signal);
      const isUp = isOnline();
      if (isUp !== wasOnline) log.info(isUp ? 'desktop.online' : 'desktop.offline');
      if (isUp && !wasOnline) void syncIfDue();
      wasOnline = isUp;
    }
  };

  power.on('suspend', () => {
    log.info('desktop.suspend');
    run?.abort();
  });
  power.on('resume', () => {
    log.info('desktop.resume');
    afterWaking().catch(() => undefined);
  });
  power.on('lock-screen', () => log.info('desktop.lock'));
  power.on('unlock-screen', () => log.info('desktop.unlock'));
  watchNetwork().catch(() => undefined);
}
