import { HTTPException } from 'hono/http-exception';

/** What did not pass, by field: `{"name": ["The name field is required."]}`. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

const exception = (status: 401 | 403 | 404 | 405 | 422 | 500, body: unknown): HTTPException =>
  new HTTPException(status, {
    res: new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } }),
  });

const messages = {
  401: 'Unauthenticated.',
  403: 'This action is unauthorized.',
  404: '',
  500: 'Server Error',
} as const;

/**
 * Returns an exception that answers with a status and its message, as the framework behind the vendor does. The document
 * names statuses and shows no body of an error. A 403 does not tell a foreign issue from a closed one.
 */
export const refusal = (status: keyof typeof messages): HTTPException =>
  exception(status, { message: messages[status] });

/** Returns the 404 of a record there is not. */
export const missing = (model: string, id: string): HTTPException =>
  exception(404, { message: `No query results for model [App\\Models\\${model}] ${id}` });

/** Returns the 405 of a method an address does not take. */
export const wrongMethod = (method: string, supported: readonly string[]): HTTPException =>
  exception(405, {
    message: `The ${method} method is not supported for this route. Supported methods: ${supported.join(', ')}.`,
  });

/** Returns the 422 of what did not pass. */
export const invalid = (errors: FieldErrors): HTTPException =>
  exception(422, { message: 'The given data was invalid.', errors });
