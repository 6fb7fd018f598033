import { categoryNamed } from './category-routes.ts';
import { checkNames, readText } from './checks.ts';
import { issueNamed } from './issue-routes.ts';
import type { ConnectnowLedger } from './ledger.ts';
import type { Links } from './links.ts';
import type { Notifier } from './notify.ts';
import type { OperationName } from './operations.ts';
import type { SubscriptionTarget } from './records.ts';
import { refusal } from './refusal.ts';
import { readBody, type Answer, type Asked } from './request.ts';

/** The operations that subscribe. */
type SubscriptionOperation = Extract<OperationName, `subscribe${string}`>;

/** What subscribing takes; `base` is the address links of a request's answer lie below. */
type Parts = {
  readonly ledger: ConnectnowLedger;
  readonly notifier: Notifier;
  readonly links: Links;
  readonly base: (address: string) => string;
};

/** Returns the operations that subscribe an e-mail address. They have no authorization box: they take no token. */
export const subscriptionAnswers = ({
  ledger,
  notifier,
  links,
  base,
}: Parts): Readonly<Record<SubscriptionOperation, Answer>> => {
  /** Answers a bare 201 for a new subscription and a bare 200 for one there is, confirmed or not. */
  const subscribe = async ({ c, caller }: Asked, target: SubscriptionTarget): Promise<Response> => {
    const { checks, input } = await readBody(c);
    checkNames(checks, input, ['email']);
    const email = readText(checks, input, 'email').toLowerCase();
    if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email)) {
      checks.fail('email', 'The email must be a valid email address.');
    }
    checks.settle();
    const isKnown = ledger.subscriptions
      .all()
      .some((known) => known.email === email && known.target.kind === target.kind && known.target.id === target.id);
    if (isKnown) return c.body(null, 200);
    const id = ledger.subscriptions.nextId();
    ledger.record(caller?.id ?? null, { type: 'subscription-created', id, target, email });
    const user = notifier.userOf(email);
    if (user !== null) {
      notifier.tell(user.id, `${target.kind}_subscription_confirmation`, {
        [`${target.kind}_id`]: target.id,
        email,
        confirmation_url: `${base(c.req.url)}${links.confirmation(id)}`,
      });
    }
    return c.body(null, 201);
  };

  return {
    subscribeToIssue: (asked) => {
      const { id, closedAt } = issueNamed(ledger, asked.path('issueId'));
      if (closedAt !== null) throw refusal(403);
      return subscribe(asked, { kind: 'issue', id });
    },
    subscribeToCategory: (asked) => {
      const { id } = categoryNamed(ledger, asked.path('categoryId'));
      return subscribe(asked, { kind: 'category', id });
    },
  };
};
