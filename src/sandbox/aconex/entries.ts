/** What a copy is asked for ("Copy a project", request body); dates are days, `2026-11-22`. */
export type CopyRequest = {
  /** The project to copy. */
  readonly projectId: string;
  readonly projectName: string;
  readonly projectShortName: string;
  readonly projectCode: string;
  /** Empty where it was null or left out. */
  readonly projectType: string;
  readonly registerType: string;
  readonly startDate: string;
  readonly estimatedCompletionDate: string;
  readonly currency: string;
  /** Whole units of the currency. */
  readonly projectValue: number;
  readonly dateProjectStatusApplied: string;
};

/** What was written. */
type Written =
  | { readonly type: 'users-invited'; readonly projectId: string; readonly userIds: readonly string[] }
  | { readonly type: 'project-copied'; readonly copy: CopyRequest }
  /**
   * A refresh token was given to a client. The token itself is made from its number, counted from 0; `replaces` is the
   * number of the one that was handed in for it, or null after a sign-in.
   */
  | {
      readonly type: 'refresh-issued';
      readonly number: number;
      readonly clientId: string;
      readonly replaces: number | null;
    };

/** One accepted write to Aconex or its Lobby: when (ISO 8601, UTC), and by whom (a user's id). */
export type AconexEntry = { readonly vendor: 'aconex'; readonly at: string; readonly by: string } & Written;

/** What an entry says beside who wrote it and when. */
export type AconexWritten = Written;

const types: Readonly<Record<Written['type'], true>> = {
  'users-invited': true,
  'project-copied': true,
  'refresh-issued': true,
};

/** Tells whether a line of the journal is an entry of a known type. Only this program writes them. */
export const isAconexEntry = (value: unknown): value is AconexEntry =>
  typeof value === 'object' &&
  value !== null &&
  'vendor' in value &&
  value.vendor === 'aconex' &&
  'type' in value &&
  typeof value.type === 'string' &&
  Object.hasOwn(types, value.type);
