import { sends, type RefusedVector, type Vector } from './vector.ts';

const at = '2021-07-27T19:19:09.000000Z';

const url = 'https://hooks.slack.com/workflows/12345678ABCDEFG';
const description = 'Slack Workflow webhook';

const webhook = { id: 1, user_id: 1, url, description, created_at: at, updated_at: at };

const NO_BODY =
  'The section has no example of a request; one of its table is made with the values of an example answer.';

const ID_IN_PATH = 'The path of the section names the place of the id; the id of its answers stands in.';

const path = { webhookId: 1 };

/** "Webhooks" of ConnectNow's "Issue Tracker API". */
export const vectors: readonly Vector[] = [
  {
    operation: 'listWebhooks',
    section: 'Get all webhooks',
    ...sends('GET', '/api/webhooks', {}),
    answer: { status: 200, body: [webhook] },
    corrected: 'The section shows no answer; the record of "Get a single webhook" stands in, in an array.',
  },
  {
    operation: 'createWebhook',
    section: 'Create a webhook',
    ...sends('POST', '/api/webhooks', { body: { url, description } }),
    corrected: NO_BODY,
  },
  {
    operation: 'getWebhook',
    section: 'Get a single webhook',
    ...sends('GET', '/api/webhooks/1', { path }),
    answer: { status: 200, body: webhook },
    corrected: ID_IN_PATH,
  },
  {
    operation: 'updateWebhook',
    section: 'Edit a single webhook',
    ...sends('PUT', '/api/webhooks/1', { path, body: { name: description } }),
    corrected: `${ID_IN_PATH} ${NO_BODY} Its table names a name alone, in the words of a category’s.`,
  },
  {
    operation: 'deleteWebhook',
    section: 'Delete a single webhook',
    ...sends('DELETE', '/api/webhooks/1', { path }),
    corrected: ID_IN_PATH,
  },
];

/** What the same sections forbid. */
export const refused: readonly RefusedVector[] = [
  { operation: 'listWebhooks', params: { query: { 'with[]': ['user'] } }, field: 'query.with[]' },
  { operation: 'listWebhooks', params: { query: { per_page: 1.5 } }, field: 'query.per_page' },
  { operation: 'createWebhook', params: {}, field: 'body' },
  { operation: 'createWebhook', params: { body: { description } }, field: 'body.url' },
  { operation: 'createWebhook', params: { body: { url: 'hooks.slack.com/workflows' } }, field: 'body.url' },
  { operation: 'createWebhook', params: { body: { url, description: '' } }, field: 'body.description' },
  { operation: 'getWebhook', params: {}, field: 'path.webhookId' },
  { operation: 'updateWebhook', params: { body: { name: description } }, field: 'path.webhookId' },
  { operation: 'updateWebhook', params: { path, body: { url } }, field: 'body.name' },
  { operation: 'updateWebhook', params: { path, body: { name: description, user_id: 2 } }, field: 'body.user_id' },
  { operation: 'deleteWebhook', params: {}, field: 'path.webhookId' },
];
