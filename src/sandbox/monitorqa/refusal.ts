import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Codes of the error body; the document shows the shape and names no code. */
export type RefusalCode =
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'BAD_REQUEST'
  | 'NOT_FOUND'
  | 'METHOD_NOT_ALLOWED'
  | 'VALIDATION_ERROR'
  | 'INTERNAL_SERVER_ERROR';

/**
 * Returns an exception that answers with the documented error body, `{"error":{message,code,details}}`
 * ("Status Codes", Error Response Format). `details` names the field at fault.
 */
export const refusal = (
  status: ContentfulStatusCode,
  code: RefusalCode,
  message: string,
  details: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = {},
): HTTPException =>
  new HTTPException(status, {
    message,
    res: Response.json({ error: { message, code, details } }, { status, headers }),
  });

/** Returns the answer to an unknown id or address. */
export const notFound = (what: string): HTTPException => refusal(404, 'NOT_FOUND', `${what} was not found.`);

/**
 * Returns the answer to a request that breaks a rule of the vendor's business: 409 with a code of the form `a/b` as
 * its message, and nothing around it ("Copy template to another company", Error Responses).
 */
export const conflict = (code: `${string}/${string}`): HTTPException =>
  new HTTPException(409, { message: code, res: Response.json({ message: code }, { status: 409 }) });

/** Returns the answer to well-formed values the vendor cannot accept; `details` names each with the reason. */
export const invalid = (details: Readonly<Record<string, string>>): HTTPException =>
  refusal(422, 'VALIDATION_ERROR', 'Some values are not valid.', details);
