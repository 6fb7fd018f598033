import { create } from 'zustand';

interface PrintState {
  /** True while the page is made ready for paper and printed: lists then hold all their rows, and nothing is folded. */
  readonly isPrinting: boolean;
  /** The one pane that goes to paper; undefined for all of them. */
  readonly pane: string | undefined;
  readonly begin: (pane: string | undefined) => void;
  readonly end: () => void;
}

/** What is being printed now. */
export const usePrint = create<PrintState>((set) => ({
  isPrinting: false,
  pane: undefined,
  begin: (pane) => set({ isPrinting: true, pane }),
  end: () => set({ isPrinting: false, pane: undefined }),
}));

/** So many rows of a list go to paper; a line below them says how many there are. */
export const PRINTED_ROWS = 1000;

/** Lists choose their columns as for a pane this wide, in pixels: a sheet's width, whatever the window's. */
export const PRINTED_WIDTH = 960;
