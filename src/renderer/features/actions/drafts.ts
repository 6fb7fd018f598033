import type { ActionView } from '../../../shared/contract/outbox.ts';
import type { OutboxRow, OutboxState } from '../../../shared/model/outbox.ts';
import { isUndoable } from '../../api/use-outbox.ts';
import { t } from '../../lib/words.ts';

/** A value that is on its way: what it will be, and in which change. */
export interface Draft {
  readonly after: unknown;
  readonly row: OutboxRow;
}

type Pending = Pick<ActionView, 'pending'>;

/** The unsent values of an action by field; of several changes of one field the latest counts. */
export function draftsOf({ pending }: Pending): ReadonlyMap<string, Draft> {
  return new Map(
    pending.flatMap(({ row, changes }) => changes.map(({ field, after }) => [field, { after, row }] as const)),
  );
}

/** The newest change that can be taken back without a trace. */
export const lastUndoable = ({ pending }: Pending): OutboxRow | undefined =>
  pending.map(({ row }) => row).findLast(isUndoable);

const words: Partial<Readonly<Record<OutboxState, 'part.sending' | 'part.failed' | 'part.needs-checking'>>> = {
  sending: 'part.sending',
  failed: 'part.failed',
  'needs-checking': 'part.needs-checking',
};

/** How far a change is, for the tag beside its value. */
export const draftTag = ({ row }: Draft): string => t(words[row.state] ?? 'part.draft');

/** The vendor's value with the draft laid over it. */
export const valueOf = (drafts: ReadonlyMap<string, Draft>, field: string, vendors: unknown): unknown =>
  drafts.has(field) ? drafts.get(field)?.after : vendors;
