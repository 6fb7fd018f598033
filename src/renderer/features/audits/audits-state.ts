import { create } from 'zustand';

export const SEGMENTS = ['pending', 'complete', 'all'] as const;
export type Segment = (typeof SEGMENTS)[number];
export type AuditSort = {
  readonly column: 'due' | 'updated' | 'title';
  readonly direction: 'ascending' | 'descending';
};

interface AuditsState {
  readonly segment: Segment;
  readonly filter: string;
  /** The order of each segment, as left. */
  readonly sorts: Readonly<Record<Segment, AuditSort>>;
  /** The selected record, and where it stood when it was selected. */
  readonly selectedId: string | undefined;
  readonly index: number;
  /** In one-pane windows: whether the detail is shown in place of the list. */
  readonly isDetailShown: boolean;
  readonly show: (segment: Segment) => void;
  readonly setFilter: (filter: string) => void;
  readonly sortBy: (column: AuditSort['column']) => void;
  readonly select: (index: number, id: string | undefined) => void;
  readonly showDetail: (isShown: boolean) => void;
}

const nothingSelected = { selectedId: undefined, index: 0, isDetailShown: false } as const;

/** What only the audits screen knows. Late first where work is to be done, newest first where it is. */
export const useAudits = create<AuditsState>((set) => ({
  segment: 'pending',
  filter: '',
  sorts: {
    pending: { column: 'due', direction: 'ascending' },
    complete: { column: 'updated', direction: 'descending' },
    all: { column: 'due', direction: 'descending' },
  },
  ...nothingSelected,
  show: (segment) => set({ segment, ...nothingSelected }),
  setFilter: (filter) => set({ filter, ...nothingSelected }),
  sortBy: (column) =>
    set(({ segment, sorts }) => {
      const { column: former, direction: formerDirection } = sorts[segment];
      const turned = formerDirection === 'ascending' ? 'descending' : 'ascending';
      const direction = former === column ? turned : column === 'updated' ? 'descending' : 'ascending';
      return { sorts: { ...sorts, [segment]: { column, direction } }, ...nothingSelected };
    }),
  select: (index, selectedId) => set({ index, selectedId }),
  showDetail: (isDetailShown) => set({ isDetailShown }),
}));
