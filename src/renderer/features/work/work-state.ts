import { create } from 'zustand';
import type { Vendor } from '../../../shared/model/vendor.ts';
import { WORK_KINDS, type WorkKind } from '../../api/work-kinds.ts';
import { createListState, type ListState } from '../../lib/list-state.ts';
import { KIND_FACTS, type Segment } from './work-kinds.ts';

const listStateOf = (kind: WorkKind) => {
  const { segments, sort } = KIND_FACTS[kind];
  return createListState<Segment>(segments[0] ?? 'all', { open: sort, closed: sort, all: sort });
};

/** What only the screen of each kind knows. A list is as it was left when one comes back to it. */
export const workLists = {
  issue: listStateOf('issue'),
  ticket: listStateOf('ticket'),
  milestone: listStateOf('milestone'),
  project: listStateOf('project'),
} as const satisfies Readonly<Record<WorkKind, ReturnType<typeof listStateOf>>>;

/** The state of the list of a kind. */
export const useWorkList = (kind: WorkKind): ListState<Segment> => workLists[kind]();

/** What narrows a list besides its segment and its words. */
interface Narrowing {
  readonly vendor?: Vendor;
  readonly status?: string;
}

interface NarrowingState {
  readonly byKind: Readonly<Record<WorkKind, Narrowing>>;
  readonly set: (kind: WorkKind, narrowing: Narrowing) => void;
}

/** By which vendor and status each list is narrowed. */
export const useNarrowing = create<NarrowingState>((set) => ({
  byKind: { issue: {}, ticket: {}, milestone: {}, project: {} },
  set: (kind, narrowing) => set(({ byKind }) => ({ byKind: { ...byKind, [kind]: narrowing } })),
}));

/** Narrows the list of a kind; its first row is then the one to look at. */
export function narrow(kind: WorkKind, narrowing: Narrowing): void {
  useNarrowing.getState().set(kind, narrowing);
  const { filter, setFilter } = workLists[kind].getState();
  setFilter(filter);
}

/** Shows one record in its list, whatever the list was narrowed to. */
export function revealWork(kind: WorkKind, id: string): void {
  useNarrowing.getState().set(kind, {});
  workLists[kind].getState().reveal(id, 'all');
}

/** Every list back at its start: for tests, and for another workspace. */
export function resetWork(): void {
  useNarrowing.setState(useNarrowing.getInitialState());
  for (const kind of WORK_KINDS) workLists[kind].setState(workLists[kind].getInitialState());
}
