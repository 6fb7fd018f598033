import type { Severity, SubscriptionTarget } from './records.ts';

/** What an issue is made from or changed to ("Create a issue"). */
export type IssueInput = {
  readonly categoryIds: readonly number[];
  readonly name: string;
  readonly description: string;
  readonly severity: Severity;
};

/** What was written; `id` is that of the record, `eventId` that of the event which holds the description. */
type Written =
  | ({ readonly type: 'issue-created' | 'issue-updated'; readonly id: number; readonly eventId: number } & IssueInput)
  | {
      readonly type: 'issue-closed';
      readonly id: number;
      readonly eventId: number;
      readonly description: string;
    }
  | { readonly type: 'issue-deleted'; readonly id: number }
  | {
      readonly type: 'subscription-created';
      readonly id: number;
      readonly target: SubscriptionTarget;
      readonly email: string;
    }
  | { readonly type: 'subscription-confirmed'; readonly id: number }
  | {
      readonly type: 'category-created';
      readonly id: number;
      readonly name: string;
      readonly companyId: number;
    }
  | { readonly type: 'category-updated'; readonly id: number; readonly name: string }
  | { readonly type: 'category-deleted'; readonly id: number }
  | { readonly type: 'company-created' | 'company-updated'; readonly id: number; readonly name: string }
  | { readonly type: 'company-deleted'; readonly id: number }
  | {
      readonly type: 'webhook-created';
      readonly id: number;
      readonly url: string;
      readonly description: string | null;
    }
  | {
      readonly type: 'webhook-updated';
      readonly id: number;
      /** Required to write, and in no answer. */
      readonly name: string;
      /** Null where it was left out. */
      readonly url: string | null;
      readonly description: string | null;
    }
  | { readonly type: 'webhook-deleted'; readonly id: number };

/**
 * One accepted write to ConnectNow: when (ISO 8601, UTC), and by whom: a user's id, or null for whoever subscribed or
 * confirmed without a token.
 */
export type ConnectnowEntry = {
  readonly vendor: 'connectnow';
  readonly at: string;
  readonly by: number | null;
} & Written;

/** What an entry says beside who wrote it and when. */
export type ConnectnowWritten = Written;

const types: Readonly<Record<Written['type'], true>> = {
  'issue-created': true,
  'issue-updated': true,
  'issue-closed': true,
  'issue-deleted': true,
  'subscription-created': true,
  'subscription-confirmed': true,
  'category-created': true,
  'category-updated': true,
  'category-deleted': true,
  'company-created': true,
  'company-updated': true,
  'company-deleted': true,
  'webhook-created': true,
  'webhook-updated': true,
  'webhook-deleted': true,
};

/** Tells whether a line of the journal is an entry of a known type. Only this program writes them. */
export const isConnectnowEntry = (value: unknown): value is ConnectnowEntry =>
  typeof value === 'object' &&
  value !== null &&
  'vendor' in value &&
  value.vendor === 'connectnow' &&
  'type' in value &&
  typeof value.type === 'string' &&
  Object.hasOwn(types, value.type);
