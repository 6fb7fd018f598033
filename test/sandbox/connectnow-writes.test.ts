import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleConnectnowToken } from '../../src/sandbox/connectnow/access.ts';
import {
  isOwn,
  keepEntries,
  serveConnectnow,
  type CategoryBody,
  type CompanyBody,
  type InvalidBody,
  type IssueBody,
  type ServedConnectnow,
  type WebhookBody,
} from './connectnow-support.ts';

const started: ServedConnectnow[] = [];
let vendor: ServedConnectnow;
const start = async (options: Parameters<typeof serveConnectnow>[0] = {}): Promise<ServedConnectnow> => {
  const served = await serveConnectnow(options);
  started.push(served);
  return served;
};
beforeEach(async () => {
  vendor = await start();
});
afterEach(async () => {
  await Promise.all(started.splice(0).map(({ server }) => server.close()));
});

const leak = { category_ids: [1, '7'], name: 'Leak', description: 'Water comes in.', severity: 'important' } as const;
const created = async <T>(path: string, body: unknown, at = vendor): Promise<T> => {
  const response = await at.json('POST', path, body);
  if (response.status !== 201) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
};
const full = (id: number, at = vendor): Promise<IssueBody> =>
  at.read<IssueBody>(`/api/issues/${id}?with[]=categories&with[]=events`);
const errorsOf = async (response: Response): Promise<InvalidBody['errors']> => {
  expect(response.status).toBe(422);
  return ((await response.json()) as InvalidBody).errors;
};

describe('writing to the sample ConnectNow’s issues', () => {
  it('creates one, answers it without `closed_at`, and lists it first', async () => {
    const made = await created<IssueBody>('/api/issues', leak);
    expect(Object.keys(made)).toEqual(['id', 'name', 'severity', 'created_at', 'updated_at']);
    expect(made).toMatchObject({ id: 121, name: 'Leak', severity: 'important' });
    expect((await vendor.all<IssueBody>('/api/issues'))[0]?.id).toBe(121);
    const { categories = [], events = [], closed_at } = await full(121);
    expect([categories.map(({ id }) => id), events.map(({ description }) => description), closed_at]).toEqual([
      [1, 7],
      ['Water comes in.'],
      null,
    ]);
  });

  it('requires all four fields, and categories there are', async () => {
    expect(await errorsOf(await vendor.json('POST', '/api/issues', {}))).toEqual({
      category_ids: ['The category ids field is required.'],
      name: ['The name field is required.'],
      description: ['The description field is required.'],
      severity: ['The severity field is required.'],
    });
    const wrong = { category_ids: [1, 99], name: 7, description: 'x', severity: 'low', closed_at: null };
    expect(await errorsOf(await vendor.json('POST', '/api/issues', wrong))).toEqual({
      'category_ids.1': ['The selected category_ids.1 is invalid.'],
      name: ['The name must be a string.'],
      severity: ['The selected severity is invalid.'],
      closed_at: ['The closed at field is not documented.'],
    });
    expect(await errorsOf(await vendor.send('POST', '/api/issues', { body: 'name=x' }))).toHaveProperty('name');
  });

  it('refuses one in a category of a company that is closed to the caller', async () => {
    expect((await vendor.json('POST', '/api/issues', { ...leak, category_ids: [1, 10] })).status).toBe(403);
    const { id } = await created<IssueBody>('/api/issues', leak);
    expect((await vendor.json('PUT', `/api/issues/${id}`, { ...leak, category_ids: [1, 10] })).status).toBe(403);
    expect((await full(id)).categories?.map((category) => category.id)).toEqual([1, 7]);
  });

  it('edits one: categories left out are gone, the description is one more event', async () => {
    const { id } = await created<IssueBody>('/api/issues', leak);
    const body = { category_ids: [2], name: 'Big leak', description: 'Now a lot.', severity: 'critical' };
    expect((await vendor.json('PUT', `/api/issues/${id}`, body)).status).toBe(200);
    const { name, severity, categories = [], events = [] } = await full(id);
    expect([name, severity, categories.map((category) => category.id)]).toEqual(['Big leak', 'critical', [2]]);
    expect(events.map(({ description }) => description)).toEqual(['Water comes in.', 'Now a lot.']);
    expect(await errorsOf(await vendor.json('PUT', `/api/issues/${id}`, { name: 'x' }))).toHaveProperty('category_ids');
  });

  it('closes one for good: it cannot be edited, closed again, or deleted', async () => {
    const { id } = await created<IssueBody>('/api/issues', leak);
    expect(await errorsOf(await vendor.json('POST', `/api/issues/${id}/close`, {}))).toHaveProperty('description');
    expect((await vendor.json('POST', `/api/issues/${id}/close`, { description: 'Dry.' })).status).toBe(200);
    const closed = await full(id);
    expect(closed.closed_at).not.toBeNull();
    expect(closed.events?.at(-1)?.description).toBe('Dry.');
    expect((await vendor.json('POST', `/api/issues/${id}/close`, { description: 'Dry.' })).status).toBe(403);
    expect((await vendor.json('PUT', `/api/issues/${id}`, leak)).status).toBe(403);
    expect((await vendor.send('DELETE', `/api/issues/${id}`)).status).toBe(403);
    expect((await vendor.json('POST', `/api/issues/${id}/reopen`, {})).status).toBe(404);
  });

  it('deletes one with an empty answer; its id is not given again', async () => {
    const { id } = await created<IssueBody>('/api/issues', leak);
    const response = await vendor.send('DELETE', `/api/issues/${id}`);
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect((await vendor.send('GET', `/api/issues/${id}`)).status).toBe(404);
    expect((await created<IssueBody>('/api/issues', leak)).id).toBe(id + 1);
  });
});

