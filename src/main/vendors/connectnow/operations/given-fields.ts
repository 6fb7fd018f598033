import { z } from 'zod';

/** A text that says something. */
export const filled = z.string().regex(/\S/, 'must not be blank');

/** An id: a number wherever the document shows one, a text where its tables give a type. Sent as it is given. */
const anyId = z.union([z.int().min(1), filled], { error: 'must be an id' });

/** An id in a path. */
export const idOf = (what: string) => anyId.describe(`The id of the ${what}, as the lists show it`);

/** Ids in a query, each in a parameter of its own. */
export const idsQuery = (what: string) => z.array(anyId).optional().describe(`Only of these ${what}, by their ids`);

/** Categories in a body. One that is left out of an edit is removed from the issue. */
export const categoryIds = z.array(anyId).min(1, 'must name at least one category');

/** Names of what is to come along, each in a parameter of its own. */
export const withQuery = <const Name extends string>(names: readonly Name[]) =>
  z
    .array(z.literal(names))
    .optional()
    .describe(`What is to come along: any of ${names.join(', ')}`);

/** Pages are counted from 1; the default is 15 rows. */
export const pageFields = {
  page: z.int().min(1).optional().describe('Page to read, from 1'),
  per_page: z.int().min(1).max(249).optional().describe('Rows on a page, at most 249; 15 when left out'),
};

/** The e-mail address of who is to be told. */
export const emailBody = z.strictObject({
  email: z.email('must be an e-mail address').describe('The e-mail address that is to hear of changes'),
});
