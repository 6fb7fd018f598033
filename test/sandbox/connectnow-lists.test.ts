import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createConnectnowDataset } from '../../src/sandbox/connectnow/data/dataset.ts';
import type { Fault } from '../../src/sandbox/faults.ts';
import {
  serveConnectnow,
  type CategoryBody,
  type CompanyBody,
  type InvalidBody,
  type IssueBody,
  type PageBody,
  type ServedConnectnow,
} from './connectnow-support.ts';
import { base } from './support.ts';

let vendor: ServedConnectnow;
beforeAll(async () => {
  vendor = await serveConnectnow();
});
afterEach(() => vendor.server.faults.clear());
afterAll(() => vendor.server.close());

const invalid = async (path: string): Promise<InvalidBody['errors']> => {
  const response = await vendor.send('GET', path);
  expect(response.status).toBe(422);
  const { message, errors } = (await response.json()) as InvalidBody;
  expect(message).toBe('The given data was invalid.');
  return errors;
};

describe('the sample ConnectNow’s issues', () => {
  it('are 120 in three companies, open and closed, the same each time', async () => {
    const issues = await vendor.all<IssueBody>('/api/issues?with[]=categories.company&with[]=events', 249);
    expect(issues).toHaveLength(120);
    expect(new Set(issues.map(({ id }) => id)).size).toBe(120);
    expect(new Set(issues.map(({ name }) => name)).size).toBe(120);
    const companies = new Set(issues.flatMap(({ categories = [] }) => categories.map(({ company }) => company?.name)));
    expect(companies.size).toBe(3);
    const open = issues.filter(({ closed_at }) => closed_at === null);
    expect(open.length).toBeGreaterThan(10);
    expect(open.length).toBeLessThan(60);
    const made = createConnectnowDataset({ seed: base.seed, now: Date.parse(base.now) });
    expect(createConnectnowDataset({ seed: base.seed, now: Date.parse(base.now) })).toEqual(made);
  });

  it('tell what has happened in its order: raised first, closed last, nothing in the future', async () => {
    for (const issue of await vendor.all<IssueBody>('/api/issues?with[]=events', 249)) {
      const times = (issue.events ?? []).map(({ created_at }) => created_at);
      expect(times).toEqual(times.toSorted());
      expect(times[0]).toBe(issue.created_at);
      expect([times.at(-1), null]).toContain(issue.closed_at);
      expect(issue.updated_at <= base.now).toBe(true);
    }
  });

  it('come as the sample response shows them, latest first', async () => {
    const page = await vendor.read<PageBody<IssueBody>>('/api/issues');
    expect(page).toMatchObject({
      current_page: 1,
      first_page_url: 'http://127.0.0.1:8000/api/issues?page=1',
      from: 1,
      next_page_url: 'http://127.0.0.1:8000/api/issues?page=2',
      path: 'http://127.0.0.1:8000/api/issues',
      per_page: 15,
      prev_page_url: null,
      to: 15,
    });
    expect(page.data.map(({ id }) => id)).toEqual(Array.from({ length: 15 }, (_, index) => 120 - index));
    expect(Object.keys(page.data[0] ?? {})).toEqual([
      'id',
      'name',
      'severity',
      'closed_at',
      'created_at',
      'updated_at',
    ]);
    expect(page.data[0]?.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000000Z$/);
  });

  it('end with a page that names no next one; past it there is nothing', async () => {
    const last = await vendor.read<PageBody<IssueBody>>('/api/issues?per_page=50&page=3');
    expect(last).toMatchObject({ from: 101, to: 120, next_page_url: null });
    expect(last.prev_page_url).toBe('http://127.0.0.1:8000/api/issues?page=2');
    expect(await vendor.read('/api/issues?page=9')).toMatchObject({ data: [], from: null, to: null });
  });

  it('are filtered by company, category, day, severity and status', async () => {
    const all = await vendor.all<IssueBody>('/api/issues?with[]=categories');
    const expectSame = async (query: string, fits: (issue: IssueBody) => boolean): Promise<void> => {
      const found = await vendor.all<IssueBody>(`/api/issues?with[]=categories&${query}`);
      expect(found.length).toBeGreaterThan(0);
      expect(found).toEqual(all.filter(fits));
    };
    await expectSame('status=open', ({ closed_at }) => closed_at === null);
    await expectSame('status=closed&severity=critical', (issue) => {
      return issue.closed_at !== null && issue.severity === 'critical';
    });
    await expectSame('company_ids[]=2&company_ids[]=3', ({ categories = [] }) =>
      categories.some(({ company_id }) => company_id > 1),
    );
    await expectSame('category_ids[]=4', ({ categories = [] }) => categories.some(({ id }) => id === 4));
    const day = (all[30]?.created_at ?? '').slice(0, 10);
    await expectSame(`after=${day}`, ({ created_at }) => created_at.slice(0, 10) >= day);
    await expectSame(`before=${day}`, ({ created_at }) => created_at.slice(0, 10) <= day);
    await expectSame(`after=${day}&before=${day}`, ({ created_at }) => created_at.startsWith(day));
  });

  it('come with what was asked for beside them, alone and in the list', async () => {
    const plain = await vendor.read<IssueBody>('/api/issues/120');
    expect(plain).not.toHaveProperty('categories');
    const { categories = [], events } = await vendor.read<IssueBody>('/api/issues/120?with[]=categories.company');
    expect(events).toBeUndefined();
    expect(categories[0]).toMatchObject({ pivot: { issue_id: 120 }, company: { id: categories[0]?.company_id } });
    const short = await vendor.read<IssueBody>('/api/issues/120?with[]=categories&with[]=events');
    expect(short.categories?.[0]).not.toHaveProperty('company');
    expect(short.events?.[0]?.description).not.toBe('');
  });

  it('tell all that is wrong with a question at once', async () => {
    const query =
      'with[]=events&with[]=users&company_ids[]=9&category_ids=1&after=2026-02-30&before=today&severity=bad' +
      '&status=all&page=0&per_page=250&sort=name';
    const wrong = 'with.1 company_ids.0 category_ids after before severity status page per_page sort';
    expect(Object.keys(await invalid(`/api/issues?${query}`)).toSorted()).toEqual(wrong.split(' ').toSorted());
    expect(await invalid('/api/issues?page=1&page=2')).toEqual({ page: ['The page field was given twice.'] });
    expect(await invalid('/api/issues/1?per_page=5')).toHaveProperty('per_page');
  });
});

