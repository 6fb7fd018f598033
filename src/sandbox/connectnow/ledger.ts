import type { ConnectnowDataset } from './data/dataset.ts';
import type { ConnectnowEntry, ConnectnowWritten } from './entries.ts';
import type { Category, Company, Issue, Subscription, SubscriptionTarget, Webhook } from './records.ts';
import { refusal } from './refusal.ts';
import { createTable, type Table } from './table.ts';

/** A table without what changes it: only the journal does. */
type Shown<Row extends { readonly id: number }> = Pick<Table<Row>, 'all' | 'find' | 'nextId'>;

/** The tracker as it is now: what it began with, and what was written since. */
export type ConnectnowLedger = {
  readonly companies: Shown<Company>;
  readonly categories: Shown<Category>;
  readonly issues: Shown<Issue>;
  readonly webhooks: Shown<Webhook>;
  readonly subscriptions: Shown<Subscription>;
  /** Returns an id no event has or had. */
  readonly nextEventId: () => number;
  /** Tells whether a user has access to a company. */
  readonly hasAccess: (userId: number, companyId: number) => boolean;
  /**
   * Makes a write last (journal first, so that nothing is answered that a restart would not know), then applies it.
   * `by` is a user's id, or null for somebody without a token. @throws HTTPException 500 when it cannot.
   */
  readonly record: (by: number | null, written: ConnectnowWritten) => void;
};

/** What a ledger begins with. */
type Beginning = {
  readonly dataset: ConnectnowDataset;
  /** What was written before; these are not made to last again. */
  readonly entries: readonly ConnectnowEntry[];
  readonly onEntry: (entry: ConnectnowEntry) => void;
  /** Stamps what is written, in milliseconds since 1970. */
  readonly clock: () => number;
};

/** Returns the ledger of the sample's tracker. */
export const createConnectnowLedger = ({ dataset, entries, onEntry, clock }: Beginning): ConnectnowLedger => {
  const companies = createTable(dataset.companies);
  const categories = createTable(dataset.categories);
  const issues = createTable(dataset.issues);
  const webhooks = createTable(dataset.webhooks);
  const subscriptions = createTable(dataset.subscriptions);
  let lastEvent = Math.max(0, ...dataset.issues.flatMap(({ events }) => events.map(({ id }) => id)));

  const unsubscribe = (isGone: (target: SubscriptionTarget) => boolean): void => {
    for (const { id, target } of subscriptions.all()) if (isGone(target)) subscriptions.remove(id);
  };
  /** Removes a category; its issues stay, without it. */
  const removeCategory = (gone: number, at: number): void => {
    categories.remove(gone);
    unsubscribe(({ kind, id }) => kind === 'category' && id === gone);
    for (const { id, categoryIds } of issues.all()) {
      if (!categoryIds.includes(gone)) continue;
      issues.change(id, () => ({ categoryIds: categoryIds.filter((other) => other !== gone), updatedAt: at }));
    }
  };

  const applyToIssues = (entry: Extract<ConnectnowEntry, { readonly type: `issue-${string}` }>, at: number): void => {
    const { id } = entry;
    if (entry.type === 'issue-deleted') {
      issues.remove(id);
      return unsubscribe((target) => target.kind === 'issue' && target.id === id);
    }
    const event = { id: entry.eventId, description: entry.description, at };
    lastEvent = Math.max(lastEvent, event.id);
    if (entry.type === 'issue-closed') {
      return issues.change(id, ({ events }) => ({ closedAt: at, updatedAt: at, events: [...events, event] }));
    }
    const { name, severity, categoryIds } = entry;
    if (entry.type === 'issue-updated') {
      return issues.change(id, ({ events }) => ({
        name,
        severity,
        categoryIds,
        updatedAt: at,
        events: [...events, event],
      }));
    }
    issues.add({ id, name, severity, categoryIds, closedAt: null, createdAt: at, updatedAt: at, events: [event] });
  };

  const apply = (entry: ConnectnowEntry): void => {
    const at = Date.parse(entry.at);
    const stamps = { createdAt: at, updatedAt: at };
    switch (entry.type) {
      case 'issue-created':
      case 'issue-updated':
      case 'issue-closed':
      case 'issue-deleted':
        return applyToIssues(entry, at);
      case 'subscription-created':
        return subscriptions.add({ id: entry.id, target: entry.target, email: entry.email, isConfirmed: false });
      case 'subscription-confirmed':
        return subscriptions.change(entry.id, () => ({ isConfirmed: true }));
      case 'category-created':
        return categories.add({ id: entry.id, name: entry.name, companyId: entry.companyId, ...stamps });
      case 'category-updated':
        return categories.change(entry.id, () => ({ name: entry.name, updatedAt: at }));
      case 'category-deleted':
        return removeCategory(entry.id, at);
      case 'company-created':
        return companies.add({ id: entry.id, name: entry.name, members: [entry.by ?? 0], ...stamps });
      case 'company-updated':
        return companies.change(entry.id, () => ({ name: entry.name, updatedAt: at }));
      case 'company-deleted':
        companies.remove(entry.id);
        for (const { id, companyId } of categories.all()) if (companyId === entry.id) removeCategory(id, at);
        return;
      case 'webhook-created': {
        const { id, url, description, by } = entry;
        return webhooks.add({ id, userId: by ?? 0, url, description, ...stamps });
      }
      case 'webhook-updated':
        return webhooks.change(entry.id, ({ url, description }) => ({
          url: entry.url ?? url,
          description: entry.description ?? description,
          updatedAt: at,
        }));
      case 'webhook-deleted':
        return webhooks.remove(entry.id);
    }
  };

  entries.forEach(apply);

  return {
    companies,
    categories,
    issues,
    webhooks,
    subscriptions,
    nextEventId: () => lastEvent + 1,
    hasAccess: (userId, companyId) => companies.find(companyId)?.members.includes(userId) === true,
    record: (by, written) => {
      const entry: ConnectnowEntry = { vendor: 'connectnow', at: new Date(clock()).toISOString(), by, ...written };
      try {
        onEntry(entry);
      } catch {
        throw refusal(500);
      }
      apply(entry);
    },
  };
};