describe('subscribing at the sample ConnectNow', () => {
  it('answers a bare 201 the first time and a bare 200 ever after, in any spelling', async () => {
    const { id } = await vendor.issue((issue) => issue.closed_at === null);
    for (const path of [`/api/issues/${id}/subscriptions`, '/api/categories/3/subscriptions']) {
      const answers = [];
      for (const email of ['someone@example.com', 'someone@example.com', 'Someone@Example.com']) {
        const response = await vendor.json('POST', path, { email }, { token: null });
        answers.push([response.status, await response.text()]);
      }
      expect(answers).toEqual([
        [201, ''],
        [200, ''],
        [200, ''],
      ]);
    }
  });

  it.each(['', 'nobody', 'a@b', 'a b@c.example'])('refuses %j as no address', async (email) => {
    expect(await errorsOf(await vendor.json('POST', '/api/categories/3/subscriptions', { email }))).toHaveProperty(
      'email',
    );
  });
});

describe('writing to the sample ConnectNow’s categories and companies', () => {
  it('creates, renames and deletes a category; its issues stay without it', async () => {
    const made = await created<CategoryBody>('/api/categories', { name: 'Roof', company_id: '2' });
    expect(made).toMatchObject({ id: 13, name: 'Roof', company_id: 2 });
    const { id } = await created<IssueBody>('/api/issues', { ...leak, category_ids: [1, made.id] });
    expect((await vendor.json('PUT', `/api/categories/${made.id}`, { name: 'Roofs' })).status).toBe(200);
    expect(await vendor.read(`/api/categories/${made.id}`)).toMatchObject({ name: 'Roofs' });
    expect((await vendor.send('DELETE', `/api/categories/${made.id}`)).status).toBe(200);
    expect((await full(id)).categories?.map((category) => category.id)).toEqual([1]);
    expect(await errorsOf(await vendor.json('POST', '/api/categories', { name: ' ', company_id: 9 }))).toEqual({
      name: ['The name field is required.'],
      company_id: ['The selected company id is invalid.'],
    });
  });

  it('creates, renames and deletes a company with its categories', async () => {
    const { id } = await created<CompanyBody>('/api/companies', { name: 'New & Co' });
    const { id: category } = await created<CategoryBody>('/api/categories', { name: 'All', company_id: id });
    expect((await vendor.json('PUT', `/api/companies/${id}`, { name: 'Newer' })).status).toBe(200);
    expect(await vendor.read(`/api/companies/${id}`)).toMatchObject({ name: 'Newer' });
    expect((await vendor.send('DELETE', `/api/companies/${id}`)).status).toBe(200);
    expect((await vendor.send('GET', `/api/companies/${id}`)).status).toBe(404);
    expect((await vendor.send('GET', `/api/categories/${category}`)).status).toBe(404);
  });
});

