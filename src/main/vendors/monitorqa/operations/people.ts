import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { company, user } from '../schemas.ts';

export const peopleOperations = defineOperations({
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
    pathParams: z.object({ id: z.string() }),
    body: { kind: 'none' },
    answer: { kind: 'json', schema: user },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  getCompany: {
    summary: 'Company of the API key',
    section: 'Company: Get company information',
    method: 'GET',
    path: '/company',
    body: { kind: 'none' },
    answer: { kind: 'json', schema: company },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
});
