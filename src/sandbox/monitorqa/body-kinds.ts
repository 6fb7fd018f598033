import { object, type Kind } from './body.ts';

/** Any number. */
export const number: Kind<number> = {
  words: 'a number',
  read: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
};

/** A whole number; whether it is within bounds is a question of the value. */
export const wholeNumber: Kind<number> = {
  words: 'a whole number',
  read: (value) => (Number.isSafeInteger(value) ? (value as number) : undefined),
};

/** True or false. */
export const flag: Kind<boolean> = {
  words: 'true or false',
  read: (value) => (typeof value === 'boolean' ? value : undefined),
};

/** Returns the kind of an array of what `kind` reads. */
export const arrayOf = <T>(kind: Kind<T>): Kind<readonly T[]> => ({
  words: `an array, each entry ${kind.words}`,
  read: (value) => {
    if (!Array.isArray(value)) return undefined;
    const entries = value.map((entry: unknown) => kind.read(entry));
    return entries.some((entry) => entry === undefined) ? undefined : (entries as readonly T[]);
  },
});

/** An array of objects, whose own fields are read one by one. */
export const objects = arrayOf(object);

/** Returns the kind that takes null beside what `kind` reads, for the few fields of which the document says so. */
export const orNull = <T>(kind: Kind<T>): Kind<T | null> => ({
  words: `${kind.words}, or null`,
  read: (value) => (value === null ? null : kind.read(value)),
});
