import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toRows } from '../../src/shared/lib/columns.ts';
import type { RecordId } from '../../src/shared/model/ids.ts';
import type { RecordRow } from '../../src/shared/model/record.ts';
import type { FaultRule } from '../../src/sandbox/faults.ts';
import { CONNECTION, openTestWorkspace, type TestWorkspace } from '../support/test-workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const sync = (acceptRemovals = false) => workspace.door.local.call('sync.run', { acceptRemovals });
const audits = async (): Promise<readonly RecordRow[]> =>
  toRows((await workspace.door.local.call('records.list', { kind: 'audit', limit: 1000 })).rows);
const requests = () => workspace.vendor.log.entries().map(({ method, path }) => `${method} ${path}`);
const auditReport = async () => {
  const report = await sync();
  const [connection] = report.connections;
  return { ok: report.ok, ...connection, audits: connection?.collections.find(({ kind }) => kind === 'audit') };
};

describe('sync.run', () => {
  it('keeps every audit the vendor lists, with details and report items', async () => {
    const report = await auditReport();
    const rows = await audits();
    expect(report).toMatchObject({ ok: true, status: 'ok', audits: { seen: rows.length, added: rows.length } });
    const complete = rows.find(({ status }) => status === 'complete');
    const detail = await workspace.door.local.call('records.show', { id: complete?.id ?? '' });
    expect(Object.keys(detail.parts).toSorted()).toEqual(['detail', 'list', 'report']);
    const document = await workspace.door.local.call('audits.document', { id: complete?.id ?? '' });
    expect(document.report?.items.length).toBeGreaterThan(5);
    expect(document.head.number).toBe(complete?.number);
  });

  it('reads the lists of every kind before the details of any, so that each has something to show soon', async () => {
    await sync();
    const asked = requests();
    const details = /^GET \/monitorqa\/(corrective-actions|audit|audit\/complete)\/[0-9a-f-]{36}/;
    const lists = asked.findLastIndex((request) => /\/audit\/(pending|complete)$/.test(request));
    expect(lists).toBeGreaterThan(0);
    expect(asked.slice(0, lists).filter((request) => details.test(request))).toEqual([]);
    expect(asked.slice(lists).filter((request) => details.test(request)).length).toBeGreaterThan(10);
  });

  it('rewrites nothing and reads no detail again when nothing changed', async () => {
    await sync();
    workspace.vendor.log.clear();
    expect((await auditReport()).audits).toMatchObject({ added: 0, changed: 0, removed: 0 });
    expect(requests().filter((request) => /report|audit\/[^cp]/.test(request))).toEqual([]);
  });

  it('P6 leaves everything readable when the vendor is gone', async () => {
    await sync();
    const before = await audits();
    await workspace.vendor.setOnline(false);
    const report = await auditReport();
    expect(report).toMatchObject({ ok: false, status: 'failed', error: { code: 'offline' } });
    expect(await audits()).toEqual(before);
    await workspace.restart();
    expect(await audits()).toEqual(before);
  }, 30_000);

  it('keeps how old each kind is, and a failed try does not make it younger', async () => {
    await sync();
    const ageOf = async () =>
      (await workspace.door.local.call('sync.status', {})).freshness.find(({ kind }) => kind === 'audit');
    const first = await ageOf();
    expect(first).toMatchObject({ connectionId: CONNECTION, outcome: 'ok', error: null });
    workspace.setFaults({ path: '/monitorqa/**', fault: { kind: 'status', status: 401 } });
    await sync();
    // The company comes first and the key is refused there: audits are not even tried.
    expect(await ageOf()).toEqual(first);
    const company = (await workspace.door.local.call('sync.status', {})).freshness.find(
      ({ kind }) => kind === 'company',
    );
    expect(company).toMatchObject({ outcome: 'failed', error: { code: 'key-rejected' } });
    expect(company?.completeAt).not.toBeNull();
  });

  it('keeps what came before a failure, says partial, and goes on there', async () => {
    workspace.setFaults({ path: '/monitorqa/audit/complete', fault: { kind: 'status', status: 403 } });
    const report = await auditReport();
    expect(report).toMatchObject({ ok: false, status: 'partial', error: { code: 'not-permitted' } });
    const kept = await audits();
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.every(({ status }) => status !== 'complete')).toBe(true);

    workspace.vendor.faults.clear();
    workspace.vendor.log.clear();
    expect(await auditReport()).toMatchObject({ ok: true });
    // The pending list had been read to its end: it is not read again.
    expect(requests().filter((request) => request === 'GET /monitorqa/audit/pending')).toEqual([]);
    expect((await audits()).length).toBeGreaterThan(kept.length);
  });

  it('tries details that failed again at the next run', async () => {
    workspace.setFaults({ path: '/monitorqa/audit/complete/*/report', fault: { kind: 'status', status: 403 } });
    const report = await auditReport();
    expect(report).toMatchObject({ status: 'partial', error: { code: 'not-permitted' } });
    workspace.vendor.faults.clear();
    expect((await auditReport()).status).toBe('ok');
    const complete = (await audits()).find(({ status }) => status === 'complete');
    expect((await workspace.door.local.call('records.show', { id: complete?.id ?? '' })).parts['report']).toBeDefined();
  });

  it.each([
    ['a web page in place of JSON', 'loginPage'],
    ['a web page that says it is JSON', 'htmlAsJson'],
    ['malformed JSON', 'brokenJson'],
  ] as const)('stores nothing of %s', async (_what, wrong) => {
    await sync();
    const before = await audits();
    workspace.setFaults({ path: '/monitorqa/audit/pending', fault: { kind: 'wrongType', as: wrong } });
    const report = await auditReport();
    expect(report).toMatchObject({ ok: false, error: { code: 'unexpected-answer' } });
    expect(await audits()).toEqual(before);
  });

  it('R22 P5 holds a run when a list that had rows comes back empty', async () => {
    await sync();
    const before = await audits();
    workspace.setFaults({ path: '/monitorqa/audit/**', fault: { kind: 'emptyList' } });
    expect(await auditReport()).toMatchObject({
      ok: false,
      status: 'suspicious',
      error: { code: 'list-suspicious' },
      audits: { removed: 0 },
    });
    expect(await audits()).toEqual(before);
  });

  /** Makes the vendor list its pending audits without the first one, and answers which that is. */
  async function hideOnePending(): Promise<RecordRow> {
    const [hidden] = (await audits()).filter(({ status }) => status === 'pending');
    if (hidden === undefined) throw new Error('The sample has no pending audit.');
    const [account] = workspace.vendor.vendors;
    const answer = await fetch(`${workspace.vendor.url}/monitorqa/audit/pending?pageNumber=1&pageSize=100`, {
      headers: { 'x-api-key': account?.secret['apiKey'] ?? '' },
    });
    const list = (await answer.json()) as { data: { id: string }[]; meta: { totalCount: number } };
    const data = list.data.filter(({ id }) => !hidden.id.endsWith(id));
    // The fault writes Latin-1: a character for each byte.
    const json = JSON.stringify({ data, meta: { ...list.meta, totalCount: data.length } });
    const text = Buffer.from(json).toString('latin1');
    workspace.setFaults(
      {
        path: '/monitorqa/audit/pending',
        fault: {
          kind: 'raw',
          text: `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${text.length}\r\n\r\n${text}`,
        },
      },
      ...hiddenDetail(hidden),
    );
    return hidden;
  }
  let hiddenDetail: (row: RecordRow) => FaultRule[] = () => [];
  const detailOf = (row: RecordRow) => `/monitorqa/audit/${row.id.split(':')[2] ?? ''}`;

  it('marks an audit as gone when no list shows it and the vendor does not have it, and keeps its content', async () => {
    await sync();
    hiddenDetail = (row) => [{ path: detailOf(row), fault: { kind: 'status', status: 404 } }];
    const hidden = await hideOnePending();
    expect((await auditReport()).audits).toMatchObject({ removed: 1 });
    const detail = await workspace.door.local.call('records.show', { id: hidden.id });
    expect(detail.record).toMatchObject({ deleted: true, title: hidden.title });
    expect(detail.parts['list']).toBeDefined();
  });

  it('does not take an audit for gone that left its list and is still there', async () => {
    await sync();
    hiddenDetail = (row) => [{ path: detailOf(row), fault: { kind: 'replace', at: ['isExpired'], value: true } }];
    const hidden = await hideOnePending();
    expect((await auditReport()).audits).toMatchObject({ removed: 0 });
    const detail = await workspace.door.local.call('records.show', { id: hidden.id });
    expect(detail.record).toMatchObject({ deleted: false, status: 'expired' });
  });

  it('R19 keeps unknown fields and values as they came', async () => {
    workspace.setFaults({ path: '/monitorqa/audit/**', fault: { kind: 'unknownValues' } });
    expect((await auditReport()).ok).toBe(true);
    const [row] = await audits();
    expect(row).toBeDefined();
  });

  it('refuses a second run while one is under way', async () => {
    const first = sync();
    await expect(sync()).rejects.toMatchObject({ code: 'workspace-busy' });
    expect((await first).ok).toBe(true);
  });

  it('can be cancelled, keeps what came, and goes on at the next run', async () => {
    const controller = new AbortController();
    const run = workspace.door.local.call(
      'sync.run',
      {},
      { signal: controller.signal, onProgress: ({ done }) => (done > 60 ? controller.abort() : undefined) },
    );
    expect(await run).toMatchObject({ ok: false, connections: [{ status: 'partial', error: { code: 'cancelled' } }] });
    expect((await sync()).ok).toBe(true);
  });

  it('S-4 keeps a secret from an address it was not kept for', async () => {
    await workspace.keychain.set(CONNECTION, { origin: 'https://elsewhere.example', secret: { apiKey: 'x' } });
    expect(await auditReport()).toMatchObject({ status: 'failed', error: { code: 'no-secret' } });
    expect(requests()).toEqual([]);
  });

  it('refuses a connection that is not there', async () => {
    await expect(workspace.door.local.call('sync.run', { connections: ['nobody'] })).rejects.toMatchObject({
      code: 'no-connection',
    });
  });
});

describe('sync.record', () => {
  it('reads one record afresh', async () => {
    await sync();
    const [row] = await audits();
    expect(await workspace.door.local.call('sync.record', { id: row?.id ?? '' })).toEqual({ changed: false });
    await expect(
      workspace.door.local.call('sync.record', { id: `${CONNECTION}:audit:none` as RecordId }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('sync.run over several pages', () => {
  beforeEach(async () => {
    await workspace.close();
    workspace = await openTestWorkspace({ audits: 180 });
  });

  it('R9 P5 concludes nothing from a list that moved while it was read', async () => {
    await sync();
    const before = await audits();
    workspace.setFaults({ path: '/monitorqa/audit/complete', fault: { kind: 'shrinkingList', rows: 2 } });
    const report = await auditReport();
    expect(report).toMatchObject({ ok: false, status: 'partial', audits: { removed: 0 } });
    expect(await audits()).toEqual(before);
    workspace.vendor.faults.clear();
    expect((await auditReport()).status).toBe('ok');
  });
});
