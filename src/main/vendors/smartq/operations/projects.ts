import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { changed, listOf, project } from '../schemas.ts';
import { filled, pageQuery, projectPath, text } from './given-fields.ts';

const section = 'Projects';

const body = z.strictObject({
  project: z
    .strictObject({ name: filled.describe('Name of the project'), description: text('What it is about') })
    .describe('The project’s properties'),
});

export const projectOperations = defineOperations({
  listProjects: {
    summary: 'Projects that the user may see, each a board',
    section,
    method: 'GET',
    path: '/api/v1/projects',
    query: pageQuery,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: listOf(project) },
    paging: 'offset-count',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  createProject: {
    summary: 'Add a project',
    section,
    method: 'POST',
    path: '/api/v1/projects',
    body: { kind: 'form', schema: body },
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'never',
    probe: 'list of its kind: same name since',
  },
  getProject: {
    summary: 'A project’s details',
    section,
    method: 'GET',
    path: '/api/v1/projects/{projectId}',
    pathParams: projectPath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: project },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  updateProject: {
    summary: 'Change a project',
    section,
    method: 'PUT',
    path: '/api/v1/projects/{projectId}',
    pathParams: projectPath,
    body: { kind: 'form', schema: body },
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'after-read',
  },
  deleteProject: {
    summary: 'Delete a project with all that is in it',
    section,
    method: 'DELETE',
    path: '/api/v1/projects/{projectId}',
    pathParams: projectPath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'destructive',
    tier: 'T3',
    repeat: 'after-read',
  },
});
