import type { AppError } from '../../../shared/errors/app-error.ts';
import { t, wordOf } from '../../lib/words.ts';

/** What was found wrong with single fields: beside those that are shown, and what belongs to none of them. */
export interface FieldProblems {
  readonly byField: ReadonlyMap<string, string>;
  readonly others: readonly (readonly [field: string, words: string])[];
}

/** The name of a field from its place in a call: `body.email` and `secret.email` are both of `email`. */
const fieldOf = (place: string): string => place.split('.').at(-1) ?? place;

/** What we found wrong ourselves is told by the field alone. */
const ownWords = (field: string): string => wordOf('connections.wrong-', field, 'connections.wrong-value');

/** Fields and words of an error: a refusal of ours names fields, a vendor's has words for each. */
function saidBy({ data }: AppError): readonly (readonly [field: string, words: string])[] {
  const { field, fields } = data;
  if (typeof field === 'string') return [[fieldOf(field), ownWords(fieldOf(field))]];
  if (Array.isArray(fields)) return fields.map((place) => [fieldOf(String(place)), ownWords(fieldOf(String(place)))]);
  if (typeof fields !== 'object' || fields === null) return [];
  return Object.entries(fields).map(([place, words]) => [fieldOf(place), words]);
}

/** Sorts what an error says of single fields to those that are `shown`. */
export function fieldProblems(error: AppError | undefined, shown: readonly string[]): FieldProblems {
  const said = error === undefined ? [] : saidBy(error);
  const byField = new Map<string, string>();
  for (const [field, words] of said.filter(([name]) => shown.includes(name))) {
    byField.set(field, [byField.get(field), words].filter(Boolean).join(' '));
  }
  // Of our own refusal the notice says enough; a vendor's words are shown wherever they belong.
  const isVendors = error?.code !== 'bad-input';
  return { byField, others: isVendors ? said.filter(([name]) => !shown.includes(name)) : [] };
}

/** What belongs to no field that is shown, as one line each: the vendor's name of the field, and its words. */
export const otherProblems = ({ others }: FieldProblems): readonly string[] =>
  others.map(([field, words]) => t('connections.wrong-other', { field, words }));
