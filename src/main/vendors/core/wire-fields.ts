import { z } from 'zod';
import { expecting } from './expectation.ts';

/**
 * Fields of vendors' answers that never make an answer fail: what has another type than documented reads as nothing,
 * and the vendor's JSON is kept beside as it came. Use them for everything that a record can do without.
 */

/**
 * The schema with its parser compiled, which reads rows several times as fast, and the same way: made at the first use,
 * because compiling every schema would hold up each start.
 */
export function compileLater<Schema extends z.ZodType>(schema: Schema): () => Schema {
  let compiled: Schema | undefined;
  return () => (compiled ??= z.compile(schema));
}

/** Text; a number is taken as its digits. Null for absent, null, blank and everything else. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && /\S/.test(value) ? value : null;
}

const isText = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';

/** A field that `textOf` reads. */
export const wireText = expecting(z.transform(textOf), { is: 'value', reads: isText, mayBeNull: true });

/** Text to the letter, an empty one too. Null for absent, null and everything else. */
export const wireExactText = expecting(
  z.transform((value: unknown): string | null => (typeof value === 'string' ? value : null)),
  { is: 'value', reads: (value) => typeof value === 'string', mayBeNull: true },
);

function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

const isNumber = (value: unknown): boolean => value === '' || numberOf(value) !== null;

/** A number, also when it comes as text. Null for absent and everything else. */
export const wireNumber = expecting(z.transform(numberOf), { is: 'value', reads: isNumber, mayBeNull: true });

/** Who sends null for one of a few documented words: a vendor for whom that means "none", or nobody. */
interface KnownWords {
  readonly mayBeNull?: boolean;
}

/**
 * One of the words that a document names, read as `wireText` reads it: any other word is kept too, and shows in the
 * diagnostics. A number is one of `words` when its digits are.
 */
export const wireWord = (words: readonly (string | number)[], { mayBeNull = false }: KnownWords = {}) =>
  expecting(z.transform(textOf), { is: 'value', reads: isText, mayBeNull, words: new Set(words.map(String)) });

/** The same for the numbers that a document names, read as `wireNumber` reads them. */
export const wireCode = (codes: readonly number[], { mayBeNull = false }: KnownWords = {}) =>
  expecting(z.transform(numberOf), { is: 'value', reads: isNumber, mayBeNull, words: new Set(codes.map(String)) });

/** True or false; null for absent and everything else. */
export const wireFlag = expecting(
  z.transform((value: unknown): boolean | null => (typeof value === 'boolean' ? value : null)),
  { is: 'value', reads: (value) => typeof value === 'boolean', mayBeNull: false },
);

/** A moment of a real day from 1900 on, in UTC or without a zone; 29 February is left to the calendar. */
const PLAIN_MOMENT =
  /^(?:19|[2-9]\d)\d\d-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)[T ](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z?$/;

const DAY_END = '0000-00-00'.length;
const SECONDS_END = '0000-00-00T00:00:00'.length;
const WHOLE = '0000-00-00T00:00:00.000Z'.length;

/** A plain moment with three digits of a second, and its zone. */
function inFull(plain: string): string {
  if (plain.length === WHOLE && plain.endsWith('Z') && plain.charAt(DAY_END) === 'T') return plain;
  const fraction = plain.slice(SECONDS_END + 1).replace('Z', '');
  const time = plain.slice(DAY_END + 1, SECONDS_END);
  return `${plain.slice(0, DAY_END)}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
}

export function momentOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  // Nearly every moment is spelled like this, and to make a date of it takes longer than to read all other fields.
  if (PLAIN_MOMENT.test(value)) return inFull(value);
  if (!/^\d{4}-\d\d-\d\d/.test(value)) return null;
  const hasZone = /(z|[+-]\d\d:?\d\d)$/i.test(value) || value.length <= 10;
  const moment = Date.parse(hasZone ? value : `${value}Z`);
  return Number.isNaN(moment) || moment < Date.UTC(1900, 0) ? null : new Date(moment).toISOString();
}

/**
 * A moment as ISO 8601 in UTC with milliseconds. A time that names no zone is UTC, as the vendors that use this field
 * say of all their times. Null for what is no moment and for the year 1 that some servers send for "none".
 */
export const wireMoment = expecting(z.transform(momentOf), {
  is: 'value',
  reads: (value) => value === '' || (typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)),
  mayBeNull: true,
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
export function wireList<Schema extends z.ZodType>(schema: Schema) {
  const item = compileLater(schema);
  const list = z.transform((value: unknown): readonly z.output<Schema>[] => {
    const items: z.output<Schema>[] = [];
    if (!Array.isArray(value)) return items;
    for (const given of value) {
      const read = item().safeParse(given);
      if (read.success) items.push(read.data);
    }
    return items;
  });
  return expecting(list, { is: 'list', of: schema });
}

/**
 * The rows of a list, left as they came: a map reads them one by one by `schema`, so that each keeps its own JSON and one
 * that cannot be read is told apart. Fails when there is no array.
 */
export const wireRows = (schema: z.ZodType) => expecting(z.array(z.unknown()), { is: 'list', of: schema });

/** An object read by `schema`; null for absent, null and what cannot be read. */
export function wireObject<Schema extends z.ZodType>(schema: Schema) {
  const read = compileLater(schema);
  const object = z.transform((value: unknown): z.output<Schema> | null => {
    if (typeof value !== 'object' || value === null) return null;
    const outcome = read().safeParse(value);
    return outcome.success ? outcome.data : null;
  });
  return expecting(object, { is: 'object', of: schema });
}
