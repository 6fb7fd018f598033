import { AppError } from '../../../shared/errors/app-error.ts';
import { textOf } from '../core/wire-fields.ts';
import { listRows } from './list-rows.ts';
import { choiceValue, customField } from './schemas.ts';

/** One value that may be chosen. */
interface Choice {
  readonly id: string;
  readonly title: string;
}

/** A custom field of a board, as far as a ticket needs it. `key` is its name in paths and tickets (`f3`). */
export interface BoardField {
  readonly key: string;
  readonly label: string;
  readonly type: string | null;
  /** Several values may be chosen: checkboxes. */
  readonly isMultiple: boolean;
  readonly isRequired: boolean;
  readonly hint: string | null;
  /** Limits of a number; null where there is none. */
  readonly min: number | null;
  readonly max: number | null;
  /** Empty for every type but "choice". */
  readonly choices: readonly Choice[];
}

/** What names a custom field in a ticket. */
export const isFieldKey = (name: string): boolean => /^f\d+$/.test(name);

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface PlacedChoice extends Choice {
  readonly pos: number;
}

function choiceOf(value: unknown, id?: string): PlacedChoice | null {
  if (!isFields(value)) {
    const title = textOf(value);
    return id === undefined || title === null ? null : { id, title, pos: Number.MAX_SAFE_INTEGER };
  }
  const read = choiceValue.safeParse(id === undefined ? value : { id, ...value }).data;
  return read === undefined
    ? null
    : { id: read.id, title: read.title ?? read.id, pos: read.pos ?? Number.MAX_SAFE_INTEGER };
}

/** The values of a field, in their order: a list of them, or titles (or values) by id. */
function choicesOf(values: unknown): readonly Choice[] {
  const rows = listRows(values);
  const read =
    rows === null && isFields(values)
      ? Object.entries(values).map(([id, value]) => choiceOf(value, id))
      : (rows ?? []).map((value) => choiceOf(value));
  return read
    .filter((choice) => choice !== null)
    .toSorted((left, right) => left.pos - right.pos)
    .map(({ id, title }) => ({ id, title }));
}

function fieldOf(row: unknown): BoardField | null {
  const read = customField.safeParse(row).data;
  const key = [read?.name, read?.id].find((name) => typeof name === 'string' && isFieldKey(name));
  if (read === undefined || typeof key !== 'string') return null;
  const options = isFields(read.options) ? read.options : {};
  const numberOf = (value: unknown): number | null => {
    const text = textOf(value);
    return text === null || !Number.isFinite(Number(text)) ? null : Number(text);
  };
  return {
    key,
    label: read.label ?? key,
    type: read.type,
    isMultiple: options['choiceType'] === 'checkbox',
    isRequired: read.required === true,
    hint: read.hint,
    min: numberOf(options['min']),
    max: numberOf(options['max']),
    choices: choicesOf(read.values),
  };
}

/** A board's custom fields from the data of `listCustomFields`; empty where they are none. What has no key is left out. */
export const boardFields = (data: unknown): readonly BoardField[] =>
  (listRows(data) ?? []).map(fieldOf).filter((field) => field !== null);

/** The title of a choice by its id; null where the field has no such value any more. */
export const titleOf = (field: BoardField, id: string): string | null =>
  field.choices.find((choice) => choice.id === id)?.title ?? null;

/**
 * The id of a choice by its title, or by the id itself. Titles are compared as they are, then without regard to case and
 * blanks around them. Throws AppError `bad-input` that names `body.ticket.fN` where there is none, or more than one.
 */
export function choiceId(field: BoardField, given: string): string {
  const plain = (text: string): string => text.trim().toLowerCase();
  const matching = [
    (choice: Choice) => choice.title === given,
    (choice: Choice) => choice.id === given.trim(),
    (choice: Choice) => plain(choice.title) === plain(given),
  ]
    .map((is) => field.choices.filter(is))
    .find((found) => found.length > 0);
  const [first, ...others] = matching ?? [];
  if (first !== undefined && others.length === 0) return first.id;
  const problem = first === undefined ? 'has no such value' : 'has several values of this title: give the id';
  throw new AppError('bad-input', `${field.label} ${problem}.`, { data: { field: `body.ticket.${field.key}` } });
}
