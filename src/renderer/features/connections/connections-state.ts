import { create } from 'zustand';

interface ConnectionsState {
  readonly selectedId: string | undefined;
  /** The form for another account stands in place of the detail. */
  readonly isAdding: boolean;
  /** Which part of the selected account is being changed. Never what is typed: a key lives in its field alone. */
  readonly editing: 'identity' | 'key' | undefined;
  readonly isRemoving: boolean;
  readonly isDetailShown: boolean;
  readonly set: (change: Partial<Omit<ConnectionsState, 'set'>>) => void;
}

/** What only the connections screen knows. */
export const useConnectionsScreen = create<ConnectionsState>((set) => ({
  selectedId: undefined,
  isAdding: false,
  editing: undefined,
  isRemoving: false,
  isDetailShown: false,
  set: (change) => set(change),
}));
