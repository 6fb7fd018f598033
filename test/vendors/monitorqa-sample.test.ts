import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveStream } from '../../src/main/files/save-stream.ts';
import { systemClock } from '../../src/main/platform/clock.ts';
import { startSandbox, type SandboxServer } from '../../src/main/sandbox-server.ts';
import type { MappedRecord } from '../../src/shared/model/mapped-record.ts';
import { firstPage, nextPage, type PagingStep } from '../../src/main/vendors/core/paging.ts';
import { parseJsonAnswer } from '../../src/main/vendors/core/parse-answer.ts';
import { createVendorClient, type VendorClient } from '../../src/main/vendors/core/vendor-client.ts';
import { silentLog } from '../../src/main/platform/log.ts';
import { systemRandom } from '../../src/main/platform/random.ts';
import { Agent } from 'undici';
import { monitorqa } from '../../src/main/vendors/monitorqa/client.ts';

let sandbox: SandboxServer;
let client: VendorClient;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-'));
  sandbox = await startSandbox({ seed: 7, now: '2026-11-22T06:00:00.000Z', clock: () => 0 });
  const vendor = sandbox.vendors.find((candidate) => candidate.vendor === 'monitorqa');
  if (!vendor) throw new Error('the sample has no MonitorQA');
  client = createVendorClient({
    definition: monitorqa,
    connection: { id: 'sample', url: sandbox.url + vendor.path },
    secret: async () => vendor.secret,
    dispatcher: new Agent(),
    clock: systemClock,
    random: systemRandom,
    log: silentLog,
  });
});

afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
});

/** Every record of a kind, read page by page as a sync does. */
async function readAll(kind: string): Promise<readonly MappedRecord[]> {
  const collection = monitorqa.collections.find((candidate) => candidate.kind === kind);
  if (!collection) throw new Error(kind);
  const found: MappedRecord[] = [];
  for (const { operation } of collection.lists) {
    const rule = { style: monitorqa.operations[operation]?.paging ?? 'none', size: 100 };
    const seen = new Set<string>();
    let step: PagingStep = { kind: 'next', request: firstPage(rule) };
    while (step.kind === 'next') {
      const { request }: { request: ReturnType<typeof firstPage> } = step;
      const answer = await client.bytes(operation, { query: request.query });
      const origin = { vendor: 'monitorqa', operation, ...answer } as const;
      const page = collection.mapPage(operation, parseJsonAnswer(origin, new Uint8Array(answer.bytes)));
      const repeated = page.records.filter(({ vendorId }) => seen.has(vendorId)).length;
      for (const record of page.records) seen.add(record.vendorId);
      found.push(...page.records);
      step = nextPage(rule, request.state, { ...page, repeated });
    }
    expect(step).toEqual({ kind: 'end' });
  }
  return found;
}

describe('MonitorQA against the sample', () => {
  it('reads every audit once, with a title, a place and a due date', async () => {
    const audits = await readAll('audit');
    expect(audits.length).toBeGreaterThan(200);
    expect(new Set(audits.map(({ vendorId }) => vendorId)).size).toBe(audits.length);
    expect(audits.every(({ title, project, dueAt, number }) => title && project && dueAt && number)).toBe(true);
    expect(new Set(audits.map(({ status }) => status))).toEqual(new Set(['pending', 'in-progress', 'complete']));
  });

  it('reads people and the company', async () => {
    expect((await readAll('user')).length).toBeGreaterThan(30);
    expect(await readAll('company')).toMatchObject([{ vendorId: expect.any(String), title: expect.any(String) }]);
  });

  it('reads the document of a completed audit and its PDF', async () => {
    const [audit] = (await readAll('audit')).filter(({ status }) => status === 'complete');
    if (!audit || !monitorqa.audits) throw new Error('no completed audit');
    const path = { auditId: audit.vendorId };
    const detail = await client.call('getCompleteAudit', { path });
    const head = monitorqa.audits.head(detail.data, audit.raw);
    expect(head).toMatchObject({ name: audit.title, object: audit.project, score: audit.score });
    const report = monitorqa.audits.report((await client.call('getAuditReport', { path })).data);
    expect(report.counts.all).toBeGreaterThan(5);
    expect(report.items.filter(({ depth }) => depth === 0).every(({ type }) => type === 'section')).toBe(true);
    const call = monitorqa.audits.pdf(audit.vendorId, 'full', true);
    const answer = await client.stream(call.operation, call.params);
    const target = join(folder, 'report.pdf');
    const saved = await saveStream({
      ...answer,
      expectedBytes: answer.contentLength,
      expect: 'pdf',
      target,
      clock: systemClock,
    });
    expect(saved.contentType).toBe('application/pdf');
    expect((await readFile(target)).length).toBe(saved.bytes);
  });

  it('reads a signature as an image', async () => {
    for (const audit of (await readAll('audit')).filter(({ status }) => status === 'complete').slice(0, 20)) {
      const { data } = await client.call('getCompleteAudit', { path: { auditId: audit.vendorId } });
      const signature = monitorqa.audits?.head(data).auditorSignature;
      const call = signature && monitorqa.fileCall?.(signature.photoId);
      if (!call) continue;
      const answer = await client.stream(call.operation, call.params);
      const target = join(folder, 'signature');
      const saved = await saveStream({
        ...answer,
        expectedBytes: answer.contentLength,
        expect: 'image',
        target,
        clock: systemClock,
      });
      expect(saved.contentType).toBe('image/png');
      return;
    }
    throw new Error('no signature in the sample');
  });
});
