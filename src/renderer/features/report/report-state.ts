import { create } from 'zustand';

export const ITEM_SEGMENTS = ['all', 'failed', 'critical', 'notes', 'photos'] as const;
export type ItemSegment = (typeof ITEM_SEGMENTS)[number];

/** The photo that is shown large: which one of which item. */
interface OpenPhoto {
  readonly photoIds: readonly string[];
  readonly index: number;
  readonly title: string;
}

interface ReportState {
  readonly segment: ItemSegment;
  readonly currentId: string | undefined;
  /** What the person folded or unfolded, by segment and item; everything else is as the report suggests. */
  readonly folds: ReadonlyMap<string, boolean>;
  readonly isPdfShown: boolean;
  readonly photo: OpenPhoto | undefined;
  readonly show: (segment: ItemSegment) => void;
  readonly select: (id: string | undefined) => void;
  readonly expand: (id: string, isExpanded: boolean) => void;
  readonly showPdf: (isShown: boolean) => void;
  readonly showPhoto: (photo: OpenPhoto | undefined) => void;
  /** Another report is read: nothing of the former one's reading is kept. */
  readonly start: (isPdfShown: boolean) => void;
}

export const foldKey = (segment: ItemSegment, id: string): string => `${segment} ${id}`;

/** What only the report reader knows. */
export const useReport = create<ReportState>((set) => ({
  segment: 'all',
  currentId: undefined,
  folds: new Map(),
  isPdfShown: false,
  photo: undefined,
  show: (segment) => set({ segment }),
  select: (currentId) => set({ currentId }),
  expand: (id, isExpanded) =>
    set(({ folds, segment }) => ({ folds: new Map(folds).set(foldKey(segment, id), isExpanded) })),
  showPdf: (isPdfShown) => set({ isPdfShown }),
  showPhoto: (photo) => set({ photo }),
  start: (isPdfShown) => set({ segment: 'all', currentId: undefined, folds: new Map(), isPdfShown, photo: undefined }),
}));
