import type { SmartqLedger } from './ledger.ts';
import type { PhpArray, PhpValue } from './php-form.ts';
import { aFloat, aText, someIds } from './properties.ts';
import type { Field, FieldContent, FieldValue } from './records.ts';
import { refusal } from './refusal.ts';
import { recordsOf } from './request.ts';

/** Returns the custom fields of a project, oldest first. */
export const fieldsOf = (ledger: SmartqLedger, projectId: number): readonly Field[] =>
  recordsOf(ledger.table('field'), (field) => field.projectId === projectId);

/** Returns the values of a field of type choice in their order. */
export const valuesOf = (ledger: SmartqLedger, field: Field): readonly FieldValue[] =>
  recordsOf(ledger.table('value'), (value) => value.fieldId === field.id).toSorted(
    (a, b) => a.properties.pos - b.properties.pos || a.id - b.id,
  );

/** Tells whether several values of a field can be chosen: checkboxes. */
export const isMultiple = ({ properties }: Field): boolean =>
  properties.type === 'choice' && properties.options.choiceType === 'checkbox';

const readFloat = ({ properties }: Field, raw: PhpValue, label: string): number | null => {
  if (raw === '') return null;
  const number = aFloat(raw, label);
  const { min, max } = properties.options;
  if (typeof min === 'number' && number < min) throw refusal(400, `${label} must not be less than ${min}`);
  if (typeof max === 'number' && number > max) throw refusal(400, `${label} must not be greater than ${max}`);
  return number;
};

const readChoice = (ledger: SmartqLedger, field: Field, raw: PhpValue, label: string): FieldContent => {
  // A single choice is written as one id; the form of an array with one is understood too.
  const ids = someIds(typeof raw === 'string' && raw !== '' ? new Map([['0', raw]]) : raw, label);
  const known = valuesOf(ledger, field);
  const stranger = ids.find((id) => !known.some((value) => value.id === id));
  if (stranger !== undefined) throw refusal(400, `${label} has no value "${stranger}"`);
  if (isMultiple(field)) return ids;
  if (ids.length > 1) throw refusal(400, `${label} takes one value`);
  return ids[0] ?? null;
};

const readContent = (ledger: SmartqLedger, field: Field, raw: PhpValue, label: string): FieldContent => {
  const { type } = field.properties;
  if (type === 'float') return readFloat(field, raw, label);
  return type === 'choice' ? readChoice(ledger, field, raw, label) : aText(raw, label);
};

const isEmpty = (content: FieldContent | undefined): boolean =>
  content === undefined || content === null || content === '' || (typeof content === 'object' && content.length === 0);

/** Returns what a field of a new ticket says when nothing was sent: the values that are its defaults. */
const standard = (ledger: SmartqLedger, field: Field): FieldContent => {
  if (field.properties.type !== 'choice') return field.properties.type === 'float' ? null : '';
  const ids = valuesOf(ledger, field).flatMap(({ id, properties }) => (properties.is_default ? [id] : []));
  return isMultiple(field) ? ids : (ids[0] ?? null);
};

/**
 * Returns what the custom fields of a ticket say after a write ("Add ticket with custom fields"); `before` is null for a
 * new one. @throws HTTPException 400 in the envelope on a value the field cannot have, and without one where the field is
 * mandatory.
 */
export const readContents = (
  ledger: SmartqLedger,
  fields: readonly Field[],
  sent: PhpArray,
  before: Readonly<Record<string, FieldContent>> | null,
): Readonly<Record<string, FieldContent>> =>
  Object.fromEntries(
    fields.map((field) => {
      const label = `ticket[${field.name}]`;
      const raw = sent.get(field.name);
      const kept = before === null ? standard(ledger, field) : (before[field.name] ?? null);
      const content = raw === undefined ? kept : readContent(ledger, field, raw, label);
      // A ticket from before the field became mandatory may stay as it is.
      if (field.properties.required && isEmpty(content) && (before === null || raw !== undefined)) {
        throw refusal(400, `${label} is required`);
      }
      return [field.name, content];
    }),
  );
