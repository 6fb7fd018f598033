import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { changed, customField, listOf } from '../schemas.ts';
import { filled, flag, id, pageQuery, projectPath, text } from './given-fields.ts';

const section = 'Project Custom Fields';

const fieldPath = z.object({
  projectId: id('project'),
  fieldName: filled.describe('The name of the field in tickets, like f3; not its label'),
});

const options = z
  .strictObject({
    choiceType: z
      .literal(['checkbox', 'radio', 'select'])
      .optional()
      .describe('How values are chosen, for the type "choice": checkbox (several), radio or select (one)'),
    min: z.number().nullable().optional().describe('Smallest number allowed, for the type "float"'),
    max: z.number().nullable().optional().describe('Largest number allowed, for the type "float"'),
    fieldLayout: filled
      .optional()
      .describe('How radio buttons and checkboxes stand in smartQ; no words are documented'),
  })
  .optional()
  .describe('Options of the types "choice" and "float"');

const properties = z.strictObject({
  type: z
    .literal(['float', 'string', 'text', 'choice'])
    .describe('float: a number, string: a line, text: many, choice'),
  label: filled.describe('What the field is called'),
  hint: text('What the field is for'),
  required: flag('Every ticket must have it'),
  pos_type: z.literal(['single', 'double']).optional().describe('How wide the field stands in smartQ'),
  options,
});
type Given = z.output<typeof properties>;

const NUMBER_OPTIONS: readonly string[] = ['min', 'max'];

/** The first option that the field's type does not have. */
function strayOption({ type, options: given = {} }: Given): string | undefined {
  return Object.entries(given).find(
    ([name, value]) =>
      value !== undefined && value !== null && type !== (NUMBER_OPTIONS.includes(name) ? 'float' : 'choice'),
  )?.[0];
}

const body = z.strictObject({
  field: properties
    .superRefine((given, context) => {
      const stray = strayOption(given);
      if (stray !== undefined) {
        context.addIssue({
          code: 'custom',
          path: ['options', stray],
          message: `has no meaning for the type ${given.type}`,
        });
      }
      const { min, max } = given.options ?? {};
      if (typeof min === 'number' && typeof max === 'number' && min > max) {
        context.addIssue({ code: 'custom', path: ['options', 'max'], message: 'must not be less than min' });
      }
    })
    .describe('The field’s properties'),
});

export const customFieldOperations = defineOperations({
  listCustomFields: {
    summary: 'Custom fields of a project’s tickets, choices with their values',
    section,
    method: 'GET',
    path: '/api/v1/projects/{projectId}/custom_fields',
    pathParams: projectPath,
    query: pageQuery,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: listOf(customField) },
    paging: 'offset-count',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  createCustomField: {
    summary: 'Add a custom field',
    section,
    method: 'POST',
    path: '/api/v1/projects/{projectId}/custom_fields',
    pathParams: projectPath,
    body: { kind: 'form', schema: body },
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'never',
    probe: 'list of its kind: same name since',
  },
  getCustomField: {
    summary: 'A custom field’s details',
    section,
    method: 'GET',
    path: '/api/v1/projects/{projectId}/custom_fields/{fieldName}',
    pathParams: fieldPath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: customField },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  updateCustomField: {
    summary: 'Change a custom field',
    section,
    method: 'PUT',
    path: '/api/v1/projects/{projectId}/custom_fields/{fieldName}',
    pathParams: fieldPath,
    body: { kind: 'form', schema: body },
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'after-read',
  },
  deleteCustomField: {
    summary: 'Delete a custom field, and what tickets have in it',
    section,
    method: 'DELETE',
    path: '/api/v1/projects/{projectId}/custom_fields/{fieldName}',
    pathParams: fieldPath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'destructive',
    tier: 'T3',
    repeat: 'after-read',
  },
});
