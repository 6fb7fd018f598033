import type { Kind } from './record.ts';

/**
 * Status words of records that still want something done, by kind: what is open, and what can be late. Each vendor's
 * map turns its own values into these where they mean the same; a word that is not here is taken as settled. A kind
 * that is not here is never open: a project is no work, and the words of a milestone are each project's own.
 */
export const OPEN_STATUSES_OF = {
  // MonitorQA: the rest are complete and expired.
  audit: ['pending', 'in-progress'],
  // MonitorQA: a rejected action waits for the same person's work again; the rest are approved and expired.
  'corrective-action': ['open', 'rejected', 'submitted'],
  // CONQA: everything but closed. ConnectNow: open.
  issue: ['open', 'disputed', 'ready-to-inspect', 'work-completed'],
  // smartQ: every step but a board's last.
  ticket: ['open', 'in-progress'],
} as const satisfies Partial<Record<Kind, readonly string[]>>;

const ofAnyKind: Partial<Record<Kind, readonly string[]>> = OPEN_STATUSES_OF;

/** The status words of unfinished records of a kind; none for a kind that is never open. */
export const openStatusesOf = (kind: Kind): readonly string[] => ofAnyKind[kind] ?? [];

/** Every word that means an unfinished record of some kind, each once. */
export const OPEN_STATUSES: readonly string[] = [...new Set(Object.values(OPEN_STATUSES_OF).flat())];

/** True when a record with this status, of this kind where it is given, is unfinished and can be late. */
export const isOpenStatus = (status: string | null, kind?: Kind): boolean =>
  status !== null && (kind === undefined ? OPEN_STATUSES : openStatusesOf(kind)).includes(status);
