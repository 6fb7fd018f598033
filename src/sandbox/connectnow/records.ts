/** The severities, from the worst on. */
export const severities = ['critical', 'important', 'info'] as const;

/** One of {@link severities}. */
export type Severity = (typeof severities)[number];

/** What all records have; instants in milliseconds since 1970, UTC. */
type Stamped = { readonly id: number; readonly createdAt: number; readonly updatedAt: number };

/** A company, and the users who have access to it. */
export type Company = Stamped & { readonly name: string; readonly members: readonly number[] };

/** What issues of a company are sorted into. */
export type Category = Stamped & { readonly name: string; readonly companyId: number };

/** Something that was said of an issue: why it was raised, what has become of it, why it was closed. */
export type IssueEvent = { readonly id: number; readonly description: string; readonly at: number };

/** An issue. */
export type Issue = Stamped & {
  readonly name: string;
  readonly severity: Severity;
  readonly categoryIds: readonly number[];
  readonly closedAt: number | null;
  /** Oldest first; the first says why it was raised. */
  readonly events: readonly IssueEvent[];
};

/** An address a user has notified; `description` is null where none was given. */
export type Webhook = Stamped & {
  readonly userId: number;
  readonly url: string;
  readonly description: string | null;
};

/** What can be subscribed to. */
export type SubscriptionTarget = { readonly kind: 'issue' | 'category'; readonly id: number };

/** An e-mail address that is told of an issue or of a category. */
export type Subscription = {
  readonly id: number;
  readonly target: SubscriptionTarget;
  readonly email: string;
  readonly isConfirmed: boolean;
};
