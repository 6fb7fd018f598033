import type { PhpArray, PhpValue } from './php-form.ts';
import { refusal } from './refusal.ts';

/** Reads one property. @throws HTTPException 400 in the envelope on a value it cannot have; `label` names it. */
export type Reader<T> = (value: PhpValue, label: string) => T;

/** The properties of a resource by the names the document gives them. */
export type Spec = Readonly<Record<string, Reader<unknown>>>;

/** A resource's properties. */
export type PropertiesOf<S extends Spec> = { readonly [Name in keyof S]: ReturnType<S[Name]> };

const refuse = (label: string, what: string) => refusal(400, `${label} ${what}`);

/** A text; `key=` is an empty one. */
export const aText: Reader<string> = (value, label) => {
  if (typeof value !== 'string') throw refuse(label, 'must be a string');
  return value;
};

/** A text that must say something: what the document calls required. */
export const someText: Reader<string> = (value, label) => {
  const text = aText(value, label);
  if (text.trim() === '') throw refuse(label, 'is required');
  return text;
};

/** An e-mail address, as far as its form shows. */
export const anEmail: Reader<string> = (value, label) => {
  const text = someText(value, label);
  if (!/^[^\s@:]+@[^\s@]+$/.test(text)) throw refuse(label, 'is not a valid email');
  return text;
};

/** True or false as PHP casts them: an empty text and `0` are false, anything else is true, the word "false" too. */
export const aBoolean: Reader<boolean> = (value, label) => {
  const text = aText(value, label);
  return text !== '' && text !== '0';
};

/** A whole number from `low` to `high`. */
export const anInteger =
  (low: number, high: number): Reader<number> =>
  (value, label) => {
    const number = /^-?\d{1,9}$/.test(aText(value, label)) ? Number(value) : Number.NaN;
    if (!(number >= low && number <= high)) throw refuse(label, `must be an integer from ${low} to ${high}`);
    return number;
  };

const mostInteger = 999_999_999;

/** The id of another record. */
export const anId = anInteger(1, mostInteger);

/** A decimal number. */
export const aFloat: Reader<number> = (value, label) => {
  const text = aText(value, label);
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,2})?$/i.test(text)) throw refuse(label, 'must be a number');
  return Number(text);
};

/** What another reader reads, or null for an empty text, which takes the value away. */
export const orNothing =
  <T>(read: Reader<T>): Reader<T | null> =>
  (value, label) =>
    value === '' ? null : read(value, label);

/** One of a few words. */
export const oneOf =
  <const Word extends string>(...words: readonly Word[]): Reader<Word> =>
  (value, label) => {
    const found = words.find((word) => word === value);
    if (found === undefined) throw refuse(label, `must be one of ${words.join(', ')}`);
    return found;
  };

/** A day, `YYYY-MM-DD`. The document shows no form of a date; what this sandbox gives is what it takes. */
export const aDay: Reader<string> = (value, label) => {
  const text = aText(value, label);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
  if (!isDay || new Date(text).toISOString().slice(0, 10) !== text) throw refuse(label, 'must be a date (YYYY-MM-DD)');
  return text;
};

/** An array of ids, each once; an empty text is an empty one, since a form cannot write it otherwise. */
export const someIds: Reader<readonly number[]> = (value, label) => {
  if (value === '') return [];
  if (typeof value === 'string') throw refuse(label, 'must be an array');
  return [...new Set([...value].map(([key, inner]) => anId(inner, `${label}[${key}]`)))];
};

/** Properties within a property, of which some may be left out; PHP writes an array without entries as a text. */
export const nested =
  <S extends Spec>(spec: S): Reader<Partial<PropertiesOf<S>>> =>
  (value, label) => {
    if (value === '') return {};
    if (typeof value === 'string') throw refuse(label, 'must be an array');
    return readEach(value, spec, label);
  };

const readEach = <S extends Spec>(array: PhpArray, spec: S, label: string): Partial<PropertiesOf<S>> =>
  Object.fromEntries(
    [...array].map(([name, value]) => {
      const read = Object.hasOwn(spec, name) ? spec[name] : undefined;
      if (read === undefined) throw refuse(`${label}[${name}]`, 'is not known');
      return [name, read(value, `${label}[${name}]`)];
    }),
  ) as Partial<PropertiesOf<S>>;

/** Returns the array a resource's properties are sent as. @throws HTTPException 400 in the envelope without one. */
export const arrayNamed = (body: PhpArray, name: string): PhpArray => {
  const array = body.get(name);
  if (array === undefined || typeof array === 'string') throw refuse(name, 'is required');
  return array;
};

/**
 * Returns the properties sent in the array `name`. Those left out stay as they are: the document calls some required for
 * POST and PUT alike, and here that means a POST must have them (`required`) and a PUT may not take them away.
 * @throws HTTPException 400 in the envelope on a value it cannot have, and on a name the document does not have.
 */
export const readProperties = <S extends Spec>(
  body: PhpArray,
  name: string,
  spec: S,
  required: readonly (keyof S & string)[] = [],
): Partial<PropertiesOf<S>> => {
  const array = arrayNamed(body, name);
  for (const wanted of required) if (!array.has(wanted)) throw refuse(`${name}[${wanted}]`, 'is required');
  return readEach(array, spec, name);
};
