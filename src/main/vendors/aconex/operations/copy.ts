import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { copyAnswer } from '../schemas.ts';

const filled = z.string().regex(/\S/, 'must not be blank');

/** Text of at most so many characters: the limits of a copy, which are shorter than those of the list. */
const upTo = (most: number) => filled.max(most, `must have at most ${most} characters`);

const isReal = (text: string): boolean => {
  const moment = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
};

/** The document writes `YYYY-MM-dd`, which in Java is another year for some days of December; its examples are plain. */
const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'must be like 2023-12-07')
  .refine(isReal, 'is no date of the calendar');

const REGISTERS = ['DOC', 'ITEM', 'INTERFACE', 'DEFECT', 'ASSET', 'ISSUE'] as const;

const copyBody = z
  .strictObject({
    projectId: z.int().positive().describe('The id of the project to copy, as a number'),
    projectName: upTo(60).describe('Name of the copy, at most 60 characters; no other project may have it'),
    projectShortName: upTo(20).describe('Short name of the copy, at most 20 characters; no other project may have it'),
    projectCode: upTo(15).describe('Code of the copy, at most 15 characters'),
    projectType: z
      .string()
      .max(20, 'must have at most 20 characters')
      .nullish()
      .describe('Type of the copy, at most 20 characters, or none'),
    registerType: z.enum(REGISTERS).describe('The kind of register of the copy'),
    startDate: day.describe('First day of the copy, like 2023-12-07'),
    estimatedCompletionDate: day.describe('Day the copy is to be complete, after the first day'),
    currency: filled.describe('Currency of the value, like INR'),
    projectValue: z
      .string()
      .regex(/^0*[1-9]\d*$/, 'must be a whole number above zero, as text')
      .describe('Value of the copy: a whole number above zero, as text'),
    dateProjectStatusApplied: day.describe('Day from which its status applies, like 2023-12-07'),
  })
  .refine(({ startDate, estimatedCompletionDate }) => estimatedCompletionDate > startDate, {
    path: ['estimatedCompletionDate'],
    error: 'must be after the first day',
  });

export const copyOperations = defineOperations({
  copyProject: {
    summary: 'Copy a project; the answer does not tell the id of the copy, the list of projects does',
    section: 'Copy a project',
    method: 'POST',
    path: '/api/externalcopyproject',
    body: { kind: 'json', schema: copyBody },
    answer: { kind: 'json', schema: copyAnswer },
    paging: 'none',
    effect: 'write',
    tier: 'T2',
    repeat: 'never',
    probe: 'projects: same short name or code',
  },
});
