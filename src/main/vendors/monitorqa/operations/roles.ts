import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { ROLE_PERMISSIONS, ROLE_TYPES } from '../role-permissions.ts';
import { created } from '../schemas/common.ts';
import { role } from '../schemas/people.ts';
import { filled, idPath, idsBody } from './given-fields.ts';

const about = {
  name: filled.describe('The role’s name'),
  description: z.string().optional().describe('What the role is for'),
};

const [admin, auditor, auditee, observer] = ROLE_PERMISSIONS;

const newRole = <Type extends 0 | 1 | 2 | 3, Permission extends string>(type: Type, known: readonly Permission[]) =>
  z.strictObject({
    roleType: z.literal(type).describe(`${type}: ${ROLE_TYPES[type]}`),
    ...about,
    permissions: z
      .array(z.enum(known))
      .optional()
      .describe('What the role may do; left out, nothing. Each type of role knows its own permissions'),
  });

const changedRole = <Type extends 0 | 1 | 2 | 3, Permission extends string>(type: Type, known: readonly Permission[]) =>
  z.strictObject({
    roleType: z.literal(type).describe(`${type}: ${ROLE_TYPES[type]}; must be the type that the role has`),
    ...about,
    permissions: z
      .array(z.enum(known))
      .nullish()
      .describe('All that the role may do from now on; null, [] or left out takes every permission from it'),
  });

const createBody = z.discriminatedUnion('roleType', [
  newRole(0, admin),
  newRole(1, auditor),
  newRole(2, auditee),
  newRole(3, observer),
]);

const updateBody = z.discriminatedUnion('roleType', [
  changedRole(0, admin),
  changedRole(1, auditor),
  changedRole(2, auditee),
  changedRole(3, observer),
]);

export const roleOperations = defineOperations({
  listRoles: {
    summary: 'Roles (bare array)',
    section: 'Roles: Get Roles list',
    method: 'GET',
    path: '/roles',
    body: { kind: 'none' },
    answer: { kind: 'json', schema: z.array(role) },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  getRole: {
    summary: 'Role with permissions',
    section: 'Roles: Get Role Details',
    method: 'GET',
    path: '/roles/{id}',
    pathParams: idPath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: role },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  createRole: {
    summary: 'Create a role',
    section: 'Roles: Create Role',
    method: 'POST',
    path: '/roles',
    body: { kind: 'json', schema: createBody },
    answer: { kind: 'json', schema: created },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'never',
    probe: 'list of its kind: same name since',
  },
  updateRole: {
    summary: 'Update a role; without permissions it loses them all',
    section: 'Roles: Update Role',
    method: 'PUT',
    path: '/roles/{id}',
    pathParams: idPath,
    body: { kind: 'json', schema: updateBody },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'write',
    tier: 'T2',
    repeat: 'after-read',
  },
  deleteRoles: {
    summary: 'Delete roles',
    section: 'Roles: Delete Roles',
    method: 'DELETE',
    path: '/roles',
    body: { kind: 'json', schema: idsBody('the roles to delete') },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'destructive',
    tier: 'T3',
    repeat: 'after-read',
  },
});
