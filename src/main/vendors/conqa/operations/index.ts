import { projectOperations } from './projects.ts';
import { reportOperations } from './reports.ts';
import { accountWebhookOperations, projectWebhookOperations } from './webhooks.ts';

/** CONQA's operations by name, in the order of its document. */
export const operations = {
  ...projectOperations,
  ...projectWebhookOperations,
  ...accountWebhookOperations,
  ...reportOperations,
};
