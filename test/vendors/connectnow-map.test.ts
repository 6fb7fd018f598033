import { describe, expect, it } from 'vitest';
import { collections } from '../../src/main/vendors/connectnow/map.ts';
import { isClosedIssue, issueEvents, mapIssueRow } from '../../src/main/vendors/connectnow/map-issue.ts';
import { operations } from '../../src/main/vendors/connectnow/operations/index.ts';
import { isOpenStatus } from '../../src/shared/model/status.ts';
import { vectors } from './vectors/connectnow.ts';

const collectionOf = (kind: string) => {
  const found = collections.find((collection) => collection.kind === kind);
  if (!found) throw new Error(kind);
  return found;
};

const exampleOf = (operation: string): unknown => {
  const example = vectors.find((vector) => vector.operation === operation && vector.answer !== undefined);
  if (!example?.answer) throw new Error(operation);
  return example.answer.body;
};

const category = (id: number, company: number, name: string) => ({
  id,
  name: `Category ${id}`,
  company_id: company,
  company: { id: company, name },
  pivot: { issue_id: 7, category_id: id },
});

const whole = {
  id: 7,
  name: 'Leak in the plant room',
  severity: 'critical',
  closed_at: null,
  created_at: '2026-01-02T10:00:00.123456Z',
  updated_at: '2026-01-03T10:00:00.000000Z',
  categories: [category(1, 4, 'Ash Lane'), category(2, 5, 'Elm Court'), category(3, 4, 'Ash Lane')],
  events: [
    { id: 1, description: 'Water on the floor.', created_at: '2026-01-02T10:00:00.000000Z' },
    { id: 2, message: 'Pump ordered.' },
  ],
};

describe('mapIssueRow', () => {
  it('takes the severity as priority, and the companies of the categories as project', () => {
    expect(mapIssueRow(whole)).toMatchObject({
      vendorId: '7',
      number: '7',
      title: 'Leak in the plant room',
      status: 'open',
      priority: 'critical',
      project: 'Ash Lane, Elm Court',
      parent: '4',
      dueAt: null,
      createdAt: '2026-01-02T10:00:00.123Z',
      updatedAt: '2026-01-03T10:00:00.000Z',
      raw: whole,
    });
  });

  it('I4 is found by what its events say, and by its categories and companies', () => {
    expect(mapIssueRow(whole).text.split('\n')).toEqual([
      'Category 1',
      'Category 2',
      'Category 3',
      'Ash Lane, Elm Court',
      'Water on the floor.',
      'Pump ordered.',
    ]);
  });

  it('does without all but an id', () => {
    const bare = { id: '7' };
    expect(mapIssueRow(bare)).toMatchObject({ title: '7', status: null, priority: null, project: null, parent: null });
    expect(() => mapIssueRow({ name: 'No id' })).toThrow(expect.objectContaining({ name: 'ZodError' }));
  });

  it('keeps a severity that is not documented', () => {
    expect(mapIssueRow({ id: 1, severity: 'blocker' }).priority).toBe('blocker');
  });

  it.each([
    [null, 'open'],
    ['', 'open'],
    ['2026-01-03T10:00:00.000000Z', 'closed'],
    ['some day', 'closed'],
    [true, 'closed'],
  ])('takes closed_at %j as %s', (closedAt, status) => {
    const row = { id: 1, closed_at: closedAt };
    expect(mapIssueRow(row).status).toBe(status);
    expect([isClosedIssue(row), isOpenStatus(status)]).toEqual([status === 'closed', status === 'open']);
  });

  it('I17 does not know how an issue without closed_at stands', () => {
    expect([mapIssueRow(exampleOf('createIssue')).status, isClosedIssue({ id: 1 })]).toEqual([null, false]);
  });
});

describe('isClosedIssue', () => {
  it.each([null, [], 'closed', { closed_at: '2026-01-03' }])('is false for %j, which is no issue', (json) => {
    expect(isClosedIssue(json)).toBe(false);
  });
});

