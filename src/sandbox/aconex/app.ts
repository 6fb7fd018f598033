import { Hono } from 'hono';
import type { SandboxContext, SandboxEnvironment } from '../http.ts';
import { hash32 } from '../random.ts';
import { callerOf } from './access.ts';
import type { AconexDataset } from './data/projects.ts';
import type { AconexLedger } from './ledger.ts';
import { handledOperations } from './operations.ts';
import { AconexRefusal, refusal, refusalAnswer } from './refusal.ts';
import { aconexAnswers } from './routes.ts';
import type { Tokens } from './tokens.ts';

/** Where the vendor's instance lies in the sandbox. */
export const aconexPath = '/aconex';

/** What the vendor is made from. */
type Options = {
  readonly dataset: AconexDataset;
  readonly ledger: AconexLedger;
  readonly tokens: Tokens;
  /** Ends access tokens and stamps refusals, in milliseconds since 1970. */
  readonly clock: () => number;
};

/**
 * Returns an instance of Aconex: its projects API, written from the vendor's document. Credentials come with every call;
 * every refusal is an `Error` in XML, also where the answer would have been JSON.
 */
export const createAconex = ({ dataset, ledger, tokens, clock }: Options): Hono<SandboxEnvironment> => {
  const answers = aconexAnswers(dataset, ledger);
  const app = new Hono<SandboxEnvironment>();
  let refusals = 0;

  const caller = (c: SandboxContext) =>
    callerOf(
      { dataset, tokens, clock },
      { authorization: c.req.header('authorization'), applicationKey: c.req.header('x-application-key') },
    );
  for (const { name, method, path } of handledOperations) {
    app.on(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), (c: SandboxContext) =>
      answers[name]({ c, caller: caller(c) }),
    );
  }
  app.all('*', (c) => {
    caller(c);
    throw refusal(404, 'NOT_FOUND', 'No such resource');
  });
  app.onError((error) => {
    if (!(error instanceof AconexRefusal)) throw error;
    refusals += 1;
    const requestId = hash32(dataset.seed, refusals, 173).toString(16).padStart(8, '0');
    return refusalAnswer(error, { requestId, at: clock() });
  });
  return app;
};
