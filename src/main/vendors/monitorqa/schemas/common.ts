import { z } from 'zod';
import { expecting } from '../../core/expectation.ts';
import { textOf, wireId, wireNumber, wireObject, wireRows, wireText } from '../../core/wire-fields.ts';

/** A person, a template, an audit object: an id with a name. */
export interface WireNamed {
  readonly id: string | null;
  readonly name: string | null;
  readonly notes: string | null;
}

/** Every row has several of them, so they are read by hand: by a schema they take half of a row's time. */
function namedOf(value: unknown): WireNamed | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { id, name, notes } = value as Readonly<Record<string, unknown>>;
  return { id: textOf(id), name: textOf(name), notes: textOf(notes) };
}

const namedFields = z.looseObject({ id: wireText, name: wireText, notes: wireText });

/** One of them; null for absent, null and what is no object. */
export const named = expecting(z.transform(namedOf), { is: 'object', of: namedFields });

/** Several of them; what is no object is left out, and what is no array is empty. */
export const namedItems = expecting(
  z.transform((value: unknown): readonly WireNamed[] => {
    const items: WireNamed[] = [];
    if (!Array.isArray(value)) return items;
    for (const given of value) {
      const item = namedOf(given);
      if (item !== null) items.push(item);
    }
    return items;
  }),
  { is: 'list', of: namedFields },
);

const pageFacts = { pageNumber: wireNumber, pageSize: wireNumber, totalCount: wireNumber };

/** A page of a list whose rows are of this form; they are read one by one, so that each keeps its own JSON. */
export const pagedListOf = (row: z.ZodType) =>
  z.looseObject({ data: wireRows(row), meta: wireObject(z.looseObject(pageFacts)) });

/** A page of any list. */
export const pagedList = pagedListOf(z.unknown());

/** The bare arrays of ids and names: templates, audit objects, user groups, accessible companies. */
export const namedList = z.array(z.looseObject({ id: wireId, name: wireText }));

/** What a creation answers with. The status says that it is done, so a missing id does not make it a failure. */
export const created = z.looseObject({ id: wireText });
