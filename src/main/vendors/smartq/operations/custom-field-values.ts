import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { changed, choiceValue, listOf } from '../schemas.ts';
import { filled, flag, id, pageQuery } from './given-fields.ts';

const section = 'Project Custom Field Values';

const place = {
  projectId: id('project'),
  fieldName: filled.describe('The name of the field in tickets, like f3; not its label'),
};
const fieldPath = z.object(place);
const valuePath = z.object({ ...place, valueId: id('value') });

const body = z.strictObject({
  value: z
    .strictObject({
      title: filled.describe('What people read and choose'),
      is_default: flag('Chosen unless something else is'),
      pos: z.int().min(0).optional().describe('Its place among the values'),
    })
    .describe('The value’s properties'),
});

export const customFieldValueOperations = defineOperations({
  listCustomFieldValues: {
    summary: 'Values of a custom field of the type "choice"',
    section,
    method: 'GET',
    path: '/api/v1/projects/{projectId}/custom_fields/{fieldName}/values',
    pathParams: fieldPath,
    query: pageQuery,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: listOf(choiceValue) },
    paging: 'offset-count',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  createCustomFieldValue: {
    summary: 'Add a value to choose',
    section,
    method: 'POST',
    path: '/api/v1/projects/{projectId}/custom_fields/{fieldName}/values',
    pathParams: fieldPath,
    body: { kind: 'form', schema: body },
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'never',
    probe: 'list of its kind: same name since',
  },
  getCustomFieldValue: {
    summary: 'One value',
    section,
    method: 'GET',
    path: '/api/v1/projects/{projectId}/custom_fields/{fieldName}/values/{valueId}',
    pathParams: valuePath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: choiceValue },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  updateCustomFieldValue: {
    summary: 'Change a value',
    section,
    method: 'PUT',
    path: '/api/v1/projects/{projectId}/custom_fields/{fieldName}/values/{valueId}',
    pathParams: valuePath,
    body: { kind: 'form', schema: body },
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'after-read',
  },
  deleteCustomFieldValue: {
    summary: 'Delete a value',
    section,
    method: 'DELETE',
    path: '/api/v1/projects/{projectId}/custom_fields/{fieldName}/values/{valueId}',
    pathParams: valuePath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'destructive',
    tier: 'T2',
    repeat: 'after-read',
  },
});
