import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { SandboxContext, SandboxEnvironment } from '../http.ts';
import { callerOf } from './access.ts';
import type { ConqaDataset } from './data/dataset.ts';
import type { ConqaLedger } from './ledger.ts';
import { handledOperations, type OperationName } from './operations.ts';
import { projectAnswers } from './project-routes.ts';
import { refusal } from './refusal.ts';
import { printChecklist } from './report-pdf.ts';
import { reportAnswers, reportAt } from './report-routes.ts';
import type { ReportRuns } from './report-runs.ts';
import { refuseBody, type Answer } from './request.ts';
import { webhookAnswers } from './webhook-routes.ts';

/** Where the vendor lies in the sandbox. Its API is one step below, as with the real one; reports lie beside that. */
export const conqaPath = '/conqa';

/** The last step of the API's own address (`https://api-oceania.con.qa/api-v1`). */
export const conqaApiPath = `${conqaPath}/api-v1`;

/** What the vendor is made from. */
type Options = {
  readonly dataset: ConqaDataset;
  readonly ledger: ConqaLedger;
  readonly runs: ReportRuns;
  /** The name of the company reports are printed for. */
  readonly company: string;
};

/** Returns the address reports of this sandbox lie below, from that of a request to it. */
const baseOf = (address: string): string => `${new URL(address).origin}${conqaPath}`;

/**
 * Returns CONQA: its API, written from the vendor's document, and the PDFs of the reports it made. Every refusal is a
 * bare status of the document's list; another method on a known address is 404 like anything unknown.
 */
export const createConqa = ({ dataset, ledger, runs, company }: Options): Hono<SandboxEnvironment> => {
  const answers: Readonly<Record<OperationName, Answer>> = {
    ...projectAnswers(dataset),
    ...webhookAnswers(dataset, ledger),
    ...reportAnswers(dataset, ledger, (address) => runs.begin(baseOf(address))),
  };

  const api = new Hono<SandboxEnvironment>();
  api.use(async (c, next) => {
    callerOf(dataset, c.req.header('authorization'));
    runs.begin(baseOf(c.req.url));
    await next();
  });
  for (const { name, method, path } of handledOperations) {
    api.on(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), (c: SandboxContext) => {
      if (method === 'GET' || method === 'DELETE') refuseBody(c);
      const caller = callerOf(dataset, c.req.header('authorization'));
      return answers[name]({ c, caller, path: (parameter) => c.req.param(parameter) ?? '' });
    });
  }

  const app = new Hono<SandboxEnvironment>();
  app.route('/api-v1', api);
  // Like the example's, the address of a report is its own key: it takes no token.
  app.get('/exports/*', async (c) => {
    const found = reportAt(dataset, ledger, new URL(c.req.url).pathname.slice(conqaPath.length));
    if (found === null) throw refusal(404);
    const pdf = await printChecklist(dataset, found.subject, company);
    return c.body(Buffer.from(pdf), 200, { 'Content-Type': 'application/pdf' });
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
