import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { created, pagedListOf } from '../schemas/common.ts';
import { scoreSystem } from '../schemas/score-systems.ts';
import { labelProblems } from '../score-labels.ts';
import { filled, idPath, idsBody, pageFields } from './given-fields.ts';

/** "Label Validation Rules". */
const labels = z
  .array(
    z.strictObject({
      min: z.number().describe('Lowest score of the label: 0, or the max of the label before'),
      max: z.number().describe('Highest score of the label; 100 for the last'),
      label: filled.describe('The label’s words'),
      color: filled.describe('The label’s colour, like "#28a745"'),
    }),
  )
  .min(1, 'must have at least one')
  .superRefine((given, context) => {
    for (const { index, field, problem } of labelProblems(given)) {
      context.addIssue({ code: 'custom', path: [index, field], message: problem });
    }
  })
  .describe('Labels from 0 to 100 without gap or overlap, in order');

const fields = {
  name: filled.describe('The score system’s name'),
  description: z.string().optional().describe('What the score system is for'),
  passedThreshold: z.number().describe('The score from which on an audit has passed'),
  labels,
};

const createBody = z.strictObject({
  ...fields,
  scoreSystemType: z
    .literal([0, 1])
    .describe(
      'What a score is made of: 0 the share of the most points that could be had, 1 the same with "not applicable" as a pass; it cannot change later',
    ),
});

const updateBody = z.strictObject(fields);

export const scoreSystemOperations = defineOperations({
  listScoreSystems: {
    summary: 'Score systems with their labels, searchable',
    section: 'Score systems: Get score systems',
    method: 'GET',
    path: '/score-systems',
    query: z.object({
      ...pageFields,
      search: z.string().optional().describe('Only score systems with this in their name'),
    }),
    body: { kind: 'none' },
    answer: { kind: 'json', schema: pagedListOf(scoreSystem) },
    paging: 'page-size',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  getScoreSystem: {
    summary: 'Score system details',
    section: 'Score systems: Get score system details',
    method: 'GET',
    path: '/score-systems/{id}',
    pathParams: idPath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: scoreSystem },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  createScoreSystem: {
    summary: 'Create a score system',
    section: 'Score systems: Create score system',
    method: 'POST',
    path: '/score-systems',
    body: { kind: 'json', schema: createBody },
    answer: { kind: 'json', schema: created },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'never',
    probe: 'list of its kind: same name since',
  },
  updateScoreSystem: {
    summary: 'Update a score system; its type cannot change',
    section: 'Score systems: Update score system',
    method: 'PUT',
    path: '/score-systems/{id}',
    pathParams: idPath,
    body: { kind: 'json', schema: updateBody },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'after-read',
  },
  deleteScoreSystems: {
    summary: 'Delete score systems that no template uses',
    section: 'Score systems: Delete score systems',
    method: 'DELETE',
    path: '/score-systems',
    body: { kind: 'json', schema: idsBody('the score systems to delete; one that a template uses is refused') },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'destructive',
    tier: 'T3',
    repeat: 'after-read',
  },
});
