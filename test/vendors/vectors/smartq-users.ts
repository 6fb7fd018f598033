import { answers, answersList, deleted, NO_EXAMPLE } from './smartq-answers.ts';
import { sends, type RefusedVector, type Vector } from './vector.ts';

const section = 'Users';

const asRead = {
  id: 1,
  name: 'Aroha Ngata',
  email: 'email@domain.com',
  is_account_administrator: 1,
  can_manage_projects: 1,
  can_view_profiles: 1,
  can_manage_profiles: 0,
  company: 'Acme',
  title: 'Manager',
  address: '1 Quay Street',
  work_phone: '+64 9 555 0101',
  cell_phone: '+64 21 555 0101',
  comments: 'Site office',
};

const given = { name: 'Aroha Ngata', email: 'email@domain.com' };
const encoded = 'user%5Bname%5D=Aroha+Ngata&user%5Bemail%5D=email%40domain.com';

const whole = {
  ...given,
  password: '11111',
  is_account_administrator: false,
  can_manage_projects: true,
  can_view_profiles: true,
  can_manage_profiles: false,
  company: 'Acme',
  title: 'Manager',
  address: '1 Quay Street',
  work_phone: '+64 9 555 0101',
  cell_phone: '',
  comments: null,
};
const wholeEncoded = [
  encoded,
  'user%5Bpassword%5D=11111',
  'user%5Bis_account_administrator%5D=0&user%5Bcan_manage_projects%5D=1',
  'user%5Bcan_view_profiles%5D=1&user%5Bcan_manage_profiles%5D=0',
  'user%5Bcompany%5D=Acme&user%5Btitle%5D=Manager&user%5Baddress%5D=1+Quay+Street',
  'user%5Bwork_phone%5D=%2B64+9+555+0101&user%5Bcell_phone%5D=&user%5Bcomments%5D=',
].join('&');

const corrected = NO_EXAMPLE;

/** "Users", and the sign-in that is refused, of smartQ's API guide. */
export const vectors: readonly Vector[] = [
  { operation: 'getMe', section, ...sends('GET', '/api/v1/users/me', {}), ...answers(asRead), corrected },
  {
    operation: 'getMe',
    section,
    ...sends('GET', '/api/v1/users/me', {}),
    answer: {
      status: 401,
      body: { error: { type: null, code: 401, message: 'Authorization failed, invalid client id' }, data: null },
    },
    corrected: 'The example stands beside no call, and names no status of HTTP.',
  },
  {
    operation: 'updateMe',
    section,
    params: { body: { user: given } },
    request: { method: 'PUT', target: '/api/v1/users/me', body: encoded },
    ...answers(asRead),
    corrected,
  },
  {
    operation: 'listUsers',
    section,
    ...sends('GET', '/api/v1/users?count=100&offset=0', { query: { count: 100, offset: 0 } }),
    ...answersList(asRead, { id: '2', name: 'Sofia Marques', email: 'sofia@domain.com' }),
    corrected,
  },
  {
    operation: 'createUser',
    section,
    params: { body: { user: whole } },
    request: { method: 'POST', target: '/api/v1/users', body: wholeEncoded },
    ...answers(asRead),
    corrected,
  },
  {
    operation: 'getUser',
    section,
    ...sends('GET', '/api/v1/users/1', { path: { userId: 1 } }),
    ...answers(asRead),
    corrected,
  },
  {
    operation: 'updateUser',
    section,
    params: { path: { userId: '1' }, body: { user: { ...given, password: '22222' } } },
    request: { method: 'PUT', target: '/api/v1/users/1', body: `${encoded}&user%5Bpassword%5D=22222` },
    ...answers(asRead),
    corrected,
  },
  {
    operation: 'deleteUser',
    section,
    ...sends('DELETE', '/api/v1/users/1', { path: { userId: 1 } }),
    ...deleted,
    corrected,
  },
];

const path = { userId: 1 };

/** What the same section forbids. */
export const refused: readonly RefusedVector[] = [
  { operation: 'updateMe', params: {}, field: 'body.user' },
  { operation: 'updateMe', params: { body: { user: { name: 'Ana' } } }, field: 'body.user.email' },
  { operation: 'updateMe', params: { body: { user: { ...given, password: '' } } }, field: 'body.user.password' },
  { operation: 'updateMe', params: { body: { name: 'Ana' } }, field: 'body.user' },
  { operation: 'listUsers', params: { query: { count: 0 } }, field: 'query.count' },
  { operation: 'listUsers', params: { query: { offset: -1 } }, field: 'query.offset' },
  { operation: 'listUsers', params: { query: { page: 1 } }, field: 'query.page' },
  { operation: 'createUser', params: { body: { user: given } }, field: 'body.user.password' },
  { operation: 'createUser', params: { body: { user: { ...whole, name: ' ' } } }, field: 'body.user.name' },
  { operation: 'createUser', params: { body: { user: { ...whole, email: 'ana' } } }, field: 'body.user.email' },
  {
    operation: 'createUser',
    params: { body: { user: { ...whole, can_manage_projects: 'false' } } },
    field: 'body.user.can_manage_projects',
  },
  { operation: 'createUser', params: { body: { user: { ...whole, phone: '1' } } }, field: 'body.user.phone' },
  { operation: 'getUser', params: {}, field: 'path.userId' },
  { operation: 'getUser', params: { path: { userId: 'me' } }, field: 'path.userId' },
  { operation: 'updateUser', params: { path, body: { user: { email: given.email } } }, field: 'body.user.name' },
  { operation: 'updateUser', params: { path: { userId: ' Me' }, body: { user: given } }, field: 'path.userId' },
  { operation: 'deleteUser', params: { path: { userId: '' } }, field: 'path.userId' },
  { operation: 'deleteUser', params: { path: { userId: 'me' } }, field: 'path.userId' },
];
