import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { SandboxContext, SandboxEnvironment } from '../http.ts';
import { callerOf, wantsJson } from './access.ts';
import { categoryAnswers } from './category-routes.ts';
import { companyAnswers } from './company-routes.ts';
import type { ConnectnowDataset } from './data/dataset.ts';
import { issueAnswers } from './issue-routes.ts';
import type { ConnectnowLedger } from './ledger.ts';
import type { Links } from './links.ts';
import type { Notifier } from './notify.ts';
import { handledOperations, type OperationName } from './operations.ts';
import { refusal, wrongMethod } from './refusal.ts';
import { userOf, type Answer } from './request.ts';
import { subscriptionAnswers } from './subscription-routes.ts';
import { webhookAnswers } from './webhook-routes.ts';

/** Where the vendor lies in the sandbox; its API's paths begin below. */
export const connectnowPath = '/connectnow';

const loginPath = '/login';

/** What the vendor is made from. */
type Options = {
  readonly dataset: ConnectnowDataset;
  readonly ledger: ConnectnowLedger;
  readonly notifier: Notifier;
  readonly links: Links;
};

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>
<body><h1>${title}</h1>
${body}
</body></html>
`;

const loginPage = page(
  'ConnectNow Issue Tracker',
  '<form method="post"><label>E-mail <input name="email"></label> <button>Log in</button></form>',
);

const pattern = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

/**
 * Returns ConnectNow: its API, written from the vendor's document, the page people log in at, and the link that confirms
 * a subscription. Whoever does not ask for JSON is taken for a browser and sent to log in, as the framework behind the
 * vendor does.
 */
export const createConnectnow = ({ dataset, ledger, notifier, links }: Options): Hono<SandboxEnvironment> => {
  const base = (address: string): string => `${new URL(address).origin}${connectnowPath}`;
  const answers: Readonly<Record<OperationName, Answer>> = {
    ...issueAnswers(ledger, notifier),
    ...subscriptionAnswers({ ledger, notifier, links, base }),
    ...categoryAnswers(ledger),
    ...companyAnswers(dataset, ledger),
    ...webhookAnswers(ledger, notifier),
  };

  const app = new Hono<SandboxEnvironment>();
  app.use('/api/*', async (c, next) => {
    if (!wantsJson(c.req.header('accept'))) return c.redirect(`${base(c.req.url)}${loginPath}`, 302);
    return next();
  });
  for (const { name, method, path, isPublic } of handledOperations) {
    app.on(method, pattern(path), (c: SandboxContext) => {
      const caller = callerOf(dataset, c.req.header('authorization'));
      const asked = { c, caller, path: (parameter: string) => c.req.param(parameter) ?? '' };
      if (!isPublic) userOf(asked);
      return answers[name](asked);
    });
  }
  for (const path of new Set(handledOperations.map((operation) => operation.path))) {
    const methods = handledOperations.filter((operation) => operation.path === path).map(({ method }) => method);
    app.all(pattern(path), (c) => {
      throw wrongMethod(c.req.method, methods);
    });
  }

  app.get(loginPath, (c) => c.html(loginPage));
  app.get('/subscriptions/:id/confirm', (c) => {
    const id = Number(c.req.param('id'));
    if (!links.isValid(id, new URL(c.req.url).searchParams)) return c.html(page('Invalid signature', ''), 403);
    const subscription = ledger.subscriptions.find(id);
    if (subscription === undefined) return c.html(page('Not found', ''), 404);
    if (!subscription.isConfirmed) ledger.record(null, { type: 'subscription-confirmed', id });
    return c.html(page('Subscription confirmed', ''));
  });
  app.all('*', () => {
    throw refusal(404);
  });
  app.onError((error) => {
    if (error instanceof HTTPException) return error.getResponse();
    throw error;
  });
  return app;
};
