import { mediaType, type SandboxContext } from '../http.ts';
import { createChecks, type Checks, type Input } from './checks.ts';
import type { ConnectnowUser } from './data/dataset.ts';
import { refusal } from './refusal.ts';

/** What an operation is asked. */
export type Asked = {
  readonly c: SandboxContext;
  /** Whose token came with the request; null where none did, which only a public operation sees. */
  readonly caller: ConnectnowUser | null;
  /** Returns a parameter of the path, decoded. */
  readonly path: (name: string) => string;
};

/** Answers one operation. */
export type Answer = (asked: Asked) => Response | Promise<Response>;

/** Returns who asks for something that needs a token. @throws HTTPException 401 when nobody is known. */
export const userOf = ({ caller }: Asked): ConnectnowUser => {
  if (caller === null) throw refusal(401);
  return caller;
};

/**
 * Returns the parameters of a query as PHP reads them: `with[]=a&with[]=b` is an array, a plain name a text. A plain name
 * that was given twice fails, where PHP would quietly take the last.
 */
const queryInput = (c: SandboxContext, checks: Checks): Input => {
  const input: Record<string, unknown> = {};
  for (const [key, value] of new URL(c.req.url).searchParams) {
    const array = /^(\w+)\[\d*\]$/.exec(key)?.[1];
    const known = array === undefined ? undefined : input[array];
    if (array !== undefined) input[array] = Array.isArray(known) ? [...(known as unknown[]), value] : [value];
    else if (Object.hasOwn(input, key)) checks.fail(key, `The ${key} field was given twice.`);
    else input[key] = value;
  }
  return input;
};

/** Returns the query of a request, with checks to read it by. */
export const readQuery = (c: SandboxContext): { readonly checks: Checks; readonly input: Input } => {
  const checks = createChecks();
  return { checks, input: queryInput(c, checks) };
};

/**
 * Returns the fields of a JSON body, with checks to read them by. Anything but a JSON object has none, as with PHP: then
 * everything required is missing. A query beside a body fails.
 */
export const readBody = async (c: SandboxContext): Promise<{ readonly checks: Checks; readonly input: Input }> => {
  const checks = createChecks();
  for (const field of Object.keys(queryInput(c, checks))) {
    checks.fail(field, `The ${field} field is not documented here.`);
  }
  if (mediaType(c) !== 'application/json') return { checks, input: {} };
  try {
    const body: unknown = await c.req.json();
    const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
    return { checks, input: isObject ? (body as Input) : {} };
  } catch {
    return { checks, input: {} };
  }
};

/** @throws HTTPException 422 on a parameter where an operation has none. */
export const refuseQuery = (c: SandboxContext): void => {
  const { checks, input } = readQuery(c);
  for (const field of Object.keys(input)) checks.fail(field, `The ${field} field is not documented.`);
  checks.settle();
};
