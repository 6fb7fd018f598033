import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { created } from '../schemas/common.ts';
import { user } from '../schemas/people.ts';
import { filled, idPath, idsBody } from './given-fields.ts';

const fullName = filled.describe('Full name, as others see it');

const phone = z.string().max(50);

const createBody = z.strictObject({
  email: z
    .string()
    .regex(/^[^\s@]+@[^\s@]+$/, 'must be an e-mail address')
    .describe('E-mail address, the only one of its kind in the company; the invitation goes there'),
  fullName,
  roleId: filled.describe('Id of the role'),
  phone: phone.optional().describe('Telephone number, at most 50 characters'),
});

const updateBody = z.strictObject({
  fullName,
  roleId: filled.optional().describe('Id of the role; left out, it stays as it is'),
  phone: phone
    .optional()
    .describe('Telephone number, at most 50 characters; no read shows it, and left out it may be wiped'),
});

export const userOperations = defineOperations({
  listUsers: {
    summary: 'Users (bare array)',
    section: 'Users: Get list of users',
    method: 'GET',
    path: '/users',
    body: { kind: 'none' },
    answer: { kind: 'json', schema: z.array(user) },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  getUser: {
    summary: 'User details with role',
    section: 'Users: Get user details',
    method: 'GET',
    path: '/users/{id}',
    pathParams: idPath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: user },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  createUser: {
    summary: 'Create a user, who gets an invitation by e-mail',
    section: 'Users: Create user',
    method: 'POST',
    path: '/users',
    body: { kind: 'json', schema: createBody },
    answer: { kind: 'json', schema: created },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'never',
    probe: 'users: same e-mail',
  },
  updateUser: {
    summary: 'Update a user',
    section: 'Users: Update user',
    method: 'PUT',
    path: '/users/{id}',
    pathParams: idPath,
    body: { kind: 'json', schema: updateBody },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'after-read',
  },
  deleteUsers: {
    summary: 'Delete users for good',
    section: 'Users: Delete users',
    method: 'DELETE',
    path: '/users',
    body: { kind: 'json', schema: idsBody('the users to delete') },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'destructive',
    tier: 'T3',
    repeat: 'after-read',
  },
});
