import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formsOf } from '../support/canary.ts';
import { CONNECTION, openTestWorkspace, type TestWorkspace } from '../support/test-workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace({ audits: 12, host: 'serve' });
});
afterEach(() => workspace.close());

const call: TestWorkspace['door']['local']['call'] = (...input) => workspace.door.local.call(...input);
const address = () => `${workspace.vendor.url}/monitorqa`;
const add = (apiKey = workspace.apiKey, more: object = {}) =>
  call('connections.add', { vendor: 'monitorqa', name: 'Second', url: address(), secret: { apiKey }, ...more });

describe('connections.add', () => {
  it('keeps an account that works, beside another of the same vendor', async () => {
    const connection = await add();
    expect(connection).toMatchObject({ vendor: 'monitorqa', name: 'Second', url: address(), status: 'ready' });
    expect((await call('connections.list', {})).map(({ name }) => name)).toEqual(['Site', 'Second']);
    expect((await call('connections.secrets', {})).connections[connection.id]).toBe('keychain');
    expect(await call('connections.test', { id: connection.id })).toMatchObject({
      ok: true,
      account: expect.any(String),
    });
    expect((await call('sync.run', { connections: [connection.id] })).ok).toBe(true);
  });

  it('takes a key as people paste it', async () => {
    expect((await add(`  ${workspace.apiKey}\n`)).status).toBe('ready');
  });

  it('keeps nothing of a refused key', async () => {
    await expect(add('not-the-key')).rejects.toMatchObject({ code: 'key-rejected', data: { vendor: 'monitorqa' } });
    expect(await call('connections.list', {})).toHaveLength(1);
  });

  it('keeps nothing when the address is wrong', async () => {
    await workspace.vendor.setOnline(false);
    await expect(add()).rejects.toMatchObject({ code: 'offline' });
    expect(await call('connections.list', {})).toHaveLength(1);
  }, 30_000);

  it.each([
    'http://example.com',
    'ftp://example.com',
    'https://user:pass@example.com',
    'https://example.com/?key=1',
    'no address',
  ])('N-4 refuses %s before anything is sent', async (url) => {
    workspace.vendor.log.clear();
    await expect(add('key', { url })).rejects.toMatchObject({
      code: expect.stringMatching(/bad-input|insecure-address/),
    });
    expect(workspace.vendor.log.entries()).toEqual([]);
  });

  it.each([
    [{ username: 'u', password: 'p' }, 'secret.clientId'],
    [{ username: 'u', password: 'p', clientId: 'c', apiKey: 'k' }, 'secret.apiKey'],
  ])(
    'refuses a secret of other fields than the vendor’s, by name, before anything is sent (%#)',
    async (secret, field) => {
      const answer = call('connections.add', { vendor: 'smartq', name: 'S', url: 'https://example.com', secret });
      await expect(answer).rejects.toMatchObject({ code: 'bad-input', data: { field } });
    },
  );
});

describe('connections.update', () => {
  it('renames, labels, colours and says whose key it is', async () => {
    const changes = { name: 'Northgate', label: 'NG', color: 'teal', user: { vendorId: 'u1', name: 'Hana' } } as const;
    expect(await call('connections.update', { id: CONNECTION, ...changes })).toMatchObject(changes);
    await workspace.restart();
    expect((await call('connections.list', {}))[0]).toMatchObject(changes);
  });

  it('leaves a paused account alone until it is resumed', async () => {
    await call('connections.update', { id: CONNECTION, paused: true });
    expect(await call('sync.run', {})).toEqual({ ok: true, connections: [] });
    await call('connections.update', { id: CONNECTION, paused: false });
    expect((await call('sync.run', {})).connections).toHaveLength(1);
  });

  it('S-4 does not take a key along to another address', async () => {
    await call('connections.update', { id: CONNECTION, url: `http://localhost:${workspace.vendor.port}/monitorqa` });
    expect(await call('connections.test', { id: CONNECTION })).toMatchObject({
      ok: false,
      error: { code: 'no-secret' },
    });
  });
});

