import { Hono } from 'hono';
import { createDataset, type Dataset, type DatasetOptions } from './data/dataset.ts';
import { applyFault } from './fault-answers.ts';
import { createFaults, type Faults } from './faults.ts';
import { createFiles } from './files.ts';
import type { SandboxEnvironment } from './http.ts';
import { createMonitorqa, sampleMonitorqaKey } from './monitorqa/app.ts';
import { createRequestLog, withoutCredentials, type RequestLog } from './request-log.ts';

/** What a sandbox is made from: a data set, and the clock that stamps its request log (milliseconds since 1970). */
export type SandboxOptions = DatasetOptions & { readonly clock: () => number };

/** A vendor's place in the sandbox: the path its base URL ends with, and the credential it accepts. */
export type SandboxVendor = { readonly vendor: 'monitorqa'; readonly path: string; readonly key: string };

/** The vendors as one web application, without a server. */
export type Sandbox = {
  readonly app: Hono<SandboxEnvironment>;
  readonly dataset: Dataset;
  readonly vendors: readonly SandboxVendor[];
  readonly faults: Faults;
  readonly log: RequestLog;
};

/** The vendors of every sandbox. */
const sandboxVendors: readonly SandboxVendor[] = [{ vendor: 'monitorqa', path: '/monitorqa', key: sampleMonitorqaKey }];

/** Returns a sandbox. All vendors share one application and differ by the first segment of the path. */
export const createSandbox = ({ clock, ...options }: SandboxOptions): Sandbox => {
  const dataset = createDataset(options);
  const faults = createFaults();
  const log = createRequestLog();
  const app = new Hono<SandboxEnvironment>();

  app.use(async (c, next) => {
    const { pathname, searchParams } = new URL(c.req.url);
    const fault = faults.take(c.req.method, pathname);
    log.add({
      at: new Date(clock()).toISOString(),
      method: c.req.method,
      path: pathname,
      query: [...searchParams],
      headers: withoutCredentials(c.req.raw.headers),
      fault: fault?.kind ?? null,
    });
    if (fault !== null) return applyFault(c, fault, next);
    return next();
  });
  app.route('/monitorqa', createMonitorqa(dataset, createFiles(dataset)));

  return { app, dataset, vendors: sandboxVendors, faults, log };
};
