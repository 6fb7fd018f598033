import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { namedList, pagedListOf } from '../schemas/common.ts';
import { copiedTemplate, templateRow } from '../schemas/templates.ts';
import { filled, pageFields } from './given-fields.ts';

const copyBody = z.strictObject({
  templateId: filled.describe('Id of the published template in this key’s own company'),
  targetCompanyId: filled.describe('Id of the company that gets the copy; the accessible companies are listed'),
  copyScoreSystem: z
    .boolean()
    .describe('true copies the template’s score system too, false takes the default one of the other company'),
});

export const templateOperations = defineOperations({
  copyTemplate: {
    summary: 'Copy a template with its files to another company',
    section: 'Audit Templates: Copy template to another company',
    method: 'POST',
    path: '/audit/templates/copy',
    body: { kind: 'json', schema: copyBody },
    answer: { kind: 'json', schema: copiedTemplate },
    paging: 'none',
    effect: 'write',
    tier: 'T2',
    repeat: 'never',
    probe: 'templates of the target company, where a connection to it exists: same name',
  },
  listTemplates: {
    summary: 'Ids and names of all templates (bare array)',
    section: 'Audit Templates: Get audit templates list',
    method: 'GET',
    path: '/audit/templates',
    body: { kind: 'none' },
    answer: { kind: 'json', schema: namedList },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  listTemplatesDetailed: {
    summary: 'Templates with their type, searchable',
    section: 'Audit Templates: Get audit templates detailed list',
    method: 'GET',
    path: '/audit/templates/detailed',
    query: z.object({
      templateType: z
        .int()
        .optional()
        .describe('Only templates of this type; 0 and 1 are seen, no names are documented'),
      search: z.string().optional().describe('Only templates with this in their name'),
      ...pageFields,
    }),
    body: { kind: 'none' },
    answer: { kind: 'json', schema: pagedListOf(templateRow) },
    paging: 'page-size',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
});
