import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { pagedListOf } from '../schemas/common.ts';
import { webhookLogRow } from '../schemas/webhook-log.ts';
import { pageFields } from './given-fields.ts';

export const webhookLogOperations = defineOperations({
  listWebhookLog: {
    summary: 'What was delivered to the webhook, and how that ended',
    section: 'Webhook Log: Get webhooks log',
    method: 'GET',
    path: '/webhooks/status',
    query: z.object(pageFields),
    body: { kind: 'none' },
    answer: { kind: 'json', schema: pagedListOf(webhookLogRow) },
    paging: 'page-size',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
});
