import { sends, type RefusedVector, type Vector } from './vector.ts';

const changed = {
  startDate: '2024-01-15T08:00:00.000Z',
  endDate: '2024-01-15T18:00:00.000Z',
  name: 'Weekly Safety Inspection - Updated',
  auditorHint: 'Focus on emergency exits and fire safety equipment. Pay special attention to extinguisher dates.',
  assigneeId: '456e7890-e89b-12d3-a456-426614174000',
};

const reopened = {
  assigneesIds: ['456e7890-e89b-12d3-a456-426614174000', '789e0123-e89b-12d3-a456-426614174000'],
  startDate: '2024-02-01T08:00:00.000Z',
  endDate: '2024-02-15T17:00:00.000Z',
};

const created = {
  startDate: '2024-01-15T08:00:00.000Z',
  endDate: '2024-01-15T18:00:00.000Z',
  name: 'Weekly Safety Inspection',
  auditorHint: 'Focus on emergency exits and fire safety equipment',
  templateId: '123e4567-e89b-12d3-a456-426614174000',
  auditObjectId: '789e0123-e89b-12d3-a456-426614174000',
  assigneeId: '456e7890-e89b-12d3-a456-426614174000',
};

/** "Audits" of MonitorQA's document: what changes them. */
export const vectors: readonly Vector[] = [
  {
    operation: 'updateOneTimeAudit',
    section: 'Audits: Update one-time audit',
    ...sends('PUT', '/audit/a1b2c3d4-e5f6-789a-bcde-f01234567890', {
      path: { id: 'a1b2c3d4-e5f6-789a-bcde-f01234567890' },
      body: changed,
    }),
    answer: { status: 200, body: null },
  },
  {
    operation: 'reopenAudit',
    section: 'Audits: Reopen Audit',
    ...sends('POST', '/audit/reopen/123e4567-e89b-12d3-a456-426614174000', {
      path: { id: '123e4567-e89b-12d3-a456-426614174000' },
      body: reopened,
    }),
    answer: { status: 200, body: null },
  },
  {
    operation: 'expireAudits',
    section: 'Audits: Expire Audit',
    ...sends('POST', '/audit/expire', {
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
  {
    operation: 'deleteAudits',
    section: 'Audits: Delete Audit',
    ...sends('DELETE', '/audit', {
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
  {
    operation: 'createOneTimeAudit',
    section: 'Audits: Create one-time audit',
    ...sends('POST', '/audit', { body: created }),
    answer: { status: 200, body: { id: 'a1b2c3d4-e5f6-789a-bcde-f01234567890' } },
  },
  {
    operation: 'reopenAudit',
    section: 'Audits: Reopen Audit',
    ...sends('POST', '/audit/reopen/123e4567-e89b-12d3-a456-426614174000', {
      path: { id: '123e4567-e89b-12d3-a456-426614174000' },
      body: { ...reopened, assigneesIds: null },
    }),
    corrected: 'The table of parameters says this of assigneesIds; no example shows it.',
  },
  {
    operation: 'reopenAudit',
    section: 'Audits: Reopen Audit',
    ...sends('POST', '/audit/reopen/123e4567-e89b-12d3-a456-426614174000', {
      path: { id: '123e4567-e89b-12d3-a456-426614174000' },
      body: { ...reopened, assigneesIds: [] },
    }),
    corrected: 'The table of parameters says this of assigneesIds; no example shows it.',
  },
];

/** What the same pages forbid. */
export const refused: readonly RefusedVector[] = [
  { operation: 'updateOneTimeAudit', params: { path: { id: '' }, body: changed }, field: 'path.id' },
  {
    operation: 'updateOneTimeAudit',
    params: { path: { id: 'a1b2c3d4-e5f6-789a-bcde-f01234567890' }, body: { ...changed, startDate: '2024-01-15' } },
    field: 'body.startDate',
  },
  {
    operation: 'updateOneTimeAudit',
    params: { path: { id: 'a1b2c3d4-e5f6-789a-bcde-f01234567890' }, body: { ...changed, endDate: undefined } },
    field: 'body.endDate',
  },
  {
    operation: 'updateOneTimeAudit',
    params: { path: { id: 'a1b2c3d4-e5f6-789a-bcde-f01234567890' }, body: { ...changed, name: '' } },
    field: 'body.name',
  },
  {
    operation: 'updateOneTimeAudit',
    params: {
      path: { id: 'a1b2c3d4-e5f6-789a-bcde-f01234567890' },
      body: { ...changed, auditorHint: 'x'.repeat(2001) },
    },
    field: 'body.auditorHint',
  },
  {
    operation: 'updateOneTimeAudit',
    params: { path: { id: 'a1b2c3d4-e5f6-789a-bcde-f01234567890' }, body: { ...changed, assigneeId: ' ' } },
    field: 'body.assigneeId',
  },
  {
    operation: 'updateOneTimeAudit',
    params: {
      path: { id: 'a1b2c3d4-e5f6-789a-bcde-f01234567890' },
      body: { ...changed, templateId: '123e4567-e89b-12d3-a456-426614174000' },
    },
    field: 'body.templateId',
  },
  { operation: 'reopenAudit', params: { path: { id: '' }, body: reopened }, field: 'path.id' },
  {
    operation: 'reopenAudit',
    params: { path: { id: 'a1b2c3d4-e5f6-789a-bcde-f01234567890' }, body: { ...reopened, startDate: undefined } },
    field: 'body.startDate',
  },
  {
    operation: 'reopenAudit',
    params: {
      path: { id: 'a1b2c3d4-e5f6-789a-bcde-f01234567890' },
      body: { ...reopened, endDate: '2024-02-15T17:00:00Z' },
    },
    field: 'body.endDate',
  },
  {
    operation: 'reopenAudit',
    params: {
      path: { id: 'a1b2c3d4-e5f6-789a-bcde-f01234567890' },
      body: { ...reopened, assigneesIds: '456e7890-e89b-12d3-a456-426614174000' },
    },
    field: 'body.assigneesIds',
  },
  { operation: 'expireAudits', params: { body: { ids: [] } }, field: 'body.ids' },
  { operation: 'expireAudits', params: { body: {} }, field: 'body.ids' },
  { operation: 'expireAudits', params: { body: { ids: 'all' } }, field: 'body.ids' },
  { operation: 'deleteAudits', params: { body: { ids: [] } }, field: 'body.ids' },
  { operation: 'deleteAudits', params: { body: {} }, field: 'body.ids' },
  { operation: 'deleteAudits', params: { body: { ids: 'all' } }, field: 'body.ids' },
  {
    operation: 'createOneTimeAudit',
    params: { body: { ...created, startDate: '15/01/2024' } },
    field: 'body.startDate',
  },
  { operation: 'createOneTimeAudit', params: { body: { ...created, endDate: undefined } }, field: 'body.endDate' },
  { operation: 'createOneTimeAudit', params: { body: { ...created, name: '' } }, field: 'body.name' },
  {
    operation: 'createOneTimeAudit',
    params: { body: { ...created, auditorHint: 'x'.repeat(2001) } },
    field: 'body.auditorHint',
  },
  {
    operation: 'createOneTimeAudit',
    params: { body: { ...created, templateId: undefined } },
    field: 'body.templateId',
  },
  { operation: 'createOneTimeAudit', params: { body: { ...created, auditObjectId: '' } }, field: 'body.auditObjectId' },
  { operation: 'createOneTimeAudit', params: { body: { ...created, assigneeId: '' } }, field: 'body.assigneeId' },
];
