/** What the native menus ask of the page, in the order it was asked. */
export interface PageCommands {
  /** Whether the page listens and is to be told now. Otherwise the command waits for it. */
  readonly press: (id: string) => boolean;
  /** The page listens from here on. Answers what was asked before. */
  readonly take: () => readonly string[];
  /** The document that listened is gone; the next one has yet to begin. */
  readonly pageGone: () => void;
}

/**
 * Keeps a menu's command until there is a page to run it: a window that is opening, loading again or not there at all (a
 * Mac's menu outlives its window) would lose it.
 */
export function createPageCommands(): PageCommands {
  let isListening = false;
  let waiting: string[] = [];
  return {
    press: (id) => {
      if (!isListening) waiting.push(id);
      return isListening;
    },
    take: () => {
      isListening = true;
      const taken = waiting;
      waiting = [];
      return taken;
    },
    pageGone: () => {
      isListening = false;
    },
  };
}