describe('issueEvents', () => {
  it('gives them in ConnectNow’s order with what they say', () => {
    expect(issueEvents(whole)).toEqual([
      { id: '1', text: 'Water on the floor.', at: '2026-01-02T10:00:00.000Z' },
      { id: '2', text: 'Pump ordered.', at: null },
    ]);
    expect(issueEvents({ id: 1 })).toEqual([]);
  });
});

const lists = collections.flatMap((collection) =>
  collection.lists.map((list) => [list.operation, collection, list] as const),
);

describe.each(lists)('a page of %s', (operation, collection, list) => {
  const read = (json: unknown) => collection.mapPage(operation, json);
  const row = { id: 1, name: 'One', url: 'https://example.com/hook' };

  it('I2 comes as an array, as data, and as a paginator', () => {
    expect(read([row])).toMatchObject({ received: 1, total: null, cursor: null });
    expect(read([row])).not.toHaveProperty('more');
    expect(read({ data: [row] })).not.toHaveProperty('more');
    expect(read({ data: [row], next_page_url: null }).more).toBe(false);
    expect(read({ data: [row], next_page_url: 'http://127.0.0.1:8000/api?page=2' }).more).toBe(true);
    expect(read({ data: [row], links: { next: 'https://example.com/?page=2' } }).more).toBe(true);
    expect(read({ data: [row], links: { next: null } }).more).toBe(false);
  });

  it.each([null, 'text', {}, { data: {} }, [{ name: 'No id' }], { data: [null] }])('is not %j', (json) => {
    expect(() => read(json)).toThrow(expect.objectContaining({ code: 'unexpected-answer', operation }));
  });

  it('asks for the largest page that is allowed, and for nothing that its row does not offer', () => {
    const { query } = operations[operation as keyof typeof operations] as {
      readonly query: { readonly safeParse: (value: unknown) => { readonly success: boolean } };
    };
    const asked = { ...list.params?.query, page: 1, per_page: list.pageSize };
    expect([list.pageSize, query.safeParse(asked).success]).toEqual([249, true]);
  });
});

describe('collections', () => {
  it('cost one call for each page, none for each record', () => {
    expect(collections.map(({ kind }) => kind)).toEqual(['company', 'category', 'issue', 'webhook']);
    expect(collections.flatMap(({ parts }) => parts({ vendorId: '1', status: 'open' }))).toEqual([]);
  });

  it('leave out webhooks alone where there is no token', () => {
    expect(collections.filter(({ needsSecret }) => needsSecret).map(({ kind }) => kind)).toEqual(['webhook']);
  });

  it('I4 read an issue afresh with its categories, companies and events', () => {
    expect(collectionOf('issue').confirm?.('7')).toEqual({
      part: 'detail',
      operation: 'getIssue',
      params: { path: { issueId: '7' }, query: { 'with[]': ['categories', 'categories.company', 'events'] } },
    });
  });

  it('lay what a fresh read says over a record, and leave what it does not say', () => {
    const { mapPart } = collectionOf('issue');
    expect(mapPart('detail', { id: 7, name: 'Leak', closed_at: '2026-01-03T10:00:00.000000Z' })).toEqual({
      record: { title: 'Leak', status: 'closed' },
      text: '',
    });
    expect(mapPart('detail', whole).record).toMatchObject({ status: 'open', project: 'Ash Lane, Elm Court' });
    expect(() => mapPart('detail', [])).toThrow(expect.objectContaining({ code: 'unexpected-answer' }));
  });

  it('make a record of a category with its company', () => {
    const [record] = collectionOf('category').mapPage('listCategories', [category(2, 5, 'Elm Court')]).records;
    expect(record).toMatchObject({ vendorId: '2', title: 'Category 2', project: 'Elm Court', parent: '5' });
  });

  it('show of a webhook what it is for and its host, not the address that lets anybody post', () => {
    const { records } = collectionOf('webhook').mapPage('listWebhooks', exampleOf('listWebhooks'));
    expect(records).toMatchObject([{ title: 'Slack Workflow webhook', text: 'hooks.slack.com' }]);
    const unnamed = { id: 2, url: 'https://hooks.slack.com/workflows/12345678ABCDEFG' };
    expect(collectionOf('webhook').mapPage('listWebhooks', [unnamed]).records[0]?.title).toBe('hooks.slack.com');
  });
});
