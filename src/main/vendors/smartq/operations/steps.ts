import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { changed, listOf, step } from '../schemas.ts';
import { filled, id, pageQuery, projectPath, text } from './given-fields.ts';

const section = 'Project Steps';

const stepPath = z.object({ projectId: id('project'), stepId: id('step') });

const body = z.strictObject({
  step: z
    .strictObject({
      name: filled.describe('Name of the step'),
      description: text('What is done in it'),
      limit: z.int().min(0).nullable().optional().describe('How many tickets it should hold at most; null: any number'),
      pos: z.int().min(0).optional().describe('Its place among the steps'),
    })
    .describe('The step’s properties'),
});

export const stepOperations = defineOperations({
  listSteps: {
    summary: 'Steps of a project: the columns of its board, with their limits',
    section,
    method: 'GET',
    path: '/api/v1/projects/{projectId}/steps',
    pathParams: projectPath,
    query: pageQuery,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: listOf(step) },
    paging: 'offset-count',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  createStep: {
    summary: 'Add a step',
    section,
    method: 'POST',
    path: '/api/v1/projects/{projectId}/steps',
    pathParams: projectPath,
    body: { kind: 'form', schema: body },
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'never',
    probe: 'list of its kind: same name since',
  },
  getStep: {
    summary: 'A step’s details',
    section,
    method: 'GET',
    path: '/api/v1/projects/{projectId}/steps/{stepId}',
    pathParams: stepPath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: step },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  updateStep: {
    summary: 'Change a step',
    section,
    method: 'PUT',
    path: '/api/v1/projects/{projectId}/steps/{stepId}',
    pathParams: stepPath,
    body: { kind: 'form', schema: body },
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'after-read',
  },
  deleteStep: {
    summary: 'Delete a step',
    section,
    method: 'DELETE',
    path: '/api/v1/projects/{projectId}/steps/{stepId}',
    pathParams: stepPath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'destructive',
    tier: 'T3',
    repeat: 'after-read',
  },
});
