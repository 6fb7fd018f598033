import { z } from 'zod';
import { expecting } from '../core/expectation.ts';

/** One entry of an object whose names are the vendor's or its customer's. */
export interface NamedEntry<Value> {
  readonly name: string;
  readonly value: Value;
}

/**
 * An object with names nobody knows beforehand, as a list in its own order: a name like `__proto__` is a name like any
 * other. Entries that `schema` cannot read are left out, and what is no object has none.
 */
export const wireMap = <Schema extends z.ZodType>(schema: Schema) =>
  expecting(
    z
      .unknown()
      .optional()
      .transform((given): readonly NamedEntry<z.output<Schema>>[] =>
        typeof given === 'object' && given !== null && !Array.isArray(given)
          ? Object.entries(given).flatMap(([name, value]) => {
              const read = schema.safeParse(value);
              return read.success ? [{ name, value: read.data }] : [];
            })
          : [],
      ),
    { is: 'map', of: schema },
  );
