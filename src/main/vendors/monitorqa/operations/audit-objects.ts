import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { auditObjectDetail } from '../schemas/audit-objects.ts';
import { created, namedList } from '../schemas/common.ts';
import { filled, idPath, idsBody } from './given-fields.ts';

const objectBody = z.strictObject({
  name: filled.describe('The audit object’s name'),
  notes: z.string().max(800).optional().describe('Notes shown to the auditor during the audit, at most 800 characters'),
  geoAddress: z
    .strictObject({
      lat: filled.describe('Latitude as text, like "-36.8485"'),
      lng: filled.describe('Longitude as text, like "174.7633"'),
      name: filled.describe('Name of the place'),
      address: filled.describe('Street address'),
    })
    .optional()
    .describe('Where it is; all four fields or none'),
});

const assignmentsBody = (what: string) =>
  z.strictObject({
    attributes: z
      .array(
        z.strictObject({
          attributeId: filled.describe('Id of the attribute'),
          optionId: filled.describe('Id of one of the attribute’s options'),
        }),
      )
      .min(1, 'must name at least one')
      .describe(what),
  });

export const auditObjectOperations = defineOperations({
  createAuditObject: {
    summary: 'Create an audit object',
    section: 'Audit objects: Create a new audit object',
    method: 'POST',
    path: '/audit/objects',
    body: { kind: 'json', schema: objectBody },
    answer: { kind: 'json', schema: created },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'never',
    probe: 'list of its kind: same name since',
  },
  updateAuditObject: {
    summary: 'Update an audit object',
    section: 'Audit objects: Update an audit object',
    method: 'PUT',
    path: '/audit/objects/{id}',
    pathParams: idPath,
    body: { kind: 'json', schema: objectBody },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'after-read',
  },
  listAuditObjects: {
    summary: 'Ids and names of all audit objects (bare array)',
    section: 'Audit objects: Get list of audit objects',
    method: 'GET',
    path: '/audit/objects',
    body: { kind: 'none' },
    answer: { kind: 'json', schema: namedList },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  getAuditObject: {
    summary: 'Audit object details',
    section: 'Audit objects: Get an audit object details',
    method: 'GET',
    // Singular here alone; the document and its source agree.
    path: '/audit/object/{id}',
    pathParams: idPath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: auditObjectDetail },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  deleteAuditObjects: {
    summary: 'Delete audit objects',
    section: 'Audit objects: Delete audit objects',
    method: 'DELETE',
    path: '/audit/objects',
    body: { kind: 'json', schema: idsBody('the audit objects to delete') },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'destructive',
    tier: 'T3',
    repeat: 'after-read',
  },
  assignAuditObjectAttributes: {
    summary: 'Assign attribute options to an audit object',
    section: 'Audit objects: Assign Attributes to Audit Object',
    method: 'POST',
    path: '/audit/objects/{id}/attributes',
    pathParams: idPath,
    body: {
      kind: 'json',
      schema: assignmentsBody('What to assign; MonitorQA passes over what it does not know without a word'),
    },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'after-read',
    probe: 'the object: attributes',
  },
  unassignAuditObjectAttributes: {
    summary: 'Take attribute options from an audit object',
    section: 'Audit objects: Delete Attributes Assignments from Audit Object',
    method: 'DELETE',
    path: '/audit/objects/{id}/attributes',
    pathParams: idPath,
    body: {
      kind: 'json',
      schema: assignmentsBody('What to take away; MonitorQA passes over what it does not know without a word'),
    },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'destructive',
    tier: 'T2',
    repeat: 'after-read',
  },
});
