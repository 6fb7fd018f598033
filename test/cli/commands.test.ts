import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPEN_STATUSES } from '../../src/shared/model/status.ts';
import { runCli } from '../support/run-cli.ts';

let data: string;

/** A command over the sample workspace, its answer as JSON. */
async function sample(...args: string[]): Promise<{ status: number | null; json: unknown; err: string }> {
  const { status, out, err } = await runCli([...args, '--sample', '--json', '--data', data]);
  return { status, json: out === '' ? undefined : JSON.parse(out), err };
}

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'plumbline-cli-'));
  await sample('sync');
}, 60_000);
afterAll(() => rm(data, { recursive: true, force: true }));

interface Listed {
  readonly total: number;
  readonly records: readonly Record<string, unknown>[];
  readonly next: string | null;
}

const list = async (...args: string[]): Promise<Listed> => (await sample('records', 'list', ...args)).json as Listed;

describe('plumbline sync', () => {
  it('answers what every connection kept', async () => {
    const { status, json } = await sample('sync');
    expect(status).toBe(0);
    expect(json).toEqual({
      ok: true,
      connections: [
        {
          id: 'sample-monitorqa',
          vendor: 'monitorqa',
          status: 'ok',
          collections: [
            { kind: 'company', seen: 1, added: 0, changed: 0, removed: 0 },
            { kind: 'user', seen: 40, added: 0, changed: 0, removed: 0 },
            { kind: 'role', seen: expect.any(Number), added: 0, changed: 0, removed: 0 },
            { kind: 'corrective-action', seen: expect.any(Number), added: 0, changed: 0, removed: 0 },
            { kind: 'audit', seen: expect.any(Number), added: 0, changed: 0, removed: 0 },
          ],
        },
        {
          id: 'sample-conqa',
          vendor: 'conqa',
          status: 'ok',
          collections: [
            { kind: 'project', seen: 3, added: 0, changed: 0, removed: 0 },
            { kind: 'issue', seen: 700, added: 0, changed: 0, removed: 0 },
            { kind: 'milestone', seen: 400, added: 0, changed: 0, removed: 0 },
          ],
        },
        {
          id: 'sample-smartq',
          vendor: 'smartq',
          status: 'ok',
          collections: [
            { kind: 'user', seen: 40, added: 0, changed: 0, removed: 0 },
            { kind: 'project', seen: 6, added: 0, changed: 0, removed: 0 },
            { kind: 'ticket', seen: 500, added: 0, changed: 0, removed: 0 },
          ],
        },
        {
          id: 'sample-aconex',
          vendor: 'aconex',
          status: 'ok',
          collections: [{ kind: 'project', seen: 8, added: 0, changed: 0, removed: 0 }],
        },
        {
          id: 'sample-connectnow',
          vendor: 'connectnow',
          status: 'ok',
          collections: [
            { kind: 'company', seen: 3, added: 0, changed: 0, removed: 0 },
            { kind: 'category', seen: 12, added: 0, changed: 0, removed: 0 },
            { kind: 'issue', seen: 120, added: 0, changed: 0, removed: 0 },
            { kind: 'webhook', seen: 2, added: 0, changed: 0, removed: 0 },
          ],
        },
      ],
    });
  });

  it('ends with 1 and names a connection that is not there', async () => {
    const { status, err } = await sample('sync', '--connection', 'nobody');
    expect(status).toBe(1);
    expect(JSON.parse(err.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({ error: { code: 'no-connection' } });
  });
});

describe('plumbline records', () => {
  it('lists records in the promised shape, with an exact total', async () => {
    const page = await list('--kind', 'audit', '--limit', '5');
    expect(page.records).toHaveLength(5);
    expect(page.total).toBeGreaterThan(500);
    expect(Object.keys(page.records[0] ?? {})).toEqual([
      'id',
      'connectionId',
      'vendor',
      'kind',
      'number',
      'title',
      'status',
      'dueAt',
      'people',
      'project',
      'updatedAt',
    ]);
  });

  it('shows every record once over all pages', async () => {
    const seen: unknown[] = [];
    let after: string[] = [];
    let total = 0;
    for (;;) {
      const page = await list('--kind', 'audit', '--limit', '250', '--sort', 'title', ...after);
      seen.push(...page.records.map(({ id }) => id));
      total = page.total;
      if (page.next === null) break;
      after = ['--after', page.next];
    }
    expect(seen).toHaveLength(total);
    expect(new Set(seen).size).toBe(total);
  }, 30_000);

  it('lists only what is late and still open when asked', async () => {
    const { records, total } = await list('--overdue', '--limit', '1000');
    expect(total).toBe(records.length);
    expect(total).toBeGreaterThan(0);
    const now = new Date().toISOString();
    for (const { dueAt, status } of records) {
      expect(String(dueAt) < now).toBe(true);
      expect(OPEN_STATUSES).toContain(status);
    }
  });

  it('finds by beginnings of words and by number', async () => {
    const [first] = (await list('--kind', 'audit', '--limit', '1')).records;
    const byNumber = await list('--search', String(first?.['number']));
    expect(byNumber.records[0]).toMatchObject({ id: first?.['id'] });
    const word = String(first?.['title']).split(/\W/)[0] ?? '';
    expect((await list('--search', word.slice(0, 4))).total).toBeGreaterThan(0);
  });

  it('shows one record with the vendor’s own JSON', async () => {
    const [first] = (await list('--kind', 'audit', '--status', 'complete', '--limit', '1')).records;
    const { json } = await sample('records', 'show', String(first?.['id']));
    expect(json).toMatchObject({
      ...first,
      raw: { list: { number: first?.['number'] }, report: { items: expect.any(Array) } },
    });
  });

  it('ends with 1 for a record that is not there, and with 2 for bad usage', async () => {
    expect((await sample('records', 'show', 'a:audit:none')).status).toBe(1);
    for (const bad of [
      ['--limit', '0'],
      ['--kind', 'spaceship'],
      ['--sort', 'colour'],
      ['--nonsense'],
      ['--after', 'x'],
    ]) {
      const { status, json, err } = await sample('records', 'list', ...bad);
      expect({ bad, status, json }).toEqual({ bad, status: 2, json: undefined });
      expect(JSON.parse(err.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
        error: { code: expect.stringMatching(/^bad-(usage|input)$/) },
      });
    }
  }, 60_000);

  it('speaks to a person without --json', async () => {
    const { status, out, err } = await runCli(['records', 'list', '--limit', '2', '--sample', '--data', data]);
    expect(status).toBe(0);
    expect(out).toMatch(/^No\. +Title +Status/);
    expect(err).toBe('');
    const failed = await runCli(['records', 'show', 'a:audit:none', '--data', data]);
    expect(failed.err).toContain('There is no such record on this computer.');
    expect(failed.err).toContain('Code: not-found');
  });
});

describe('plumbline operations', () => {
  it('lists every operation with a JSON Schema of its parameters', async () => {
    const { json } = await sample('operations', 'list', '--vendor', 'monitorqa');
    expect(json).toContainEqual({
      id: 'monitorqa.listPendingAudits',
      vendor: 'monitorqa',
      method: 'GET',
      path: '/audit/pending',
      effect: 'read',
      tier: null,
      repeat: 'safe',
      params: expect.objectContaining({ type: 'object' }),
    });
    expect((await sample('operations', 'list', '--vendor', 'aconex')).json).toHaveLength(3);
    expect((await sample('operations', 'list')).json).toHaveLength(156);
  });
});

describe('plumbline call', () => {
  const call = (operation: string, ...args: string[]) =>
    sample('call', operation, '--connection', 'sample-monitorqa', ...args);

  it('answers the vendor’s JSON as it came', async () => {
    const { status, json } = await call(
      'monitorqa.listPendingAudits',
      '--params',
      '{"query":{"pageNumber":1,"pageSize":2}}',
    );
    expect(status).toBe(0);
    expect(json).toMatchObject({ status: 200, data: { data: [{}, {}], meta: { pageSize: 2 } } });
  });

  it('takes parameters from standard input', async () => {
    const { out } = await runCli(
      [
        'call',
        'monitorqa.getCompany',
        '--connection',
        'sample-monitorqa',
        '--params',
        '-',
        '--sample',
        '--json',
        '--data',
        data,
      ],
      { input: '{}' },
    );
    expect(JSON.parse(out)).toMatchObject({ status: 200, data: { name: expect.any(String) } });
  });

  it('writes a PDF where it is told, and overwrites nothing', async () => {
    const [first] = (await list('--kind', 'audit', '--status', 'complete', '--limit', '1')).records;
    const auditId = String(first?.['id']).split(':')[2];
    const out = join(data, 'report.pdf');
    const params = JSON.stringify({ path: { auditId }, query: { reportType: 1 } });
    const { json } = await call('monitorqa.getAuditReportPdf', '--params', params, '--out', out);
    expect(json).toMatchObject({ status: 200, file: out, contentType: 'application/pdf' });
    expect((await readFile(out)).subarray(0, 5).toString()).toBe('%PDF-');
    const again = await call('monitorqa.getAuditReportPdf', '--params', params, '--out', out);
    expect(again.status).toBe(1);
    expect(again.err).toContain('file-exists');
    expect((await call('monitorqa.getAuditReportPdf', '--params', params)).status).toBe(2);
  }, 30_000);

  it('refuses parameters the document does not know before anything is sent', async () => {
    for (const params of ['{"query":{"colour":"red"}}', '{"path":{"auditId":"../company"}}', 'not json', '[]']) {
      const { status } = await call(
        params.includes('auditId') ? 'monitorqa.getAudit' : 'monitorqa.listPendingAudits',
        '--params',
        params,
      );
      expect({ params, status }).toEqual({ params, status: 2 });
    }
  }, 30_000);
});

describe('plumbline reports download', () => {
  it('P4 saves named reports and a manifest', async () => {
    const { records } = await list('--kind', 'audit', '--status', 'complete', '--limit', '2');
    const out = join(data, 'reports');
    const { status, json } = await sample('reports', 'download', ...records.map(({ id }) => String(id)), '--out', out);
    expect(status).toBe(0);
    expect(json).toMatchObject({ asked: 2, saved: 2, failed: 0, skipped: 0 });
    expect((await readdir(out)).toSorted()).toEqual([expect.any(String), expect.any(String), 'manifest.csv']);
  });

  it('asks which, rather than taking all', async () => {
    expect((await sample('reports', 'download', '--out', join(data, 'none'))).status).toBe(2);
  });
});

describe('plumbline sample reset', () => {
  it('begins anew', async () => {
    expect(await sample('sample', 'reset')).toMatchObject({ status: 0, json: { ok: true } });
    expect((await list()).total).toBe(0);
  });
});
