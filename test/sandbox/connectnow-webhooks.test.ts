import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { webhookEvents } from '../../src/sandbox/connectnow/notify.ts';
import { listen } from './conqa-support.ts';
import { serveConnectnow, type IssueBody, type ServedConnectnow, type WebhookBody } from './connectnow-support.ts';
import { now } from './support.ts';

let vendor: ServedConnectnow;
let hook: Awaited<ReturnType<typeof listen>>;
let time: number;
beforeEach(async () => {
  time = Date.parse(now);
  vendor = await serveConnectnow({ clock: () => time });
  hook = await listen();
});
afterEach(async () => {
  await vendor.server.close();
  await hook.close();
});

const email = 'dan.whitlock@kauri-group.example';
const leak = { category_ids: [3], name: 'Leak', description: 'Water comes in.', severity: 'important' } as const;

type Told = { readonly event: string; readonly data: Readonly<Record<string, unknown>> };
const told = (): readonly Told[] => hook.received.map(({ body }) => body as Told);
const register = async (path = ''): Promise<WebhookBody> =>
  (await (await vendor.json('POST', '/api/webhooks', { url: `${hook.url}${path}` })).json()) as WebhookBody;
const create = async (body: object = leak): Promise<IssueBody> =>
  (await (await vendor.json('POST', '/api/issues', body)).json()) as IssueBody;
const confirm = async (link: unknown): Promise<number> => (await fetch(String(link))).status;

describe('the webhooks of the sample ConnectNow', () => {
  it('hear the seven events, in the order they happen', async () => {
    const { id: hookId } = await register('/first');
    await hook.until(1);
    await vendor.json('POST', '/api/categories/3/subscriptions', { email });
    await hook.until(2);
    expect(await confirm(told()[1]?.data['confirmation_url'])).toBe(200);
    const { id } = await create();
    await vendor.json('POST', `/api/issues/${id}/subscriptions`, { email });
    await hook.until(4);
    expect(await confirm(told()[3]?.data['confirmation_url'])).toBe(200);
    await vendor.json('PUT', `/api/issues/${id}`, { ...leak, name: 'Big leak' });
    await vendor.json('POST', `/api/issues/${id}/close`, { description: 'Dry.' });
    const other = await register('/second');
    await hook.until(8);
    await vendor.send('DELETE', `/api/webhooks/${other.id}`);
    await hook.until(9);
    expect(told().map(({ event }) => event)).toEqual([
      'webhook_created',
      'category_subscription_confirmation',
      'issue_created',
      'issue_subscription_confirmation',
      'issue_updated',
      'issue_closed',
      // Both the old one and the new one are told of the new one.
      'webhook_created',
      'webhook_created',
      'webhook_deleted',
    ]);
    expect(new Set(told().map(({ event }) => event))).toEqual(new Set(webhookEvents));
    expect(told()[4]?.data).toMatchObject({ issue: { id, name: 'Big leak', closed_at: null } });
    expect(told()[8]?.data).toMatchObject({ webhook: { id: other.id } });
    expect(hookId).toBe(4);
  });

  it('tell nothing of what was not confirmed', async () => {
    await register();
    await vendor.json('POST', '/api/categories/3/subscriptions', { email });
    await create();
    // The sample's user has confirmed the first category; only its issue is told of.
    await create({ ...leak, category_ids: [1], name: 'Printer' });
    await hook.until(3);
    expect(told().map(({ event }) => event)).toEqual([
      'webhook_created',
      'category_subscription_confirmation',
      'issue_created',
    ]);
    expect(told()[2]?.data).toMatchObject({ issue: { name: 'Printer' } });
  });

  it('get links that end after two days and that nobody can make up', async () => {
    await register();
    await vendor.json('POST', '/api/categories/3/subscriptions', { email });
    await hook.until(2);
    const link = String(told()[1]?.data['confirmation_url']);
    expect(await confirm(link.replace('/confirm', '1/confirm'))).toBe(403);
    expect(await confirm(link.replace(/expires=\d+/, 'expires=9999999999'))).toBe(403);
    time += 48 * 60 * 60 * 1000 + 1000;
    expect(await confirm(link)).toBe(403);
    expect((await vendor.json('POST', '/api/categories/3/subscriptions', { email })).status).toBe(200);
  });

  it('of other computers are called by nobody, and hold nothing up', async () => {
    expect((await vendor.json('POST', '/api/webhooks', { url: 'https://vendor.invalid/hook' })).status).toBe(201);
    await register();
    await hook.until(1);
    expect(told().map(({ event }) => event)).toEqual(['webhook_created']);
  });
});
