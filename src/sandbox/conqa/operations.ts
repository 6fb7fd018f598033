/** An operation as the document writes it: its path below the vendor's base URL, with `{name}` for each parameter. */
type Documented = {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: `/${string}`;
};

/** Every operation this sandbox answers, in the order of the document. */
export const handledOperations = [
  { name: 'listProjects', method: 'GET', path: '/projects' },
  { name: 'getProjectSummary', method: 'GET', path: '/project/{projectId}/summary' },
  { name: 'listProjectIssues', method: 'GET', path: '/project/{projectId}/issues' },
  { name: 'listProjectMilestones', method: 'GET', path: '/project/{projectId}/milestones' },
  { name: 'listProjectWebhooks', method: 'GET', path: '/project/{projectId}/webhooks' },
  { name: 'registerProjectWebhook', method: 'PUT', path: '/project/{projectId}/{type}/webhook' },
  { name: 'updateProjectWebhook', method: 'PATCH', path: '/project/{projectId}/{type}/webhook/{webhookId}' },
  { name: 'deleteProjectWebhook', method: 'DELETE', path: '/project/{projectId}/{type}/webhook/{webhookId}' },
  { name: 'listAccountWebhooks', method: 'GET', path: '/account/{accountId}/webhooks' },
  { name: 'registerAccountWebhook', method: 'PUT', path: '/account/{accountId}/{type}/webhook' },
  { name: 'updateAccountWebhook', method: 'PATCH', path: '/account/{accountId}/{type}/webhook/{webhookId}' },
  { name: 'deleteAccountWebhook', method: 'DELETE', path: '/account/{accountId}/{type}/webhook/{webhookId}' },
  { name: 'startReport', method: 'POST', path: '/project/{projectId}/report' },
] as const satisfies readonly Documented[];

/** The name of an operation. */
export type OperationName = (typeof handledOperations)[number]['name'];
