import type { z } from 'zod';
import type { Drift, DriftKind } from '../../../shared/model/drift.ts';
import { expectationOf, type Expectation } from './expectation.ts';

/** Rows of one list that are looked at. */
const MOST_ROWS = 200;

/** Values of one answer that are looked at, and places of it that are told. */
const MOST_VALUES = 20_000;
const MOST_PLACES = 50;

/** A schema that refers to itself is followed so far. */
const MOST_LEVELS = 30;

/** A name of a field as a programmer writes it. Anything else may be a customer's word, and is not told. */
const FIELD_NAME = /^@?[a-z_][\w-]{0,59}$/i;

/** What ids have and names of fields have not. */
const LIKE_AN_ID = /\d{4}|^[\da-f]{8}-/i;

/** A word as an enumeration has them: no address, no sentence. */
const WORD = /^[\p{L}\p{N}][\p{L}\p{N} _/-]{0,39}$/u;

type Schema = z.core.$ZodType;
type Definition = z.core.$ZodTypes['_zod']['def'];
type Fields = Readonly<Record<string, unknown>>;

/** Where what is found goes. */
type Tell = (path: string, kind: DriftKind, example?: string | null) => void;

/** Where a look stands. */
interface Place {
  readonly path: string;
  readonly level: number;
  readonly tell: Tell;
  /** True once for every value that may still be looked at. */
  readonly mayLook: () => boolean;
}

/** What a schema is made of. */
const definitionOf = (schema: Schema): Definition => (schema as z.ZodType).def as Definition;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const toldName = (name: string): string => (FIELD_NAME.test(name) && !LIKE_AN_ID.test(name) ? name : '*');

/** A value as the word it is; empty for what is none. */
const wordOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

function toldWord(value: unknown): string | null {
  const word = wordOf(value);
  return WORD.test(word) ? word : null;
}

const inside = (place: Place, name: string): Place => ({
  ...place,
  level: place.level + 1,
  path: name === '[]' || place.path === '' ? `${place.path}${name}` : `${place.path}.${name}`,
});

const wrongType = ({ path, tell }: Place, value: unknown): void => tell(path, value === null ? 'null' : 'other-type');

function lookAtList(of: Schema, value: unknown, place: Place): void {
  if (!Array.isArray(value)) return wrongType(place, value);
  const row = inside(place, '[]');
  for (const item of value.slice(0, MOST_ROWS)) look(of, item, row);
}

function lookAtMap(of: Schema, value: Fields, place: Place): void {
  const entry = inside(place, '*');
  for (const item of Object.values(value).slice(0, MOST_ROWS)) look(of, item, entry);
}

function lookAtExpected(expectation: Expectation, value: unknown, place: Place): void {
  switch (expectation.is) {
    case 'list':
      return lookAtList(expectation.of, value, place);
    case 'object':
      return value === null ? undefined : look(expectation.of, value, place);
    case 'map':
      if (value === null) return;
      return isFields(value) ? lookAtMap(expectation.of, value, place) : wrongType(place, value);
    case 'value': {
      const { reads, mayBeNull, words } = expectation;
      if (value === null) return mayBeNull ? undefined : place.tell(place.path, 'null');
      if (!reads(value)) return place.tell(place.path, 'other-type');
      // A blank word is no word, as it is for whoever reads it.
      const word = wordOf(value);
      const isKnown = words === undefined || word === '' || words.has(word);
      return isKnown ? undefined : place.tell(place.path, 'new-value', toldWord(value));
    }
    default:
      return expectation satisfies never;
  }
}

function lookAtFields(def: z.core.$ZodObjectDef, value: unknown, place: Place): void {
  if (!isFields(value)) return wrongType(place, value);
  const names = Object.keys(value);
  const catchall = def.catchall && definitionOf(def.catchall).type;
  const isNamed = Object.keys(def.shape).length > 0;
  for (const name of names) {
    if (Object.hasOwn(def.shape, name)) look(def.shape[name] as Schema, value[name], inside(place, name));
    else if (def.catchall && catchall !== 'unknown' && catchall !== 'never') {
      look(def.catchall, value[name], inside(place, '*'));
      // An object of no named field is one that nothing is known of.
    } else if (isNamed) place.tell(inside(place, toldName(name)).path, 'new-field');
  }
}

