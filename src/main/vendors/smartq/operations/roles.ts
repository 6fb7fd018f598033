import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { changed, listOf, role } from '../schemas.ts';
import { filled, flag, id, idOf, pageQuery, projectPath } from './given-fields.ts';

const section = 'Project Roles';

const rolePath = z.object({ projectId: id('project'), roleId: id('role') });

const body = z.strictObject({
  role: z
    .strictObject({
      name: filled.describe('Name of the role'),
      access_level: z.int().min(0).max(5).describe('Access level from 0 to 5; the document does not name them'),
      max_step: idOf('the last step that users may move tickets to').nullable().optional(),
      can_edit_project: flag('Users may change the project’s settings'),
      can_manage_people_notes: flag('Users may change other people’s notes'),
      can_see_private_notes: flag('Users see private notes'),
    })
    .describe('The role’s properties'),
});

export const roleOperations = defineOperations({
  listProjectRoles: {
    summary: 'Roles of a project',
    section,
    method: 'GET',
    path: '/api/v1/projects/{projectId}/roles',
    pathParams: projectPath,
    query: pageQuery,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: listOf(role) },
    paging: 'offset-count',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  createProjectRole: {
    summary: 'Add a role to a project',
    section,
    method: 'POST',
    path: '/api/v1/projects/{projectId}/roles',
    pathParams: projectPath,
    body: { kind: 'form', schema: body },
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'never',
    probe: 'list of its kind: same name since',
  },
  getProjectRole: {
    summary: 'A role’s details',
    section,
    method: 'GET',
    path: '/api/v1/projects/{projectId}/roles/{roleId}',
    pathParams: rolePath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: role },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  getDefaultProjectRole: {
    summary: 'The role of everybody who has no other',
    section,
    method: 'GET',
    path: '/api/v1/projects/{projectId}/roles/default',
    pathParams: projectPath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: role },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  updateProjectRole: {
    summary: 'Change a role',
    section,
    method: 'PUT',
    path: '/api/v1/projects/{projectId}/roles/{roleId}',
    pathParams: rolePath,
    body: { kind: 'form', schema: body },
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'write',
    tier: 'T2',
    repeat: 'after-read',
  },
  updateDefaultProjectRole: {
    summary: 'Change the default role',
    section,
    method: 'PUT',
    path: '/api/v1/projects/{projectId}/roles/default',
    otherPath: '/api/v1/project/{projectId}/roles/default',
    pathParams: projectPath,
    body: { kind: 'form', schema: body },
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'write',
    tier: 'T2',
    repeat: 'after-read',
  },
  deleteProjectRole: {
    summary: 'Delete a role',
    section,
    method: 'DELETE',
    path: '/api/v1/projects/{projectId}/roles/{roleId}',
    pathParams: rolePath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'destructive',
    tier: 'T3',
    repeat: 'after-read',
  },
});
