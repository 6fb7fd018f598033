import { sends, type RefusedVector, type Vector } from './vector.ts';

/** "Webhook Log", "Files" and "Time zones" of MonitorQA's document, and the examples of its general pages. */
export const vectors: readonly Vector[] = [
  {
    operation: 'listWebhookLog',
    section: 'Webhook Log: Get webhooks log',
    ...sends('GET', '/webhooks/status?pageNumber=1&pageSize=20', { query: { pageNumber: 1, pageSize: 20 } }),
    answer: {
      status: 200,
      body: {
        data: [
          {
            createdAtUtc: '2024-06-06T10:34:26.493Z',
            errorMessage: 'Connection timeout',
            webhookCommandType: 0,
            httpStatusCode: 404,
            webhookUrl: 'https://your-webhook-endpoint.com/audit',
            webhookEvent: 'AUDIT_ASSIGNED',
          },
          {
            createdAtUtc: '2024-06-06T09:15:12.156Z',
            errorMessage: null,
            webhookCommandType: 1,
            httpStatusCode: 200,
            webhookUrl: 'https://your-webhook-endpoint.com/corrective-action',
            webhookEvent: 'CORRECTIVE_ACTION_CREATED',
          },
        ],
        meta: { pageNumber: 1, pageSize: 20, totalCount: 150 },
      },
    },
  },
  {
    operation: 'getFile',
    section: 'Files: Get File',
    ...sends('GET', '/files/123e4567-e89b-12d3-a456-426614174000?withWatermark=true', {
      path: { id: '123e4567-e89b-12d3-a456-426614174000' },
      query: { withWatermark: true },
    }),
    answer: { status: 200, body: null, contentType: 'image/jpeg' },
    corrected: 'The type of a file is said to vary; that of a photo stands in.',
  },
  {
    operation: 'listTimezones',
    section: 'Time zones: Get timezones',
    ...sends('GET', '/timezones', {}),
    answer: {
      status: 200,
      body: [
        { ianaName: 'Pacific/Midway', text: 'Pacific/Midway' },
        { ianaName: 'America/Adak', text: 'America/Adak' },
        { ianaName: 'America/Anchorage', text: 'America/Anchorage' },
        { ianaName: 'America/Los_Angeles', text: 'America/Los Angeles' },
        { ianaName: 'America/New_York', text: 'America/New York' },
        { ianaName: 'Europe/London', text: 'Europe/London' },
      ],
    },
  },
  {
    operation: 'listPendingAudits',
    section: 'Audits: Get list of pending audits',
    ...sends('GET', '/audit/pending', {}),
    corrected:
      'The example of the page on authentication asks for /audits, which is no operation; a list of audits stands in.',
  },
  {
    operation: 'getCompany',
    section: 'Company: Get company information',
    ...sends('GET', '/company', {}),
    answer: {
      status: 400,
      body: {
        error: {
          message: 'Description of the error',
          code: 'ERROR_CODE',
          details: { field: 'Additional error context' },
        },
      },
    },
    corrected:
      'The example of the page on status codes belongs to no operation and names no status; the test call and the first status of its table stand in.',
  },
];

/** What the same pages forbid. */
export const refused: readonly RefusedVector[] = [
  { operation: 'listWebhookLog', params: { query: { pageNumber: 0 } }, field: 'query.pageNumber' },
  { operation: 'listWebhookLog', params: { query: { pageSize: 'all' } }, field: 'query.pageSize' },
  { operation: 'getFile', params: { path: { id: '' } }, field: 'path.id' },
  {
    operation: 'getFile',
    params: { path: { id: 'f1' }, query: { withWatermark: 'yes' } },
    field: 'query.withWatermark',
  },
];
