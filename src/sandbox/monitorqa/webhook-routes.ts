import { earlierDeliveries, type Delivery } from '../data/webhook-events.ts';
import { unit } from '../random.ts';
import { paging } from './filters.ts';
import { pageOf } from './lists.ts';
import { readQuery } from './query.ts';
import { json, type Asked, type Operation } from './routes.ts';
import type { Tenant } from './tenants.ts';

/** Where the sample's company is said to listen. Nothing is ever sent: webhooks are set up on the vendor's pages only. */
const webhookUrl = 'https://hooks.kauri-group.example/monitorqa';

/** What went wrong with some; the first is a pair the vendor's own example shows. */
const failures = [
  { errorMessage: 'Connection timeout', httpStatusCode: 404 },
  { errorMessage: 'Internal Server Error', httpStatusCode: 500 },
] as const;
const failureRate = 0.04;

const commandType = (event: Delivery['event']): number =>
  event.startsWith('AUDIT') ? 0 : event.startsWith('CORRECTIVE') ? 1 : 2;

const earlierOf = new WeakMap<Tenant, readonly Delivery[]>();

/** Returns everything the webhook of a company was told, oldest first. */
const deliveriesOf = ({ account: { tenant }, tenants }: Asked): readonly Delivery[] => {
  // A company created here has no webhook, and there is no way to give it one.
  if (tenant.number > 0) return [];
  const earlier = earlierOf.get(tenant) ?? earlierDeliveries(tenant.dataset);
  earlierOf.set(tenant, earlier);
  return [...earlier, ...tenants.ledger.deliveries(tenant.number)];
};

/** The operation of "Webhook Log". */
export const webhookOperations: readonly Operation[] = [
  {
    name: 'listWebhookLog',
    method: 'GET',
    path: '/webhooks/status',
    answer: (asked) => {
      const { c, account } = asked;
      const query = readQuery(c.req.url, paging);
      const deliveries = deliveriesOf(asked).map((delivery, place) => ({ ...delivery, place }));
      const row = ({ event, at, place }: (typeof deliveries)[number]) => {
        const lot = unit(account.tenant.dataset.seed, place, 95);
        const failure = lot < failureRate ? failures[lot < failureRate / 2 ? 0 : 1] : null;
        return {
          createdAtUtc: at,
          errorMessage: failure?.errorMessage ?? null,
          webhookCommandType: commandType(event),
          httpStatusCode: failure?.httpStatusCode ?? 200,
          webhookUrl,
          webhookEvent: event,
        };
      };
      return json(c, pageOf(deliveries.toReversed(), query, c.get('vanishedRows') ?? 0, row));
    },
  },
];
