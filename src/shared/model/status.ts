/**
 * Status words of records that still want something done: what can be late. Each vendor's map turns its own values
 * into these where they mean the same; a word that is not here is taken as settled.
 */
export const OPEN_STATUSES = [
  'open',
  'pending',
  'in-progress',
  'rejected',
  'submitted',
  // CONQA issues: everything but `closed`.
  'disputed',
  'ready-to-inspect',
  'work-completed',
] as const;

/** True when a record with this status can be late. */
export const isOpenStatus = (status: string | null): boolean => OPEN_STATUSES.some((open) => open === status);
