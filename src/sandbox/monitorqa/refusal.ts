import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Codes of the error body; the document shows the shape and names no code. */
export type RefusalCode =
  | 'UNAUTHORIZED'
  | 'BAD_REQUEST'
  | 'NOT_FOUND'
  | 'METHOD_NOT_ALLOWED'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'VALIDATION_ERROR';

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
