import type { HTTPException } from 'hono/http-exception';
import { refusal } from './refusal.ts';

/** Reads one value of a query; undefined when it is malformed. `words` says what was expected. */
export type Reader<T> = { readonly words: string; readonly read: (raw: string) => T | undefined };

const decimal = /^-?\d{1,9}(\.\d{1,6})?$/;
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** `true` or `false`. */
export const aBoolean: Reader<boolean> = {
  words: 'true or false',
  read: (raw) => (raw === 'true' ? true : raw === 'false' ? false : undefined),
};

/** A decimal number. */
export const aNumber: Reader<number> = {
  words: 'a number',
  read: (raw) => (decimal.test(raw) ? Number(raw) : undefined),
};

/** Returns the reader of a whole number within the bounds, both included. */
export const anInteger = (low: number, high: number): Reader<number> => ({
  words: `a whole number from ${low} to ${high}`,
  read: (raw) => {
    const value = /^\d{1,9}$/.test(raw) ? Number(raw) : Number.NaN;
    return value >= low && value <= high ? value : undefined;
  },
});

/** An id typed `string` in the document: anything but blank. */
export const aText: Reader<string> = {
  words: 'not blank',
  read: (raw) => (raw.trim() === '' ? undefined : raw),
};

/** An id typed `uuid` in the document. */
export const aUuid: Reader<string> = {
  words: 'a UUID',
  read: (raw) => (uuid.test(raw) ? raw : undefined),
};

/** A moment in the one documented format (Date and Time Handling), read as milliseconds since 1970, UTC. */
export const aDateTime: Reader<number> = {
  words: 'a moment as yyyy-MM-ddTHH:mm:ss.fffZ',
  read: (raw) => {
    const value = dateTime.test(raw) ? Date.parse(raw) : Number.NaN;
    // Date.parse rolls 30 February over; writing it back shows that.
    return Number.isNaN(value) || new Date(value).toISOString() !== raw ? undefined : value;
  },
};

/** The parameters an operation documents, by name. */
export type Readers = Readonly<Record<string, Reader<unknown>>>;

/** What is read of a query: each parameter's value, or undefined when it was left out. */
export type Values<R extends Readers> = {
  readonly [K in keyof R]: R[K] extends Reader<infer T> ? T | undefined : never;
};

/**
 * Returns the values of a query string.
 * @throws HTTPException 400 on a parameter the operation does not document, one given twice, or a malformed value.
 */
export const readQuery = <R extends Readers>(address: string, readers: R): Values<R> => {
  const given = new URL(address).searchParams;
  const values: Record<string, unknown> = {};
  for (const name of new Set(given.keys())) {
    const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
    const all = given.getAll(name);
    const refuse = (message: string, detail: string): HTTPException =>
      refusal(400, 'BAD_REQUEST', message, { [name]: detail });
    if (reader === undefined) throw refuse('Unknown query parameter.', 'not documented');
    if (all.length > 1) throw refuse('Query parameter given twice.', 'must occur once');
    const value = reader.read(all[0] ?? '');
    if (value === undefined) throw refuse('Malformed query parameter.', `must be ${reader.words}`);
    values[name] = value;
  }
  return values as Values<R>;
};
