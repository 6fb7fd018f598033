import { hasBody, mediaType, type SandboxContext } from '../http.ts';
import { aDateTime } from './query.ts';
import { refusal } from './refusal.ts';

/** One documented field of a body. `read` returns undefined for a wrong type; `words` says what was expected. */
export type Field<T, Required extends boolean = boolean> = {
  readonly words: string;
  readonly read: (value: unknown) => T | undefined;
  readonly isRequired: Required;
};

/** Fields of an operation, by name. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** What is read of a body; a field left out that may be is undefined. */
export type FieldValues<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T, infer R> ? (R extends true ? T : T | undefined) : never;
};

/** What a field is read as, whether it is required or not. */
export type Kind<T> = Omit<Field<T>, 'isRequired'>;

/** Makes a field that must be there. */
export const required = <T>(kind: Kind<T>): Field<T, true> => ({ ...kind, isRequired: true });

/** Makes a field that may be left out. */
export const optional = <T>(kind: Kind<T>): Field<T, false> => ({ ...kind, isRequired: false });

/** Any text; whether it may be blank is a question of the value, not of its type. */
export const string: Kind<string> = {
  words: 'a text',
  read: (value) => (typeof value === 'string' ? value : undefined),
};

/** An array of texts. */
export const strings: Kind<readonly string[]> = {
  words: 'an array of texts',
  read: (value) =>
    Array.isArray(value) && value.every((entry): entry is string => typeof entry === 'string') ? value : undefined,
};

/** A moment in the one documented format, kept as it was written (Date and Time Handling). */
export const dateTime: Kind<string> = {
  words: aDateTime.words,
  read: (value) => (typeof value === 'string' && aDateTime.read(value) !== undefined ? value : undefined),
};

/** An object, whose own fields are read with {@link readFields}. */
export const object: Kind<Readonly<Record<string, unknown>>> = {
  words: 'an object',
  read: (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined,
};

/** Returns the kind of an enumeration: one of the first `count` numbers from 0. */
export const enumeration = <T extends number>(count: number): Kind<T> => ({
  words: `a whole number from 0 to ${count - 1}`,
  read: (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < count ? (value as T) : undefined,
});

/**
 * Returns the fields of an object. `path` stands before their names in the refusal.
 * @throws HTTPException 400 that names every field that is missing, of the wrong type, or not documented.
 */
export const readFields = <F extends Fields>(
  given: Readonly<Record<string, unknown>>,
  fields: F,
  path = '',
): FieldValues<F> => {
  const problems: [string, string][] = Object.keys(given)
    .filter((name) => !Object.hasOwn(fields, name))
    .map((name) => [path + name, 'not documented']);
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    if (!Object.hasOwn(given, name)) {
      if (field.isRequired) problems.push([path + name, 'required']);
      continue;
    }
    const value = field.read(given[name]);
    if (value === undefined) problems.push([path + name, `must be ${field.words}`]);
    values[name] = value;
  }
  if (problems.length > 0) {
    throw refusal(400, 'BAD_REQUEST', 'The body is not as documented.', Object.fromEntries(problems));
  }
  return values as FieldValues<F>;
};

/**
 * Returns the fields of a JSON body.
 * @throws HTTPException 400 without `Content-Type: application/json`, on malformed JSON, on anything but an object, and
 * as {@link readFields} does.
 */
export const readBody = async <F extends Fields>(c: SandboxContext, fields: F): Promise<FieldValues<F>> => {
  if (mediaType(c) !== 'application/json') {
    throw refusal(400, 'BAD_REQUEST', 'The body must be JSON.', { 'Content-Type': 'must be application/json' });
  }
  let body: unknown;
  try {
    body = await c.req.json();
  } catch {
    throw refusal(400, 'BAD_REQUEST', 'Malformed JSON.', { body: 'could not be read' });
  }
  const given = object.read(body);
  if (given === undefined) throw refusal(400, 'BAD_REQUEST', 'The body must be an object.', { body: 'not an object' });
  return readFields(given, fields);
};

/** @throws HTTPException 400 when an operation without a body gets one. */
export const refuseBody = (c: SandboxContext): void => {
  if (hasBody(c)) throw refusal(400, 'BAD_REQUEST', 'This takes no body.', { body: 'not documented' });
};
