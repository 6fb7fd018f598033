import { HTTPException } from 'hono/http-exception';

/**
 * Returns an exception that answers with a status and nothing else. The document names the statuses and shows no body
 * of an error ("Error Responses"), so whoever counts on one is told apart here.
 */
export const refusal = (status: 400 | 401 | 403 | 404 | 500): HTTPException =>
  new HTTPException(status, { res: new Response(null, { status }) });
