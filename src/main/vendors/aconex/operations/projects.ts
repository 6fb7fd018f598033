import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { projectsAnswer } from '../schemas.ts';

/** One user's id, or several with a comma between them: they stay one parameter, as the document wants it. */
const userIds = z.union(
  [
    z.string().regex(/^[^\s,]+(,[^\s,]+)*$/, 'must be ids with a comma between them, without blanks'),
    z.int().positive(),
  ],
  { error: 'must be one id, or ids with a comma between them, without blanks' },
);

export const projectOperations = defineOperations({
  listProjects: {
    summary: 'Projects of the organization that the account may see',
    section: 'List Projects for User',
    method: 'GET',
    path: '/api/projects',
    body: { kind: 'none' },
    answer: { kind: 'xml', schema: projectsAnswer, lists: ['Project', 'ProjectResponsibility'] },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  inviteUsersToProject: {
    summary: 'Invite users to a project; Aconex answers nothing, so that nobody learns who of several was not',
    section: 'Invite User To Project',
    method: 'POST',
    path: '/api/projects/{projectid}/users',
    pathParams: z.object({
      projectid: z.string().regex(/\S/, 'must not be blank').describe('The id of the project, as the list shows it'),
    }),
    query: z.object({ userid: userIds.describe('The id of the user, or ids with a comma between them') }),
    body: { kind: 'none' },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'write',
    tier: 'T2',
    repeat: 'never',
    probe: 'none',
  },
});
