import { AppError } from '../../../shared/errors/app-error.ts';
import { textOf } from '../core/wire-fields.ts';
import { choiceId, isFieldKey, titleOf, type BoardField } from './choices.ts';

/** What a ticket has in a custom field: `raw` as it came, `texts` for a person, choices by their titles. */
export interface FieldContent {
  readonly key: string;
  readonly label: string;
  readonly raw: unknown;
  readonly texts: readonly string[];
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The values of a ticket's custom fields by key, as they came: nested under `custom_fields` when read, beside the other
 * properties when just created. Empty for what is no ticket.
 */
function rawCustomFields(ticket: unknown): ReadonlyMap<string, unknown> {
  if (!isFields(ticket)) return new Map();
  const { custom_fields: nested } = ticket;
  const read = isFields(nested) ? Object.entries(nested) : [];
  return new Map([...Object.entries(ticket), ...read].filter(([name]) => isFieldKey(name)));
}

/** The ids, or the texts, of one value: one of several, or a list of them. */
const partsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : isFields(value) ? Object.values(value) : [value])
    .map(textOf)
    .filter((text) => text !== null);

/**
 * A ticket's custom fields that say something, in the order of the board's fields; one that the board does not have
 * (any more, or because its fields were not read yet) comes last, under its key. A choice whose value is gone shows its id.
 */
export function readCustomFields(ticket: unknown, fields: readonly BoardField[] = []): readonly FieldContent[] {
  const raw = rawCustomFields(ticket);
  const known = fields.filter(({ key }) => raw.has(key));
  const others = [...raw.keys()].filter((key) => !known.some((field) => field.key === key));
  const contents = [
    ...known.map((field) => ({ key: field.key, label: field.label, field })),
    ...others.map((key) => ({ key, label: key, field: null })),
  ].map(({ key, label, field }) => {
    const value = raw.get(key);
    const parts = partsOf(value);
    const texts = field?.type === 'choice' ? parts.map((id) => titleOf(field, id) ?? id) : parts;
    return { key, label, raw: value, texts };
  });
  return contents.filter(({ texts }) => texts.length > 0);
}

/** What may be written into a custom field; null, an empty text and an empty list take the value away. */
export type NewContent = string | number | readonly (string | number)[] | null;

const refuse = ({ key, label }: Pick<BoardField, 'key' | 'label'>, problem: string): never => {
  throw new AppError('bad-input', `${label} ${problem}.`, { data: { field: `body.ticket.${key}` } });
};

function writeChoice(field: BoardField, content: NewContent): unknown {
  const given = Array.isArray(content) ? (content as readonly (string | number)[]) : [content as string | number];
  const ids = [...new Set(given.map((one) => choiceId(field, String(one))))];
  if (field.isMultiple) return ids;
  return ids.length > 1 ? refuse(field, 'takes one value') : ids[0];
}

function writeNumber(field: BoardField, content: NewContent): unknown {
  const text = textOf(Array.isArray(content) ? null : content)?.trim() ?? '';
  const number = Number(text);
  if (text === '' || !Number.isFinite(number)) return refuse(field, 'must be a number');
  if (field.min !== null && number < field.min) return refuse(field, `must be at least ${field.min}`);
  if (field.max !== null && number > field.max) return refuse(field, `must be at most ${field.max}`);
  return number;
}

const isNone = (content: NewContent): boolean =>
  content === null || content === '' || (Array.isArray(content) && content.length === 0);

function written(field: BoardField, content: NewContent): unknown {
  if (isNone(content)) return field.isRequired ? refuse(field, 'is required') : null;
  if (field.type === 'choice') return writeChoice(field, content);
  if (field.type === 'float') return writeNumber(field, content);
  return Array.isArray(content) ? refuse(field, 'takes one value') : content;
}

/**
 * Custom fields as `createTicket` and `updateTicket` take them, to be laid beside the other properties of `ticket`:
 * choices by id (a list of them where several may be chosen), null for what is taken away. Choices may be given by title or
 * by id. Throws AppError `bad-input` that names `body.ticket.fN` for a field that the board does not have, a required one
 * that is taken away, a value that is none of its choices, and a number beyond its limits.
 */
export function writeCustomFields(
  contents: Readonly<Record<string, NewContent>>,
  fields: readonly BoardField[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(contents).map(([key, content]) => {
      const field = fields.find((one) => one.key === key);
      return [
        key,
        field === undefined ? refuse({ key, label: key }, 'is no field of this board') : written(field, content),
      ];
    }),
  );
}
