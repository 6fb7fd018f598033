import { createPeople, type Person } from '../../data/people.ts';
import { createSites } from '../../data/sites.ts';
import { day } from '../../data/zones.ts';
import type { Category, Company, Issue, Subscription, Webhook } from '../records.ts';
import { createIssues } from './issues.ts';
import { categoryTexts, companyNames } from './texts.ts';

/** Somebody with an account, and with a token of their own. */
export type ConnectnowUser = { readonly id: number; readonly person: Person };

/** Everything the tracker began with. */
export type ConnectnowDataset = {
  readonly seed: number;
  /** Has access to the first two companies, and may make new ones. */
  readonly manager: ConnectnowUser;
  /** Has access to the third company alone. */
  readonly guest: ConnectnowUser;
  readonly companies: readonly Company[];
  readonly categories: readonly Category[];
  readonly issues: readonly Issue[];
  readonly webhooks: readonly Webhook[];
  readonly subscriptions: readonly Subscription[];
};

const webhookSources = [
  [1, 'https://hooks.kauri-group.example/issue-tracker', 'Site chat'],
  [1, 'https://warehouse.kauri-group.example/connectnow', null],
  [2, 'https://board.port-harbour.example/issues?from=tracker', 'Wharf board'],
] as const;

/**
 * Returns ConnectNow's side of the sample. `now` (milliseconds since 1970, UTC) is the moment it shows; the same options
 * give the same data set.
 */
export const createConnectnowDataset = ({
  seed,
  now,
}: {
  readonly seed: number;
  readonly now: number;
}): ConnectnowDataset => {
  const [first, second] = createPeople(seed, 40);
  if (first === undefined || second === undefined) throw new RangeError('A data set needs somebody.');
  const [manager, guest] = [
    { id: 1, person: first },
    { id: 2, person: second },
  ];
  const stamps = (daysAgo: number) => ({ createdAt: now - daysAgo * day, updatedAt: now - (daysAgo - 40) * day });

  const companies = companyNames.map((name, index): Company => ({
    id: index + 1,
    name,
    members: [index < 2 ? manager.id : guest.id],
    ...stamps(700 - index * 30),
  }));
  const categories = categoryTexts.map(({ name, company }, index): Category => ({
    id: index + 1,
    name,
    companyId: company,
    ...stamps(690 - index * 11),
  }));
  const webhooks = webhookSources.map(([userId, url, description], index): Webhook => ({
    id: index + 1,
    userId,
    url,
    description,
    ...stamps(200 - index * 50),
  }));
  const sites = createSites(seed, 12).map(({ name }) => name);
  const issues = createIssues({ seed, now, sites });
  const lastOpen = issues.findLast(({ closedAt, categoryIds }) => closedAt === null && categoryIds[0] === 1);
  const { email } = manager.person;
  const subscriptions: readonly Subscription[] = [
    { id: 1, target: { kind: 'category', id: 1 }, email, isConfirmed: true },
    { id: 2, target: { kind: 'category', id: 2 }, email, isConfirmed: true },
    ...(lastOpen === undefined
      ? []
      : [{ id: 3, target: { kind: 'issue', id: lastOpen.id } as const, email, isConfirmed: true }]),
  ];
  return { seed, manager, guest, companies, categories, issues, webhooks, subscriptions };
};
