import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toRows } from '../../src/shared/lib/columns.ts';
import type { RecordRow } from '../../src/shared/model/record.ts';
import { openTestWorkspace, type TestWorkspace } from '../support/test-workspace.ts';

let workspace: TestWorkspace;
let complete: readonly RecordRow[];
let pending: readonly RecordRow[];
let out: string;

const call: TestWorkspace['door']['local']['call'] = (...input) => workspace.door.local.call(...input);

beforeAll(async () => {
  workspace = await openTestWorkspace({ audits: 12 });
  await call('sync.run', {});
  const rows = toRows<RecordRow>((await call('records.list', { kind: 'audit', limit: 100 })).rows);
  complete = rows.filter(({ status }) => status === 'complete');
  pending = rows.filter(({ status }) => status !== 'complete');
}, 30_000);
afterAll(() => workspace.close());
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'plumbline-out-'));
});
afterEach(async () => {
  workspace.vendor.faults.clear();
  await workspace.vendor.setOnline(true);
  await rm(out, { recursive: true });
});

const idOf = (index: number): string => complete[index]?.id ?? '';
const pdfRequests = () => workspace.vendor.log.entries().filter(({ path }) => path.endsWith('report-pdf')).length;
const REPORTS = '/monitorqa/audit/complete/*/report-pdf';

