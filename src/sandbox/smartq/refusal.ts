import { HTTPException } from 'hono/http-exception';

/** Codes of the error in the envelope: the document shows 401 and 405; the others are what those words mean in HTTP. */
type RefusalCode = 400 | 401 | 403 | 404 | 405 | 500;

const envelopeOf = (code: RefusalCode, message: string) => ({ error: { type: null, code, message }, data: null });

/**
 * Returns an exception that answers what a resource's method refuses. The document shows no HTTP status beside its
 * errors. Here there is one rule: what is refused once a method was found is said in the envelope alone, with the
 * status 200, as services do whose methods know nothing of HTTP.
 */
export const refusal = (code: 400 | 403 | 404, message: string): HTTPException =>
  new HTTPException(200, { message, res: Response.json(envelopeOf(code, message)) });

/** Returns an exception for what is refused before a method was found, or because it broke: envelope and status agree. */
export const doorRefusal = (code: 401 | 404 | 405 | 500, message: string): HTTPException => {
  const headers: Record<string, string> = code === 401 ? { 'WWW-Authenticate': 'Basic realm="smartQ"' } : {};
  return new HTTPException(code, { message, res: Response.json(envelopeOf(code, message), { status: code, headers }) });
};

/** Returns the answer to an id nothing has. */
export const notFound = (what: string, id: string | number): HTTPException => refusal(404, `${what} "${id}" not found`);
