import { Hono } from 'hono';
import { sampleConqaSecret } from './conqa/access.ts';
import { conqaApiPath, conqaPath, createConqa } from './conqa/app.ts';
import { createConqaDataset } from './conqa/data/dataset.ts';
import { isConqaEntry } from './conqa/entries.ts';
import { realLater, type Later } from './conqa/later.ts';
import { createConqaLedger } from './conqa/ledger.ts';
import { createReportRuns } from './conqa/report-runs.ts';
import { createDataset, type Dataset, type DatasetOptions } from './data/dataset.ts';
import { applyFault } from './fault-answers.ts';
import { createFaults, type Faults } from './faults.ts';
import type { SandboxEnvironment } from './http.ts';
import type { JournalEntry } from './journal.ts';
import { sampleMonitorqaSecret } from './monitorqa/access.ts';
import { createMonitorqa } from './monitorqa/app.ts';
import { isMonitorqaEntry } from './monitorqa/entries.ts';
import { createLedger } from './monitorqa/ledger.ts';
import { createTenants } from './monitorqa/tenants.ts';
import { receivedBody } from './received-body.ts';
import { createRequestLog, queryWithoutCredentials, withoutCredentials, type RequestLog } from './request-log.ts';
import { createMemoryUploads, type Uploads } from './uploads.ts';

/** What a sandbox is made from: a data set, what was written over it, and a clock (milliseconds since 1970). */
export type SandboxOptions = DatasetOptions & {
  /** Stamps the request log and every write. */
  readonly clock: () => number;
  /** What was written before, oldest first. */
  readonly journal?: readonly JournalEntry[];
  /** Makes a write last, before it is applied and answered; one that throws is neither. */
  readonly onJournal?: (entry: JournalEntry) => void;
  /** Where uploaded files are kept; in memory when left out. */
  readonly uploads?: Uploads;
  /** What waits while a vendor works on something (a report); this process's timer when left out. */
  readonly later?: Later;
};

/** A vendor's place in the sandbox: the path its base URL ends with, and the secret it accepts, by field. */
export type SandboxVendor = {
  readonly vendor: 'monitorqa' | 'conqa';
  readonly path: string;
  readonly secret: Readonly<Record<string, string>>;
};

/** The vendors as one web application, without a server. */
export type Sandbox = {
  readonly app: Hono<SandboxEnvironment>;
  readonly dataset: Dataset;
  readonly vendors: readonly SandboxVendor[];
  readonly faults: Faults;
  readonly log: RequestLog;
  /** Ends what vendors do by themselves: nothing is written and nobody is called afterwards. */
  readonly stop: () => void;
};

/** The vendors of every sandbox. */
const sandboxVendors: readonly SandboxVendor[] = [
  { vendor: 'monitorqa', path: '/monitorqa', secret: sampleMonitorqaSecret },
  { vendor: 'conqa', path: conqaApiPath, secret: sampleConqaSecret },
];

/** Returns a sandbox. All vendors share one application and differ by the first segment of the path. */
export const createSandbox = ({
  clock,
  journal = [],
  onJournal = () => undefined,
  uploads = createMemoryUploads(),
  later = realLater,
  ...options
}: SandboxOptions): Sandbox => {
  const dataset = createDataset(options);
  const faults = createFaults();
  const log = createRequestLog();
  const app = new Hono<SandboxEnvironment>();

  app.use(async (c, next) => {
    const { pathname, searchParams } = new URL(c.req.url);
    const fault = faults.take(c.req.method, pathname);
    const at = new Date(clock()).toISOString();
    const noteFile = log.add({
      at,
      method: c.req.method,
      path: pathname,
      query: queryWithoutCredentials(searchParams),
      headers: withoutCredentials(c.req.raw.headers),
      body: await receivedBody(c),
      file: null,
      fault: fault?.kind ?? null,
    });
    c.set('noteFile', noteFile);
    if (fault !== null) return applyFault(c, fault, next);
    return next();
  });
  const ledger = createLedger({ dataset, entries: journal.filter(isMonitorqaEntry), onEntry: onJournal });
  app.route('/monitorqa', createMonitorqa({ tenants: createTenants({ dataset, ledger, uploads }), clock }));

  const conqaDataset = createConqaDataset(dataset);
  const conqaLedger = createConqaLedger({
    dataset: conqaDataset,
    entries: journal.filter(isConqaEntry),
    onEntry: onJournal,
    clock,
  });
  const runs = createReportRuns({ dataset: conqaDataset, ledger: conqaLedger, later });
  const company = dataset.company.name;
  app.route(conqaPath, createConqa({ dataset: conqaDataset, ledger: conqaLedger, runs, company }));

  return { app, dataset, vendors: sandboxVendors, faults, log, stop: runs.stop };
};
