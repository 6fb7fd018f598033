import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { emailBody, idOf } from './given-fields.ts';

/** Confirming and ending a subscription go by links in e-mails, which no program follows. */
const rest = {
  section: 'Subscribe',
  method: 'POST',
  body: { kind: 'json', schema: emailBody },
  answer: { kind: 'empty' },
  paging: 'none',
  effect: 'write',
  tier: 'T1',
  repeat: 'never',
  probe: 'none (a second one answers 200 and mails nobody)',
} as const;

export const subscriptionOperations = defineOperations({
  subscribeToIssue: {
    ...rest,
    summary: 'Subscribe an e-mail address to an issue; 201: it is asked to confirm, 200: it was subscribed before',
    path: '/api/issues/{issueId}/subscriptions',
    pathParams: z.object({ issueId: idOf('issue') }),
  },
  subscribeToCategory: {
    ...rest,
    summary: 'Subscribe an e-mail address to a category; 201: it is asked to confirm, 200: it was subscribed before',
    path: '/api/categories/{categoryId}/subscriptions',
    pathParams: z.object({ categoryId: idOf('category') }),
  },
});
