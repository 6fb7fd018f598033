import type { z } from 'zod';

/**
 * What a field of an answer is expected to be. A field that tolerates everything hides in a function what it reads; this
 * says it again for whoever compares an answer with its schema (drift.ts).
 */
export type Expectation =
  /** One value. `words`: all that the document names, numbers as their digits; any other is read all the same. */
  | {
      readonly is: 'value';
      /** False for what would be read as nothing. Not asked about null. */
      readonly reads: (value: unknown) => boolean;
      /** Whether null is as good as absent. */
      readonly mayBeNull: boolean;
      readonly words?: ReadonlySet<string>;
    }
  | { readonly is: 'list'; readonly of: z.core.$ZodType }
  /** An object, or null for none. */
  | { readonly is: 'object'; readonly of: z.core.$ZodType }
  /** An object whose names nobody knows beforehand. */
  | { readonly is: 'map'; readonly of: z.core.$ZodType };

const said = new WeakMap<z.core.$ZodType, Expectation>();

/** The same schema, with what it expects said beside it. */
export function expecting<Schema extends z.ZodType>(schema: Schema, expectation: Expectation): Schema {
  said.set(schema, expectation);
  return schema;
}

/** What was said of a schema; undefined where it speaks for itself, as copies do (`describe` makes one). */
export const expectationOf = (schema: z.core.$ZodType): Expectation | undefined => said.get(schema);
