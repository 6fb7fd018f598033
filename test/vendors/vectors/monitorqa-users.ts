import { sends, type RefusedVector, type Vector } from './vector.ts';

const created = {
  fullName: 'John Smith',
  email: 'john.smith@company.com',
  roleId: '123e4567-e89b-12d3-a456-426614174000',
  phone: '+1-555-123-4567',
};

const changed = { fullName: 'John David Smith', roleId: '456e7890-e89b-12d3-a456-426614174000', phone: '+1-555-0123' };

/** "User groups" and "Users" of MonitorQA's document. */
export const vectors: readonly Vector[] = [
  {
    operation: 'listUserGroups',
    section: 'User groups: Get list of user groups',
    ...sends('GET', '/user-groups', {}),
    answer: {
      status: 200,
      body: [
        { id: '123456gh-ijkl-789a-bcde-f12345678901', name: 'Safety Inspectors' },
        { id: '234567hi-jklm-890a-bcde-f12345678902', name: 'Quality Assurance Team' },
        { id: '345678ij-klmn-901a-bcde-f12345678903', name: 'Maintenance Supervisors' },
      ],
    },
  },
  {
    operation: 'listUsers',
    section: 'Users: Get list of users',
    ...sends('GET', '/users', {}),
    answer: {
      status: 200,
      body: [
        { id: '123e4567-e89b-12d3-a456-426614174000', name: 'John Smith', email: 'john.smith@company.com' },
        { id: '987fcdeb-51d2-43e8-b456-426614174001', name: 'Sarah Johnson', email: 'sarah.johnson@company.com' },
        { id: '456e7890-e89b-12d3-a456-426614174002', name: 'Mike Wilson', email: 'mike.wilson@company.com' },
      ],
    },
  },
  {
    operation: 'getUser',
    section: 'Users: Get user details',
    ...sends('GET', '/users/123e4567-e89b-12d3-a456-426614174000', {
      path: { id: '123e4567-e89b-12d3-a456-426614174000' },
    }),
    answer: {
      status: 200,
      body: {
        id: '123e4567-e89b-12d3-a456-426614174000',
        name: 'John Smith',
        email: 'john.smith@company.com',
        role: { id: '456e7890-e89b-12d3-a456-426614174001', name: 'Senior Auditor', roleType: 1 },
      },
    },
  },
  {
    operation: 'createUser',
    section: 'Users: Create user',
    ...sends('POST', '/users', { body: created }),
    answer: { status: 200, body: { id: 'a1b2c3d4-e5f6-789a-bcde-f01234567890' } },
  },
  {
    operation: 'updateUser',
    section: 'Users: Update user',
    ...sends('PUT', '/users/123e4567-e89b-12d3-a456-426614174000', {
      path: { id: '123e4567-e89b-12d3-a456-426614174000' },
      body: changed,
    }),
    answer: { status: 200, body: null },
  },
  {
    operation: 'deleteUsers',
    section: 'Users: Delete users',
    ...sends('DELETE', '/users', {
      body: {
        ids: [
          '123e4567-e89b-12d3-a456-426614174000',
          '456e7890-e89b-12d3-a456-426614174000',
          '789e0123-e89b-12d3-a456-426614174000',
        ],
      },
    }),
    answer: { status: 200, body: null },
  },
];

/** What the same pages forbid. */
export const refused: readonly RefusedVector[] = [
  { operation: 'getUser', params: { path: { id: '' } }, field: 'path.id' },
  { operation: 'createUser', params: { body: { ...created, email: undefined } }, field: 'body.email' },
  { operation: 'createUser', params: { body: { ...created, fullName: '' } }, field: 'body.fullName' },
  { operation: 'createUser', params: { body: { ...created, roleId: undefined } }, field: 'body.roleId' },
  { operation: 'createUser', params: { body: { ...created, phone: '1'.repeat(51) } }, field: 'body.phone' },
  { operation: 'updateUser', params: { path: { id: '' }, body: changed }, field: 'path.id' },
  {
    operation: 'updateUser',
    params: { path: { id: '123e4567-e89b-12d3-a456-426614174000' }, body: { ...changed, fullName: undefined } },
    field: 'body.fullName',
  },
  {
    operation: 'updateUser',
    params: { path: { id: '123e4567-e89b-12d3-a456-426614174000' }, body: { ...changed, roleId: ' ' } },
    field: 'body.roleId',
  },
  {
    operation: 'updateUser',
    params: { path: { id: '123e4567-e89b-12d3-a456-426614174000' }, body: { ...changed, phone: '1'.repeat(51) } },
    field: 'body.phone',
  },
  {
    operation: 'updateUser',
    params: {
      path: { id: '123e4567-e89b-12d3-a456-426614174000' },
      body: { ...changed, email: 'john.smith@company.com' },
    },
    field: 'body.email',
  },
  { operation: 'deleteUsers', params: { body: { ids: [] } }, field: 'body.ids' },
  { operation: 'deleteUsers', params: { body: {} }, field: 'body.ids' },
  { operation: 'deleteUsers', params: { body: { ids: 'all' } }, field: 'body.ids' },
];
