/** What a webhook is told about ("Webhook Event types"). */
export type WebhookType = 'MILESTONE' | 'REPORT';

/** Whether a webhook is called ("Webhook Status"). */
export type WebhookStatus = 'ACTIVE' | 'INACTIVE';

/** What a webhook belongs to: one project, or an account with all of its projects. */
export type WebhookScope = { readonly kind: 'project' | 'account'; readonly id: string };

/** A report that was asked for; `number` counts them from 0. */
export type ReportRequest = {
  readonly number: number;
  readonly projectId: string;
  /** As it was sent, with its `cl:`. */
  readonly checklistId: string;
  /** Given back to the webhook as it came. */
  readonly context: Readonly<Record<string, unknown>>;
};

/** What was written. */
type Written =
  | {
      readonly type: 'webhook-registered';
      readonly id: string;
      readonly scope: WebhookScope;
      readonly webhookType: WebhookType;
      readonly name: string;
      readonly callbackUrl: string;
    }
  | {
      readonly type: 'webhook-updated';
      readonly id: string;
      readonly name: string | null;
      readonly status: WebhookStatus | null;
    }
  | { readonly type: 'webhook-deleted'; readonly id: string }
  | { readonly type: 'webhook-called'; readonly id: string; readonly isDelivered: boolean }
  | { readonly type: 'report-started'; readonly report: ReportRequest }
  | { readonly type: 'report-finished'; readonly number: number };

/** One accepted write to CONQA: when (ISO 8601, UTC), and by whom (a user's id; the vendor itself is null). */
export type ConqaEntry = { readonly vendor: 'conqa'; readonly at: string; readonly by: string | null } & Written;

/** What an entry says beside who wrote it and when. */
export type ConqaWritten = Written;

const types: Readonly<Record<Written['type'], true>> = {
  'webhook-registered': true,
  'webhook-updated': true,
  'webhook-deleted': true,
  'webhook-called': true,
  'report-started': true,
  'report-finished': true,
};

/** Tells whether a line of the journal is an entry of a known type. Only this program writes them. */
export const isConqaEntry = (value: unknown): value is ConqaEntry =>
  typeof value === 'object' &&
  value !== null &&
  'vendor' in value &&
  value.vendor === 'conqa' &&
  'type' in value &&
  typeof value.type === 'string' &&
  Object.hasOwn(types, value.type);
