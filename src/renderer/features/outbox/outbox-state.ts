import { create } from 'zustand';
import type { OutboxId } from '../../../shared/model/outbox.ts';

interface OutboxScreenState {
  readonly selectedId: OutboxId | undefined;
  /** In one-pane windows: whether the detail is shown in place of the list. */
  readonly isDetailShown: boolean;
  /** What is being asked about before it is done. */
  readonly question: 'send-again' | 'discard' | 'mark-sent' | undefined;
  readonly isAllSentShown: boolean;
  readonly set: (change: Partial<Omit<OutboxScreenState, 'set'>>) => void;
}

/** What only the outbox screen knows. */
export const useOutboxScreen = create<OutboxScreenState>((set) => ({
  selectedId: undefined,
  isDetailShown: false,
  question: undefined,
  isAllSentShown: false,
  set: (change) => set(change),
}));
