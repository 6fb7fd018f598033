import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { createdIssue, issue, issuesAnswer, SEVERITIES } from '../schemas.ts';
import { categoryIds, filled, idOf, idsQuery, pageFields, withQuery } from './given-fields.ts';

const issuePath = z.object({ issueId: idOf('issue') });

const withIssue = withQuery(['categories', 'categories.company', 'events']);

const severity = z.literal(SEVERITIES);

const name = filled.describe('The name of the issue');

const description = filled.describe('How the issue stands now; becomes an event of the issue');

const createBody = z.strictObject({
  category_ids: categoryIds.describe('The categories it belongs to, by their ids'),
  name,
  description,
  severity: severity.describe('How grave it is: critical, important or info'),
});

/** All four are required, although the document says "if this parameter is passed" of the categories. */
const updateBody = z.strictObject({
  category_ids: categoryIds.describe('All categories it is to belong to, by their ids: those left out are removed'),
  name,
  description,
  severity: severity.describe('How grave it is: critical, important or info'),
});

export const issueOperations = defineOperations({
  listIssues: {
    summary: 'Public issues',
    section: 'Get all public issues',
    method: 'GET',
    path: '/api/issues',
    query: z.object({
      'with[]': withIssue,
      'company_ids[]': idsQuery('companies'),
      'category_ids[]': idsQuery('categories'),
      after: z.iso.date().optional().describe('Created on this day or later, as 2026-01-31'),
      before: z.iso.date().optional().describe('Created on this day or before, as 2026-01-31'),
      severity: severity.optional().describe('Only of this severity: critical, important or info'),
      status: z.literal(['open', 'closed']).optional().describe('Only open or only closed ones'),
      ...pageFields,
    }),
    body: { kind: 'none' },
    answer: { kind: 'json', schema: issuesAnswer },
    paging: 'laravel-simple',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  createIssue: {
    summary: 'Create an issue; its subscribers are told by e-mail',
    section: 'Create a issue',
    method: 'POST',
    path: '/api/issues',
    body: { kind: 'json', schema: createBody },
    answer: { kind: 'json', schema: createdIssue },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'never',
    probe: 'issues: same name since',
  },
  getIssue: {
    summary: 'One issue',
    section: 'Get a single issue',
    method: 'GET',
    path: '/api/issues/{issueId}',
    pathParams: issuePath,
    query: z.object({ 'with[]': withIssue }),
    body: { kind: 'none' },
    answer: { kind: 'json', schema: issue },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  updateIssue: {
    summary: 'Edit an open issue; categories that are left out are removed from it',
    section: 'Edit a single issue',
    method: 'PUT',
    path: '/api/issues/{issueId}',
    pathParams: issuePath,
    body: { kind: 'json', schema: updateBody },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'after-read',
  },
  closeIssue: {
    summary: 'Close an issue; only the web app can open it again',
    section: 'Close a single issue',
    method: 'POST',
    path: '/api/issues/{issueId}/close',
    pathParams: issuePath,
    body: { kind: 'json', schema: z.strictObject({ description }) },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'destructive',
    tier: 'T2',
    repeat: 'after-read',
    probe: 'issue: closed_at set',
  },
  deleteIssue: {
    summary: 'Delete an open issue',
    section: 'Delete a single issue',
    method: 'DELETE',
    path: '/api/issues/{issueId}',
    pathParams: issuePath,
    body: { kind: 'none' },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'destructive',
    tier: 'T3',
    repeat: 'after-read',
  },
});
