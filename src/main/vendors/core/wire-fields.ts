import { z } from 'zod';

/**
 * Fields of vendors' answers that never make an answer fail: what has another type than documented reads as nothing,
 * and the vendor's JSON is kept beside as it came. Use them for everything that a record can do without.
 */

/** Text; a number is taken as its digits. Null for absent, null, blank and everything else. */
export const wireText = z
  .unknown()
  .optional()
  .transform((value): string | null => {
    if (typeof value === 'number') return String(value);
    return typeof value === 'string' && value.trim() !== '' ? value : null;
  });

/** Text to the letter, an empty one too. Null for absent, null and everything else. */
export const wireExactText = z
  .unknown()
  .optional()
  .transform((value): string | null => (typeof value === 'string' ? value : null));

/** A number, also when it comes as text. Null for absent and everything else. */
export const wireNumber = z
  .unknown()
  .optional()
  .transform((value): number | null => {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : null;
  });

/** True or false; null for absent and everything else. */
export const wireFlag = z
  .unknown()
  .optional()
  .transform((value): boolean | null => (typeof value === 'boolean' ? value : null));

/**
 * A moment as ISO 8601 in UTC with milliseconds. A time that names no zone is UTC, as the vendors that use this field
 * say of all their times. Null for what is no moment and for the year 1 that some servers send for "none".
 */
export const wireMoment = z
  .unknown()
  .optional()
  .transform((value): string | null => {
    if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d/.test(value)) return null;
    const hasZone = /(z|[+-]\d\d:?\d\d)$/i.test(value) || value.length <= 10;
    const moment = Date.parse(hasZone ? value : `${value}Z`);
    return Number.isNaN(moment) || moment < Date.UTC(1900, 0) ? null : new Date(moment).toISOString();
  });

const knownZones = new Map<string, boolean>();

function isTimeZone(name: string): boolean {
  const known = knownZones.get(name);
  if (known !== undefined) return known;
  let isZone = true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format(0);
  } catch {
    isZone = false;
  }
  // A vendor has a few hundred of them; one that sends others without end is not remembered without end.
  if (knownZones.size < 1000) knownZones.set(name, isZone);
  return isZone;
}

/** A time zone's IANA name; null for absent and what this computer knows no zone by. */
export const wireZone = wireText.transform((name) => (name !== null && isTimeZone(name) ? name : null));

/** An id, which nothing can do without: opaque text, or a number taken as its digits. Fails when absent or blank. */
export const wireId = z.union([z.string().refine((value) => value.trim() !== ''), z.number().transform(String)]);

/** An array whose items are read by `schema`; items that cannot be read are left out, and what is no array is empty. */
export const wireList = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .unknown()
    .optional()
    .transform((value): readonly z.output<Schema>[] =>
      Array.isArray(value)
        ? value.flatMap((item) => {
            const read = schema.safeParse(item);
            return read.success ? [read.data] : [];
          })
        : [],
    );

/** An object read by `schema`; null for absent, null and what cannot be read. */
export const wireObject = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .unknown()
    .optional()
    .transform((value): z.output<Schema> | null => {
      const read = schema.safeParse(value);
      return read.success ? read.data : null;
    });
