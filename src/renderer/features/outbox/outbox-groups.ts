import type { OutboxRow, OutboxState } from '../../../shared/model/outbox.ts';
import { wordOf } from '../../lib/words.ts';

/** What waits for a person comes first, what is done last. */
const ORDER: readonly OutboxState[] = ['needs-checking', 'sending', 'ready', 'draft', 'failed', 'sent'];

/** Sent changes listed before anybody asks for all of them. */
const SENT_SHOWN = 50;

interface OutboxGroup {
  readonly state: OutboxState;
  readonly rows: readonly OutboxRow[];
  readonly total: number;
}

/**
 * The rows by state, in the order people need them; a state without rows has no group. What is to be sent is in the
 * order of sending (oldest first), everything else newest first. Of what was sent only the newest are listed at first.
 */
export function outboxGroups(rows: readonly OutboxRow[], isAllSentShown: boolean): readonly OutboxGroup[] {
  return ORDER.map((state) => {
    const own = rows.filter((row) => row.state === state);
    const ordered = state === 'ready' ? own.toReversed() : own;
    const listed = state === 'sent' && !isAllSentShown ? ordered.slice(0, SENT_SHOWN) : ordered;
    return { state, rows: listed, total: own.length };
  }).filter(({ total }) => total > 0);
}

/** The changes that one press of Send sends: what is ready, but nothing that asks for more than a press (T3, T4). */
export const sendable = (rows: readonly OutboxRow[]): readonly OutboxRow[] =>
  rows.filter(({ state, tier }) => state === 'ready' && (tier === 'T1' || tier === 'T2')).toReversed();

/** What an operation does, in words; one this version has no words for is named as it is. */
export const operationWords = (operation: string): string =>
  wordOf('outbox.operation.', operation, 'outbox.operation.unknown');