describe('the sample ConnectNow’s categories and companies', () => {
  it('lists twelve categories in pages, by company, with company and issues', async () => {
    const categories = await vendor.all<CategoryBody>('/api/categories', 5);
    expect(categories.map(({ company_id }) => company_id)).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3]);
    const page = await vendor.read<PageBody<CategoryBody & { readonly issues: readonly { readonly id: number }[] }>>(
      '/api/categories?company_ids[]=3&with[]=company&with[]=issues',
    );
    expect(page.data.map(({ company }) => company?.id)).toEqual([3, 3, 3]);
    const issues = await vendor.all<IssueBody>(`/api/issues?category_ids[]=${page.data[0]?.id}`);
    expect(page.data[0]?.issues.map(({ id }) => id)).toEqual(issues.map(({ id }) => id).toReversed());
    expect(await invalid('/api/categories?with[]=companies')).toHaveProperty('with.0');
  });

  it('lists the companies in `data` alone, with categories and issues', async () => {
    const found = await vendor.read<{ data: readonly (CompanyBody & { readonly categories: readonly object[] })[] }>(
      '/api/companies?with[]=categories&with[]=issues',
    );
    expect(Object.keys(found)).toEqual(['data']);
    expect(found.data.map(({ categories }) => categories.length)).toEqual([5, 4, 3]);
  });

  it('shows one of each without anything beside it', async () => {
    expect(Object.keys(await vendor.read<object>('/api/categories/2'))).toEqual([
      'id',
      'name',
      'company_id',
      'created_at',
      'updated_at',
    ]);
    expect(Object.keys(await vendor.read<object>('/api/companies/2'))).toEqual([
      'id',
      'name',
      'created_at',
      'updated_at',
    ]);
    expect(await invalid('/api/companies/2?with[]=issues')).toHaveProperty('with');
  });
});

describe('faults at the sample ConnectNow', () => {
  const inject = (fault: Fault): void => vendor.server.faults.set([{ path: '/connectnow/**', fault }]);

  it('emptyList: no rows in any list', async () => {
    inject({ kind: 'emptyList' });
    expect(await vendor.read('/api/issues')).toMatchObject({ data: [] });
    expect(await vendor.read('/api/companies')).toEqual({ data: [] });
    expect(await vendor.read('/api/webhooks')).toEqual([]);
  });

  it('shrinkingList: later pages miss what has gone from the front', async () => {
    inject({ kind: 'shrinkingList', rows: 3 });
    const seen = await vendor.all<IssueBody>('/api/issues', 50);
    expect(seen).toHaveLength(117);
    expect(seen[50]?.id).toBe(67);
  });

  it('loginPage, unknownValues and a status reach it like any vendor', async () => {
    inject({ kind: 'wrongType', as: 'loginPage' });
    expect((await vendor.send('GET', '/api/issues')).headers.get('content-type')).toContain('text/html');
    inject({ kind: 'unknownValues' });
    expect(await vendor.read('/api/issues/1')).toHaveProperty('fieldOfTomorrow');
    inject({ kind: 'status', status: 429, headers: { 'Retry-After': '60' } });
    expect((await vendor.send('GET', '/api/issues')).headers.get('retry-after')).toBe('60');
  });
});
