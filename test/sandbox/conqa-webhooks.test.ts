import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleConqaAccountId } from '../../src/sandbox/conqa/access.ts';
import { serveConqa, type ServedConqa, type WebhookBody, type WebhookPage } from './conqa-support.ts';
import { now } from './support.ts';

let vendor: ServedConqa;
let project: string;
beforeEach(async () => {
  vendor = await serveConqa();
  project = `/project/${await vendor.projectId(1)}`;
});
afterEach(() => vendor.server.close());

const account = `/account/${sampleConqaAccountId}`;
const body = { name: 'Ours', callbackUrl: 'https://hooks.example.com:8443/secret/path?key=1' };
const register = async (scope: string, type = 'milestone'): Promise<WebhookBody> => {
  const response = await vendor.json('PUT', `${scope}/${type}/webhook`, body);
  if (response.status !== 200) throw new Error(`not registered: ${response.status}`);
  return ((await response.json()) as { readonly webhook: WebhookBody }).webhook;
};
const list = async (scope: string, query = ''): Promise<WebhookPage['data']> =>
  (await vendor.read<WebhookPage>(`${scope}/webhooks${query}`)).data;
const idsOf = ({ webhooks }: WebhookPage['data']): readonly string[] => webhooks.map(({ id }) => id);

describe('webhooks of a project', () => {
  it('are registered under the type of the path, active, with the callback masked', async () => {
    expect(await register(project, 'report')).toEqual({
      id: expect.stringMatching(/^wh:[\da-f-]{36}$/),
      name: 'Ours',
      projectId: await vendor.projectId(1),
      userId: expect.stringMatching(/^[\da-f-]{36}$/),
      maskedCallbackUrl: 'hooks.example.com:8443/***',
      type: 'REPORT',
      status: 'ACTIVE',
      createdAt: now,
      updatedAt: now,
    });
  });

  it('are registered anew each time, since the document says no more', async () => {
    const [first, second] = [await register(project), await register(project)];
    expect(first.id).not.toBe(second.id);
    expect(idsOf(await list(project))).toEqual(expect.arrayContaining([first.id, second.id]));
  });

  it('are listed without their name, as the document shows it', async () => {
    const { id } = await register(project);
    const listed = (await list(project)).webhooks.find((webhook) => webhook.id === id);
    expect(listed).toMatchObject({ type: 'MILESTONE', status: 'ACTIVE' });
    expect(listed).not.toHaveProperty('name');
  });

  it('are renamed and switched off, one or both, by id and type', async () => {
    const { id } = await register(project);
    const path = `${project}/milestone/webhook/${id}`;
    const message = 'Webhook updated successfully';
    const renamed = await vendor.json('PATCH', path, { name: 'Theirs' });
    expect(await renamed.json()).toEqual({ message, webhookId: id, name: 'Theirs', status: 'ACTIVE' });
    const off = await vendor.json('PATCH', encodeURI(path).replace('wh:', 'wh%3A'), { status: 'INACTIVE' });
    expect(await off.json()).toEqual({ message, webhookId: id, name: 'Theirs', status: 'INACTIVE' });
    expect((await list(project)).webhooks.find((webhook) => webhook.id === id)?.status).toBe('INACTIVE');
  });

  it('are deleted once', async () => {
    const { id } = await register(project);
    const path = `${project}/milestone/webhook/${id}`;
    const deleted = await vendor.send('DELETE', path);
    expect(await deleted.json()).toEqual({ message: 'Webhook deleted successfully', webhookId: id });
    expect((await vendor.send('DELETE', path)).status).toBe(404);
    expect(idsOf(await list(project))).not.toContain(id);
  });

  it('are not found under another type, another project or the account', async () => {
    const { id } = await register(project);
    const other = `/project/${await vendor.projectId(0)}`;
    for (const path of [`${project}/report`, `${other}/milestone`, `${account}/milestone`]) {
      const { status } = await vendor.json('PATCH', `${path}/webhook/${id}`, { name: 'x' });
      expect([path, status]).toEqual([path, 404]);
    }
  });

  it.each([
    [{ callbackUrl: 'https://example.com' }],
    [{ name: '  ', callbackUrl: 'https://example.com' }],
    [{ name: 'x' }],
    [{ name: 'x', callbackUrl: 'example.com/webhook' }],
    [{ name: 'x', callbackUrl: 'ftp://example.com/' }],
    [{ name: 'x', callbackUrl: 'https://example.com', type: 'report' }],
    [[]],
  ])('are refused with the body %j', async (given) => {
    expect((await vendor.json('PUT', `${project}/milestone/webhook`, given)).status).toBe(400);
  });

  it.each([
    [{}],
    [{ name: '' }],
    [{ status: 'PAUSED' }],
    [{ status: 'active' }],
    [{ callbackUrl: 'https://example.com' }],
  ])('are not changed with the body %j', async (given) => {
    const { id } = await register(project);
    expect((await vendor.json('PATCH', `${project}/milestone/webhook/${id}`, given)).status).toBe(400);
  });

  it.each(['MILESTONE', 'issue'])('are refused with the type %s', async (type) => {
    expect((await vendor.json('PUT', `${project}/${type}/webhook`, body)).status).toBe(400);
  });

  it('are refused when the body is not labelled JSON, or cannot be read', async () => {
    const path = `${project}/milestone/webhook`;
    expect((await vendor.send('PUT', path, { body: JSON.stringify(body) })).status).toBe(400);
    const headers = { 'Content-Type': 'application/json' };
    expect((await vendor.send('PUT', path, { body: '{"name":', headers })).status).toBe(400);
  });
});

