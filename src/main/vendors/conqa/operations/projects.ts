import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { issuesAnswer, milestonesAnswer, projectsAnswer, summaryAnswer } from '../schemas.ts';
import { filled, pageFields, projectId } from './given-fields.ts';

const projectPath = z.object({ projectId });

export const projectOperations = defineOperations({
  listProjects: {
    summary: 'Projects of licensed accounts that the token may see',
    section: 'Get Projects for User',
    method: 'GET',
    path: '/projects',
    body: { kind: 'none' },
    answer: { kind: 'json', schema: projectsAnswer },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  getProjectSummary: {
    summary: 'A project’s name and its counts of issues and milestones',
    section: 'Get Project Summary',
    method: 'GET',
    path: '/project/{projectId}/summary',
    pathParams: projectPath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: summaryAnswer },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  listProjectIssues: {
    summary: 'Issues of a project',
    section: 'Get Project Issues',
    method: 'GET',
    path: '/project/{projectId}/issues',
    pathParams: projectPath,
    query: z.object(pageFields),
    body: { kind: 'none' },
    answer: { kind: 'json', schema: issuesAnswer },
    paging: 'page-limit',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  listProjectMilestones: {
    summary: 'Milestones of a project, with the fields and measurements configured for it',
    section: 'Get Project Milestones',
    method: 'GET',
    path: '/project/{projectId}/milestones',
    pathParams: projectPath,
    query: z.object({
      ...pageFields,
      orderBy: filled.optional().describe('Name of the field to order by; the document does not say which there are'),
      orderDirection: z.literal(['asc', 'desc']).optional().describe('asc: upwards, desc: downwards'),
    }),
    body: { kind: 'none' },
    answer: { kind: 'json', schema: milestonesAnswer },
    paging: 'page-limit',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
});
