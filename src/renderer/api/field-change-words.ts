import { fullMoment } from '../lib/dates.ts';
import { t, wordOf } from '../lib/words.ts';
import { actionPriority, actionStatus } from './action-words.ts';

/** A field's value ready to be shown: words, a text to be compared word by word, the members of a set, or a lack. */
export type ShownValue =
  | { readonly kind: 'words' | 'text' | 'nothing'; readonly text: string }
  | { readonly kind: 'set'; readonly names: readonly string[] };

interface ValueFacts {
  readonly zone: string;
  readonly now: Date;
}

const LONG_FIELDS: readonly string[] = ['name', 'description'];
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;

/** A field's name for a person; one this version does not know stays as it came. */
export const fieldName = (field: string): string => wordOf('outbox.field.', field, 'outbox.field.unknown');

function words(field: string, value: string, { zone, now }: ValueFacts): string {
  if (field === 'status') return actionStatus(value).text;
  if (field === 'priority') return actionPriority(value).text;
  return MOMENT.test(value) ? fullMoment(value, zone, now) : value;
}

/** How a value of a change is shown. What was not sent, what is null and what is empty are three different words. */
export function shownValue(field: string, value: unknown, facts: ValueFacts): ShownValue {
  if (value === undefined) return { kind: 'nothing', text: t('outbox.value-not-sent') };
  if (value === null) return { kind: 'nothing', text: t('outbox.value-none') };
  if (value === '') return { kind: 'nothing', text: t('outbox.value-empty') };
  if (Array.isArray(value)) {
    return value.length === 0
      ? { kind: 'nothing', text: t('outbox.value-nobody') }
      : { kind: 'set', names: value.map(String) };
  }
  if (typeof value === 'string') {
    return { kind: LONG_FIELDS.includes(field) ? 'text' : 'words', text: words(field, value, facts) };
  }
  return { kind: 'words', text: JSON.stringify(value) };
}
