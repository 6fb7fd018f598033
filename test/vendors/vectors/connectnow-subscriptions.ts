import { sends, type RefusedVector, type Vector } from './vector.ts';

const body = { email: 'user@example.com' };

const MADE =
  'The section has no example; its request is made of its table, which describes the address in the words of another ' +
  'parameter. It states the status, and shows no answer.';

const kinds = [
  {
    operation: 'subscribeToIssue',
    target: '/api/issues/1/subscriptions',
    path: { issueId: 1 },
    field: 'path.issueId',
    corrected: MADE,
  },
  {
    operation: 'subscribeToCategory',
    target: '/api/categories/1/subscriptions',
    path: { categoryId: 1 },
    field: 'path.categoryId',
    corrected: `${MADE} Only a tip says that categories have it too.`,
  },
] as const;

/** "Issue/category subscriptions" of ConnectNow's "Issue Tracker API": 201 for a new one, 200 for one that was there. */
export const vectors: readonly Vector[] = kinds.flatMap(({ operation, target, path, corrected }) =>
  [201, 200].map((status) => ({
    operation,
    section: 'Subscribe',
    ...sends('POST', target, { path, body }),
    answer: { status, body: null },
    corrected,
  })),
);

/** What the same section forbids. */
export const refused: readonly RefusedVector[] = kinds.flatMap(({ operation, path, field }) => [
  { operation, params: { body }, field },
  { operation, params: { path }, field: 'body' },
  { operation, params: { path, body: {} }, field: 'body.email' },
  { operation, params: { path, body: { email: 'somebody' } }, field: 'body.email' },
]);