/** True for a choice that takes anything and names nothing. */
function namesNothing(schema: Schema): boolean {
  const def = definitionOf(schema);
  return def.type === 'unknown' || def.type === 'any' || (def.type === 'object' && Object.keys(def.shape).length === 0);
}

/** Of the choices that take the value, if any do, the one that names something and fits best is the one that was meant. */
function lookAtChoices(choices: readonly Schema[], value: unknown, place: Place): void {
  const taking = choices.filter((choice) => (choice as z.ZodType).safeParse(value).success);
  const naming = taking.filter((choice) => !namesNothing(choice));
  const meant = [naming, taking, choices].find(({ length }) => length > 0) ?? [];
  const answers = meant.map((choice) => {
    const told: Parameters<Tell>[] = [];
    const tell: Tell = (...given) => {
      told.push(given);
    };
    look(choice, value, { ...place, tell });
    // What is another kind of thing altogether was not meant, however little is said of it.
    const isOther = told.some(([path, kind]) => path === place.path && kind !== 'new-value');
    return { told, rank: told.length + (isOther ? MOST_PLACES : 0) };
  });
  const [best] = answers.toSorted((left, right) => left.rank - right.rank);
  for (const given of best?.told ?? []) place.tell(...given);
}

/** A value that must be one of a few. */
function lookAtWords(words: readonly unknown[], value: unknown, place: Place): void {
  if (words.includes(value)) return;
  if (value !== null && words.some((word) => typeof word === typeof value)) {
    return place.tell(place.path, 'new-value', toldWord(value));
  }
  wrongType(place, value);
}

function look(schema: Schema, value: unknown, place: Place): void {
  if (value === undefined || place.level > MOST_LEVELS || !place.mayLook()) return;
  const expectation = expectationOf(schema);
  if (expectation) return lookAtExpected(expectation, value, place);
  const def = definitionOf(schema);
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- what is not here tells nothing of what it reads
  switch (def.type) {
    case 'optional':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'catch':
    case 'readonly':
      return look(def.innerType, value, place);
    case 'nullable':
      return value === null ? undefined : look(def.innerType, value, place);
    case 'pipe':
      return look(def.in, value, place);
    case 'lazy':
      return look(def.getter(), value, inside(place, ''));
    case 'object':
      return lookAtFields(def, value, place);
    case 'array':
      return lookAtList(def.element, value, place);
    case 'record':
      return isFields(value) ? lookAtMap(def.valueType, value, place) : wrongType(place, value);
    case 'union':
      return lookAtChoices(def.options, value, place);
    case 'intersection':
      look(def.left, value, place);
      return look(def.right, value, place);
    case 'enum':
      return lookAtWords(Object.values(def.entries), value, place);
    case 'literal':
      return lookAtWords(def.values, value, place);
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === def.type ? undefined : wrongType(place, value);
    default:
      return;
  }
}

/**
 * Where data differ from what their schema names: fields, words of enumerations, null, types; none where all is as it
 * should be. Pure. `data` are those of a whole answer; of long lists the first 200 rows are looked at, and at most 50
 * places are told. What is told holds no value but the new word of an enumeration.
 */
export function driftOf(schema: z.ZodType, data: unknown): readonly Drift[] {
  const found = new Map<string, Drift>();
  let left = MOST_VALUES;
  const tell: Tell = (path, kind, example = null) => {
    const key = `${kind} ${path}`;
    const known = found.get(key);
    if (known === undefined && found.size >= MOST_PLACES) return;
    found.set(key, { path, kind, example: known?.example ?? example, count: (known?.count ?? 0) + 1 });
  };
  const mayLook = (): boolean => {
    left -= 1;
    return left >= 0;
  };
  look(schema, data, { path: '', level: 0, tell, mayLook });
  return [...found.values()];
}
