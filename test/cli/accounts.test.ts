import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type SandboxServer } from '../../src/main/sandbox-server.ts';
import { formsOf } from '../support/canary.ts';
import { runCli, type CliResult } from '../support/run-cli.ts';

const WRONG_KEY = 'canary-wrong-7f3d9c2e51';

let data: string;
let vendor: SandboxServer;
let key: string;
let id = '';
/** Everything any command printed: the canary is looked for in it. */
const printed: string[] = [];

async function cli(args: readonly string[], input = '', env: Record<string, string> = {}): Promise<CliResult> {
  const result = await runCli([...args, '--json', '--data', data], { input, env });
  printed.push(result.out, result.err);
  return result;
}

/** A command that speaks to the vendor, with the account's secret on standard input. */
async function withSecret(...args: string[]): Promise<{ status: number | null; json: unknown; err: string }> {
  const { status, out, err } = await cli([...args, '--secrets', '-'], JSON.stringify({ [id]: { apiKey: key } }));
  return { status, json: out === '' ? undefined : JSON.parse(out), err };
}

const errorOf = (err: string): unknown => JSON.parse(err.trimEnd().split('\n').at(-1) ?? '');
const writes = () => vendor.log.entries().filter(({ method }) => method !== 'GET');

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'plumbline-accounts-'));
  vendor = await startSandbox({ seed: 3, now: '2026-11-20T08:00:00.000Z', audits: 20, clock: Date.now });
  key = vendor.vendors[0]?.secret['apiKey'] ?? '';
});
afterAll(async () => {
  await vendor.close();
  await rm(data, { recursive: true, force: true });
});

describe('plumbline connections, on a machine without a keychain', () => {
  it('refuses a wrong key and keeps nothing', async () => {
    const add = ['connections', 'add', 'monitorqa', '--name', 'Site', '--url', `${vendor.url}/monitorqa`];
    const refused = await cli(add, JSON.stringify({ apiKey: WRONG_KEY }));
    expect(refused.status).toBe(1);
    expect(errorOf(refused.err)).toMatchObject({ error: { code: 'key-rejected' } });
    expect(JSON.parse((await cli(['connections', 'list'])).out)).toEqual([]);
  });

  it('refuses a secret that is not JSON, and does not repeat it', async () => {
    const add = ['connections', 'add', 'monitorqa', '--name', 'Site'];
    const refused = await cli(add, `apiKey: ${WRONG_KEY}`);
    expect(refused.status).toBe(2);
    expect(refused.err).not.toContain(WRONG_KEY);
  });

  it('R17 S-3 keeps the account without its secret', async () => {
    const add = ['connections', 'add', 'monitorqa', '--name', 'Site', '--url', `${vendor.url}/monitorqa/`];
    const { status, out } = await cli(add, JSON.stringify({ apiKey: key }));
    expect(status).toBe(0);
    const connection = JSON.parse(out) as { id: string };
    expect(connection).toEqual({
      id: expect.stringMatching(/^monitorqa-/),
      vendor: 'monitorqa',
      name: 'Site',
      url: `${vendor.url}/monitorqa`,
      status: 'no-secret',
    });
    ({ id } = connection);
    const { json } = await withSecret('connections', 'test', id);
    expect(json).toMatchObject({ ok: true, account: expect.any(String) });
    const without = await cli(['connections', 'test', id]);
    expect(without.status).toBe(1);
    expect(JSON.parse(without.out)).toMatchObject({ ok: false, error: { code: 'no-secret' } });
  }, 30_000);

  it('syncs with the secret from standard input', async () => {
    const { status, json } = await withSecret('sync');
    expect(status).toBe(0);
    expect(json).toMatchObject({ ok: true, connections: [{ id, status: 'ok' }] });
  }, 30_000);
});

describe('plumbline call for a change', () => {
  const call = (operation: string, ...more: string[]) => withSecret('call', operation, '--connection', id, ...more);

  it('is a row of the outbox, and answers what the vendor said', async () => {
    const body = { companyName: 'Renamed Ltd', usagePurpose: 2, ianaTimeZone: 'Pacific/Auckland' };
    const { status, json } = await call('monitorqa.updateCompany', '--params', JSON.stringify({ body }));
    expect({ status, json }).toMatchObject({
      status: 0,
      json: { status: 200, data: null, outboxId: expect.any(String) },
    });
    const rows = JSON.parse((await cli(['outbox', 'list'])).out) as unknown[];
    expect(rows).toMatchObject([
      { operation: 'monitorqa.updateCompany', connectionId: id, state: 'sent', attempts: 1 },
    ]);
    expect(await call('monitorqa.getCompany')).toMatchObject({ json: { data: { name: 'Renamed Ltd' } } });
  }, 30_000);

  it('shows what it would destroy, and does not, until it is told yes', async () => {
    const before = writes().length;
    const dry = await call('monitorqa.deleteCompanyLogo');
    expect(dry).toMatchObject({ status: 2, json: { dryRun: { method: 'DELETE', objects: 1, tier: 'T2' } } });
    expect(writes()).toHaveLength(before);
    expect((await call('monitorqa.deleteCompanyLogo', '--yes')).status).toBe(0);
    expect(writes()).toHaveLength(before + 1);
  }, 30_000);

  it('S-5 makes no company whose key it could not keep', async () => {
    const before = writes().length;
    const body = { companyName: 'Branch', companyAdmin: { fullName: 'Hana Petersen' }, usagePurpose: 2 };
    const refused = await call('monitorqa.createCompany', '--params', JSON.stringify({ body }), '--yes');
    expect(errorOf(refused.err)).toMatchObject({ error: { code: 'no-secret' } });
    expect(writes()).toHaveLength(before);
  }, 30_000);

  it('T4 deletes no company before the setting, the yes and the name are all there', async () => {
    const before = writes().length;
    const remove = (...more: string[]) => call('monitorqa.deleteCompany', ...more);
    expect((await remove('--yes', '--confirm', 'Renamed Ltd')).status).toBe(2);
    expect((await cli(['settings', 'set', 'danger.deleteCompany', 'true'])).status).toBe(0);
    expect(JSON.parse((await cli(['settings', 'get', 'danger.deleteCompany'])).out)).toEqual({
      key: 'danger.deleteCompany',
      value: true,
    });
    expect((await remove('--yes')).status).toBe(2);
    expect((await remove('--yes', '--confirm', 'renamed ltd')).status).toBe(2);
    expect(writes()).toHaveLength(before);
    await cli(['settings', 'set', 'danger.deleteCompany', 'false']);
  }, 60_000);

  it('refuses a setting it does not know, or a value of another kind', async () => {
    expect((await cli(['settings', 'set', 'no.such', 'true'])).status).toBe(2);
    expect((await cli(['settings', 'set', 'danger.deleteCompany', 'perhaps'])).status).toBe(2);
    expect((await cli(['settings', 'get', 'no.such'])).status).toBe(2);
  }, 30_000);
});

