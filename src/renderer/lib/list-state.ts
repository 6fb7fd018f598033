import { create } from 'zustand';

/** The order of a list: by one of the columns every list of records offers. */
export interface ListSort {
  readonly column: 'due' | 'updated' | 'title';
  readonly direction: 'ascending' | 'descending';
}

/** What only the screen of a list of records knows. */
export interface ListState<Segment extends string> {
  readonly segment: Segment;
  readonly filter: string;
  /** The order of each segment, as left. */
  readonly sorts: Readonly<Record<Segment, ListSort>>;
  /** The selected record, and where it stood when it was selected. */
  readonly selectedId: string | undefined;
  readonly index: number;
  /** In one-pane windows: whether the detail is shown in place of the list. */
  readonly isDetailShown: boolean;
  readonly show: (segment: Segment) => void;
  readonly setFilter: (filter: string) => void;
  readonly sortBy: (column: ListSort['column']) => void;
  readonly select: (index: number, id: string | undefined) => void;
  readonly showDetail: (isShown: boolean) => void;
  /** Opens one record from elsewhere, in the segment that surely holds it. */
  readonly reveal: (id: string, segment: Segment) => void;
}

const nothingSelected = { selectedId: undefined, index: 0, isDetailShown: false } as const;

/** The state of one list of records. */
export const createListState = <Segment extends string>(start: Segment, sorts: Readonly<Record<Segment, ListSort>>) =>
  create<ListState<Segment>>((set) => ({
    segment: start,
    filter: '',
    sorts,
    ...nothingSelected,
    show: (segment) => set({ segment, ...nothingSelected }),
    setFilter: (filter) => set({ filter, ...nothingSelected }),
    sortBy: (column) =>
      set(({ segment, sorts: former }) => {
        const { column: formerColumn, direction: formerDirection } = former[segment];
        const turned = formerDirection === 'ascending' ? 'descending' : 'ascending';
        const direction = formerColumn === column ? turned : column === 'updated' ? 'descending' : 'ascending';
        return { sorts: { ...former, [segment]: { column, direction } }, ...nothingSelected };
      }),
    select: (index, selectedId) => set({ index, selectedId }),
    showDetail: (isDetailShown) => set({ isDetailShown }),
    reveal: (selectedId, segment) => set({ segment, filter: '', selectedId, index: 0, isDetailShown: true }),
  }));
