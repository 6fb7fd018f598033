import type { Change } from './records.ts';

/** Who was sent a message about a ticket, or a note of it. */
export type Notification = {
  readonly ticketId: number;
  readonly noteId: number | null;
  readonly userIds: readonly number[];
};

/** What was written: records as they are from now on, and who was told. */
export type SmartqWritten = { readonly changes: readonly Change[]; readonly notified?: Notification };

/**
 * One accepted write to smartQ: when (ISO 8601, UTC) and by whom (a user's id). Passwords stand in it as hashes.
 */
export type SmartqEntry = {
  readonly vendor: 'smartq';
  readonly type: 'records-changed';
  readonly at: string;
  readonly by: number;
} & SmartqWritten;

/** Tells whether a line of the journal is an entry of a known type. Only this program writes them. */
export const isSmartqEntry = (value: unknown): value is SmartqEntry =>
  typeof value === 'object' &&
  value !== null &&
  'vendor' in value &&
  value.vendor === 'smartq' &&
  'type' in value &&
  value.type === 'records-changed';
