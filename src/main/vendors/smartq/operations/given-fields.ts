import { z } from 'zod';

/** A text that says something. */
export const filled = z.string().regex(/\S/, 'must not be blank');

/** Another resource stands where an id would: `users/me`, `roles/default`. */
const RESERVED = /^\s*(me|default)\s*$/i;

const isId = (id: string | number): boolean => !RESERVED.test(String(id));

/** An id in a path: opaque, as the lists show it, but none of the words that are no id there. */
export const id = (what: string) =>
  z
    .union([filled, z.int().min(1)])
    .refine(isId, 'is not an id')
    .describe(`The id of the ${what}, as lists show it`);

/** The id of another record, in a form. */
export const idOf = (what: string) =>
  z.union([z.int().min(1), z.string().regex(/^\d+$/, 'must be an id')]).describe(`The id of ${what}`);

/** Several of them; an empty list, and null, are sent as `key=`, which takes them all away. */
export const idsOf = (what: string) =>
  z
    .array(idOf(what))
    .nullable()
    .optional()
    .describe(`Ids of ${what}; an empty list is sent as an empty field, which takes them all away`);

/** A text that may be taken away: null and "" are sent as `key=`. */
export const text = (what: string) => z.string().nullable().optional().describe(`${what}; null takes it away`);

/** Sent as 1 or 0: any text that is not empty would be true, "false" too. */
export const flag = (what: string) => z.boolean().optional().describe(what);

/** "Nota bene": every list takes them. Neither a default nor a largest count is documented. */
export const pageFields = {
  count: z.int().min(1).optional().describe('Rows to give'),
  offset: z.int().min(0).optional().describe('Rows to leave out before the first'),
};

export const pageQuery = z.object(pageFields);

export const projectPath = z.object({ projectId: id('project') });
export const ticketPath = z.object({ projectId: id('project'), ticketId: id('ticket') });
export const notePath = z.object({ projectId: id('project'), ticketId: id('ticket'), noteId: id('note') });
