import { invalid } from './refusal.ts';

/** Collects what does not pass, so that all of it is told at once. */
export type Checks = {
  readonly fail: (field: string, message: string) => void;
  /** @throws HTTPException 422 when anything failed. */
  readonly settle: () => void;
};

/** Returns checks where nothing has failed yet. */
export const createChecks = (): Checks => {
  const errors: Record<string, readonly string[]> = {};
  return {
    fail: (field, message) => {
      errors[field] = [...(errors[field] ?? []), message];
    },
    settle: () => {
      if (Object.keys(errors).length > 0) throw invalid(errors);
    },
  };
};

/** What came in: the fields of a body, or parameters of a query, where an array came as one. */
export type Input = Readonly<Record<string, unknown>>;

/** Returns the words of a field: `category_ids` is "category ids". */
const wordsOf = (field: string): string => field.replaceAll('_', ' ');

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** Fails every field an operation does not document: a client that counts on one would be told nothing otherwise. */
export const checkNames = (checks: Checks, input: Input, names: readonly string[]): void => {
  for (const field of Object.keys(input).filter((name) => !names.includes(name))) {
    checks.fail(field, `The ${wordsOf(field)} field is not documented.`);
  }
};

/** Returns a text of a field that must be there. */
export const readText = (checks: Checks, input: Input, field: string): string => {
  const value = input[field];
  if (isEmpty(value)) checks.fail(field, `The ${wordsOf(field)} field is required.`);
  else if (typeof value !== 'string') checks.fail(field, `The ${wordsOf(field)} must be a string.`);
  return typeof value === 'string' ? value : '';
};

/** Returns a text of a field that may be left out or null, which are both null. */
export const readTextOrNull = (checks: Checks, input: Input, field: string): string | null =>
  isEmpty(input[field]) ? null : readText(checks, input, field);

/** Returns one of some words of a field that must be there. */
export const readWord = <Word extends string>(
  checks: Checks,
  input: Input,
  field: string,
  words: readonly [Word, ...Word[]],
): Word => {
  const value = input[field];
  const word = words.find((candidate) => candidate === value);
  if (isEmpty(value)) checks.fail(field, `The ${wordsOf(field)} field is required.`);
  else if (word === undefined) checks.fail(field, `The selected ${wordsOf(field)} is invalid.`);
  return word ?? words[0];
};

/** Returns the id a value is, given as a number or in digits (I11); null when it is neither. */
const idOf = (value: unknown): number | null => {
  const id = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof id === 'number' && Number.isSafeInteger(id) ? id : null;
};

/** Returns the id of a record there is, from a field that must be there. */
export const readId = (checks: Checks, input: Input, field: string, exists: (id: number) => boolean): number => {
  const id = idOf(input[field]);
  if (isEmpty(input[field])) checks.fail(field, `The ${wordsOf(field)} field is required.`);
  else if (id === null || !exists(id)) checks.fail(field, `The selected ${wordsOf(field)} is invalid.`);
  return id ?? 0;
};

/** Returns the elements of an array that may be left out; every one that is not among what is allowed fails. */
export const readArray = <Element>(
  checks: Checks,
  input: Input,
  field: string,
  read: (value: unknown) => Element | null,
): readonly Element[] => {
  const value = input[field];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    checks.fail(field, `The ${wordsOf(field)} must be an array.`);
    return [];
  }
  return value.flatMap((given: unknown, index): readonly Element[] => {
    const element = read(given);
    if (element === null) checks.fail(`${field}.${index}`, `The selected ${field}.${index} is invalid.`);
    return element === null ? [] : [element];
  });
};

/** Returns the ids of an array that may be left out, each of a record there is. */
export const readIds = (
  checks: Checks,
  input: Input,
  field: string,
  exists: (id: number) => boolean,
): readonly number[] =>
  readArray(checks, input, field, (value) => {
    const id = idOf(value);
    return id !== null && exists(id) ? id : null;
  });

/** Returns the ids of an array that must hold one at least. */
export const readSomeIds = (
  checks: Checks,
  input: Input,
  field: string,
  exists: (id: number) => boolean,
): readonly number[] => {
  if (isEmpty(input[field])) checks.fail(field, `The ${wordsOf(field)} field is required.`);
  return [...new Set(readIds(checks, input, field, exists))];
};

/** Returns a whole number of a query in its bounds, or `standard` when it was left out. */
export const readCount = (
  checks: Checks,
  input: Input,
  field: string,
  { standard, most }: { readonly standard: number; readonly most: number },
): number => {
  const value = input[field];
  if (value === undefined) return standard;
  const count = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : 0;
  if (count < 1 || count > most) checks.fail(field, `The ${wordsOf(field)} must be between 1 and ${most}.`);
  return count;
};

/** Returns the first instant (UTC) of a day of a query, or null when it was left out. */
export const readDay = (checks: Checks, input: Input, field: string): number | null => {
  const value = input[field];
  if (value === undefined) return null;
  const text = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : '';
  const instant = Date.parse(text);
  // A day no calendar has (the 31st of June) is read as one of the next month.
  if (Number.isNaN(instant) || !new Date(instant).toISOString().startsWith(text)) {
    checks.fail(field, `The ${wordsOf(field)} does not match the format Y-m-d.`);
    return null;
  }
  return instant;
};
