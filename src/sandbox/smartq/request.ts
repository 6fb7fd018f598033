import { mediaType, type SandboxContext } from '../http.ts';
import { parsePhpForm, type PhpArray } from './php-form.ts';
import { aBoolean } from './properties.ts';
import type { User } from './records.ts';
import { notFound, refusal } from './refusal.ts';

/** What an operation is asked. */
export type Asked = {
  readonly c: SandboxContext;
  readonly caller: User;
  /** Returns a parameter of the path, decoded. */
  readonly path: (name: string) => string;
};

/** Answers one operation. */
export type Answer = (asked: Asked) => Response | Promise<Response>;

/** The operations on one kind of resource. */
export type Answers<Name extends string> = Readonly<Record<Name, Answer>>;

/** Returns the answer to what was done: `data` is what the method returns, and there is no error. */
export const answerWith = ({ c }: Pick<Asked, 'c'>, data: unknown): Response => c.json({ error: null, data });

/** Returns the answer to a deletion, of which the document says nothing: a PHP method's `return true`. */
export const deleted = (asked: Asked): Response => answerWith(asked, true);

/**
 * Returns the parameters of a query string that an operation documents. The API access key may be among them.
 * @throws HTTPException 400 in the envelope on any other, and on one given twice.
 */
export const readQuery = <Name extends string>(
  { c }: Pick<Asked, 'c'>,
  names: readonly Name[],
): Readonly<Partial<Record<Name, string>>> => {
  const given = [...new URL(c.req.url).searchParams].filter(([name]) => name !== 'X_AUTH_CLIENT_ID');
  const seen = new Set<string>();
  for (const [name] of given) {
    const isKnown = names.some((known) => known === name) && !seen.has(name);
    if (!isKnown) throw refusal(400, `Parameter "${name}" is not known`);
    seen.add(name);
  }
  return Object.fromEntries(given) as Partial<Record<Name, string>>;
};

/** Tells whether a parameter of the query is on ("1 or 0"). */
export const isOn = (value: string | undefined): boolean => value !== undefined && aBoolean(value, '');

/**
 * The document names neither the default of `count` nor its maximum. More than what this sandbox allows is refused aloud,
 * so that nobody comes to count on it.
 */
const pageRule = { standard: 25, most: 1000 } as const;

const readNumber = (
  name: string,
  raw: string | undefined,
  standard: number,
  [low, high]: readonly [number, number],
) => {
  if (raw === undefined) return standard;
  const number = /^\d{1,9}$/.test(raw) ? Number(raw) : -1;
  if (number >= low && number <= high) return number;
  throw refusal(400, `Parameter "${name}" must be an integer from ${low} to ${high}`);
};

/**
 * Returns the answer that lists rows ("Nota bene"): the part asked for in `items`, and which part it is beside them. No
 * total is told, and past the end the list is empty. `extra` are the parameters an operation has of its own.
 */
export const answerList = <Row>(
  asked: Asked,
  rows: readonly Row[],
  shape: (row: Row) => unknown,
  extra: readonly string[] = [],
): Response => {
  const query: Readonly<Record<string, string | undefined>> = readQuery(asked, ['count', 'offset', ...extra]);
  const count = readNumber('count', query['count'], pageRule.standard, [1, pageRule.most]);
  const offset = readNumber('offset', query['offset'], 0, [0, 999_999_999]);
  const from = offset === 0 ? 0 : Math.max(0, offset + (asked.c.get('vanishedRows') ?? 0));
  return answerWith(asked, { items: rows.slice(from, from + count).map((row) => shape(row)), count, offset });
};

/**
 * Returns a form's fields as PHP has them. A body of any other type is none to it: JSON is not understood, and whatever
 * was sent is then missing.
 */
export const readForm = async ({ c }: Asked): Promise<PhpArray> =>
  mediaType(c) === 'application/x-www-form-urlencoded' ? parsePhpForm(await c.req.text()) : new Map();

/** Returns the number of an id in the path. @throws HTTPException 404 in the envelope on what cannot be one. */
export const idIn = ({ path }: Asked, name: string, what: string): number => {
  const raw = path(name);
  if (!/^[1-9]\d{0,9}$/.test(raw)) throw notFound(what, raw);
  return Number(raw);
};

/** Returns the records of a kind that belong to something. */
export const recordsOf = <Row extends object>(
  table: ReadonlyMap<number, Row>,
  belongs: (row: Row) => boolean,
): readonly Row[] => [...table.values()].filter((row) => belongs(row));
