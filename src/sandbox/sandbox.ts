import { Hono } from 'hono';
import { sampleAconexSecret } from './aconex/access.ts';
import { aconexPath, createAconex } from './aconex/app.ts';
import { createAconexDataset } from './aconex/data/projects.ts';
import { isAconexEntry } from './aconex/entries.ts';
import { createGate } from './aconex/gate.ts';
import { createAconexLedger } from './aconex/ledger.ts';
import { createLobby, lobbyPath } from './aconex/lobby/app.ts';
import { createThrottle } from './aconex/throttle.ts';
import { createTokens } from './aconex/tokens.ts';
import { sampleConnectnowSecret } from './connectnow/access.ts';
import { connectnowPath, createConnectnow } from './connectnow/app.ts';
import { createConnectnowDataset } from './connectnow/data/dataset.ts';
import { isConnectnowEntry } from './connectnow/entries.ts';
import { createConnectnowLedger } from './connectnow/ledger.ts';
import { createLinks } from './connectnow/links.ts';
import { createNotifier } from './connectnow/notify.ts';
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
import { sampleSmartqSecret } from './smartq/access.ts';
import { createSmartq, smartqPath } from './smartq/app.ts';
import { createSmartqDataset } from './smartq/data/dataset.ts';
import { isSmartqEntry } from './smartq/entries.ts';
import { createSmartqLedger } from './smartq/ledger.ts';
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
  /** Milliseconds that only grow, for what is limited by the second; this process's own when left out. */
  readonly elapsed?: () => number;
};

/** A vendor's place in the sandbox: the path its base URL ends with, and the secret it accepts, by field. */
export type SandboxVendor = {
  readonly vendor: 'monitorqa' | 'conqa' | 'smartq' | 'aconex' | 'connectnow';
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
  { vendor: 'smartq', path: smartqPath, secret: sampleSmartqSecret },
  { vendor: 'aconex', path: aconexPath, secret: sampleAconexSecret },
  { vendor: 'connectnow', path: connectnowPath, secret: sampleConnectnowSecret },
];

/** Returns a sandbox. All vendors share one application and differ by the first segment of the path. */
export const createSandbox = ({
  clock,
  journal = [],
  onJournal = () => undefined,
  uploads = createMemoryUploads(),
  later = realLater,
  elapsed = () => performance.now(),
  ...options
}: SandboxOptions): Sandbox => {
  const dataset = createDataset(options);
  const faults = createFaults();
  const log = createRequestLog();
  const gate = createGate(createThrottle(elapsed), clock);
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
    if (pathname.startsWith(`${aconexPath}/`)) return gate(c, fault, next);
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

  const smartqDataset = createSmartqDataset(dataset);
  const smartqLedger = createSmartqLedger({
    dataset: smartqDataset,
    entries: journal.filter(isSmartqEntry),
    onEntry: onJournal,
    clock,
  });
  app.route(smartqPath, createSmartq({ dataset: smartqDataset, ledger: smartqLedger, uploads }));

  const aconexDataset = createAconexDataset(dataset);
  const tokens = createTokens(dataset.seed);
  const aconexLedger = createAconexLedger({
    dataset: aconexDataset,
    tokens,
    entries: journal.filter(isAconexEntry),
    onEntry: onJournal,
    clock,
  });
  app.route(aconexPath, createAconex({ dataset: aconexDataset, ledger: aconexLedger, tokens, clock }));
  app.route(lobbyPath, createLobby({ ledger: aconexLedger, tokens, user: aconexDataset.manager, clock }));

  const connectnowDataset = createConnectnowDataset(dataset);
  const connectnowLedger = createConnectnowLedger({
    dataset: connectnowDataset,
    entries: journal.filter(isConnectnowEntry),
    onEntry: onJournal,
    clock,
  });
  const notifier = createNotifier(connectnowDataset, connectnowLedger);
  const links = createLinks(dataset.seed, clock);
  app.route(
    connectnowPath,
    createConnectnow({ dataset: connectnowDataset, ledger: connectnowLedger, notifier, links }),
  );

  const stop = (): void => {
    runs.stop();
    notifier.stop();
  };
  return { app, dataset, vendors: sandboxVendors, faults, log, stop };
};
