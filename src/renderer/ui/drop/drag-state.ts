import { create } from 'zustand';

/** What a drag over the window carries, as far as the browser tells before the drop: how many files, of which type. */
export interface DraggedFiles {
  readonly count: number;
  /** Media types in order; empty where the system does not know one. */
  readonly types: readonly string[];
}

/** What the target under the pointer will do with the files, in words. */
export interface DropOffer {
  readonly title: string;
  readonly isAccepted: boolean;
  /** Where the files go, or why they cannot. */
  readonly note: string;
}

interface DragState {
  readonly files: DraggedFiles | undefined;
  readonly offer: DropOffer | undefined;
  readonly start: (files: DraggedFiles) => void;
  readonly point: (offer: DropOffer | undefined) => void;
  readonly end: () => void;
}

/** The drag of files that is over the window now. */
export const useDrag = create<DragState>((set) => ({
  files: undefined,
  offer: undefined,
  start: (files) => set({ files }),
  point: (offer) => set({ offer }),
  end: () => set({ files: undefined, offer: undefined }),
}));
