import { create } from 'zustand';
import { createListState } from '../../lib/list-state.ts';

export const SEGMENTS = ['open', 'submitted', 'done', 'all'] as const;
export type Segment = (typeof SEGMENTS)[number];

/** What only the screen of corrective actions knows. Late first where work is to be done. */
export const useActions = createListState<Segment>('open', {
  open: { column: 'due', direction: 'ascending' },
  submitted: { column: 'due', direction: 'ascending' },
  done: { column: 'updated', direction: 'descending' },
  all: { column: 'due', direction: 'descending' },
});

/** The values of an action that a person can change. */
export type EditableName = 'status' | 'assignees' | 'dueAt' | 'priority' | 'name' | 'description';

interface ActionEditState {
  /** The value whose editor stands open. */
  readonly open: EditableName | undefined;
  readonly setOpen: (open: EditableName | undefined) => void;
}

/** Which value is being changed now. What is typed lives in the editor itself. */
export const useActionEdit = create<ActionEditState>((set) => ({
  open: undefined,
  setOpen: (open) => set({ open }),
}));
