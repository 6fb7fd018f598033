import { sends, type RefusedVector, type Vector } from './vector.ts';

const admin = {
  roleType: 0,
  name: 'System Administrator',
  description: 'Full system administrator with all permissions',
  permissions: ['audits.do', 'audits.viewResults', 'users.manage', 'roles.manage'],
};

const auditor = {
  roleType: 1,
  name: 'Senior Quality Auditor',
  description: 'Senior auditor with expanded permissions for quality management',
  permissions: ['audits.do', 'audits.viewResults', 'issues.view'],
};

const changed = {
  roleType: 0,
  name: 'System Administrator',
  description: 'Full system administrator with all permissions',
  permissions: ['audits.do', 'audits.viewResults', 'users.manage', 'roles.manage'],
};

/** "Roles" of MonitorQA's document. */
export const vectors: readonly Vector[] = [
  {
    operation: 'listRoles',
    section: 'Roles: Get Roles list',
    ...sends('GET', '/roles', {}),
    answer: {
      status: 200,
      body: [
        { id: '123456gh-ijkl-789a-bcde-f12345678901', name: 'System Administrator', roleType: 0 },
        { id: '234567hi-jklm-890a-bcde-f12345678902', name: 'Senior Auditor', roleType: 1 },
        { id: '345678ij-klmn-901a-bcde-f12345678903', name: 'Department Manager', roleType: 2 },
        { id: '456789jk-lmno-012b-cdef-123456789012', name: 'Quality Observer', roleType: 3 },
      ],
    },
  },
  {
    operation: 'getRole',
    section: 'Roles: Get Role Details',
    ...sends('GET', '/roles/123456ab-cdef-789a-bcde-f12345678901', {
      path: { id: '123456ab-cdef-789a-bcde-f12345678901' },
    }),
    answer: {
      status: 200,
      body: {
        id: '123456ab-cdef-789a-bcde-f12345678901',
        name: 'System Administrator',
        description: 'Full system administrator with all permissions',
        roleType: 0,
        permissions: [
          'audits.do',
          'audits.viewResults',
          'auditObjects.accessNonParticipant',
          'reports.viewSummary',
          'dataExports.accessCustom',
        ],
      },
    },
  },
  {
    operation: 'getRole',
    section: 'Roles: Get Role Details',
    ...sends('GET', '/roles/123456ab-cdef-789a-bcde-f12345678901', {
      path: { id: '123456ab-cdef-789a-bcde-f12345678901' },
    }),
    answer: {
      status: 200,
      body: {
        id: '123456ab-cdef-789a-bcde-f12345678901',
        name: 'System Administrator',
        description: 'Full system administrator with all permissions',
        roleType: 0,
        permissions: [
          'audits.do',
          'audits.assign',
          'audits.manage',
          'audits.viewResults',
          'users.manage',
          'roles.manage',
          'reports.viewSummary',
        ],
      },
    },
    corrected: 'The example shows no request of its own; the role that it answers with is asked for.',
  },
  {
    operation: 'getRole',
    section: 'Roles: Get Role Details',
    ...sends('GET', '/roles/234567hi-jklm-890a-bcde-f12345678902', {
      path: { id: '234567hi-jklm-890a-bcde-f12345678902' },
    }),
    answer: {
      status: 200,
      body: {
        id: '234567hi-jklm-890a-bcde-f12345678902',
        name: 'Senior Quality Auditor',
        description: 'Senior auditor with expanded permissions',
        roleType: 1,
        permissions: ['audits.do', 'audits.viewResults', 'issues.view', 'reports.viewSummary'],
      },
    },
    corrected: 'The example shows no request of its own; the role that it answers with is asked for.',
  },
  {
    operation: 'getRole',
    section: 'Roles: Get Role Details',
    ...sends('GET', '/roles/345678ij-klmn-901a-bcde-f12345678903', {
      path: { id: '345678ij-klmn-901a-bcde-f12345678903' },
    }),
    answer: {
      status: 200,
      body: {
        id: '345678ij-klmn-901a-bcde-f12345678903',
        name: 'Department Auditee',
        description: 'Department representative for audit responses',
        roleType: 2,
        permissions: ['audits.viewResults', 'correctiveActions.do', 'correctiveActions.view'],
      },
    },
    corrected: 'The example shows no request of its own; the role that it answers with is asked for.',
  },
  {
    operation: 'getRole',
    section: 'Roles: Get Role Details',
    ...sends('GET', '/roles/456789jk-lmno-012b-cdef-123456789012', {
      path: { id: '456789jk-lmno-012b-cdef-123456789012' },
    }),
    answer: {
      status: 200,
      body: {
        id: '456789jk-lmno-012b-cdef-123456789012',
        name: 'Quality Observer',
        description: 'Read-only access to audit results and reports',
        roleType: 3,
        permissions: ['audits.viewResults', 'correctiveActions.view', 'issues.view', 'reports.viewSummary'],
      },
    },
    corrected: 'The example shows no request of its own; the role that it answers with is asked for.',
  },
  {
    operation: 'getRole',
    section: 'Roles: Get Role Details',
    ...sends('GET', '/roles/123456ab-cdef-789a-bcde-f12345678901', {
      path: { id: '123456ab-cdef-789a-bcde-f12345678901' },
    }),
    answer: { status: 404, body: null },
  },
  {
    operation: 'createRole',
    section: 'Roles: Create Role',
    ...sends('POST', '/roles', { body: admin }),
    answer: { status: 200, body: { id: '123456ab-cdef-789a-bcde-f12345678901' } },
  },
  { operation: 'createRole', section: 'Roles: Create Role', ...sends('POST', '/roles', { body: auditor }) },
  {
    operation: 'createRole',
    section: 'Roles: Create Role',
    ...sends('POST', '/roles', {
      body: {
        roleType: 2,
        name: 'Department Auditee',
        description: 'Department representative for audit responses and corrective actions',
        permissions: ['audits.viewResults', 'correctiveActions.do', 'correctiveActions.view'],
      },
    }),
  },
  {
    operation: 'createRole',
    section: 'Roles: Create Role',
    ...sends('POST', '/roles', {
      body: {
        roleType: 3,
        name: 'Quality Observer',
        description: 'Read-only access to audit results and reports',
        permissions: ['audits.viewResults', 'correctiveActions.view', 'issues.view', 'reports.viewSummary'],
      },
    }),
  },
  {
    operation: 'createRole',
    section: 'Roles: Create Role',
    ...sends('POST', '/roles', {
      body: { roleType: 0, name: 'Basic Admin Role', description: 'Admin role without specific permissions' },
    }),
  },
  {
    operation: 'updateRole',
    section: 'Roles: Update Role',
    ...sends('PUT', '/roles/123456ab-cdef-789a-bcde-f12345678901', {
      path: { id: '123456ab-cdef-789a-bcde-f12345678901' },
      body: changed,
    }),
    answer: { status: 200, body: null },
  },
  {
    operation: 'updateRole',
    section: 'Roles: Update Role',
    ...sends('PUT', '/roles/234567hi-jklm-890a-bcde-f12345678902', {
      path: { id: '234567hi-jklm-890a-bcde-f12345678902' },
      body: {
        roleType: 1,
        name: 'Senior Quality Auditor',
        description: 'Senior auditor with expanded permissions for quality management',
        permissions: ['audits.do', 'audits.viewResults', 'issues.view'],
      },
    }),
  },
  {
    operation: 'updateRole',
    section: 'Roles: Update Role',
    ...sends('PUT', '/roles/345678ij-klmn-901a-bcde-f12345678903', {
      path: { id: '345678ij-klmn-901a-bcde-f12345678903' },
      body: {
        roleType: 2,
        name: 'Department Auditee',
        description: 'Department representative for audit responses and corrective actions',
        permissions: ['audits.viewResults', 'correctiveActions.do', 'correctiveActions.view'],
      },
    }),
  },
  {
    operation: 'updateRole',
    section: 'Roles: Update Role',
    ...sends('PUT', '/roles/456789jk-lmno-012b-cdef-123456789012', {
      path: { id: '456789jk-lmno-012b-cdef-123456789012' },
      body: {
        roleType: 3,
        name: 'Quality Observer',
        description: 'Read-only access to audit results and reports',
        permissions: ['audits.viewResults', 'correctiveActions.view', 'issues.view', 'reports.viewSummary'],
      },
    }),
  },
  {
    operation: 'updateRole',
    section: 'Roles: Update Role',
    ...sends('PUT', '/roles/123456ab-cdef-789a-bcde-f12345678901', {
      path: { id: '123456ab-cdef-789a-bcde-f12345678901' },
      body: { roleType: 0, name: 'System Administrator', description: 'Updated description' },
    }),
  },
  {
    operation: 'deleteRoles',
    section: 'Roles: Delete Roles',
    ...sends('DELETE', '/roles', {
      body: {
        ids: [
          '123456ab-cdef-789a-bcde-f12345678901',
          '234567bc-defg-890b-cdef-123456789012',
          '345678cd-efgh-901c-def1-234567890123',
        ],
      },
    }),
    answer: { status: 200, body: null },
  },
  {
    operation: 'deleteRoles',
    section: 'Roles: Delete Roles',
    ...sends('DELETE', '/roles', { body: { ids: ['123456ab-cdef-789a-bcde-f12345678901'] } }),
  },
];

