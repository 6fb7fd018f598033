import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { webhook, webhooksAnswer } from '../schemas.ts';
import { webhookEventsLine } from '../webhook-events.ts';
import { filled, idOf, pageFields } from './given-fields.ts';

const webhookPath = z.object({ webhookId: idOf('webhook') });

const url = z
  .url({ protocol: /^https?$/, error: 'must be an address like https://example.com/webhook' })
  .describe(`Where ConnectNow is to call, each address once. It hears of: ${webhookEventsLine}`);

const createBody = z.strictObject({
  url,
  description: filled.optional().describe('What the webhook is for'),
});

/** The document lists a name alone, which no webhook shows; what a webhook does show goes along. */
const updateBody = z.strictObject({
  name: filled.describe('A name: the document asks for one, although no webhook shows it'),
  url: url.optional(),
  description: filled.optional().describe('What the webhook is for; not documented to be changeable'),
});

export const webhookOperations = defineOperations({
  listWebhooks: {
    summary: 'Webhooks of the token’s user',
    section: 'Get all webhooks',
    method: 'GET',
    path: '/api/webhooks',
    query: z.object(pageFields),
    body: { kind: 'none' },
    answer: { kind: 'json', schema: webhooksAnswer },
    paging: 'laravel-simple-maybe',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  createWebhook: {
    summary: 'Create a webhook',
    section: 'Create a webhook',
    method: 'POST',
    path: '/api/webhooks',
    body: { kind: 'json', schema: createBody },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'never',
    probe: 'list of its kind: same name since',
  },
  getWebhook: {
    summary: 'One webhook',
    section: 'Get a single webhook',
    method: 'GET',
    path: '/api/webhooks/{webhookId}',
    pathParams: webhookPath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: webhook },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  updateWebhook: {
    summary: 'Edit a webhook; read it again, since what of it can be changed is not documented',
    section: 'Edit a single webhook',
    method: 'PUT',
    path: '/api/webhooks/{webhookId}',
    pathParams: webhookPath,
    body: { kind: 'json', schema: updateBody },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'after-read',
  },
  deleteWebhook: {
    summary: 'Delete a webhook',
    section: 'Delete a single webhook',
    method: 'DELETE',
    path: '/api/webhooks/{webhookId}',
    pathParams: webhookPath,
    body: { kind: 'none' },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'destructive',
    tier: 'T2',
    repeat: 'after-read',
  },
});
