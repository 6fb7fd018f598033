import type { ConqaDataset } from './data/dataset.ts';
import { createWebhooks, type Webhook } from './data/webhooks.ts';
import type { ConqaEntry, ConqaWritten, ReportRequest, WebhookScope } from './entries.ts';
import { refusal } from './refusal.ts';

/** A report that was asked for, by whom, and whether it was made. */
export type Report = ReportRequest & { readonly by: string | null; readonly isFinished: boolean };

/** What was written to CONQA, over what the data set began with. */
export type ConqaLedger = {
  /** Returns the webhooks of a project or of an account by id, the order its cursors follow. */
  readonly webhooksOf: (scope: WebhookScope) => readonly Webhook[];
  /** Returns an id no webhook has or had. */
  readonly nextWebhookId: () => string;
  /** Returns all reports in the order they were asked for; each stands at its number. */
  readonly reports: () => readonly Report[];
  /**
   * Makes a write last (journal first, so that nothing is answered that a restart would not know), then applies it.
   * `by` is a user's id, or null where the vendor acts by itself. @throws HTTPException 500 when it cannot.
   */
  readonly record: (by: string | null, written: ConqaWritten) => void;
};

/** A webhook that fails so often in a row is switched off ("Webhook Auto-Disable"). */
const mostFailures = 10;

/** What a ledger begins with. */
type Beginning = {
  readonly dataset: ConqaDataset;
  /** What was written before; these are not made to last again. */
  readonly entries: readonly ConqaEntry[];
  readonly onEntry: (entry: ConqaEntry) => void;
  /** Stamps what is written, in milliseconds since 1970. */
  readonly clock: () => number;
};

/** Returns the ledger of the sample's account. */
export const createConqaLedger = ({ dataset, entries, onEntry, clock }: Beginning): ConqaLedger => {
  const webhooks = new Map(createWebhooks(dataset).map((webhook) => [webhook.id, webhook]));
  const reports: Report[] = [];
  let webhookCount = webhooks.size;

  const change = (id: string, changed: (webhook: Webhook) => Partial<Webhook>): void => {
    const webhook = webhooks.get(id);
    if (webhook !== undefined) webhooks.set(id, { ...webhook, ...changed(webhook) });
  };

  const apply = (entry: ConqaEntry): void => {
    const { at, by } = entry;
    switch (entry.type) {
      case 'webhook-registered': {
        const { id, name, scope, callbackUrl, webhookType: type } = entry;
        const stamps = { createdAt: at, updatedAt: at, failureCount: 0 };
        webhooks.set(id, { id, name, scope, userId: by ?? '', callbackUrl, type, status: 'ACTIVE', ...stamps });
        webhookCount += 1;
        return;
      }
      case 'webhook-updated':
        return change(entry.id, ({ name, status }) => ({
          name: entry.name ?? name,
          status: entry.status ?? status,
          updatedAt: at,
        }));
      case 'webhook-deleted':
        webhooks.delete(entry.id);
        return;
      case 'webhook-called':
        return change(entry.id, ({ failureCount }) => {
          if (entry.isDelivered) return { failureCount: 0 };
          if (failureCount + 1 < mostFailures) return { failureCount: failureCount + 1 };
          return { failureCount: 0, status: 'INACTIVE', updatedAt: at };
        });
      case 'report-started':
        reports[entry.report.number] = { ...entry.report, by, isFinished: false };
        return;
      case 'report-finished': {
        const report = reports[entry.number];
        if (report !== undefined) reports[entry.number] = { ...report, isFinished: true };
        return;
      }
    }
  };

  entries.forEach(apply);

  return {
    webhooksOf: ({ kind, id }) =>
      [...webhooks.values()]
        .filter(({ scope }) => scope.kind === kind && scope.id === id)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    nextWebhookId: () => `wh:${dataset.makeId('webhook', webhookCount)}`,
    reports: () => reports,
    record: (by, written) => {
      const entry: ConqaEntry = { vendor: 'conqa', at: new Date(clock()).toISOString(), by, ...written };
      try {
        onEntry(entry);
      } catch {
        throw refusal(500);
      }
      apply(entry);
    },
  };
};
