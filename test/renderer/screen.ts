/** What jsdom lacks of a screen: a size for every element, and media queries answered for a window of `width` pixels. */
export function giveScreen(width: number): void {
  const matches = (query: string): boolean => {
    const least = /min-width: (\d+)px/.exec(query)?.[1];
    return least !== undefined && width >= Number(least);
  };
  Object.defineProperty(globalThis, 'matchMedia', {
    configurable: true,
    value: (query: string) => ({
      matches: matches(query),
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }),
  });
  Object.defineProperties(HTMLElement.prototype, {
    offsetHeight: { configurable: true, get: () => 600 },
    offsetWidth: { configurable: true, get: () => 1000 },
    clientHeight: { configurable: true, get: () => 600 },
    clientWidth: { configurable: true, get: () => 1000 },
  });
  Element.prototype.scrollTo = () => undefined;
}
