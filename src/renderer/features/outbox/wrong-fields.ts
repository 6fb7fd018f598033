import type { FieldChange, OutboxError } from '../../../shared/model/outbox.ts';

/** What a vendor found wrong with a change: beside the fields it names, and what belongs to none that is shown. */
interface WrongFields {
  readonly byField: ReadonlyMap<string, string>;
  readonly others: readonly (readonly [place: string, words: string])[];
}

/** The name of a field from its place in the call: `body.category_ids.0` is of `category_ids`. */
const fieldOf = (place: string): string => place.split('.')[1] ?? place;

/** Sorts what a vendor said of single fields to the fields of the change. */
export function wrongFields(error: OutboxError | null, changes: readonly FieldChange[]): WrongFields {
  const shown = new Set(changes.map(({ field }) => field));
  const byField = new Map<string, string>();
  const others: (readonly [string, string])[] = [];
  for (const [place, words] of Object.entries(error?.fields ?? {})) {
    const field = fieldOf(place);
    if (shown.has(field)) byField.set(field, [byField.get(field), words].filter(Boolean).join(' '));
    else others.push([place.replace(/^(body|query|path)\./, ''), words]);
  }
  return { byField, others };
}
