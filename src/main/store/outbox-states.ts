import type { OutboxState } from '../../shared/model/outbox.ts';

/** What may happen to a change of the outbox. */
export type OutboxEvent =
  | 'mark-sending'
  | 'mark-sent'
  | 'mark-failed'
  | 'mark-not-sent'
  | 'mark-needs-checking'
  | 'confirm-sent'
  | 'make-ready'
  | 'discard'
  | 'discard-uncertain'
  | 'recover'
  | 'detach'
  | 'restore';

/** `discarded`: out of the outbox. */
export type NextState = OutboxState | 'discarded';

/**
 * Which state follows which: the one place that says so. What is not here cannot happen. Two things to see at a glance:
 * `sending` is entered from `ready` alone, and nothing but a person's `make-ready` leads from `needs-checking` to it.
 */
export const OUTBOX_TRANSITIONS: Readonly<Record<OutboxEvent, Readonly<Partial<Record<OutboxState, NextState>>>>> = {
  'mark-sending': { ready: 'sending' },
  'mark-sent': { sending: 'sent' },
  // A try may end before its mark: the connection has no secret, or cannot be reached.
  'mark-failed': { ready: 'failed', sending: 'failed' },
  'mark-not-sent': { ready: 'ready', sending: 'ready' },
  'mark-needs-checking': { sending: 'needs-checking' },
  // A person looked at the vendor and saw it there.
  'confirm-sent': { 'needs-checking': 'sent' },
  'make-ready': { draft: 'ready', failed: 'ready', 'needs-checking': 'ready' },
  discard: { draft: 'discarded', ready: 'discarded', failed: 'discarded' },
  'discard-uncertain': {
    draft: 'discarded',
    ready: 'discarded',
    failed: 'discarded',
    'needs-checking': 'discarded',
  },
  // The process that was sending ended.
  recover: { sending: 'needs-checking' },
  // The connection is removed. What may have arrived is not called a draft.
  detach: { draft: 'draft', ready: 'draft', failed: 'draft', 'needs-checking': 'needs-checking' },
  // The database came back from a backup: what was waiting then may have been sent since.
  restore: { draft: 'needs-checking', ready: 'needs-checking', sending: 'needs-checking', failed: 'needs-checking' },
};

/** The state that follows, or null when this cannot happen to a change in that state. */
export const nextState = (state: OutboxState, event: OutboxEvent): NextState | null =>
  OUTBOX_TRANSITIONS[event][state] ?? null;
