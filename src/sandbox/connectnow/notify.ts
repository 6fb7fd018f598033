import { deliver, isLoopback } from '../conqa/deliver.ts';
import type { ConnectnowDataset, ConnectnowUser } from './data/dataset.ts';
import type { ConnectnowLedger } from './ledger.ts';
import type { SubscriptionTarget } from './records.ts';

/** What a webhook is told of ("Available webhook events"). */
export const webhookEvents = [
  'webhook_created',
  'webhook_deleted',
  'category_subscription_confirmation',
  'issue_subscription_confirmation',
  'issue_created',
  'issue_closed',
  'issue_updated',
] as const;

/** One of {@link webhookEvents}. */
type WebhookEventName = (typeof webhookEvents)[number];

/** Tells webhooks what has happened. */
export type Notifier = {
  /** Tells all webhooks a user has at this moment. The document shows no body of an event: this one is made up. */
  readonly tell: (userId: number, event: WebhookEventName, data: unknown) => void;
  /** Tells everybody who has confirmed that they want to hear of one of these, once. */
  readonly tellSubscribers: (targets: readonly SubscriptionTarget[], event: WebhookEventName, data: unknown) => void;
  /** Returns the user an e-mail address is of, or null. */
  readonly userOf: (email: string) => ConnectnowUser | null;
  /** Ends all calls, and makes no more. */
  readonly stop: () => void;
};

/** Returns what tells webhooks. Addresses of other computers are left alone. */
export const createNotifier = (dataset: ConnectnowDataset, ledger: ConnectnowLedger): Notifier => {
  const stopped = new AbortController();
  // One after another, so that a webhook hears of things in the order they happened.
  let last: Promise<unknown> = Promise.resolve();

  const userOf = (email: string): ConnectnowUser | null =>
    [dataset.manager, dataset.guest].find(({ person }) => person.email === email.toLowerCase()) ?? null;
  const tell = (userId: number, event: WebhookEventName, data: unknown): void => {
    const addresses = ledger.webhooks
      .all()
      .filter((webhook) => webhook.userId === userId && isLoopback(webhook.url))
      .map(({ url }) => url);
    last = last.then(async () => {
      if (stopped.signal.aborted) return;
      await Promise.all(addresses.map((url) => deliver(url, { event, data }, stopped.signal)));
    });
  };

  return {
    tell,
    tellSubscribers: (targets, event, data) => {
      const users = ledger.subscriptions
        .all()
        .filter(
          ({ isConfirmed, target }) =>
            isConfirmed && targets.some(({ kind, id }) => kind === target.kind && id === target.id),
        )
        .flatMap(({ email }) => userOf(email)?.id ?? []);
      for (const id of new Set(users)) tell(id, event, data);
    },
    userOf,
    stop: () => stopped.abort(),
  };
};
