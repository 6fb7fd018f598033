import { describe, expect, it } from 'vitest';
import { fillFromRead } from '../../src/main/vendors/core/fill-from-read.ts';
import { connectnow } from '../../src/main/vendors/connectnow/client.ts';
import { refusedField } from '../support/prepare-vector.ts';

const ruleOf = (operation: string) => {
  const rule = connectnow.fill?.[operation];
  if (rule === undefined) throw new Error(operation);
  return rule;
};

const issue = {
  id: 7,
  name: 'Leak',
  severity: 'info',
  closed_at: null,
  categories: [{ id: 1 }, { id: '2' }],
  events: [{ id: 1, description: 'Water on the floor.' }],
};

const path = { issueId: '7' };
const filled = (body: object, read: unknown = issue) => fillFromRead(ruleOf('updateIssue'), { path, body }, read);

describe('the fill of updateIssue', () => {
  it('reads the issue with its categories', () => {
    expect(ruleOf('updateIssue').readCall({ path })).toMatchObject({
      operation: 'getIssue',
      params: { path, query: { 'with[]': expect.arrayContaining(['categories', 'events']) } },
    });
  });

  it('I5 sends all four: what is not given as it was read', () => {
    const change = filled({ severity: 'critical', description: 'The ceiling came down.' });
    expect(change.params.body).toEqual({
      category_ids: [1, '2'],
      name: 'Leak',
      severity: 'critical',
      description: 'The ceiling came down.',
    });
    expect(change.carried).toEqual(['category_ids', 'name']);
    expect(refusedField(connectnow, { operation: 'updateIssue', params: change.params })).toBeNull();
  });

  it('shows which categories are left out', () => {
    expect(filled({ category_ids: [1], description: 'Wet.' }).changes[0]).toEqual({
      field: 'category_ids',
      before: [1, '2'],
      after: [1],
    });
  });

  it('I4 never makes a description of the events: a person is asked for it', () => {
    const { params, unreadable } = filled({ name: 'Leak in the plant room' });
    expect(unreadable).toEqual(['description']);
    expect(params.body).not.toHaveProperty('description');
    expect(refusedField(connectnow, { operation: 'updateIssue', params })).toBe('body.description');
  });

  it('refuses to change a closed issue', () => {
    expect(() => filled({ name: 'Leak' }, { ...issue, closed_at: '2026-01-03T10:00:00.000000Z' })).toThrow(
      expect.objectContaining({ code: 'bad-input', data: { field: 'path.issueId' } }),
    );
  });

  it.each([
    [{ ...issue, id: 8 }, 'id'],
    [{ ...issue, categories: undefined }, 'categories'],
    [{ ...issue, categories: [{ id: 1 }, { name: 'No id' }] }, 'categories.1.id'],
    [{ ...issue, severity: 3 }, 'severity'],
    [[], 'the whole answer'],
  ])('fills nothing from %j', (read, place) => {
    expect(() => filled({ description: 'Wet.', name: 'Leak' }, read)).toThrow(
      expect.objectContaining({ code: 'unexpected-answer', message: expect.stringContaining(place) }),
    );
  });
});

describe('the fill of updateWebhook', () => {
  const webhook = { id: 1, user_id: 1, url: 'https://example.com/hook', description: null };
  const change = (body: object) =>
    fillFromRead(ruleOf('updateWebhook'), { path: { webhookId: 1 }, body }, webhook).params;

  it('I10 sends name, address and description together', () => {
    expect(change({ name: 'Slack', description: 'For the site team' }).body).toEqual({
      name: 'Slack',
      url: 'https://example.com/hook',
      description: 'For the site team',
    });
    expect(change({ name: 'Slack' }).body).toEqual({ name: 'Slack', url: 'https://example.com/hook' });
  });

  it('asks for the name, which no read shows', () => {
    const params = change({ description: 'For the site team' });
    expect(refusedField(connectnow, { operation: 'updateWebhook', params })).toBe('body.name');
  });
});
