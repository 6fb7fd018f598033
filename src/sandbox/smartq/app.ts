import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { SandboxContext, SandboxEnvironment } from '../http.ts';
import type { Uploads } from '../uploads.ts';
import { callerOf, createPasswords } from './access.ts';
import type { SmartqDataset } from './data/dataset.ts';
import { fieldAnswers } from './field-routes.ts';
import { fileAnswers } from './file-routes.ts';
import type { SmartqLedger } from './ledger.ts';
import { noteAnswers } from './note-routes.ts';
import { handledOperations, type OperationName } from './operations.ts';
import { projectAnswers } from './project-routes.ts';
import { doorRefusal } from './refusal.ts';
import type { Answer } from './request.ts';
import { roleAnswers } from './role-routes.ts';
import { stepAnswers } from './step-routes.ts';
import { ticketAnswers } from './ticket-routes.ts';
import { userAnswers } from './user-routes.ts';
import { valueAnswers } from './value-routes.ts';

/** Where the vendor lies in the sandbox: the host of the account. Its API is below, in `/api/v1`. */
export const smartqPath = '/smartq';

const root = '/api/v1';

/** What the vendor is made from. */
type Options = {
  readonly dataset: SmartqDataset;
  readonly ledger: SmartqLedger;
  readonly uploads: Uploads;
};

/** A route of the app: an operation's address, with `:name` for each parameter. */
type Route = { readonly name: OperationName; readonly method: string; readonly path: string };

/**
 * Returns every address: those of the operations, and the document's own for changing a default role. Names stand before
 * parameters, so that `me` and `default` are no ids.
 */
const routes: readonly Route[] = [
  ...handledOperations,
  { name: 'updateDefaultProjectRole', method: 'PUT', path: `${root}/project/{projectId}/roles/default` } as const,
]
  .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  .map(({ name, method, path }) => ({ name, method, path: path.replaceAll(/\{(\w+)\}/g, ':$1') }));

/** Returns what an address names below the root, as the document's message of an unknown method quotes it. */
const resourceOf = (c: SandboxContext): string =>
  new URL(c.req.url).pathname.slice(`${smartqPath}${root}`.length).replace(/^\//, '');

/**
 * Returns smartQ, written from the vendor's document. Everything but the body of a file is in the envelope
 * `{error,data}`; see refusal.ts for the status beside an error.
 */
export const createSmartq = ({ dataset, ledger, uploads }: Options): Hono<SandboxEnvironment> => {
  const passwords = createPasswords(dataset);
  const answers: Readonly<Record<OperationName, Answer>> = {
    ...userAnswers(ledger, passwords),
    ...projectAnswers(ledger),
    ...roleAnswers(ledger),
    ...stepAnswers(ledger),
    ...fieldAnswers(ledger),
    ...valueAnswers(ledger),
    ...ticketAnswers(ledger),
    ...noteAnswers(ledger),
    ...fileAnswers(ledger, dataset, uploads),
  };

  const app = new Hono<SandboxEnvironment>();
  // "Every API resource requires user authorization": the unknown ones too.
  app.use(async (c, next) => {
    callerOf(c, ledger, passwords);
    await next();
  });
  for (const { name, method, path } of routes) {
    app.on(method, path, (c: SandboxContext) => {
      const caller = callerOf(c, ledger, passwords);
      return answers[name]({ c, caller, path: (parameter) => c.req.param(parameter) ?? '' });
    });
  }
  for (const path of new Set([root, ...routes.map((route) => route.path)])) {
    app.all(path, (c) => {
      throw doorRefusal(405, `method "${c.req.method}" not found for resource "${resourceOf(c)}"`);
    });
  }
  app.all('*', (c) => {
    throw doorRefusal(404, `resource "${resourceOf(c)}" not found`);
  });
  app.onError((error) => {
    if (error instanceof HTTPException) return error.getResponse();
    throw error;
  });
  return app;
};
