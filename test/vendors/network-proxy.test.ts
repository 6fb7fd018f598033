import { afterEach, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../src/shared/errors/codes.ts';
import type { ProxyRule } from '../../src/main/platform/proxy-port.ts';
import { VendorError } from '../../src/main/vendors/core/vendor-error.ts';
import { inspectedLeaf, inspectionRoot, leafKey, localLeaf, testRoot, vendorLeaf } from '../support/certificates.ts';
import { startProxy, startSocks, type TestProxy } from '../support/connect-proxy.ts';
import {
  networkClient,
  PROXY_LOGIN,
  startVendor,
  testNetwork,
  VENDOR_KEY,
  type TestNetwork,
  type TestVendor,
} from '../support/network-client.ts';
import { rejection, startServer } from './vendor-server.ts';

const open: { close: () => Promise<unknown> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

function kept<Closable extends { close: () => Promise<unknown> }>(one: Closable): Closable {
  open.push(one);
  return one;
}

function network(...given: Parameters<typeof testNetwork>): TestNetwork {
  const made = testNetwork(...given);
  open.push({ close: () => made.dispatcher.destroy() });
  return made;
}

async function failure(promise: Promise<unknown>): Promise<VendorError> {
  const error = await rejection(promise);
  expect(error).toBeInstanceOf(VendorError);
  const told = JSON.stringify(error) + String(error);
  for (const secret of [VENDOR_KEY, PROXY_LOGIN.password, LOGIN_IN_BASE64]) expect(told).not.toContain(secret);
  return error as VendorError;
}

const LOGIN = `${PROXY_LOGIN.user}:${PROXY_LOGIN.password}`;
const LOGIN_IN_BASE64 = Buffer.from(LOGIN).toString('base64');
/** A name that only the proxy knows: reaching it proves that the proxy was passed. */
const VENDOR = 'https://vendor.test';

const vendorBehindProxy = async (): Promise<TestVendor> => kept(await startVendor({ key: leafKey, cert: vendorLeaf }));
const proxyTo = async (options: Parameters<typeof startProxy>[0]): Promise<TestProxy> =>
  kept(await startProxy(options));
const through = ({ port }: TestProxy, kind: 'http' | 'https' | 'socks5' = 'http'): readonly ProxyRule[] => [
  { kind, host: '127.0.0.1', port },
];
const heardBytes = ({ heard }: TestProxy): string =>
  heard.map(({ head, bytes }) => head + Buffer.concat(bytes).toString('latin1')).join('\n');

describe('the one dispatcher through an http proxy', () => {
  it('reaches the vendor by a tunnel, and looks no name up itself', async () => {
    const vendor = await vendorBehindProxy();
    const proxy = await proxyTo({ to: vendor.port });
    const made = network({ rules: through(proxy), own: [testRoot] });
    expect((await networkClient(made, VENDOR).call('listUsers', {})).data).toEqual([]);
    expect(proxy.heard.map(({ target }) => target)).toEqual(['vendor.test:443']);
    expect(made.network.standingOf(`http://127.0.0.1:${proxy.port}`)).toEqual({ state: 'passes', said: null });
  });

  it('shows the vendor’s key to the vendor alone and the proxy’s password to the proxy alone', async () => {
    const vendor = await vendorBehindProxy();
    const proxy = await proxyTo({ to: vendor.port, login: LOGIN });
    const made = network({ rules: through(proxy), own: [testRoot], secret: PROXY_LOGIN });
    await networkClient(made, VENDOR).call('listUsers', {});
    expect(proxy.heard[0]?.head).toContain(`Basic ${LOGIN_IN_BASE64}`);
    expect(heardBytes(proxy)).not.toContain(VENDOR_KEY);
    const seen = JSON.stringify(vendor.seen);
    expect(seen).toContain(VENDOR_KEY);
    expect(seen).not.toContain(LOGIN_IN_BASE64);
    expect(seen.toLowerCase()).not.toContain('proxy-');
  });

  it('keeps a tunnel for the next call', async () => {
    const vendor = await vendorBehindProxy();
    const proxy = await proxyTo({ to: vendor.port });
    const client = networkClient(network({ rules: through(proxy), own: [testRoot] }), VENDOR);
    for (let call = 0; call < 4; call += 1) {
      await client.call('listUsers', {});
      await new Promise(setImmediate);
    }
    expect(proxy.heard).toHaveLength(1);
    expect(vendor.connections()).toBe(1);
    expect(vendor.seen).toHaveLength(4);
  });

  it('asks for a tunnel for plain http too, so that the two secrets are never in one message', async () => {
    const vendor = kept(await startServer((_request, response) => response.end('[]')));
    const proxy = await proxyTo({ to: vendor.port, login: LOGIN });
    const made = network({ rules: through(proxy), secret: PROXY_LOGIN });
    await networkClient(made, 'http://vendor.test', true).call('listUsers', {});
    expect(proxy.heard.map(({ target }) => target)).toEqual(['vendor.test:80']);
    expect(proxy.heard[0]?.head).not.toContain(VENDOR_KEY);
    expect(JSON.stringify(vendor.seen)).not.toContain(LOGIN_IN_BASE64);
  });

  it('reaches this computer straight, whatever the system or the person says', async () => {
    const vendor = kept(await startServer((_request, response) => response.end('[]')));
    const proxy = await proxyTo({ to: vendor.port });
    for (const setting of ['system', `http://127.0.0.1:${proxy.port}`]) {
      const made = network({ rules: through(proxy), setting });
      expect((await networkClient(made, vendor.url).call('listUsers', {})).status).toBe(200);
      expect(made.asked).toEqual([]);
    }
    expect(proxy.heard).toEqual([]);
  });

  it('lets the person’s setting overrule the system', async () => {
    const vendor = await vendorBehindProxy();
    const proxy = await proxyTo({ to: vendor.port });
    const made = network({ own: [testRoot], setting: `http://127.0.0.1:${proxy.port}` });
    expect((await networkClient(made, VENDOR).call('listUsers', {})).status).toBe(200);
    expect(made.asked).toEqual([]);
    made.setting = 'none';
    made.rules = through(proxy);
    made.network.forgetRoutes();
    expect((await failure(networkClient(made, VENDOR).call('listUsers', {}))).code).toBe('offline');
    expect(proxy.heard).toHaveLength(1);
  });
});

describe('the one dispatcher at a proxy that wants a sign-in (R7)', () => {
  it('R7 says that a sign-in is wanted, once, with nothing sent', async () => {
    const vendor = await vendorBehindProxy();
    const proxy = await proxyTo({ to: vendor.port, login: LOGIN });
    const made = network({ rules: through(proxy), own: [testRoot] });
    const error = await failure(networkClient(made, VENDOR).call('listUsers', {}));
    expect(error).toMatchObject({ code: 'proxy-needs-sign-in', sent: 'no', status: 0 });
    expect(error.message).toContain(`http://127.0.0.1:${proxy.port}`);
    expect(proxy.heard).toHaveLength(1);
    expect(vendor.connections()).toBe(0);
    const standing = made.network.standingOf(`http://127.0.0.1:${proxy.port}`);
    expect(standing).toEqual({ state: 'needs-sign-in', said: 'basic' });
  });

  it('passes once the password is there', async () => {
    const vendor = await vendorBehindProxy();
    const proxy = await proxyTo({ to: vendor.port, login: LOGIN });
    const made = network({ rules: through(proxy), own: [testRoot] });
    const client = networkClient(made, VENDOR);
    await failure(client.call('listUsers', {}));
    made.secret = PROXY_LOGIN;
    made.network.forgetSecrets();
    expect((await client.call('listUsers', {})).status).toBe(200);
  });

  it('shows a refused password no second time, and a corrected one at once', async () => {
    const vendor = await vendorBehindProxy();
    const proxy = await proxyTo({ to: vendor.port, login: LOGIN });
    const made = network({ rules: through(proxy), own: [testRoot], secret: { user: 'nora', password: 'mistyped' } });
    const client = networkClient(made, VENDOR);
    for (let call = 0; call < 3; call += 1) {
      expect((await failure(client.call('listUsers', {}))).code).toBe('proxy-needs-sign-in');
    }
    const shown = proxy.heard.map(
      ({ head }) => head.includes('Proxy-Authorization') || head.includes('proxy-authorization'),
    );
    expect(shown).toEqual([true, false, false]);
    made.secret = PROXY_LOGIN;
    made.network.forgetSecrets();
    expect((await client.call('listUsers', {})).status).toBe(200);
  });

  it.each([
    ['NTLM', ['NTLM']],
    ['Kerberos', ['Negotiate', 'NTLM TlRMTVNTUAAC']],
    ['Digest', ['Digest realm="x", qop="auth", nonce="abc=="']],
  ])('R7 says of a proxy that only offers %s that it cannot be used', async (_name, offers) => {
    const proxy = await proxyTo({ to: 1, offers });
    const made = network({ rules: through(proxy), secret: PROXY_LOGIN });
    const error = await failure(networkClient(made, VENDOR).call('listUsers', {}));
    expect(error).toMatchObject({ code: 'proxy-not-supported', sent: 'no' });
    expect(error.message).toContain(offers[0]?.split(' ')[0]?.toLowerCase());
  });
});

describe('the one dispatcher at a proxy that does not let it through', () => {
  it.each<[name: string, answer: string, code: ErrorCode, tries: number]>([
    ['forbids the address', 'HTTP/1.1 403 No\r\n\r\n', 'proxy-refused', 1],
    ['does not know CONNECT', 'HTTP/1.1 405 No\r\n\r\n', 'proxy-refused', 1],
    ['cannot reach the vendor', 'HTTP/1.1 502 Bad gateway\r\n\r\n<html>', 'offline', 4],
    ['is overloaded', 'HTTP/1.1 503 Later\r\n\r\n', 'offline', 4],
    ['redirects to its sign-in page', 'HTTP/1.1 302 Found\r\nLocation: http://evil.test/\r\n\r\n', 'proxy-refused', 1],
    ['does not speak HTTP', 'SSH-2.0-OpenSSH_9.6\r\n', 'offline', 4],
    ['says nothing and hangs up', '', 'offline', 4],
  ])('tells apart a proxy that %s', async (_name, answer, code, tries) => {
    const proxy = await proxyTo({ to: 1, answer });
    const made = network({ rules: through(proxy) });
    expect(await failure(networkClient(made, VENDOR).call('listUsers', {}))).toMatchObject({
      code,
      sent: 'no',
      status: 0,
    });
    expect(proxy.heard).toHaveLength(tries);
  });

  it('gives up a proxy that never answers', async () => {
    const proxy = await proxyTo({ to: 1, isSilent: true });
    const made = network({ rules: through(proxy) });
    const error = await failure(networkClient(made, VENDOR).call('listUsers', {}));
    expect(error).toMatchObject({ code: 'offline', sent: 'no' });
    expect(error.message).toContain('The proxy');
  });

  it('calls a proxy that is not there offline, and takes the next one of the list from then on', async () => {
    const vendor = await vendorBehindProxy();
    const gone = await startProxy({ to: vendor.port });
    await gone.close();
    const proxy = await proxyTo({ to: vendor.port });
    const made = network({ rules: [...through(gone), ...through(proxy)], own: [testRoot] });
    const client = networkClient(made, VENDOR);
    // The read is repeated, and its second try takes the second proxy.
    expect((await client.call('listUsers', {})).status).toBe(200);
    expect(made.network.standingOf(`http://127.0.0.1:${gone.port}`).state).toBe('unreachable');
    const alone = network({ rules: through(gone) });
    expect(await failure(networkClient(alone, VENDOR).call('listUsers', {}))).toMatchObject({
      code: 'offline',
      sent: 'no',
      vendorCode: 'ECONNREFUSED',
    });
  });

  it('calls a proxy that dies while the vendor is answering a lost connection, and recovers', async () => {
    let isAnswering = false;
    const vendor = kept(
      await startVendor({ key: leafKey, cert: vendorLeaf }, (_request, response) => {
        response.setHeader('content-type', 'application/json');
        if (isAnswering) {
          response.end('[]');
          return;
        }
        response.write('[');
        proxy.cut();
      }),
    );
    const proxy = await proxyTo({ to: vendor.port });
    const client = networkClient(network({ rules: through(proxy), own: [testRoot] }), VENDOR);
    const error = await failure(client.call('listUsers', {}));
    expect(error.code).toBe('connection-lost');
    expect(error.sent).not.toBe('no');
    isAnswering = true;
    expect((await client.call('listUsers', {})).status).toBe(200);
  });

  it('names a kind of proxy that it cannot use', async () => {
    const made = network({ rules: [{ kind: 'unsupported', name: 'SOCKS' }] });
    const error = await failure(networkClient(made, VENDOR).call('listUsers', {}));
    expect(error).toMatchObject({ code: 'proxy-not-supported', sent: 'no' });
    expect(error.message).toContain('SOCKS');
  });
});

describe('the one dispatcher and certificates behind a proxy (R7)', () => {
  const inspecting = (): Promise<TestProxy> =>
    proxyTo({
      to: 1,
      inspects: {
        key: leafKey,
        cert: inspectedLeaf,
        answer: (_request, response) => void response.setHeader('content-type', 'application/json').end('[]'),
      },
    });

  it('R7 refuses a proxy that looks into connections until its authority was added', async () => {
    const proxy = await inspecting();
    const made = network({ rules: through(proxy) });
    const client = networkClient(made, VENDOR);
    const error = await failure(client.call('listUsers', {}));
    expect(error).toMatchObject({ code: 'certificate-unknown-authority', sent: 'no', status: 0 });
    made.own = [inspectionRoot];
    made.network.forgetTrust();
    expect((await client.call('listUsers', {})).data).toEqual([]);
  });

  it('R7 refuses the certificate of another host through a proxy too', async () => {
    const vendor = kept(await startVendor({ key: leafKey, cert: localLeaf }));
    const proxy = await proxyTo({ to: vendor.port });
    const made = network({ rules: through(proxy), own: [testRoot] });
    const error = await failure(networkClient(made, VENDOR).call('listUsers', {}));
    expect(error).toMatchObject({ code: 'certificate-wrong-host', sent: 'no' });
    expect(vendor.seen).toEqual([]);
  });

  it('passes an https proxy whose certificate is good', async () => {
    const vendor = await vendorBehindProxy();
    const proxy = await proxyTo({ to: vendor.port, login: LOGIN, tls: { key: leafKey, cert: localLeaf } });
    const made = network({ rules: through(proxy, 'https'), own: [testRoot], secret: PROXY_LOGIN });
    expect((await networkClient(made, VENDOR).call('listUsers', {})).status).toBe(200);
  });

  it('holds an https proxy that has a name to that name', async () => {
    const { port } = await proxyTo({ to: 1, tls: { key: leafKey, cert: localLeaf } });
    const made = network({ rules: [{ kind: 'https', host: 'localhost', port }], own: [testRoot] });
    const error = await failure(networkClient(made, VENDOR).call('listUsers', {}));
    expect(error).toMatchObject({ code: 'certificate-wrong-host', sent: 'no' });
  });

  it.each([
    ['of another host', vendorLeaf, testRoot, 'certificate-wrong-host'],
    ['of an authority nobody trusts', localLeaf, inspectionRoot, 'certificate-unknown-authority'],
  ])('tells an https proxy with a certificate %s nothing', async (_name, cert, trusts, code) => {
    const proxy = await proxyTo({ to: 1, tls: { key: leafKey, cert } });
    const made = network({ rules: through(proxy, 'https'), own: [trusts], secret: PROXY_LOGIN });
    const error = await failure(networkClient(made, VENDOR).call('listUsers', {}));
    expect(error).toMatchObject({ code, sent: 'no' });
    expect(error.message).toContain('The proxy');
    expect(proxy.heard).toEqual([]);
  });
});

describe('the one dispatcher through a SOCKS 5 proxy', () => {
  const socksTo = async (...given: Parameters<typeof startSocks>): Promise<TestProxy> =>
    kept(await startSocks(...given));

  it('reaches the vendor by its name, with and without a password', async () => {
    const vendor = await vendorBehindProxy();
    for (const login of [undefined, [PROXY_LOGIN.user, PROXY_LOGIN.password] as const]) {
      const proxy = await socksTo({ to: vendor.port, ...(login ? { login } : {}) });
      const made = network({ rules: through(proxy, 'socks5'), own: [testRoot], secret: login && PROXY_LOGIN });
      expect((await networkClient(made, VENDOR).call('listUsers', {})).status).toBe(200);
      expect(proxy.heard.map(({ target }) => target)).toEqual(['vendor.test:443']);
    }
  });

  it('says that a sign-in is wanted, or was refused', async () => {
    const proxy = await socksTo({ to: 1, login: ['nora', 'another'] });
    for (const secret of [undefined, PROXY_LOGIN]) {
      const made = network({ rules: through(proxy, 'socks5'), secret });
      const error = await failure(networkClient(made, VENDOR).call('listUsers', {}));
      expect(error).toMatchObject({ code: 'proxy-needs-sign-in', sent: 'no' });
    }
  });

  it.each([
    [2, 'proxy-refused'],
    [4, 'offline'],
  ])('reads the reply %i as %s', async (reply, code) => {
    const proxy = await socksTo({ to: 1, reply });
    const made = network({ rules: through(proxy, 'socks5') });
    expect(await failure(networkClient(made, VENDOR).call('listUsers', {}))).toMatchObject({ code, sent: 'no' });
  });

  it('checks the vendor’s certificate behind it', async () => {
    const vendor = await vendorBehindProxy();
    const proxy = await socksTo({ to: vendor.port });
    const made = network({ rules: through(proxy, 'socks5') });
    const error = await failure(networkClient(made, VENDOR).call('listUsers', {}));
    expect(error).toMatchObject({ code: 'certificate-unknown-authority', sent: 'no' });
    expect(vendor.seen).toEqual([]);
  });

  it('calls a SOCKS proxy that is not there offline', async () => {
    const proxy = await startSocks({ to: 1 });
    await proxy.close();
    const made = network({ rules: through(proxy, 'socks5') });
    const error = await failure(networkClient(made, VENDOR).call('listUsers', {}));
    expect(error).toMatchObject({ code: 'offline', sent: 'no' });
    expect(error.message).toContain('The proxy');
  });
});
