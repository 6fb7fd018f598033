import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { hasBody, mediaType, type SandboxContext, type SandboxEnvironment } from '../http.ts';
import { checkAccess } from './access.ts';
import { makeDueAudits } from './make-audits.ts';
import { monitorqaOperations } from './operations.ts';
import { notFound, refusal } from './refusal.ts';
import { createWrite, registerOperations, type Asked } from './routes.ts';
import type { Account, Tenants } from './tenants.ts';

/**
 * Refuses a body that is not what the vendor takes: JSON, or a form for the uploads of logo and icon.
 * @throws HTTPException 400 on another content type, and on malformed JSON.
 */
const checkBody = async (c: SandboxContext): Promise<void> => {
  if (!hasBody(c)) return;
  const type = mediaType(c);
  if (type === 'multipart/form-data') return;
  if (type !== 'application/json') {
    throw refusal(400, 'BAD_REQUEST', 'The body must be JSON.', { 'Content-Type': 'must be application/json' });
  }
  try {
    await c.req.json();
  } catch {
    throw refusal(400, 'BAD_REQUEST', 'Malformed JSON.', { body: 'could not be read' });
  }
};

/**
 * Returns MonitorQA's API, written from the vendor's document: all of its operations, over what a company holds. `clock`
 * stamps what is written and moves the schedules (milliseconds since 1970).
 */
export const createMonitorqa = (options: {
  readonly tenants: Tenants;
  readonly clock: () => number;
}): Hono<SandboxEnvironment> => {
  const { tenants, clock } = options;
  const app = new Hono<SandboxEnvironment>();

  /** @throws HTTPException 401 without the key of a living company. */
  const accountOf = (c: SandboxContext): Account => {
    const account = tenants.accountOf(c.req.header('x-api-key') ?? '');
    if (account === null) {
      throw refusal(401, 'UNAUTHORIZED', 'Missing or invalid API key.', { 'X-API-KEY': 'required' });
    }
    return account;
  };

  const askOf = (c: SandboxContext): Asked => {
    const account = accountOf(c);
    const now = clock();
    const write = createWrite(tenants.ledger, account, now);
    return { c, account, id: c.req.param('id') ?? '', tenants, now, write };
  };

  app.use(async (c, next) => {
    checkAccess(accountOf(c));
    await checkBody(c);
    const { account, write, now } = askOf(c);
    makeDueAudits(account.tenant, write, now);
    await next();
  });
  registerOperations(app, monitorqaOperations, askOf);

  app.all('*', () => {
    throw notFound('The address');
  });
  app.onError((error) => {
    if (error instanceof HTTPException) return error.getResponse();
    throw error;
  });
  return app;
};