describe('reports.open', () => {
  it('fetches a report once and keeps it, whole, for the person alone', async () => {
    const progress: number[] = [];
    const file = await call('reports.open', { id: idOf(0) }, { onProgress: ({ done }) => progress.push(done) });
    expect(file).toMatchObject({ contentType: 'application/pdf', name: expect.stringContaining('AUD-') });
    const served = await workspace.door.file(file.id);
    const bytes = await readFile(served.path);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
    expect((await stat(served.path)).mode & 0o777).toBe(0o600);
    expect(progress.at(-1)).toBe(bytes.length);

    const asked = pdfRequests();
    expect(await call('reports.open', { id: idOf(0) })).toEqual(file);
    expect(pdfRequests()).toBe(asked);
  });

  it('P6 opens a kept report without the vendor, and says what to do about one that is not kept', async () => {
    const file = await call('reports.open', { id: idOf(1) });
    await workspace.vendor.setOnline(false);
    expect(await call('reports.open', { id: idOf(1) })).toEqual(file);
    await expect(call('reports.open', { id: idOf(2) })).rejects.toMatchObject({
      code: 'offline',
      data: { vendor: 'monitorqa' },
    });
  }, 30_000);

  it('fetches again when asked, and replaces the kept one', async () => {
    const first = await call('reports.open', { id: idOf(1) });
    const again = await call('reports.open', { id: idOf(1), again: true });
    expect(again.id).not.toBe(first.id);
    await expect(workspace.door.file(first.id)).rejects.toMatchObject({ code: 'not-found' });
    expect((await workspace.door.file(again.id)).bytes).toBe(again.bytes);
  });

  it.each([
    ['cut off', { kind: 'cutOff', after: 900 } as const, 'file-incomplete'],
    ['cut off in chunks', { kind: 'cutOff', after: 900, chunked: true } as const, 'file-incomplete'],
    ['a web page labelled PDF', { kind: 'wrongType', as: 'htmlAsPdf' } as const, 'file-wrong-type'],
    ['of the wrong kind', { kind: 'wrongType', as: 'wrongMagic' } as const, 'file-wrong-type'],
    ['a login page', { kind: 'wrongType', as: 'loginPage' } as const, 'unexpected-answer'],
  ])('keeps nothing of a report that is %s, and the earlier copy stays', async (_what, fault, code) => {
    const earlier = await call('reports.open', { id: idOf(1) });
    workspace.setFaults({ path: REPORTS, fault });
    const failure = await call('reports.open', { id: idOf(1), again: true }).catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({ code: expect.stringMatching(new RegExp(`${code}|connection-lost`)) });
    expect(await call('reports.open', { id: idOf(1) })).toEqual(earlier);
    const names = await readdir(join(workspace.dataDir, 'files'), { recursive: true });
    expect(names.filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('says that a pending audit has no report yet', async () => {
    await expect(call('reports.open', { id: pending[0]?.id ?? '' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('can be cancelled', async () => {
    workspace.setFaults({ path: REPORTS, fault: { kind: 'hang' } });
    const controller = new AbortController();
    const opened = call('reports.open', { id: idOf(3) }, { signal: controller.signal });
    controller.abort();
    await expect(opened).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('reports.download', () => {
  it('P4 saves named reports under their numbers, with a manifest that adds up', async () => {
    const records = [idOf(0), idOf(1), pending[0]?.id ?? ''];
    const report = await call('reports.download', { records, out });
    expect(report).toMatchObject({ asked: 3, saved: 2, failed: 0, skipped: 1 });
    const names = (await readdir(out)).toSorted();
    expect(names).toHaveLength(3);
    expect(names.filter((name) => name.startsWith('AUD-') && name.endsWith('.pdf'))).toHaveLength(2);
    const lines = (await readFile(join(out, 'manifest.csv'), 'utf8')).trimEnd().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe('record,number,title,path,host,bytes,sha256,time,result');
    for (const { sha256, path, error } of report.files) {
      if (error !== undefined) continue;
      const bytes = await readFile(path ?? '');
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
  });

  it('gives equal names a number and never overwrites a file that was there', async () => {
    await writeFile(join(out, 'report.pdf'), 'mine');
    const records = [idOf(0), idOf(1)];
    expect(await call('reports.download', { records, out, name: 'report' })).toMatchObject({ saved: 2 });
    expect((await readdir(out)).toSorted()).toEqual(['manifest.csv', 'report (2).pdf', 'report (3).pdf', 'report.pdf']);
    expect(await readFile(join(out, 'report.pdf'), 'utf8')).toBe('mine');
  });

  it('started again, skips what already lies there', async () => {
    const records = [idOf(0), idOf(1)];
    await call('reports.download', { records, out });
    expect(await call('reports.download', { records, out })).toMatchObject({ asked: 2, saved: 0, skipped: 2 });
    expect(await readdir(out)).toHaveLength(3);
  });

  it('takes a filter, and folders in the template', async () => {
    const filter = { kind: 'audit', status: ['complete'] } as const;
    const report = await call('reports.download', {
      filter: { ...filter, status: ['complete'] },
      out,
      name: '{project}/{number}',
    });
    expect(report).toMatchObject({ asked: complete.length, saved: complete.length, failed: 0 });
  });

  it('goes on after one that fails, and says which', async () => {
    workspace.setFaults({ path: REPORTS, nth: 1, times: 1, fault: { kind: 'status', status: 403 } });
    const report = await call('reports.download', { records: [idOf(0), idOf(1)], out, type: 'summary' });
    expect(report).toMatchObject({ asked: 2, saved: 1, failed: 1 });
    expect(report.files.find(({ error }) => error !== undefined)?.error).toMatchObject({ code: 'not-permitted' });
  });

  it('refuses a template it does not know before it fetches anything', async () => {
    const asked = pdfRequests();
    await expect(call('reports.download', { records: [idOf(0)], out, name: '{nonsense}' })).rejects.toMatchObject({
      code: 'bad-input',
    });
    expect(pdfRequests()).toBe(asked);
    expect(await readdir(out)).toEqual([]);
  });

  it('R10 says when the folder may not be written', async () => {
    await writeFile(join(out, 'file'), '');
    await expect(
      call('reports.download', { records: [idOf(0)], out: join(out, 'file', 'below') }),
    ).rejects.toMatchObject({ code: 'disk-failed' });
  });
});

describe('files.open', () => {
  it('fetches a signature once, checks that it is a picture, and keeps it', async () => {
    const { head } = await call('audits.document', { id: idOf(0) });
    const vendorFileId = head.auditorSignature?.photoId ?? '';
    const connectionId = complete[0]?.connectionId ?? '';
    const file = await call('files.open', { connectionId, vendorFileId });
    expect(file.contentType).toMatch(/^image\/(png|jpeg)$/);
    await workspace.vendor.setOnline(false);
    expect(await call('files.open', { connectionId, vendorFileId })).toEqual(file);
  });

  it('keeps nothing that is not a picture', async () => {
    workspace.setFaults({ path: '/monitorqa/files/*', fault: { kind: 'wrongType', as: 'wrongMagic' } });
    const { head } = await call('audits.document', { id: idOf(1) });
    await expect(
      call('files.open', {
        connectionId: complete[0]?.connectionId ?? '',
        vendorFileId: head.auditorSignature?.photoId ?? '',
      }),
    ).rejects.toMatchObject({ code: 'file-wrong-type' });
  });
});