describe('webhooks of the account', () => {
  it('have their name and account in the list, and are of no project', async () => {
    const { id } = await register(account, 'report');
    const listed = (await list(account)).webhooks.find((webhook) => webhook.id === id);
    expect(listed).toMatchObject({ name: 'Ours', accountId: sampleConqaAccountId, type: 'REPORT' });
    expect(listed).not.toHaveProperty('projectId');
    expect(idsOf(await list(project))).not.toContain(id);
  });

  it('are changed and deleted like those of a project', async () => {
    const { id } = await register(account);
    const path = `${account}/milestone/webhook/${id}`;
    expect(await (await vendor.json('PATCH', path, { status: 'INACTIVE' })).json()).toMatchObject({
      webhookId: id,
      status: 'INACTIVE',
    });
    expect((await vendor.send('DELETE', path)).status).toBe(200);
    expect(idsOf(await list(account))).not.toContain(id);
  });
});

describe('the cursor of a webhook list', () => {
  it('leads through all of them once; only the last page has none', async () => {
    for (let count = 0; count < 5; count += 1) await register(project);
    const everything = idsOf(await list(project));
    const seen: string[] = [];
    let key: string | undefined;
    do {
      const page = await list(
        project,
        `?limit=4${key === undefined ? '' : `&lastEvaluatedKey=${encodeURIComponent(key)}`}`,
      );
      expect(page.count).toBe(page.webhooks.length);
      seen.push(...idsOf(page));
      key = page.lastEvaluatedKey;
    } while (key !== undefined);
    expect(seen).toEqual(everything);
    expect(seen).toHaveLength(6);
  });

  it('is there after a page that is exactly full, and an empty page follows', async () => {
    await register(project);
    const page = await list(project, '?limit=2');
    expect(page.count).toBe(2);
    const key = encodeURIComponent(page.lastEvaluatedKey ?? '');
    expect(await list(project, `?limit=2&lastEvaluatedKey=${key}`)).toEqual({ count: 0, webhooks: [] });
  });

  it('holds the place of a webhook that was deleted in between', async () => {
    for (let count = 0; count < 3; count += 1) await register(project);
    const everything = idsOf(await list(project));
    const page = await list(project, '?limit=2');
    const [, last] = page.webhooks;
    await vendor.send('DELETE', `${project}/${last?.type.toLowerCase()}/webhook/${last?.id}`);
    const key = encodeURIComponent(page.lastEvaluatedKey ?? '');
    expect(idsOf(await list(project, `?lastEvaluatedKey=${key}`))).toEqual(everything.slice(2));
  });

  it('is Base64 of the id and of what it belongs to, as in the examples', async () => {
    const { webhooks, lastEvaluatedKey } = await list(account, '?limit=1');
    expect(JSON.parse(Buffer.from(lastEvaluatedKey ?? '', 'base64').toString())).toEqual({
      id: webhooks[0]?.id,
      accountId: sampleConqaAccountId,
    });
  });

  it('is refused when it was not issued for this list', async () => {
    const { lastEvaluatedKey = '' } = await list(account, '?limit=1');
    for (const key of [lastEvaluatedKey, 'eyJ', '', 'W10=']) {
      const path = `${project}/webhooks?lastEvaluatedKey=${encodeURIComponent(key)}`;
      expect([key, (await vendor.send('GET', path)).status]).toEqual([key, 400]);
    }
  });
});
