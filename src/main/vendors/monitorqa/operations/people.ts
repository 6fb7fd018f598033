import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { role, user } from '../schemas.ts';
import { idPath } from './given-fields.ts';

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
});

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
});
