import { isRaw, rowsOf, textAt, textOf, type Raw } from '../raw.ts';

/** A step of a board. `limit` is how many tickets it should hold at most; null for any number. */
export interface Step {
  readonly id: string;
  readonly name: string;
  readonly limit: number | null;
}

/** The steps of a board in the order of their positions, from its part `steps`; empty where it was not read. */
export const stepsOf = (part: unknown): readonly Step[] =>
  (rowsOf(part) ?? [])
    .flatMap((row) => {
      const id = textAt(row, 'id');
      if (id === null) return [];
      const limit = Number(textAt(row, 'limit') ?? 0);
      const position = Number(textAt(row, 'pos') ?? Number.MAX_SAFE_INTEGER);
      return [{ id, name: textAt(row, 'name') ?? id, limit: limit > 0 ? limit : null, position }];
    })
    .toSorted((left, right) => left.position - right.position)
    .map(({ id, name, limit }) => ({ id, name, limit }));

/** A custom field of a board: its name in tickets (`f3`), what people call it, and titles of its choices by id. */
export interface BoardField {
  readonly key: string;
  readonly label: string;
  readonly type: string | null;
  readonly titles: ReadonlyMap<string, string>;
}

/** What names a custom field in a ticket. */
export const isFieldKey = (name: string): boolean => /^f\d+$/.test(name);

/** Titles by id: of a list of choices, or of an object with titles, or choices, by id. */
function titlesOf(values: unknown): ReadonlyMap<string, string> {
  const rows = rowsOf(values);
  const pairs =
    rows === null && isRaw(values)
      ? Object.entries(values).map(([id, one]) => [id, isRaw(one) ? textAt(one, 'title') : textOf(one)] as const)
      : (rows ?? []).map((row) => [textAt(row, 'id'), textAt(row, 'title')] as const);
  return new Map(pairs.flatMap(([id, title]) => (id === null || title === null ? [] : [[id, title] as const])));
}

/** The custom fields of a board, from its part `fields`; empty where it was not read. */
export const fieldsOf = (part: unknown): readonly BoardField[] =>
  (rowsOf(part) ?? []).flatMap((row) => {
    const key = [textAt(row, 'name'), textAt(row, 'id')].find((name) => name !== null && isFieldKey(name));
    if (key === undefined || key === null) return [];
    return [{ key, label: textAt(row, 'label') ?? key, type: textAt(row, 'type'), titles: titlesOf(row['values']) }];
  });

/** What a ticket has in a custom field: choices by their titles, one that is gone by its id. */
export interface Content {
  readonly key: string;
  readonly label: string;
  readonly texts: readonly string[];
}

const partsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : isRaw(value) ? Object.values(value) : [value])
    .map(textOf)
    .filter((text) => text !== null);

/**
 * The custom fields of a ticket that say something, in the board's order; one that the board does not have (any more)
 * comes last, by its own name.
 */
export function contentsOf(ticket: Raw, fields: readonly BoardField[]): readonly Content[] {
  const { custom_fields: nested } = ticket;
  const all = [...Object.entries(ticket), ...(isRaw(nested) ? Object.entries(nested) : [])];
  const values = new Map(all.filter(([name]) => isFieldKey(name)));
  const unknown = [...values.keys()].filter((key) => !fields.some((field) => field.key === key));
  const none: BoardField['titles'] = new Map();
  return [...fields, ...unknown.map((key): BoardField => ({ key, label: key, type: null, titles: none }))]
    .map(({ key, label, titles }) => ({
      key,
      label,
      texts: partsOf(values.get(key)).map((text) => titles.get(text) ?? text),
    }))
    .filter(({ texts }) => texts.length > 0);
}
