import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { useCall } from '../api/client.ts';
import { errorWords } from '../api/error-words.ts';
import { usePrint } from '../lib/print-state.ts';
import { t } from '../lib/words.ts';
import { useToast } from '../ui/feedback/toast-state.ts';

/** Frames without a question under way after which nothing more is expected. */
const QUIET_FRAMES = 4;
/** Frames to wait at most: a click counts as one for five seconds only. */
const MOST_FRAMES = 180;

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Waits until what the page asked for is here: the other pages of a list, the photos of a report. */
async function settle(cache: QueryClient): Promise<void> {
  let quiet = 0;
  for (let frames = 0; quiet < QUIET_FRAMES && frames < MOST_FRAMES; frames += 1) {
    await frame();
    quiet = cache.isFetching() === 0 ? quiet + 1 : 0;
  }
}

/** The pane with the focus, else the first one; null where the screen has panes and none of them can be printed. */
function paneToPrint(): string | undefined | null {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')];
  if (panes.length === 0) return undefined;
  const printable = panes.filter(({ dataset }) => dataset['pane'] !== 'screen');
  const inFocus = printable.find((pane) => pane.contains(document.activeElement));
  return (inFocus ?? printable[0])?.id ?? null;
}

/**
 * Printing by command: makes the pane with the focus ready, whole, and opens the system's own dialog. A browser that
 * prints by its own menu gets the page as far as it is loaded.
 */
export function usePrinting(isDesktop: boolean): () => void {
  const call = useCall();
  const cache = useQueryClient();
  const toast = useToast((state) => state.show);
  const begin = usePrint((state) => state.begin);
  const end = usePrint((state) => state.end);

  useEffect(() => {
    const before = (): void => {
      // The browser takes the page as it stands when this function returns.
      if (!usePrint.getState().isPrinting) flushSync(() => begin(paneToPrint() ?? undefined));
    };
    globalThis.addEventListener('beforeprint', before);
    globalThis.addEventListener('afterprint', end);
    return () => {
      globalThis.removeEventListener('beforeprint', before);
      globalThis.removeEventListener('afterprint', end);
    };
  }, [begin, end]);

  const print = async (): Promise<void> => {
    // A palette that ran the command gives the focus back first.
    await frame();
    await frame();
    const pane = paneToPrint();
    if (pane === null) return toast(t('print.not-pdf'));
    begin(pane);
    await settle(cache);
    let hasBegun = false;
    const note = (): void => {
      hasBegun = true;
    };
    globalThis.addEventListener('beforeprint', note, { once: true });
    try {
      if (isDesktop) await call('system.print', {});
      else globalThis.print();
    } catch (thrown) {
      toast(errorWords(thrown).what);
    } finally {
      globalThis.removeEventListener('beforeprint', note);
      // A browser that has begun says itself when it is done with the page.
      if (isDesktop || !hasBegun) end();
    }
    return undefined;
  };
  return () => {
    if (!usePrint.getState().isPrinting) void print();
  };
}
