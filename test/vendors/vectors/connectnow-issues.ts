import { sends, type RefusedVector, type Vector } from './vector.ts';

const NO_BODY = 'The section has no example of a request; one of its table is made with the values of its answer.';

const ID_IN_PATH = 'The path of the section names the place of the id; the id of its answers stands in.';

const at = '2021-04-26T13:46:46.000000Z';

const issue = { id: 1, name: 'Server login issues', severity: 'critical', created_at: at, updated_at: at };

const body = {
  category_ids: [1],
  name: 'Server login issues',
  description: 'Nobody can log in to the server.',
  severity: 'critical',
};

const firstPage = {
  current_page: 1,
  data: [
    {
      id: 66,
      name: 'Bad printers on floor 2',
      severity: 'info',
      closed_at: null,
      created_at: '2021-04-26T22:25:35.000000Z',
      updated_at: '2021-04-26T22:25:35.000000Z',
    },
  ],
  first_page_url: 'http://127.0.0.1:8000/api/issues?page=1',
  from: 1,
  next_page_url: 'http://127.0.0.1:8000/api/issues?page=2',
  path: 'http://127.0.0.1:8000/api/issues',
  per_page: 15,
  prev_page_url: null,
  to: 15,
};

const path = { issueId: 1 };

/** "Issues" of ConnectNow's "Issue Tracker API". */
export const vectors: readonly Vector[] = [
  {
    operation: 'listIssues',
    section: 'Get all public issues',
    ...sends('GET', '/api/issues', {}),
    answer: { status: 200, body: firstPage },
  },
  {
    operation: 'listIssues',
    section: 'Get all public issues',
    ...sends(
      'GET',
      '/api/issues?with%5B%5D=categories&with%5B%5D=categories.company&with%5B%5D=events&company_ids%5B%5D=1' +
        '&category_ids%5B%5D=1&category_ids%5B%5D=2&after=2021-04-01&before=2021-04-30&severity=info&status=open' +
        '&page=2&per_page=249',
      {
        query: {
          'with[]': ['categories', 'categories.company', 'events'],
          'company_ids[]': [1],
          'category_ids[]': [1, 2],
          after: '2021-04-01',
          before: '2021-04-30',
          severity: 'info',
          status: 'open',
          page: 2,
          per_page: 249,
        },
      },
    ),
    corrected:
      'The table calls one parameter "severity " and writes arrays without the brackets that the page on all of ' +
      'ConnectNow’s interfaces shows; paging is described there too.',
  },
  {
    operation: 'createIssue',
    section: 'Create a issue',
    ...sends('POST', '/api/issues', { body }),
    answer: { status: 201, body: issue },
    corrected: `${NO_BODY} Its table calls one parameter "severity ".`,
  },
  {
    operation: 'getIssue',
    section: 'Get a single issue',
    ...sends('GET', '/api/issues/1', { path }),
    answer: { status: 200, body: { ...issue, closed_at: null } },
    corrected: ID_IN_PATH,
  },
  {
    operation: 'getIssue',
    section: 'Get a single issue',
    ...sends('GET', '/api/issues/1?with%5B%5D=events', { path, query: { 'with[]': ['events'] } }),
    corrected: ID_IN_PATH,
  },
  {
    operation: 'updateIssue',
    section: 'Edit a single issue',
    ...sends('PUT', '/api/issues/1', { path, body }),
    corrected: `${ID_IN_PATH} ${NO_BODY}`,
  },
  {
    operation: 'closeIssue',
    section: 'Close a single issue',
    ...sends('POST', '/api/issues/1/close', { path, body: { description: 'The server was started again.' } }),
    corrected: `${ID_IN_PATH} ${NO_BODY} Its table lacks the cell of the default: there is none.`,
  },
  {
    operation: 'deleteIssue',
    section: 'Delete a single issue',
    ...sends('DELETE', '/api/issues/1', { path }),
    corrected: ID_IN_PATH,
  },
];

const without = (name: keyof typeof body): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(body).filter(([field]) => field !== name));

const fields = ['category_ids', 'name', 'description', 'severity'] as const;

/** What the same sections forbid. */
export const refused: readonly RefusedVector[] = [
  { operation: 'listIssues', params: { query: { 'with[]': ['company'] } }, field: 'query.with[].0' },
  { operation: 'listIssues', params: { query: { with: ['events'] } }, field: 'query.with' },
  { operation: 'listIssues', params: { query: { 'company_ids[]': [''] } }, field: 'query.company_ids[].0' },
  { operation: 'listIssues', params: { query: { after: '26/04/2021' } }, field: 'query.after' },
  { operation: 'listIssues', params: { query: { before: '2021-02-30' } }, field: 'query.before' },
  { operation: 'listIssues', params: { query: { severity: 'high' } }, field: 'query.severity' },
  { operation: 'listIssues', params: { query: { 'severity ': 'info' } }, field: 'query.severity ' },
  { operation: 'listIssues', params: { query: { status: 'all' } }, field: 'query.status' },
  { operation: 'listIssues', params: { query: { page: 0 } }, field: 'query.page' },
  { operation: 'listIssues', params: { query: { per_page: 250 } }, field: 'query.per_page' },
  { operation: 'getIssue', params: {}, field: 'path.issueId' },
  { operation: 'getIssue', params: { path, query: { 'with[]': ['subscribers'] } }, field: 'query.with[].0' },
  ...fields.flatMap((name): readonly RefusedVector[] => [
    { operation: 'createIssue', params: { body: without(name) }, field: `body.${name}` },
    { operation: 'updateIssue', params: { path, body: without(name) }, field: `body.${name}` },
  ]),
  { operation: 'createIssue', params: {}, field: 'body' },
  { operation: 'createIssue', params: { body: { ...body, category_ids: [] } }, field: 'body.category_ids' },
  { operation: 'createIssue', params: { body: { ...body, name: ' ' } }, field: 'body.name' },
  { operation: 'createIssue', params: { body: { ...body, 'severity ': 'info' } }, field: 'body.severity ' },
  { operation: 'updateIssue', params: { body }, field: 'path.issueId' },
  { operation: 'updateIssue', params: { path, body: { ...body, category_ids: [''] } }, field: 'body.category_ids.0' },
  { operation: 'updateIssue', params: { path, body: { ...body, closed_at: null } }, field: 'body.closed_at' },
  { operation: 'closeIssue', params: { body: { description: 'Done.' } }, field: 'path.issueId' },
  { operation: 'closeIssue', params: { path, body: {} }, field: 'body.description' },
  { operation: 'deleteIssue', params: {}, field: 'path.issueId' },
  { operation: 'deleteIssue', params: { path: { issueId: 0 } }, field: 'path.issueId' },
];
