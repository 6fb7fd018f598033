import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { changed, listOf, user } from '../schemas.ts';
import { filled, flag, id, pageQuery, text } from './given-fields.ts';

const section = 'Users';

const properties = {
  name: filled.describe('Name of the user'),
  email: z
    .string()
    .regex(/^[^\s@:]+@[^\s@:]+$/, 'must be an e-mail address')
    .describe('E-mail address, the only one of its kind; the user signs in with it'),
  is_account_administrator: flag('Administers the account'),
  can_manage_projects: flag('May add and manage projects'),
  can_view_profiles: flag('May see other users’ profiles'),
  can_manage_profiles: flag('May change other users’ profiles'),
  company: text('Company'),
  title: text('Job title'),
  address: text('Address'),
  work_phone: text('Telephone number at work'),
  cell_phone: text('Mobile telephone number'),
  comments: text('Comments'),
};

const secretParams = ['body.user.password'];

const password = z.string().min(1, 'must not be empty');

const createBody = z.strictObject({
  user: z
    .strictObject({ ...properties, password: password.describe('Password to sign in with') })
    .describe('The new user'),
});

/** "Required" for POST and PUT alike; no read shows a password, so it is sent only when somebody typed one. */
const updateBody = z.strictObject({
  user: z
    .strictObject({
      ...properties,
      password: password.optional().describe('New password; left out, it stays as it is'),
    })
    .describe('The user’s properties; name and e-mail address are always sent'),
});

const userPath = z.object({ userId: id('user') });

export const userOperations = defineOperations({
  getMe: {
    summary: 'The user who signs in',
    section,
    method: 'GET',
    path: '/api/v1/users/me',
    body: { kind: 'none' },
    answer: { kind: 'json', schema: user },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  updateMe: {
    summary: 'Change the user who signs in; a new e-mail address or password is kept for this connection too',
    section,
    method: 'PUT',
    path: '/api/v1/users/me',
    body: { kind: 'form', schema: updateBody },
    secretParams,
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'after-read',
  },
  listUsers: {
    summary: 'Users',
    section,
    method: 'GET',
    path: '/api/v1/users',
    query: pageQuery,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: listOf(user) },
    paging: 'offset-count',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  createUser: {
    summary: 'Add a user',
    section,
    method: 'POST',
    path: '/api/v1/users',
    body: { kind: 'form', schema: createBody },
    secretParams,
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'never',
    probe: 'users: same e-mail',
  },
  getUser: {
    summary: 'A user’s details',
    section,
    method: 'GET',
    path: '/api/v1/users/{userId}',
    pathParams: userPath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: user },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  updateUser: {
    summary:
      'Change a user; where it is the one who signs in, what changes of the login is kept for this connection too',
    section,
    method: 'PUT',
    path: '/api/v1/users/{userId}',
    pathParams: userPath,
    body: { kind: 'form', schema: updateBody },
    secretParams,
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'after-read',
  },
  deleteUser: {
    summary: 'Delete a user',
    section,
    method: 'DELETE',
    path: '/api/v1/users/{userId}',
    pathParams: userPath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'destructive',
    tier: 'T3',
    repeat: 'after-read',
  },
});
