import type { Action } from './action.ts';
import { raisedActionsOf } from './actions.ts';
import type { Audit } from './audit.ts';
import type { Dataset } from './dataset.ts';
import { day, minute } from './zones.ts';

/** What a webhook is told of ("Webhook", Event Types): five of audits, eight of corrective actions, two of templates. */
export const webhookEvents = [
  'AUDIT_ASSIGNED',
  'AUDIT_COMPLETED',
  'AUDIT_DELETED',
  'AUDIT_EXPIRED',
  'AUDIT_RESCHEDULED',
  'CORRECTIVE_ACTION_CREATED',
  'CORRECTIVE_ACTION_ASSIGNED',
  'CORRECTIVE_ACTION_SUBMITTED',
  'CORRECTIVE_ACTION_APPROVED',
  'CORRECTIVE_ACTION_REJECTED',
  'CORRECTIVE_ACTION_DELETED',
  'CORRECTIVE_ACTION_EXPIRED',
  'CORRECTIVE_ACTION_UPDATED',
  'TEMPLATE_CREATED',
  'TEMPLATE_DELETED',
] as const;

export type WebhookEvent = (typeof webhookEvents)[number];

/** One thing a webhook was told, and when (ISO 8601, UTC). */
export type Delivery = { readonly event: WebhookEvent; readonly at: string };

type Told = { readonly event: WebhookEvent; readonly at: number };

const latestAudits = 120;

const ofAudit = (audit: Audit): readonly Told[] => [
  ...(audit.assignees.length > 0 ? [{ event: 'AUDIT_ASSIGNED', at: audit.start - 3 * day } as const] : []),
  ...(audit.isReopened ? [{ event: 'AUDIT_RESCHEDULED', at: audit.start - 40 * minute } as const] : []),
  ...(audit.completedAt === null ? [] : [{ event: 'AUDIT_COMPLETED', at: audit.completedAt } as const]),
];

const ofAction = (action: Action): readonly Told[] => [
  { event: 'CORRECTIVE_ACTION_CREATED', at: action.createdAt },
  ...(action.assignees.length > 0
    ? [{ event: 'CORRECTIVE_ACTION_ASSIGNED', at: action.createdAt + 1000 } as const]
    : []),
  ...action.comments
    .slice(0, 1)
    .map(({ createdAt }) => ({ event: 'CORRECTIVE_ACTION_SUBMITTED', at: createdAt }) as const),
  ...(action.status === 2
    ? action.comments
        .slice(1, 2)
        .map(({ createdAt }) => ({ event: 'CORRECTIVE_ACTION_REJECTED', at: createdAt }) as const)
    : []),
  ...(action.approved === null ? [] : [{ event: 'CORRECTIVE_ACTION_APPROVED', at: action.approved.at } as const]),
  ...(action.expired === null ? [] : [{ event: 'CORRECTIVE_ACTION_EXPIRED', at: action.expired.at } as const]),
];

/**
 * Returns what the webhook of a data set's company was told before anything was written to it, oldest first: of its
 * latest complete audits with their corrective actions, of those about to begin, and of what was tidied up.
 */
export const earlierDeliveries = (dataset: Dataset): readonly Delivery[] => {
  const { now } = dataset;
  const { made } = dataset.audits;
  const latest = (state: 'pending' | 'complete') =>
    [...made.slotsOf(state).subarray(0, latestAudits)].map((slot) => made.at(slot));
  const [complete, pending] = [latest('complete'), latest('pending')];
  const tidied: readonly Told[] = [
    { event: 'TEMPLATE_CREATED', at: now - 26 * day },
    { event: 'TEMPLATE_DELETED', at: now - 25 * day },
    { event: 'AUDIT_DELETED', at: now - 24 * day },
    { event: 'AUDIT_EXPIRED', at: now - 21 * day },
    { event: 'CORRECTIVE_ACTION_UPDATED', at: now - 9 * day },
    { event: 'CORRECTIVE_ACTION_DELETED', at: now - 8 * day },
  ];
  const told = [
    ...[...complete, ...pending].flatMap(ofAudit),
    ...complete.flatMap((audit) => [...raisedActionsOf(dataset, audit).values()].flatMap(ofAction)),
    ...tidied,
  ];
  return told
    .filter(({ at }) => at <= now)
    .toSorted((one, other) => one.at - other.at)
    .map(({ event, at }) => ({ event, at: new Date(at).toISOString() }));
};