describe('plumbline upload', () => {
  const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

  it('sends a logo and waits for it', async () => {
    const path = join(data, 'logo.png');
    await writeFile(path, PNG);
    const { status, json } = await withSecret('upload', 'logo', path, '--connection', id);
    expect({ status, json }).toMatchObject({ status: 0, json: { outbox: [{ state: 'sent' }] } });
    expect(vendor.log.entries().findLast(({ method }) => method === 'POST')).toMatchObject({
      path: '/monitorqa/company/logo',
      file: { contentType: 'image/png', size: PNG.length },
    });
  }, 30_000);

  it('queues one, which goes later', async () => {
    const path = join(data, 'logo.png');
    const queued = await withSecret('upload', 'icon', path, '--connection', id, '--queue');
    const [row] = (queued.json as { outbox: { id: string; state: string }[] }).outbox;
    expect(row?.state).toBe('ready');
    const { json } = await withSecret('outbox', 'send');
    expect(json).toMatchObject([{ id: row?.id, state: 'sent' }]);
  }, 30_000);

  it('refuses what is no picture, and leaves nothing in the outbox', async () => {
    const path = join(data, 'text.png');
    await writeFile(path, 'this is not a picture at all');
    const refused = await withSecret('upload', 'logo', path, '--connection', id);
    expect(refused.status).toBe(1);
    expect(errorOf(refused.err)).toMatchObject({ error: { code: 'file-wrong-type' } });
  }, 30_000);
});

describe('a process that dies while it sends', () => {
  it.each([
    ['outbox:after-mark', 0],
    ['outbox:after-answer', 1],
  ] as const)(
    'R2 P3 leaves the change in doubt at %s, and never sends it twice',
    async (point, sent) => {
      const before = writes().length;
      const body = { companyName: `Crash ${sent}`, usagePurpose: 2, ianaTimeZone: 'Pacific/Auckland' };
      const secrets = JSON.stringify({ [id]: { apiKey: key } });
      const call = [
        'call',
        'monitorqa.updateCompany',
        '--connection',
        id,
        '--params',
        JSON.stringify({ body }),
        '--secrets',
        '-',
      ];
      const dead = await cli(call, secrets, { PLUMBLINE_CRASHPOINT: point });
      expect(dead.status).toBeNull();
      expect(writes()).toHaveLength(before + sent);
      expect((await withSecret('outbox', 'send')).json).toEqual([]);
      const [row] = JSON.parse((await cli(['outbox', 'list'])).out) as { id: string; state: string }[];
      expect(row?.state).toBe('needs-checking');
      expect((await cli(['outbox', 'retry', row?.id ?? ''])).status).toBe(1);
      expect(writes()).toHaveLength(before + sent);
      const again = await cli(['outbox', 'retry', row?.id ?? '', '--yes']);
      expect(JSON.parse(again.out)).toMatchObject({ state: 'ready' });
      expect((await withSecret('outbox', 'send')).json).toMatchObject([{ state: 'sent' }]);
    },
    60_000,
  );
});

describe('the secrets of it all', () => {
  it('S-1 S-6 stand nowhere in what was written or printed', async () => {
    await withSecret('connections', 'test', id);
    const files = await readdir(data, { recursive: true, withFileTypes: true });
    const contents = await Promise.all(
      files
        .filter((file) => file.isFile())
        .map(async (file) => [file.name, await readFile(join(file.parentPath, file.name))] as const),
    );
    expect(contents.length).toBeGreaterThan(4);
    for (const secret of [key, WRONG_KEY]) {
      for (const form of formsOf(secret)) {
        const found = contents.filter(([, bytes]) => bytes.includes(form)).map(([name]) => name);
        expect(found).toEqual([]);
        expect(Buffer.from(printed.join('\n')).includes(form)).toBe(false);
      }
    }
  }, 30_000);
});
