import type { SandboxContext } from '../http.ts';
import { checkNames, readText, readTextOrNull, type Checks, type Input } from './checks.ts';
import type { ConnectnowUser } from './data/dataset.ts';
import type { ConnectnowLedger } from './ledger.ts';
import type { Notifier } from './notify.ts';
import type { OperationName } from './operations.ts';
import { pageParameters, readPage } from './paginator.ts';
import type { Webhook } from './records.ts';
import { missing, refusal } from './refusal.ts';
import { readBody, readQuery, refuseQuery, userOf, type Answer, type Asked } from './request.ts';
import { webhookShape } from './shapes.ts';

/** The operations on webhooks. */
type WebhookOperation = Extract<OperationName, `${string}Webhook` | 'listWebhooks'>;

/** Answers JSON with `\/` for every slash, as PHP writes it and the sample response shows it. */
const phpJson = (c: SandboxContext, value: unknown, status: 200 | 201 = 200): Response =>
  c.body(JSON.stringify(value).replaceAll('/', String.raw`\/`), status, { 'Content-Type': 'application/json' });

/** Returns the operations on webhooks. */
export const webhookAnswers = (
  ledger: ConnectnowLedger,
  notifier: Notifier,
): Readonly<Record<WebhookOperation, Answer>> => {
  const webhookNamed = (id: string): Webhook => {
    const webhook = /^\d{1,15}$/.test(id) ? ledger.webhooks.find(Number(id)) : undefined;
    if (webhook === undefined) throw missing('Webhook', id);
    return webhook;
  };

  /** Returns the webhook of the path and whose it is. @throws HTTPException 404, and 403 for somebody else's. */
  const own = (asked: Asked): { readonly webhook: Webhook; readonly user: ConnectnowUser } => {
    const user = userOf(asked);
    const webhook = webhookNamed(asked.path('webhookId'));
    if (webhook.userId !== user.id) throw refusal(403);
    return { webhook, user };
  };

  /** Fails what is no web address, and one that a webhook has already; `except` is the id of the one being changed. */
  const checkUrl = (checks: Checks, url: string, except: number | null): void => {
    const isWeb = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
    if (!isWeb) checks.fail('url', 'The url format is invalid.');
    if (ledger.webhooks.all().some((webhook) => webhook.url === url && webhook.id !== except)) {
      checks.fail('url', 'The url has already been taken.');
    }
  };

  const readUrl = (checks: Checks, input: Input): string => {
    const url = readText(checks, input, 'url');
    if (url !== '') checkUrl(checks, url, null);
    return url;
  };

  return {
    // A bare array: nothing says that it is anything else.
    listWebhooks: (asked) => {
      const user = userOf(asked);
      const { checks, input } = readQuery(asked.c);
      checkNames(checks, input, pageParameters);
      readPage(checks, input);
      checks.settle();
      const webhooks = ledger.webhooks.all().filter(({ userId }) => userId === user.id);
      return phpJson(asked.c, webhooks.map(webhookShape));
    },

    createWebhook: async (asked) => {
      const user = userOf(asked);
      const { checks, input } = await readBody(asked.c);
      checkNames(checks, input, ['url', 'description']);
      const url = readUrl(checks, input);
      const description = readTextOrNull(checks, input, 'description');
      checks.settle();
      const id = ledger.webhooks.nextId();
      ledger.record(user.id, { type: 'webhook-created', id, url, description });
      const shape = webhookShape(webhookNamed(String(id)));
      notifier.tell(user.id, 'webhook_created', { webhook: shape });
      return phpJson(asked.c, shape, 201);
    },

    getWebhook: (asked) => {
      const { webhook } = own(asked);
      refuseQuery(asked.c);
      return phpJson(asked.c, webhookShape(webhook));
    },

    // The document lets a name be written that no answer shows, and leaves out what one would want to change (I10): all
    // three are taken.
    updateWebhook: async (asked) => {
      const { webhook, user } = own(asked);
      const { checks, input } = await readBody(asked.c);
      checkNames(checks, input, ['name', 'url', 'description']);
      const name = readText(checks, input, 'name');
      const url = readTextOrNull(checks, input, 'url');
      if (url !== null) checkUrl(checks, url, webhook.id);
      const description = readTextOrNull(checks, input, 'description');
      checks.settle();
      ledger.record(user.id, { type: 'webhook-updated', id: webhook.id, name, url, description });
      return phpJson(asked.c, webhookShape(webhookNamed(String(webhook.id))));
    },

    deleteWebhook: (asked) => {
      const { webhook, user } = own(asked);
      refuseQuery(asked.c);
      ledger.record(user.id, { type: 'webhook-deleted', id: webhook.id });
      notifier.tell(user.id, 'webhook_deleted', { webhook: webhookShape(webhook) });
      return asked.c.body(null, 200);
    },
  };
};
