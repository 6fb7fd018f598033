import { categoryOperations } from './categories.ts';
import { companyOperations } from './companies.ts';
import { issueOperations } from './issues.ts';
import { subscriptionOperations } from './subscriptions.ts';
import { webhookOperations } from './webhooks.ts';

/** ConnectNow's operations by name, in the order of its document. */
export const operations = {
  ...issueOperations,
  ...subscriptionOperations,
  ...categoryOperations,
  ...companyOperations,
  ...webhookOperations,
};
