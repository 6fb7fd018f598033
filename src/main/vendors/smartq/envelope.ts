import { z } from 'zod';
import { textOf, wireText } from '../core/wire-fields.ts';

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** True for `{error, data}` ("About this Guide"): both names are there, whatever stands behind them. */
const isEnvelope = (parsed: unknown): parsed is { readonly error: unknown; readonly data: unknown } =>
  isFields(parsed) && Object.hasOwn(parsed, 'error') && Object.hasOwn(parsed, 'data');

/** "Null if no error occurred", and what PHP calls empty. */
function isNoError(error: unknown): boolean {
  return (
    error === null ||
    error === undefined ||
    error === false ||
    error === '' ||
    (Array.isArray(error) && error.length === 0)
  );
}

/** True for an envelope that holds an error, whatever the status beside it; also where it lacks its `data`. */
export const isRefusal = (parsed: unknown): boolean =>
  isFields(parsed) && !isNoError(parsed['error']) && (isEnvelope(parsed) || Object.keys(parsed).length === 1);

/** The data of an envelope without an error; what stands in none is its own data. */
export const open = (parsed: unknown): unknown => (isEnvelope(parsed) ? parsed.data : parsed);

/** What an envelope's `error` says. */
export interface EnvelopeError {
  readonly type: string | null;
  /** A status of HTTP where it is one, else null. */
  readonly status: number | null;
  readonly code: string | null;
  readonly message: string | null;
}

const errorFields = z.looseObject({ type: wireText, code: wireText, message: wireText });

const statusOf = (code: string | null): number | null =>
  code !== null && /^[45]\d\d$/.test(code) ? Number(code) : null;

/** What the error of a parsed answer says; null where the answer has none. A bare text counts as its message. */
export function envelopeError(parsed: unknown): EnvelopeError | null {
  if (!isRefusal(parsed) || !isFields(parsed)) return null;
  const { error } = parsed;
  const { type = null, code = null, message = textOf(error) } = errorFields.safeParse(error).data ?? {};
  return { type, code, message, status: statusOf(code) };
}
