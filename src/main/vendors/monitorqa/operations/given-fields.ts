import { z } from 'zod';

/** Both are always sent: the documents' defaults differ from list to list. Pages are counted from 1. */
export const pageFields = {
  pageNumber: z.int().min(1).optional().describe('Page to read, from 1'),
  pageSize: z.int().min(1).optional().describe('Rows on a page'),
};

/** A text that says something. */
export const filled = z.string().regex(/\S/, 'must not be blank');

/** True for a day and an hour that the calendar has: the pattern alone would let the 31st of February pass. */
const isReal = (text: string): boolean => {
  const moment = new Date(text);
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === text;
};

/** A moment as "Date and Time Handling" wants it: `yyyy-MM-ddTHH:mm:ss.fffZ`, in UTC. */
export const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'must be like 2024-01-31T00:00:00.000Z')
  .refine(isReal, 'is no date of the calendar');

/** The `{id}` of a path. */
export const idPath = z.object({ id: filled.describe('The vendor’s id of the object') });

/** At least one id, none of them blank: an empty list would do nothing, or nobody knows what. */
const ids = z.array(filled).min(1, 'must name at least one');

/** The body of a bulk operation; `what` says what becomes of the objects. */
export const idsBody = (what: string) => z.strictObject({ ids: ids.describe(`Ids of ${what}`) });

/** Shown to the auditor during the audit. */
export const auditorHint = z
  .string()
  .max(2000)
  .describe('Hint shown to the auditor during the audit, at most 2000 characters');
