import { hasBody, mediaType, type SandboxContext } from '../http.ts';
import type { Caller } from './access.ts';
import { refusal } from './refusal.ts';

/** What an operation is asked. */
export type Asked = {
  readonly c: SandboxContext;
  readonly caller: Caller;
  /** Returns a parameter of the path, decoded. */
  readonly path: (name: string) => string;
};

/** Answers one operation. */
export type Answer = (asked: Asked) => Response | Promise<Response>;

/**
 * Returns the parameters of a query string.
 * @throws HTTPException 400 on a parameter the operation does not document, and on one given twice.
 */
export const readQuery = <Name extends string>(
  c: SandboxContext,
  names: readonly Name[],
): Readonly<Partial<Record<Name, string>>> => {
  const given = [...new URL(c.req.url).searchParams];
  const seen = new Set<string>();
  for (const [name] of given) {
    if (!names.some((known) => known === name) || seen.has(name)) throw refusal(400);
    seen.add(name);
  }
  return Object.fromEntries(given) as Partial<Record<Name, string>>;
};

/**
 * Returns a whole number from 1 to `most`, or `standard` when it was left out. The document names no maximum; more
 * than what the sandbox allows is refused aloud, so that nobody comes to count on it.
 * @throws HTTPException 400 on anything else.
 */
export const readCount = (raw: string | undefined, { standard, most }: { standard: number; most: number }): number => {
  if (raw === undefined) return standard;
  const count = /^\d{1,9}$/.test(raw) ? Number(raw) : 0;
  if (count < 1 || count > most) throw refusal(400);
  return count;
};

/** Default of every `limit` in the document, and the most this sandbox gives. */
export const pageLimit = { standard: 300, most: 1000 } as const;

/** Tells whether a value is a JSON object. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Returns the JSON object of a body.
 * @throws HTTPException 400 without `Content-Type: application/json`, on malformed JSON, on anything but an object,
 * and on a field the operation does not document.
 */
export const readBody = async (
  c: SandboxContext,
  names: readonly string[],
): Promise<Readonly<Record<string, unknown>>> => {
  if (mediaType(c) !== 'application/json') throw refusal(400);
  let body: unknown;
  try {
    body = await c.req.json();
  } catch {
    throw refusal(400);
  }
  if (!isObject(body) || Object.keys(body).some((name) => !names.includes(name))) throw refusal(400);
  return body;
};

/** @throws HTTPException 400 when an operation without a body gets one. */
export const refuseBody = (c: SandboxContext): void => {
  if (hasBody(c)) throw refusal(400);
};

/** Returns a text of a body. @throws HTTPException 400 when it is missing, no text, or blank. */
export const readText = (value: unknown): string => {
  if (typeof value !== 'string' || value.trim() === '') throw refusal(400);
  return value;
};