describe('a key that stops working', () => {
  it('is shown on the account, and so is a new one that works', async () => {
    await call('sync.run', {});
    workspace.setFaults({ path: '/monitorqa/**', fault: { kind: 'status', status: 401 } });
    await call('sync.run', {});
    const statusOf = async () => (await call('connections.list', {}))[0]?.status;
    await expect.poll(statusOf).toBe('key-rejected');
    workspace.vendor.faults.clear();
    expect(await call('connections.setSecret', { id: CONNECTION, secret: { apiKey: workspace.apiKey } })).toMatchObject(
      {
        status: 'ready',
      },
    );
    expect((await call('sync.run', {})).ok).toBe(true);
  });

  it('R17 is asked for again when the keychain lost it, and data stays readable', async () => {
    await call('sync.run', {});
    await workspace.keychain.delete(CONNECTION);
    expect(await call('sync.run', {})).toMatchObject({ ok: false, connections: [{ error: { code: 'no-secret' } }] });
    expect((await call('records.count', {})).total).toBeGreaterThan(0);
    await expect.poll(async () => (await call('connections.list', {}))[0]?.status).toBe('no-secret');
  });
});

describe('a company made with "Create company"', () => {
  it('S-5 is an account of its own; its key is in the keychain and nowhere else', async () => {
    const body = { companyName: 'Branch', companyAdmin: { fullName: 'Hana Petersen' }, usagePurpose: 2 };
    const answer = await call('vendors.call', {
      operation: 'monitorqa.createCompany',
      connectionId: CONNECTION,
      params: { body },
      yes: true,
    });
    const made = (await call('connections.list', {}))[1];
    expect(made).toMatchObject({ name: 'Branch', vendor: 'monitorqa', status: 'ready' });
    expect(answer).toMatchObject({ data: { apiKey: made?.id } });
    expect(await call('connections.test', { id: made?.id ?? '' })).toMatchObject({ ok: true, account: 'Branch' });

    const secret = (await workspace.keychain.get(made?.id ?? ''))?.secret['apiKey'] ?? '';
    expect(secret.length).toBeGreaterThan(10);
    const rows = JSON.stringify([await call('outbox.list', {}), answer]);
    const files = (await readdir(workspace.dataDir, { recursive: true, withFileTypes: true })).filter((file) =>
      file.isFile(),
    );
    const contents = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name))));
    for (const form of formsOf(secret)) {
      expect(contents.some((bytes) => bytes.includes(form))).toBe(false);
      expect(Buffer.from(rows).includes(form)).toBe(false);
    }
  });
});

describe('connections.remove', () => {
  it('S-7 removes the secret and keeps what was read', async () => {
    await call('sync.run', {});
    const { total } = await call('records.count', {});
    expect(await call('connections.remove', { id: CONNECTION })).toEqual({ drafts: 0 });
    expect(await workspace.keychain.get(CONNECTION)).toBeUndefined();
    expect(await call('connections.list', {})).toEqual([]);
    expect((await call('records.count', {})).total).toBe(total);
  });

  it('erases what was read when asked', async () => {
    await call('sync.run', {});
    await call('connections.remove', { id: CONNECTION, erase: true });
    expect((await call('records.count', {})).total).toBe(0);
  });

  it('P2 keeps what waits in the outbox as drafts', async () => {
    const row = await call('outbox.draft', { operation: 'monitorqa.deleteCompanyLogo', connectionId: CONNECTION });
    expect(await call('connections.remove', { id: CONNECTION })).toEqual({ drafts: 1 });
    expect((await call('outbox.show', { id: row.id })).row).toMatchObject({ state: 'draft', connectionId: null });
    expect(await call('outbox.send', {})).toEqual([]);
  });

  it('refuses one that is not there', async () => {
    await expect(call('connections.remove', { id: 'nobody' })).rejects.toMatchObject({
      code: 'no-connection',
    });
  });
});
