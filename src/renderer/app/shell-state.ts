import { create } from 'zustand';

interface ShellState {
  readonly isPaletteOpen: boolean;
  readonly isSheetOpen: boolean;
  /** The sidebar, where it is behind a button. */
  readonly isMenuOpen: boolean;
  /** What the person has read and put away, by its own words. */
  readonly dismissed: readonly string[];
  readonly set: (change: Partial<Omit<ShellState, 'set' | 'dismiss'>>) => void;
  readonly dismiss: (notice: string) => void;
}

/** What only the frame knows. */
export const useShell = create<ShellState>((set) => ({
  isPaletteOpen: false,
  isSheetOpen: false,
  isMenuOpen: false,
  dismissed: [],
  set: (change) => set(change),
  dismiss: (notice) => set(({ dismissed }) => ({ dismissed: [...dismissed, notice] })),
}));
