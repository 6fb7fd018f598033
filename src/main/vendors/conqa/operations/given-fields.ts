import { z } from 'zod';

/** A text that says something. */
export const filled = z.string().regex(/\S/, 'must not be blank');

/** A project's id in a path. Ids are opaque; their prefixes (`wh:`, `cl:`, `ms:`) belong to them. */
export const projectId = filled.describe('The id of the project, as the list of projects shows it');

/** Pages are counted from 1; the default is 300 rows, and no largest page is documented. */
export const pageFields = {
  page: z.int().min(1).optional().describe('Page to read, from 1'),
  limit: z.int().min(1).optional().describe('Rows on a page; 300 when left out'),
};
