import type { OutboxRow, OutboxState } from '../../shared/model/outbox.ts';
import { useOperation } from './use-operation.ts';

/** Everything in the outbox, newest first; empty until it was asked. */
export const useOutboxRows = (): readonly OutboxRow[] => useOperation('outbox.list', {}).data ?? [];

/** True until the vendor surely has the change. */
export const isUnsent = ({ state }: OutboxRow): boolean => state !== 'sent';

const undoable: readonly OutboxState[] = ['draft', 'ready', 'failed'];

/** True while a change can be taken back without a trace: it surely did not reach the vendor. */
export const isUndoable = ({ state }: OutboxRow): boolean => undoable.includes(state);

/** How many changes are on their way, and how many of them wait for a person's decision. */
export function outboxSums(rows: readonly OutboxRow[]): { readonly unsent: number; readonly checking: number } {
  return {
    unsent: rows.filter(isUnsent).length,
    checking: rows.filter(({ state }) => state === 'needs-checking').length,
  };
}
