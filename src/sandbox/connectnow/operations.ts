/** An operation as the document writes it, with `{name}` for each parameter; `isPublic` where it asks for no token. */
type Documented = {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: `/${string}`;
  readonly isPublic: boolean;
};

/** Every operation this sandbox answers, in the order of the document. */
export const handledOperations = [
  { name: 'listIssues', method: 'GET', path: '/api/issues', isPublic: true },
  { name: 'createIssue', method: 'POST', path: '/api/issues', isPublic: false },
  { name: 'getIssue', method: 'GET', path: '/api/issues/{issueId}', isPublic: true },
  { name: 'updateIssue', method: 'PUT', path: '/api/issues/{issueId}', isPublic: false },
  { name: 'closeIssue', method: 'POST', path: '/api/issues/{issueId}/close', isPublic: false },
  { name: 'deleteIssue', method: 'DELETE', path: '/api/issues/{issueId}', isPublic: false },
  { name: 'subscribeToIssue', method: 'POST', path: '/api/issues/{issueId}/subscriptions', isPublic: true },
  // The tip: "To subscribe to categories instead: use `categories` in place of `issues` in this section."
  { name: 'subscribeToCategory', method: 'POST', path: '/api/categories/{categoryId}/subscriptions', isPublic: true },
  { name: 'listCategories', method: 'GET', path: '/api/categories', isPublic: true },
  { name: 'createCategory', method: 'POST', path: '/api/categories', isPublic: false },
  { name: 'getCategory', method: 'GET', path: '/api/categories/{categoryId}', isPublic: true },
  { name: 'updateCategory', method: 'PUT', path: '/api/categories/{categoryId}', isPublic: false },
  { name: 'deleteCategory', method: 'DELETE', path: '/api/categories/{categoryId}', isPublic: false },
  { name: 'listCompanies', method: 'GET', path: '/api/companies', isPublic: true },
  { name: 'createCompany', method: 'POST', path: '/api/companies', isPublic: false },
  { name: 'getCompany', method: 'GET', path: '/api/companies/{companyId}', isPublic: true },
  { name: 'updateCompany', method: 'PUT', path: '/api/companies/{companyId}', isPublic: false },
  { name: 'deleteCompany', method: 'DELETE', path: '/api/companies/{companyId}', isPublic: false },
  { name: 'listWebhooks', method: 'GET', path: '/api/webhooks', isPublic: false },
  { name: 'createWebhook', method: 'POST', path: '/api/webhooks', isPublic: false },
  { name: 'getWebhook', method: 'GET', path: '/api/webhooks/{webhookId}', isPublic: false },
  { name: 'updateWebhook', method: 'PUT', path: '/api/webhooks/{webhookId}', isPublic: false },
  { name: 'deleteWebhook', method: 'DELETE', path: '/api/webhooks/{webhookId}', isPublic: false },
] as const satisfies readonly Documented[];

/** The name of an operation. */
export type OperationName = (typeof handledOperations)[number]['name'];