describe('writing to the sample ConnectNow’s webhooks', () => {
  it('lists the caller’s own in a bare array, with slashes as PHP writes them', async () => {
    const text = await (await vendor.send('GET', '/api/webhooks')).text();
    expect(text).toContain(String.raw`"url":"https:\/\/hooks.kauri-group.example\/issue-tracker"`);
    expect((JSON.parse(text) as readonly WebhookBody[]).map(({ id, user_id }) => [id, user_id])).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });

  it('creates, edits and deletes one; its address is nobody else’s', async () => {
    const url = 'https://example.com/hook';
    const made = await created<WebhookBody>('/api/webhooks', { url });
    expect(made).toMatchObject({ id: 4, user_id: 1, url, description: null });
    expect(await errorsOf(await vendor.json('POST', '/api/webhooks', { url }))).toEqual({
      url: ['The url has already been taken.'],
    });
    expect(await errorsOf(await vendor.json('POST', '/api/webhooks', { url: 'ftp://x' }))).toHaveProperty('url');
    // As documented it takes a name alone, which shows nowhere.
    const renamed = await vendor.json('PUT', '/api/webhooks/4', { name: 'Mine' });
    expect([renamed.status, await renamed.json()]).toEqual([200, expect.objectContaining({ url, description: null })]);
    const body = { name: 'Mine', url: `${url}/2`, description: 'Second' };
    expect((await vendor.json('PUT', '/api/webhooks/4', body)).status).toBe(200);
    expect(await vendor.read('/api/webhooks/4')).toMatchObject({ url: `${url}/2`, description: 'Second' });
    expect(await errorsOf(await vendor.json('PUT', '/api/webhooks/4', { url }))).toHaveProperty('name');
    expect((await vendor.send('DELETE', '/api/webhooks/4')).status).toBe(200);
    expect((await vendor.send('GET', '/api/webhooks/4')).status).toBe(404);
  });
});

describe('a sample ConnectNow with a journal', () => {
  it('is the same after a restart, and gives no id twice', async () => {
    const kept = keepEntries();
    const first = await start(kept.options());
    const { id } = await created<IssueBody>('/api/issues', leak, first);
    await first.json('PUT', `/api/issues/${id}`, { ...leak, name: 'Changed' });
    const gone = await created<IssueBody>('/api/issues', leak, first);
    await first.send('DELETE', `/api/issues/${gone.id}`);
    const closed = await first.issue((issue) => issue.closed_at === null && isOwn(issue) && issue.id !== id);
    await first.json('POST', `/api/issues/${closed.id}/close`, { description: 'Done.' });
    await first.json('POST', '/api/categories/1/subscriptions', { email: 'kept@example.com' });
    const { id: company } = await created<CompanyBody>('/api/companies', { name: 'Kept' }, first);
    await created('/api/categories', { name: 'Kept', company_id: company }, first);
    await first.json('PUT', '/api/companies/1', { name: 'Renamed' });
    await first.send('DELETE', '/api/categories/9');
    await created('/api/webhooks', { url: 'https://example.com/kept' }, first);
    await first.send('DELETE', '/api/webhooks/1');
    const seen = async (at: ServedConnectnow): Promise<unknown> => [
      await at.all('/api/issues?with[]=categories.company&with[]=events'),
      await at.all('/api/categories'),
      await at.read('/api/companies'),
      await at.read('/api/webhooks'),
    ];
    const before = await seen(first);
    await first.server.close();

    const next = await start(kept.options());
    expect(await seen(next)).toEqual(before);
    const again = await next.json('POST', '/api/categories/1/subscriptions', { email: 'kept@example.com' });
    expect(again.status).toBe(200);
    expect((await created<IssueBody>('/api/issues', leak, next)).id).toBe(gone.id + 1);
  });

  it('writes one entry for each accepted write, none for a refused one, and no token', async () => {
    const kept = keepEntries();
    const served = await start(kept.options());
    await created('/api/issues', leak, served);
    await served.json('POST', '/api/issues', {});
    await served.json('PUT', '/api/issues/1', leak);
    expect(kept.lines).toHaveLength(1);
    expect(kept.lines[0]).toContain('"vendor":"connectnow"');
    expect(kept.lines.join('')).not.toContain(sampleConnectnowToken);
  });

  it('answers 500 when a write cannot be made to last, and has changed nothing', async () => {
    const onJournal = (): never => {
      throw new Error('no space left');
    };
    const served = await start({ onJournal });
    const response = await served.json('POST', '/api/issues', leak);
    expect([response.status, await response.json()]).toEqual([500, { message: 'Server Error' }]);
    expect(await served.all('/api/issues')).toHaveLength(120);
  });
});
