import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Agent } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { parseBaseAddress } from '../../src/main/vendors/core/origin.ts';
import { decideRedirect } from '../../src/main/vendors/core/redirect.ts';
import { rejection, startServer, TEST_KEY, testClient, type SeenRequest, type TestServer } from './vendor-server.ts';
import { certificate } from './test-certificate.ts';

const servers: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(...given: Parameters<typeof startServer>): Promise<TestServer> {
  const server = await startServer(...given);
  servers.push(server);
  return server;
}

/** Answers everything, and is asked afterwards what it saw. */
const witness = (): Promise<TestServer> => serve((_request, response) => response.end('[]'));

async function secureWitness(): Promise<{ url: string; seen: SeenRequest[]; dispatcher: Agent }> {
  const seen: SeenRequest[] = [];
  const server = createSecureServer(certificate, (request, response) => {
    seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers });
    if (request.url === '/again') response.writeHead(302, { location: '/elsewhere' }).end();
    else response.end('the file');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push({
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
  const dispatcher = new Agent({ connect: { ca: certificate.cert } });
  return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, dispatcher };
}

const redirectTo = (location: string, status = 302): Promise<TestServer> =>
  serve((_request, response) => response.writeHead(status, { location }).end());

describe('createVendorClient: redirects (N-2)', () => {
  it.each([301, 302, 303, 307, 308])('follows a %i within the origin with the key', async (status) => {
    const server = await serve((request, response) =>
      request.url === '/users' ? response.writeHead(status, { location: '/v2/users' }).end() : response.end('[]'),
    );
    expect((await testClient(server.url).call('listUsers', {})).data).toEqual([]);
    expect(server.seen.map(({ url }) => url)).toEqual(['/users', '/v2/users']);
    expect(server.seen[1]?.headers['x-api-key']).toBe(TEST_KEY);
  });

  it('gives a circle up after three', async () => {
    const server = await redirectTo('/users');
    expect(await rejection(testClient(server.url).call('listUsers', {}))).toMatchObject({ code: 'redirect-refused' });
    expect(server.seen).toHaveLength(4);
  });

  it('never leaves the origin with a call for data', async () => {
    const other = await witness();
    for (const location of [`${other.url}/users`, `//127.0.0.1:${other.port}/`, `http://localhost:${other.port}/`]) {
      const server = await redirectTo(location);
      const error = await rejection(testClient(server.url).call('listUsers', {}));
      expect(error).toMatchObject({ code: 'redirect-refused', status: 302 });
    }
    expect(other.seen).toEqual([]);
  });

  it.each(['file:///etc/passwd', 'ftp://127.0.0.1/', 'data:,x', 'javascript:1', 'http://', ''])(
    'refuses the address %j',
    async (location) => {
      const server = await redirectTo(location);
      const file = testClient(server.url).stream('getFile', { path: { id: 'a' } });
      expect(await rejection(file)).toMatchObject({ code: 'redirect-refused' });
    },
  );

  it('fetches a file from one other https origin without the key, and from there nowhere', async () => {
    const { url, seen, dispatcher } = await secureWitness();
    const near = await redirectTo(`${url}/store/1?signature=abc`);
    const { body } = await testClient(near.url, { dispatcher }).stream('getFile', { path: { id: 'a' } });
    expect(await text(body)).toBe('the file');
    const far = await redirectTo(`${url}/again`);
    const error = await rejection(testClient(far.url, { dispatcher }).stream('getFile', { path: { id: 'a' } }));
    expect(error).toMatchObject({ code: 'redirect-refused' });
    expect(seen.map((request) => request.url)).toEqual(['/store/1?signature=abc', '/again']);
    expect(JSON.stringify(seen)).not.toContain(TEST_KEY);
    expect(seen.flatMap(({ headers }) => Object.keys(headers))).not.toContain('x-api-key');
  });

  it('says of a certificate that is not trusted why, with nothing sent', async () => {
    const { url, seen } = await secureWitness();
    const error = await rejection(testClient(url).call('listUsers', {}));
    expect(error).toMatchObject({ code: 'certificate-self-signed', sent: 'no', status: 0 });
    expect(seen).toEqual([]);
  });
});

describe('decideRedirect (N-1)', () => {
  const base = parseBaseAddress('https://api.vendor.example/v1');
  const from = new URL('https://api.vendor.example/v1/files/1');
  const decide = (location: string, given: Partial<Parameters<typeof decideRedirect>[0]> = {}) =>
    decideRedirect({ method: 'GET', isFile: true, hops: 0, from, location, base, ...given });

  it.each([
    ['the same origin', '/v2/x'],
    ['another spelling of it', 'HTTPS://API.Vendor.Example:443/x'],
  ])('keeps the credentials for %s', (_name, location) => {
    expect(decide(location)).toMatchObject({ kind: 'follow', withCredentials: true });
  });

  it.each([
    ['another host', 'https://other.example/x'],
    ['a subdomain', 'https://eu.api.vendor.example/x'],
    ['the parent domain', 'https://vendor.example/x'],
    ['another port', 'https://api.vendor.example:8443/x'],
    ['a trailing dot', 'https://api.vendor.example./x'],
    ['a look-alike', 'https://api.vendor.example.evil.example/x'],
    ['a public address', 'https://93.184.216.34/x'],
  ])('goes to %s for a file without credentials, and not at all for data', (_name, location) => {
    expect(decide(location)).toMatchObject({ kind: 'follow', withCredentials: false });
    expect(decide(location, { isFile: false }).kind).toBe('refuse');
  });

  it.each([
    ['http on the same host', 'http://api.vendor.example/x'],
    ['a user in the address', 'https://user@api.vendor.example/x'],
    ['a password in the address', 'https://api.vendor.example:x@evil.example/'],
    ['this computer', 'https://localhost/x'],
    ['this computer by a dotted name', 'https://a.localhost./x'],
    ['this computer by number', 'https://2130706433/x'],
    ['this computer in IPv6', 'https://[::1]/x'],
    ['a mapped address', 'https://[::ffff:10.0.0.1]/x'],
    ['a private network', 'https://10.1.2.3/x'],
    ['a private network in hex', 'https://0xC0A80001/x'],
    ['a link-local address', 'https://169.254.169.254/latest'],
  ])('refuses %s', (_name, location) => {
    expect(decide(location).kind).toBe('refuse');
  });

  it('follows nothing for a request that is not a GET', () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect(decide('/x', { method, isFile: false }).kind).toBe('refuse');
    }
  });
});
