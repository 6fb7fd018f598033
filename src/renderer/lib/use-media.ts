import { useCallback, useState, useSyncExternalStore } from 'react';
import { usePrint } from './print-state.ts';

/** Whether a media query matches now; false where there are none (tests without a screen). */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const media = globalThis.matchMedia?.(query);
      media?.addEventListener('change', changed);
      return () => media?.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => globalThis.matchMedia?.(query)?.matches ?? false);
}

export type Layout = 'wide' | 'rail' | 'single' | 'menu';

/**
 * How much room the window has: `wide` sidebar + list + detail, `rail` icons + list + detail, `single` icons + one pane,
 * `menu` one pane with the sidebar behind a button (a phone's width, or 200 % zoom).
 */
export function useLayout(): Layout {
  const wide = useMedia('(min-width: 1200px)');
  const rail = useMedia('(min-width: 880px)');
  const single = useMedia('(min-width: 560px)');
  const layout = wide ? 'wide' : rail ? 'rail' : single ? 'single' : 'menu';
  // A sheet of paper is narrower than most windows, and must not rearrange them.
  const isPrinting = usePrint((state) => state.isPrinting);
  const [kept, setKept] = useState<Layout>(layout);
  if (!isPrinting && kept !== layout) setKept(layout);
  return isPrinting ? kept : layout;
}
