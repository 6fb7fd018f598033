import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { attribute } from '../schemas/audit-objects.ts';
import { created } from '../schemas/common.ts';
import { filled, idPath, idsBody } from './given-fields.ts';

const name = filled.describe('The attribute’s name');

const option = {
  name: filled.describe('The option’s name'),
  isDefault: z.boolean().optional().describe('True for the default; of several the first counts'),
};

const createBody = z.strictObject({
  name,
  options: z.array(z.strictObject(option)).min(1, 'must have at least one').describe('What can be chosen'),
});

/** "Options with IDs will be updated, options without IDs will be created", and the others go. */
const updateBody = z.strictObject({
  name,
  options: z
    .array(
      z.strictObject({
        ...option,
        id: filled.optional().describe('Id of the option that this is; left out, it is a new one'),
      }),
    )
    .min(1, 'must have at least one')
    .describe('All that can be chosen from now on; an option left out is deleted, and taken from every audit object'),
});

export const attributeOperations = defineOperations({
  listAttributes: {
    summary: 'Attributes of audit objects with their options (bare array)',
    section: 'Audit object attributes: Get Audit Object Attributes List',
    method: 'GET',
    path: '/audit/objects/attributes/all',
    body: { kind: 'none' },
    answer: { kind: 'json', schema: z.array(attribute) },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  getAttribute: {
    summary: 'One attribute with its options',
    section: 'Audit object attributes: Get Audit Object Attribute Details',
    method: 'GET',
    path: '/audit/objects/attributes/{id}',
    pathParams: idPath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: attribute },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  createAttribute: {
    summary: 'Create an attribute with its options',
    section: 'Audit object attributes: Create Audit Object Attribute',
    method: 'POST',
    path: '/audit/objects/attributes',
    body: { kind: 'json', schema: createBody },
    answer: { kind: 'json', schema: created },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'never',
    probe: 'list of its kind: same name since',
  },
  updateAttribute: {
    summary: 'Update an attribute; options left out are deleted',
    section: 'Audit object attributes: Update Audit Object Attribute',
    method: 'PUT',
    path: '/audit/objects/attributes/{id}',
    pathParams: idPath,
    body: { kind: 'json', schema: updateBody },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'after-read',
  },
  deleteAttributes: {
    summary: 'Delete attributes and take them from every audit object',
    section: 'Audit object attributes: Delete Audit Object Attribute',
    method: 'DELETE',
    path: '/audit/objects/attributes',
    body: { kind: 'json', schema: idsBody('the attributes to delete, with all their assignments') },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'destructive',
    tier: 'T3',
    repeat: 'after-read',
  },
});
