import { sends, type RefusedVector, type Vector } from './vector.ts';

const NO_BODY = 'The section has no example of a request; one of its table is made with the name of an example answer.';

const ID_IN_PATH = 'The path of the section names the place of the id; the id of its answers stands in.';

const moments = { created_at: '2021-07-05T09:31:38.000000Z', updated_at: '2021-08-17T11:42:25.000000Z' };

const category = { id: 1, name: 'IT department', company_id: 1, ...moments };

const company = { id: 1, name: 'ConnectNow', ...moments };

const noAnswer = (section: string): string =>
  `The section shows no answer; the record of "${section}" stands in, in an array.`;

const categoryPath = { categoryId: 1 };
const companyPath = { companyId: 1 };
const categoryName = { name: category.name };
const companyName = { name: company.name };

/** "Categories" and "Companies" of ConnectNow's "Issue Tracker API". */
export const vectors: readonly Vector[] = [
  {
    operation: 'listCategories',
    section: 'Get all public categories',
    ...sends('GET', '/api/categories?with%5B%5D=company&with%5B%5D=issues&company_ids%5B%5D=1', {
      query: { 'with[]': ['company', 'issues'], 'company_ids[]': [1] },
    }),
    answer: { status: 200, body: [category] },
    corrected: noAnswer('Get a single category'),
  },
  {
    operation: 'createCategory',
    section: 'Create a category',
    ...sends('POST', '/api/categories', { body: { ...categoryName, company_id: '1' } }),
    corrected: `${NO_BODY} Its table calls one parameter "company_id ", and gives it the type of a text.`,
  },
  {
    operation: 'getCategory',
    section: 'Get a single category',
    ...sends('GET', '/api/categories/1', { path: categoryPath }),
    answer: { status: 200, body: category },
    corrected: ID_IN_PATH,
  },
  {
    operation: 'updateCategory',
    section: 'Edit a single category',
    ...sends('PUT', '/api/categories/1', { path: categoryPath, body: categoryName }),
    corrected: `${ID_IN_PATH} ${NO_BODY}`,
  },
  {
    operation: 'deleteCategory',
    section: 'Delete a single category',
    ...sends('DELETE', '/api/categories/1', { path: categoryPath }),
    corrected: ID_IN_PATH,
  },
  {
    operation: 'listCompanies',
    section: 'Get all public companies',
    ...sends('GET', '/api/companies?with%5B%5D=categories&with%5B%5D=issues', {
      query: { 'with[]': ['categories', 'issues'] },
    }),
    answer: { status: 200, body: [company] },
    corrected: noAnswer('Get a single company'),
  },
  {
    operation: 'createCompany',
    section: 'Create a company',
    ...sends('POST', '/api/companies', { body: companyName }),
    corrected: NO_BODY,
  },
  {
    operation: 'getCompany',
    section: 'Get a single company',
    ...sends('GET', '/api/companies/1', { path: companyPath }),
    answer: { status: 200, body: company },
    corrected: ID_IN_PATH,
  },
  {
    operation: 'updateCompany',
    section: 'Edit a single company',
    ...sends('PUT', '/api/companies/1', { path: companyPath, body: companyName }),
    corrected: `${ID_IN_PATH} ${NO_BODY}`,
  },
  {
    operation: 'deleteCompany',
    section: 'Delete a single company',
    ...sends('DELETE', '/api/companies/1', { path: companyPath }),
    corrected: ID_IN_PATH,
  },
];

/** What the same sections forbid. */
export const refused: readonly RefusedVector[] = [
  { operation: 'listCategories', params: { query: { 'with[]': ['events'] } }, field: 'query.with[].0' },
  { operation: 'listCategories', params: { query: { per_page: 0 } }, field: 'query.per_page' },
  { operation: 'createCategory', params: { body: { company_id: 1 } }, field: 'body.name' },
  { operation: 'createCategory', params: { body: categoryName }, field: 'body.company_id' },
  { operation: 'createCategory', params: { body: { ...categoryName, company_id: ' ' } }, field: 'body.company_id' },
  { operation: 'getCategory', params: {}, field: 'path.categoryId' },
  { operation: 'getCategory', params: { path: categoryPath, query: { 'with[]': ['company'] } }, field: 'query.with[]' },
  { operation: 'updateCategory', params: { body: categoryName }, field: 'path.categoryId' },
  { operation: 'updateCategory', params: { path: categoryPath, body: { name: '' } }, field: 'body.name' },
  {
    operation: 'updateCategory',
    params: { path: categoryPath, body: { ...categoryName, company_id: 2 } },
    field: 'body.company_id',
  },
  { operation: 'deleteCategory', params: {}, field: 'path.categoryId' },
  { operation: 'listCompanies', params: { query: { 'with[]': ['company'] } }, field: 'query.with[].0' },
  { operation: 'listCompanies', params: { query: { 'company_ids[]': [1] } }, field: 'query.company_ids[]' },
  { operation: 'createCompany', params: {}, field: 'body' },
  { operation: 'createCompany', params: { body: { name: '\t' } }, field: 'body.name' },
  { operation: 'getCompany', params: {}, field: 'path.companyId' },
  { operation: 'updateCompany', params: { body: companyName }, field: 'path.companyId' },
  { operation: 'updateCompany', params: { path: companyPath, body: {} }, field: 'body.name' },
  { operation: 'deleteCompany', params: {}, field: 'path.companyId' },
];
