import { useLayoutEffect, useState, type RefObject } from 'react';

/** The width of an element in pixels, followed while it changes; `fallback` until it was measured. */
export function useWidth(element: RefObject<HTMLElement | null>, fallback: number): number {
  const [width, setWidth] = useState(fallback);
  useLayoutEffect(() => {
    const measured = element.current;
    if (measured === null || typeof ResizeObserver === 'undefined') return undefined;
    setWidth(measured.clientWidth || fallback);
    const observer = new ResizeObserver(() => setWidth(measured.clientWidth || fallback));
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element, fallback]);
  return width;
}