/** What the same pages forbid. */
export const refused: readonly RefusedVector[] = [
  { operation: 'getRole', params: { path: { id: '' } }, field: 'path.id' },
  { operation: 'createRole', params: { body: { ...admin, roleType: 4 } }, field: 'body.roleType' },
  { operation: 'createRole', params: { body: { ...admin, roleType: undefined } }, field: 'body.roleType' },
  { operation: 'createRole', params: { body: { ...admin, name: '' } }, field: 'body.name' },
  {
    operation: 'createRole',
    params: { body: { ...admin, permissions: ['audits.do', 'audits.everything'] } },
    field: 'body.permissions.1',
  },
  {
    operation: 'createRole',
    params: { body: { ...auditor, permissions: ['users.manage'] } },
    field: 'body.permissions.0',
  },
  {
    operation: 'createRole',
    params: { body: { ...auditor, permissions: ['audits.do', 'audits.manage'] } },
    field: 'body.permissions.1',
  },
  {
    operation: 'createRole',
    params: { body: { ...auditor, roleType: 2, permissions: ['audits.do'] } },
    field: 'body.permissions.0',
  },
  {
    operation: 'createRole',
    params: { body: { ...auditor, roleType: 3, permissions: ['correctiveActions.do'] } },
    field: 'body.permissions.0',
  },
  { operation: 'updateRole', params: { path: { id: '' }, body: changed }, field: 'path.id' },
  {
    operation: 'updateRole',
    params: { path: { id: '123456ab-cdef-789a-bcde-f12345678901' }, body: { ...changed, roleType: 4 } },
    field: 'body.roleType',
  },
  {
    operation: 'updateRole',
    params: { path: { id: '123456ab-cdef-789a-bcde-f12345678901' }, body: { ...changed, name: undefined } },
    field: 'body.name',
  },
  {
    operation: 'updateRole',
    params: {
      path: { id: '123456ab-cdef-789a-bcde-f12345678901' },
      body: { ...changed, roleType: 1, permissions: ['users.manage'] },
    },
    field: 'body.permissions.0',
  },
  { operation: 'deleteRoles', params: { body: { ids: [] } }, field: 'body.ids' },
  { operation: 'deleteRoles', params: { body: {} }, field: 'body.ids' },
  { operation: 'deleteRoles', params: { body: { ids: 'all' } }, field: 'body.ids' },
];
