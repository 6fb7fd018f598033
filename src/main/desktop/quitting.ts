import type { App } from 'electron';
import type { Clock } from '../platform/clock.ts';
import type { Door } from '../rpc/door.ts';

/** How long the outbox may take to say whether something is on its way; then the app ends unasked. */
const ANSWER_MS = 1000;
/** How long the workspace may take to close; its databases survive being cut off. */
const CLOSE_MS = 10_000;

/** Whether a change is on its way to a vendor now. A sync is no reason to ask: it goes on later where it stood. */
export async function isSending(door: Door, clock: Clock): Promise<boolean> {
  const late = new AbortController();
  try {
    return await Promise.race([
      door.local.call('outbox.list', {}).then((rows) => rows.some(({ state }) => state === 'sending')),
      clock.wait(ANSWER_MS, late.signal).then(() => false),
    ]);
  } catch {
    return false;
  } finally {
    late.abort();
  }
}

interface QuitParts {
  readonly app: App;
  readonly door: Door;
  readonly clock: Clock;
  /** Asks whether to end although a change is on its way. */
  readonly ask: () => Promise<boolean>;
  /** What else is to stop, before the door closes. */
  readonly stop: () => void;
}

/**
 * Ends the app in order: asks once when a change is on its way, lets the windows close, closes the door once and waits
 * for it. Answers whether a window may close: only where closing it does not end the app unasked.
 */
export function quitInOrder({ app, door, clock, ask, stop }: QuitParts): { readonly isAgreed: () => boolean } {
  let isAgreed = false;
  let isAsking = false;
  let isClosing = false;

  const agree = async (): Promise<void> => {
    isAsking = true;
    try {
      isAgreed = !(await isSending(door, clock)) || (await ask());
    } finally {
      isAsking = false;
    }
    if (isAgreed) app.quit();
  };

  const close = async (): Promise<void> => {
    const late = new AbortController();
    stop();
    try {
      await Promise.race([door.close(), clock.wait(CLOSE_MS, late.signal)]);
    } catch (thrown) {
      door.log.error('desktop.close-failed', thrown);
    } finally {
      late.abort();
      app.exit(0);
    }
  };

  app.on('before-quit', (event) => {
    if (isAgreed) return;
    event.preventDefault();
    if (!isAsking) agree().catch((thrown: unknown) => door.log.error('desktop.quit-failed', thrown));
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    void close();
  });
  return { isAgreed: () => isAgreed };
}
