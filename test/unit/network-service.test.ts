import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/main/platform/clock.ts';
import { systemRandom } from '../../src/main/platform/random.ts';
import { PROXY_ENTRY } from '../../src/main/services/network.ts';
import { openDoor } from '../../src/main/workspace.ts';
import { inspectionRoot, leafKey, testRoot } from '../support/certificates.ts';
import { startProxy } from '../support/connect-proxy.ts';
import { CONNECTION, openTestWorkspace, workers, type TestWorkspace } from '../support/test-workspace.ts';

const PASSWORD = 'proxy-canary-16180';
const PROXY = 'http://proxy.test:8080';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace({ host: 'serve' });
});
afterAll(() => workspace.close());

const local = () => workspace.door.local;

/** Every file of the data folder as one text. */
async function written(): Promise<string> {
  const entries = await readdir(workspace.dataDir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return (await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'latin1')))).join(
    '\n',
  );
}

describe('the network of a workspace', () => {
  it('says how each connection is reached, and whom it trusts', async () => {
    const status = await local().call('network.status', {});
    expect(status).toMatchObject({ proxy: 'system', systemIs: 'environment', proxies: [], authorities: { own: [] } });
    expect(status.connections).toEqual([
      { id: CONNECTION, origin: expect.stringContaining('127.0.0.1'), by: 'loopback', proxy: null, unsupported: null },
    ]);
    expect(status.authorities.builtIn).toBeGreaterThan(100);
  });

  it('takes a proxy by its own operation and by the list of settings, and keeps it', async () => {
    expect(await local().call('network.set', { proxy: PROXY })).toMatchObject({
      proxy: PROXY,
      proxies: [{ address: PROXY, state: 'not-tried', said: null, secret: 'none' }],
    });
    expect(await local().call('settings.list', {})).toContainEqual({ key: 'network.proxy', value: PROXY });
    await workspace.restart();
    await local().call('settings.set', { key: 'network.proxy', value: 'none' });
    expect(await local().call('network.status', {})).toMatchObject({ proxy: 'none', proxies: [] });
    const wrong = local().call('settings.set', { key: 'network.proxy', value: `http://nora:${PASSWORD}@proxy.test:1` });
    await expect(wrong).rejects.toMatchObject({ code: 'bad-input' });
    await local().call('network.set', { proxy: 'system' });
  });

  it('S-1 keeps a proxy’s password in the keychain, bound to the proxy, and nowhere else', async () => {
    await local().call('network.set', { proxy: PROXY });
    const secret = { user: 'nora', password: PASSWORD };
    const status = await local().call('network.setProxySecret', { proxy: PROXY, secret });
    expect(status.proxies).toEqual([{ address: PROXY, state: 'not-tried', said: null, secret: 'keychain' }]);
    expect(await workspace.keychain.get(PROXY_ENTRY)).toEqual({ origin: PROXY, secret });
    expect(JSON.stringify(status)).not.toContain(PASSWORD);
    expect(await written()).not.toContain(PASSWORD);
    const other = await local().call('network.set', { proxy: 'http://other.test:8080' });
    expect(other.proxies).toMatchObject([{ secret: 'none' }]);
    await local().call('network.setProxySecret', { proxy: PROXY, secret: null });
    expect(await workspace.keychain.get(PROXY_ENTRY)).toBeUndefined();
    await local().call('network.set', { proxy: 'system' });
  });

  it('refuses a name with a colon, which Basic could not carry', async () => {
    const secret = { user: 'nora:x', password: PASSWORD };
    const wrong = local().call('network.setProxySecret', { proxy: PROXY, secret });
    await expect(wrong).rejects.toMatchObject({ code: 'bad-input' });
    expect(String(await wrong.catch((thrown: unknown) => thrown))).not.toContain(PASSWORD);
  });

  it('signs in at the proxy with what was kept, and tells how that went', async () => {
    const proxy = await startProxy({ to: 1, login: `nora:${PASSWORD}`, offers: ['Basic realm="x"'] });
    const address = `http://127.0.0.1:${proxy.port}`;
    await local().call('network.set', { proxy: address });
    await local().call('network.setProxySecret', { proxy: address, secret: { user: 'nora', password: PASSWORD } });
    const add = local().call('connections.add', {
      vendor: 'monitorqa',
      name: 'Behind a proxy',
      url: 'https://vendor.test',
      secret: { apiKey: 'key' },
    });
    await expect(add).rejects.toMatchObject({ code: 'proxy-needs-sign-in' });
    const basic = `Basic ${Buffer.from(`nora:${PASSWORD}`).toString('base64')}`;
    expect(proxy.heard.map(({ head }) => head.includes(basic))).toEqual([true]);
    const { proxies } = await local().call('network.status', {});
    expect(proxies).toEqual([{ address, state: 'needs-sign-in', said: 'basic', secret: 'keychain' }]);
    expect(await written()).not.toContain(PASSWORD);
    await local().call('network.set', { proxy: 'system' });
    await proxy.close();
  });

  it('signs in with what was given for this run alone, where there is no keychain', async () => {
    const proxy = await startProxy({ to: 1, login: `nora:${PASSWORD}`, offers: ['Basic realm="x"'] });
    const dataDir = await mkdtemp(join(tmpdir(), 'plumbline-given-'));
    const door = await openDoor({
      mode: 'own',
      host: 'serve',
      version: '0.0.0-test',
      dataDir,
      workers,
      clock: systemClock,
      random: systemRandom,
      withoutKeychain: true,
      secrets: { [PROXY_ENTRY]: { user: 'nora', password: PASSWORD } },
    });
    const address = `http://127.0.0.1:${proxy.port}`;
    await door.local.call('network.set', { proxy: address });
    const account = { vendor: 'monitorqa', name: 'A', url: 'https://vendor.test', secret: { apiKey: 'key' } } as const;
    await expect(door.local.call('connections.add', account)).rejects.toMatchObject({ code: 'proxy-needs-sign-in' });
    const basic = `Basic ${Buffer.from(`nora:${PASSWORD}`).toString('base64')}`;
    expect(proxy.heard.map(({ head }) => head.includes(basic))).toEqual([true]);
    await door.close();
    await proxy.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('adds authorities, shows them, keeps them over a restart, and lets them go', async () => {
    const both = `${testRoot}\n${inspectionRoot}`;
    const { authorities } = await local().call('network.addCertificate', { pem: both });
    expect(authorities.own).toMatchObject([
      { subject: 'Test Root', organisation: 'Northgate', validTo: '2126-01-01T00:00:00.000Z', state: 'trusted' },
      { subject: 'Northgate Inspection', state: 'trusted' },
    ]);
    await local().call('network.addCertificate', { pem: testRoot });
    await workspace.restart();
    expect((await local().call('network.status', {})).authorities.own).toEqual(authorities.own);
    const [first, second] = authorities.own.map(({ fingerprint }) => fingerprint);
    if (first === undefined || second === undefined) throw new Error('Two authorities were expected.');
    const left = await local().call('network.removeCertificate', { fingerprint: first });
    expect(left.authorities.own.map(({ fingerprint }) => fingerprint)).toEqual([second]);
    const again = local().call('network.removeCertificate', { fingerprint: first });
    await expect(again).rejects.toMatchObject({ code: 'not-found' });
    expect(await readdir(join(workspace.dataDir, 'authorities'))).toEqual([`${second}.pem`]);
    await local().call('network.removeCertificate', { fingerprint: second });
  });

  it('keeps nothing of what it refuses', async () => {
    const wrong = local().call('network.addCertificate', { pem: `${testRoot}\n${leafKey}` });
    await expect(wrong).rejects.toMatchObject({ code: 'authority-refused', data: { reason: 'private-key' } });
    expect((await local().call('network.status', {})).authorities.own).toEqual([]);
    expect(await readdir(join(workspace.dataDir, 'authorities'))).toEqual([]);
  });

  it('names an authority whose copy is gone, and does not trust it', async () => {
    await local().call('settings.set', { key: 'network.certificates', value: ['a'.repeat(64)] });
    const { authorities } = await local().call('network.status', {});
    expect(authorities.own).toMatchObject([{ fingerprint: 'a'.repeat(64), subject: null, state: 'missing' }]);
    await local().call('network.removeCertificate', { fingerprint: 'a'.repeat(64) });
  });

  it('lets no page of a browser widen what is trusted', async () => {
    const session = workspace.door.connect(() => undefined);
    const operation = 'network.addCertificate';
    const answer = await session.call({ id: 1, operation, input: { pem: testRoot }, reach: 'anywhere', gesture: true });
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-offered-here' } });
    session.close();
  });
});
