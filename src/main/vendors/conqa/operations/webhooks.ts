import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { changedWebhook, registeredWebhook, webhooksAnswer } from '../schemas.ts';
import { filled, projectId } from './given-fields.ts';

/** Lower-case in a path, upper-case in every answer. */
const type = z.literal(['milestone', 'report']).describe('What the webhook hears of: milestones, or finished reports');

const webhookId = filled.describe('The id of the webhook, as the list of webhooks shows it');

/** No call answers with an account's id: its person has to know it. */
const accountId = filled.describe('The id of the CONQA account; no list shows it, so ask CONQA or your administrator');

const cursorFields = z.object({
  limit: z.int().min(1).optional().describe('Webhooks on a page; 300 when left out'),
  lastEvaluatedKey: filled.optional().describe('The key the page before ended with, as it came'),
});

const registerBody = z.strictObject({
  name: filled.describe('A name that tells the webhook from others'),
  callbackUrl: z
    .url({ protocol: /^https?$/, error: 'must be an address like https://example.com/webhook' })
    .describe('Where CONQA is to call; shown only in part afterwards, and not to be changed later'),
});

const updateBody = z
  .strictObject({
    name: filled.optional().describe('A new name'),
    status: z
      .literal(['ACTIVE', 'INACTIVE'])
      .optional()
      .describe('ACTIVE: is called, INACTIVE: is not. CONQA itself turns one off after ten failures in a row'),
  })
  .refine(({ name, status }) => name !== undefined || status !== undefined, 'must have a name or a status');

export const projectWebhookOperations = defineOperations({
  listProjectWebhooks: {
    summary: 'Webhooks of a project',
    section: 'List Webhooks for Project',
    method: 'GET',
    path: '/project/{projectId}/webhooks',
    pathParams: z.object({ projectId }),
    query: cursorFields,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: webhooksAnswer },
    paging: 'cursor',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  registerProjectWebhook: {
    summary: 'Register a webhook for a project',
    section: 'Register Project Webhook',
    method: 'PUT',
    path: '/project/{projectId}/{type}/webhook',
    pathParams: z.object({ projectId, type }),
    body: { kind: 'json', schema: registerBody },
    answer: { kind: 'json', schema: registeredWebhook },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'never',
    probe: 'webhooks of the project: same name and type',
  },
  updateProjectWebhook: {
    summary: 'Rename a webhook of a project, or turn it on or off',
    section: 'Update Project Webhook',
    method: 'PATCH',
    path: '/project/{projectId}/{type}/webhook/{webhookId}',
    pathParams: z.object({ projectId, type, webhookId }),
    body: { kind: 'json', schema: updateBody },
    answer: { kind: 'json', schema: changedWebhook },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'after-read',
  },
  deleteProjectWebhook: {
    summary: 'Delete a webhook of a project',
    section: 'Delete Project Webhook',
    method: 'DELETE',
    path: '/project/{projectId}/{type}/webhook/{webhookId}',
    pathParams: z.object({ projectId, type, webhookId }),
    body: { kind: 'none' },
    answer: { kind: 'json', schema: changedWebhook },
    paging: 'none',
    effect: 'destructive',
    tier: 'T2',
    repeat: 'after-read',
  },
});

export const accountWebhookOperations = defineOperations({
  listAccountWebhooks: {
    summary: 'Webhooks of an account',
    section: 'List Webhooks for Account',
    method: 'GET',
    path: '/account/{accountId}/webhooks',
    pathParams: z.object({ accountId }),
    query: cursorFields,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: webhooksAnswer },
    paging: 'cursor',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  registerAccountWebhook: {
    summary: 'Register a webhook for all projects of an account',
    section: 'Register Account Webhook',
    method: 'PUT',
    path: '/account/{accountId}/{type}/webhook',
    pathParams: z.object({ accountId, type }),
    body: { kind: 'json', schema: registerBody },
    answer: { kind: 'json', schema: registeredWebhook },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'never',
    probe: 'webhooks of the account: same name and type',
  },
  updateAccountWebhook: {
    summary: 'Rename a webhook of an account, or turn it on or off',
    section: 'Update Account Webhook',
    method: 'PATCH',
    path: '/account/{accountId}/{type}/webhook/{webhookId}',
    pathParams: z.object({ accountId, type, webhookId }),
    body: { kind: 'json', schema: updateBody },
    answer: { kind: 'json', schema: changedWebhook },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'after-read',
  },
  deleteAccountWebhook: {
    summary: 'Delete a webhook of an account',
    section: 'Delete Account Webhook',
    method: 'DELETE',
    path: '/account/{accountId}/{type}/webhook/{webhookId}',
    pathParams: z.object({ accountId, type, webhookId }),
    body: { kind: 'none' },
    answer: { kind: 'json', schema: changedWebhook },
    paging: 'none',
    effect: 'destructive',
    tier: 'T2',
    repeat: 'after-read',
  },
});
