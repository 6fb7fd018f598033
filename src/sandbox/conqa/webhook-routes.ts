import { checkAccount, projectNamed } from './access.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { ConqaDataset } from './data/dataset.ts';
import type { Webhook } from './data/webhooks.ts';
import type { WebhookScope, WebhookStatus, WebhookType } from './entries.ts';
import type { ConqaLedger } from './ledger.ts';
import type { OperationName } from './operations.ts';
import { refusal } from './refusal.ts';
import { pageLimit, readBody, readCount, readQuery, readText, type Answer, type Asked } from './request.ts';
import { webhookShape } from './shapes.ts';

/** The operations on webhooks. */
type WebhookOperation = Extract<OperationName, `${string}Webhook` | `${string}Webhooks`>;

const types: Readonly<Record<string, WebhookType>> = { milestone: 'MILESTONE', report: 'REPORT' };

/** Returns the type in the path, where it is written small. @throws HTTPException 400 on another. */
const typeOf = ({ path }: Asked): WebhookType => {
  const type = types[path('type')];
  if (type === undefined) throw refusal(400);
  return type;
};

/** @throws HTTPException 400 on anything but an address a notification can be sent to. */
const readCallbackUrl = (value: unknown): string => {
  const text = readText(value);
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) throw refusal(400);
  return text;
};

/** @throws HTTPException 400 on anything but one of the two. */
const readStatus = (value: unknown): WebhookStatus => {
  if (value !== 'ACTIVE' && value !== 'INACTIVE') throw refusal(400);
  return value;
};

/**
 * Returns a page of webhooks. As with the database behind such keys, a full page has a key even when nothing follows:
 * the next page is then empty and has none.
 */
const list = ({ c }: Asked, scope: WebhookScope, ledger: ConqaLedger): Response => {
  const query = readQuery(c, ['limit', 'lastEvaluatedKey']);
  const limit = readCount(query.limit, pageLimit);
  const after = query.lastEvaluatedKey === undefined ? '' : decodeCursor(scope, query.lastEvaluatedKey);
  const webhooks = ledger
    .webhooksOf(scope)
    .filter(({ id }) => id > after)
    .slice(0, limit);
  const last = webhooks.length === limit ? webhooks.at(-1) : undefined;
  return c.json({
    data: {
      count: webhooks.length,
      ...(last === undefined ? {} : { lastEvaluatedKey: encodeCursor(scope, last.id) }),
      webhooks: webhooks.map((webhook) => webhookShape(webhook, { withName: scope.kind === 'account' })),
    },
  });
};

/** Returns the operations on the webhooks of projects and of the account. */
export const webhookAnswers = (
  dataset: ConqaDataset,
  ledger: ConqaLedger,
): Readonly<Record<WebhookOperation, Answer>> => {
  type Scoped = (asked: Asked, scope: WebhookScope) => Response | Promise<Response>;

  const inProject =
    (answer: Scoped): Answer =>
    (asked) => {
      const { id } = projectNamed(dataset, asked.caller, asked.path('projectId'));
      return answer(asked, { kind: 'project', id });
    };
  const inAccount =
    (answer: Scoped): Answer =>
    (asked) => {
      const id = asked.path('accountId');
      checkAccount(asked.caller, id);
      return answer(asked, { kind: 'account', id });
    };

  const by = ({ caller }: Asked): string => dataset.userId(caller.person);
  const find = (scope: WebhookScope, id: string): Webhook | undefined =>
    ledger.webhooksOf(scope).find((webhook) => webhook.id === id);

  /** Returns the webhook of the path. @throws HTTPException 404 when this scope has none of that type and id. */
  const named = (asked: Asked, scope: WebhookScope): Webhook => {
    const type = typeOf(asked);
    const webhook = find(scope, asked.path('webhookId'));
    if (webhook === undefined || webhook.type !== type) throw refusal(404);
    return webhook;
  };

  const register: Scoped = async (asked, scope) => {
    readQuery(asked.c, []);
    const webhookType = typeOf(asked);
    const body = await readBody(asked.c, ['name', 'callbackUrl']);
    const [name, callbackUrl] = [readText(body['name']), readCallbackUrl(body['callbackUrl'])];
    const id = ledger.nextWebhookId();
    ledger.record(by(asked), { type: 'webhook-registered', id, scope, webhookType, name, callbackUrl });
    const made = find(scope, id);
    if (made === undefined) throw refusal(500);
    return asked.c.json({ webhook: webhookShape(made, { withName: true }) });
  };

  const update: Scoped = async (asked, scope) => {
    readQuery(asked.c, []);
    const { id } = named(asked, scope);
    const body = await readBody(asked.c, ['name', 'status']);
    const name = body['name'] === undefined ? null : readText(body['name']);
    const status = body['status'] === undefined ? null : readStatus(body['status']);
    if (name === null && status === null) throw refusal(400);
    ledger.record(by(asked), { type: 'webhook-updated', id, name, status });
    const changed = find(scope, id);
    if (changed === undefined) throw refusal(500);
    return asked.c.json({
      message: 'Webhook updated successfully',
      webhookId: id,
      name: changed.name,
      status: changed.status,
    });
  };

  const remove: Scoped = (asked, scope) => {
    readQuery(asked.c, []);
    const { id } = named(asked, scope);
    ledger.record(by(asked), { type: 'webhook-deleted', id });
    return asked.c.json({ message: 'Webhook deleted successfully', webhookId: id });
  };

  const listed: Scoped = (asked, scope) => list(asked, scope, ledger);
  return {
    listProjectWebhooks: inProject(listed),
    registerProjectWebhook: inProject(register),
    updateProjectWebhook: inProject(update),
    deleteProjectWebhook: inProject(remove),
    listAccountWebhooks: inAccount(listed),
    registerAccountWebhook: inAccount(register),
    updateAccountWebhook: inAccount(update),
    deleteAccountWebhook: inAccount(remove),
  };
};
