import type { RefusedVector, Vector } from './vector.ts';

const copy = {
  projectId: 1879053459,
  projectName: 'RestAPIProject1',
  projectShortName: 'ProjRestAPI1',
  projectCode: 'Test0001',
  projectType: 'ExtAPICopy',
  registerType: 'DOC',
  startDate: '2023-12-07',
  estimatedCompletionDate: '2023-12-08',
  currency: 'INR',
  projectValue: '500',
  dateProjectStatusApplied: '2023-12-07',
};

const path = { projectid: '1207959678' };

/** "Invite User To Project" and "Copy a project" of Aconex's "Projects API Developer Guide". */
export const vectors: readonly Vector[] = [
  {
    operation: 'inviteUsersToProject',
    section: 'Invite User To Project',
    params: { path, query: { userid: '1879049196' } },
    request: { method: 'POST', target: '/api/projects/1207959678/users?userid=1879049196' },
    answer: { status: 200, body: null },
  },
  {
    operation: 'inviteUsersToProject',
    section: 'Invite User To Project',
    params: { path, query: { userid: '1879049196,1879049197' } },
    request: { method: 'POST', target: '/api/projects/1207959678/users?userid=1879049196%2C1879049197' },
    corrected: 'The list of ids is described, not shown; the second is ours. A comma may be encoded or not.',
  },
  {
    operation: 'copyProject',
    section: 'Copy a project',
    params: { body: copy },
    request: { method: 'POST', target: '/api/externalcopyproject', body: copy },
    answer: { status: 200, body: { message: 'ProjRestAPI1 successfully copied.', status: 'OK' } },
    corrected: 'The sample is titled as if it made a role; its address and its body are those of a copy.',
  },
  {
    operation: 'copyProject',
    section: 'Copy a project',
    params: { body: { ...copy, projectType: null } },
    request: { method: 'POST', target: '/api/externalcopyproject', body: { ...copy, projectType: null } },
    corrected: 'That the type may be null is described, not shown.',
  },
];

const wrong = (field: keyof typeof copy, value: unknown): RefusedVector => ({
  operation: 'copyProject',
  params: { body: { ...copy, [field]: value } },
  field: `body.${field}`,
});

const invite = (userid: unknown): RefusedVector => ({
  operation: 'inviteUsersToProject',
  params: { path, query: { userid } },
  field: 'query.userid',
});

/** What the same sections forbid. */
export const refused: readonly RefusedVector[] = [
  { operation: 'inviteUsersToProject', params: { query: { userid: '1' } }, field: 'path.projectid' },
  {
    operation: 'inviteUsersToProject',
    params: { path: { projectid: '../1' }, query: { userid: '1' } },
    field: 'path.projectid',
  },
  { operation: 'inviteUsersToProject', params: { path }, field: 'query.userid' },
  ...['', ' ', '1,,2', '1,', '1, 2', 0, ['1', '2']].map(invite),
  { operation: 'copyProject', params: {}, field: 'body' },
  { operation: 'copyProject', params: { body: { ...copy, organization: 1 } }, field: 'body.organization' },
  wrong('projectId', null),
  wrong('projectId', '1879053459'),
  wrong('projectName', ' '),
  wrong('projectName', 'n'.repeat(61)),
  wrong('projectShortName', ''),
  wrong('projectShortName', 'n'.repeat(21)),
  wrong('projectCode', ''),
  wrong('projectCode', 'n'.repeat(16)),
  wrong('projectType', 'n'.repeat(21)),
  wrong('registerType', ''),
  wrong('registerType', 'doc'),
  wrong('startDate', '07.12.2023'),
  wrong('startDate', '2023-02-30'),
  wrong('estimatedCompletionDate', '2023-12-07'),
  wrong('estimatedCompletionDate', '2023-12-06'),
  wrong('estimatedCompletionDate', '2023-12-8'),
  wrong('currency', ' '),
  ...['0', '00', '-1', '500.00', '', 500, null].map((value) => wrong('projectValue', value)),
  wrong('dateProjectStatusApplied', undefined),
];
