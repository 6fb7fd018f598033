import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { hasBody, mediaType, type SandboxContext, type SandboxEnvironment } from '../http.ts';
import { checkAccess } from './access.ts';
import { registerActions } from './action-routes.ts';
import { registerAudits } from './audit-routes.ts';
import { registerCompany } from './company-routes.ts';
import { registerFiles } from './file-routes.ts';
import { registerPeople } from './people-routes.ts';
import { notFound, refusal } from './refusal.ts';
import { createRoute, createWrite } from './routes.ts';
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
 * Returns MonitorQA's API, written from the vendor's document: the reads of audits, reports, users, roles, files and
 * time zones, and all of company and corrective actions. What the document lists and this does not yet have is answered
 * 405 or 404 like anything unknown. `clock` stamps what is written (milliseconds since 1970).
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

  app.use(async (c, next) => {
    checkAccess(accountOf(c));
    await checkBody(c);
    await next();
  });

  const route = createRoute(app, accountOf);
  const write = createWrite(tenants.ledger, clock);
  registerAudits(route);
  registerCompany(route, write, tenants);
  registerPeople(route);
  registerActions(route, write, clock);
  registerFiles(route, tenants, clock);

  app.all('*', () => {
    throw notFound('The address');
  });
  app.onError((error) => {
    if (error instanceof HTTPException) return error.getResponse();
    throw error;
  });
  return app;
};
