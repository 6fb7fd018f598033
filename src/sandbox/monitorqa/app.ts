import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Audit } from '../data/audit.ts';
import type { Dataset } from '../data/dataset.ts';
import { createReport, type Report } from '../data/report.ts';
import type { Files } from '../files.ts';
import type { SandboxContext, SandboxEnvironment } from '../http.ts';
import { printReport, reportType, type ReportType } from '../pdf/report-pdf.ts';
import { benchFile } from './bench.ts';
import { completeParameters, createSelection, pageOf, pendingParameters } from './lists.ts';
import { aBoolean, anInteger, readQuery } from './query.ts';
import { notFound, refusal } from './refusal.ts';
import { createShapes, withDecimals } from './shapes.ts';

/** The key the sample accepts. It opens nothing but made-up data on this computer, so it is no secret. */
export const sampleMonitorqaKey = 'sample-monitorqa-key';

const json = (c: SandboxContext, body: unknown): Response =>
  c.body(withDecimals(body), 200, { 'Content-Type': 'application/json' });

/**
 * Refuses a body that is not what the vendor takes: JSON, or a form for the uploads of logo and icon.
 * @throws HTTPException 415 on another content type, 400 on malformed JSON.
 */
const checkBody = async (c: SandboxContext): Promise<void> => {
  const hasBody = c.req.header('transfer-encoding') !== undefined || Number(c.req.header('content-length') ?? 0) > 0;
  if (!hasBody) return;
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type === 'multipart/form-data') return;
  if (type !== 'application/json') {
    throw refusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'The body must be JSON.', { 'Content-Type': type ?? '' });
  }
  try {
    await c.req.json();
  } catch {
    throw refusal(400, 'BAD_REQUEST', 'Malformed JSON.', { body: 'could not be read' });
  }
};

/** Prints reports and keeps the latest few, because a person opens, closes and opens the same one. */
const createPrinter = (dataset: Dataset, files: Files) => {
  const printed = new Map<string, Promise<Uint8Array>>();
  return (report: Report, type: ReportType, includePhotos: boolean): Promise<Uint8Array> => {
    const key = `${report.audit.slot} ${type} ${includePhotos}`;
    const known = printed.get(key) ?? printReport({ dataset, report, files, type, includePhotos });
    printed.set(key, known);
    const [oldest] = printed.keys();
    if (printed.size > 8 && oldest !== undefined) printed.delete(oldest);
    return known;
  };
};

/**
 * Returns MonitorQA's API over a data set, written from the vendor's document: the reads of audits, reports, company,
 * users and files. What the document lists and this does not yet have is answered 405 or 404 like anything unknown.
 */
export const createMonitorqa = (dataset: Dataset, files: Files): Hono<SandboxEnvironment> => {
  const app = new Hono<SandboxEnvironment>();
  const shapes = createShapes(dataset);
  const selection = createSelection(dataset);
  const print = createPrinter(dataset, files);

  /** @throws HTTPException 404 when no audit of the window has this id. */
  const auditOf = (id: string): Audit => {
    const slot = dataset.findSlot(id);
    if (slot === null) throw notFound('The audit');
    return dataset.audits.at(slot);
  };
  /** @throws HTTPException 404 unless the audit is complete. */
  const reportOf = (id: string): Report => {
    const report = createReport(dataset, auditOf(id));
    if (report === null) throw notFound('The complete audit');
    return report;
  };

  app.use(async (c, next) => {
    if (c.req.header('x-api-key') !== sampleMonitorqaKey) {
      throw refusal(401, 'UNAUTHORIZED', 'Missing or invalid API key.', { 'X-API-KEY': 'required' });
    }
    await checkBody(c);
    await next();
  });

  /** Registers a read; any other method on its path is refused by name. */
  const read = (path: string, answer: (c: SandboxContext) => Response | Promise<Response>): void => {
    app.get(path, (c) => answer(c));
    app.all(path, (c) => {
      throw refusal(405, 'METHOD_NOT_ALLOWED', `${c.req.method} is not allowed here.`, {}, { Allow: 'GET' });
    });
  };
  const id = (c: SandboxContext): string => c.req.param('id') ?? '';

  read('/audit/pending', (c) => {
    const query = readQuery(c.req.url, pendingParameters);
    const row = (slot: number) => shapes.pendingRow(dataset.audits.at(slot));
    return json(c, pageOf(selection.pending(query), query, c.get('vanishedRows') ?? 0, row));
  });
  read('/audit/complete', (c) => {
    const query = readQuery(c.req.url, completeParameters);
    const row = (slot: number) => shapes.completeRow(dataset.audits.at(slot));
    return json(c, pageOf(selection.complete(query), query, c.get('vanishedRows') ?? 0, row));
  });
  read('/audit/complete/:id/report-pdf', async (c) => {
    const { reportType: type, includePhotos } = readQuery(c.req.url, {
      reportType: anInteger(reportType.regular, reportType.full),
      includePhotos: aBoolean,
    });
    const bench = benchFile(id(c));
    if (bench !== null) return bench;
    const pdf = await print(reportOf(id(c)), (type ?? reportType.regular) as ReportType, includePhotos ?? false);
    return c.body(Uint8Array.from(pdf), 200, { 'Content-Type': 'application/pdf' });
  });
  read('/audit/complete/:id/report', (c) => {
    readQuery(c.req.url, {});
    return json(c, shapes.report(reportOf(id(c))));
  });
  read('/audit/complete/:id', (c) => {
    readQuery(c.req.url, {});
    const report = reportOf(id(c));
    return json(c, shapes.completeDetail(report.audit, report));
  });
  read('/audit/:id', (c) => {
    readQuery(c.req.url, {});
    return json(c, shapes.detail(auditOf(id(c))));
  });
  read('/company', (c) => {
    readQuery(c.req.url, {});
    return json(c, shapes.company());
  });
  read('/users', (c) => {
    readQuery(c.req.url, {});
    return json(c, dataset.people.map(shapes.user));
  });
  read('/users/:id', (c) => {
    readQuery(c.req.url, {});
    const found = dataset.identifiers.decode(id(c));
    const person = found?.kind === 'person' ? dataset.people[found.record] : undefined;
    if (person === undefined) throw notFound('The user');
    return json(c, shapes.userDetail(person));
  });
  read('/files/:id', (c) => {
    const { withWatermark } = readQuery(c.req.url, { withWatermark: aBoolean });
    const bench = benchFile(id(c));
    if (bench !== null) return bench;
    const file = files.read(id(c), { withWatermark: withWatermark ?? false });
    if (file === null) throw notFound('The file');
    return c.body(Uint8Array.from(file), 200, { 'Content-Type': 'image/png' });
  });

  app.all('*', () => {
    throw notFound('The address');
  });
  app.onError((error) => {
    if (error instanceof HTTPException) return error.getResponse();
    throw error;
  });
  return app;
};
