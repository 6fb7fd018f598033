import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import type { UploadFile } from '../../src/main/vendors/core/multipart.ts';
import { rejection, startServer, TEST_KEY, testClient, type TestServer } from './vendor-server.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(...given: Parameters<typeof startServer>): Promise<TestServer> {
  const server = await startServer(...given);
  servers.push(server);
  return server;
}

/** Says yes to everything, and is asked afterwards what it saw: that must be nothing. */
const witness = (): Promise<TestServer> =>
  serve((request, response) => {
    request.resume();
    response.end();
  });

const redirectTo = (location: string, status: number): Promise<TestServer> =>
  serve((request, response) => {
    request.resume().on('end', () => response.writeHead(status, { location }).end());
  });

const image: UploadFile = {
  name: 'logo.png',
  contentType: 'image/png',
  bytes: 5,
  open: async function* () {
    yield Buffer.from('image');
  },
};

const action = {
  path: { id: 'ca-1' },
  body: { name: 'Mend it', dueDateUtc: '2026-02-01T17:00:00.000Z', status: 1, priority: 2 },
};

const changes = [
  ['PUT', 'updateCorrectiveAction', action, {}],
  ['DELETE', 'deleteCorrectiveAction', { path: { id: 'ca-1' } }, {}],
  ['POST with a file', 'uploadCompanyLogo', {}, { file: image }],
] as const;

describe('VendorClient.send: redirects (N-1, N-2)', () => {
  it.each(changes)('a %s follows none, to nowhere', async (_name, operation, params, options) => {
    const other = await witness();
    for (const status of [301, 302, 303, 307, 308]) {
      const locations = [
        `${other.url}/company/logo`,
        `//127.0.0.1:${other.port}/`,
        `http://localhost:${other.port}/`,
        `http://2130706433:${other.port}/`,
        '/elsewhere',
      ];
      for (const location of locations) {
        const server = await redirectTo(location, status);
        const error = await rejection(testClient(server.url).send(operation, params, options));
        expect(error).toMatchObject({ code: 'redirect-refused', status, sent: 'yes' });
        expect(server.seen).toHaveLength(1);
      }
    }
    expect(other.seen).toEqual([]);
  });

  it('takes a redirect without an address for one too', async () => {
    const server = await serve((request, response) => {
      request.resume();
      response.writeHead(302).end();
    });
    const error = await rejection(testClient(server.url).send('updateCorrectiveAction', action));
    expect(error).toMatchObject({ code: 'redirect-refused', status: 302, sent: 'yes' });
  });

  it('goes to no address that an answer or a parameter names', async () => {
    const other = await witness();
    const server = await serve((request, response) => {
      request.resume();
      response.writeHead(201, {
        location: `${other.url}/company`,
        'content-location': other.url,
        link: `<${other.url}>`,
      });
      response.end(JSON.stringify({ next_page_url: other.url, reportUrl: other.url }));
    });
    const client = testClient(server.url);
    await client.send('updateCorrectiveAction', action);
    for (const id of [`@127.0.0.1:${other.port}`, `:${other.port}`, `?x=${other.port}`, '#', 'a@b']) {
      await client.send('updateCorrectiveAction', { ...action, path: { id } });
    }
    expect(server.seen.map(({ url }) => url)).toEqual([
      '/corrective-actions/ca-1',
      `/corrective-actions/%40127.0.0.1%3A${other.port}`,
      `/corrective-actions/%3A${other.port}`,
      `/corrective-actions/%3Fx%3D${other.port}`,
      '/corrective-actions/%23',
      '/corrective-actions/a%40b',
    ]);
    expect(other.seen).toEqual([]);
  });

  it.each([
    ['names a user', (other: TestServer) => `http://api.example@127.0.0.1:${other.port}`],
    ['has a query', (other: TestServer) => `${other.url}/?a=b`],
    ['is no web address', (other: TestServer) => `ftp://127.0.0.1:${other.port}`],
  ])('sends nothing for a base address that %s', async (_name, address) => {
    const other = await witness();
    const error = await rejection(testClient(address(other)).send('updateCorrectiveAction', action));
    expect(error).toMatchObject({ code: 'bad-input', data: { field: 'url' } });
    expect(other.seen).toEqual([]);
  });

  it('sends nothing over http to another computer, unless that was allowed', async () => {
    const error = await rejection(testClient('http://vendor.invalid').send('updateCorrectiveAction', action));
    expect(error).toMatchObject({ code: 'insecure-address' });
    const allowed = testClient('http://vendor.invalid', { allowInsecure: true });
    expect(await rejection(allowed.send('updateCorrectiveAction', action))).toMatchObject({
      code: 'offline',
      sent: 'no',
    });
  });
});

describe('VendorClient.send: nothing breaks out of its place (N-5)', () => {
  it('keeps a file’s name in its own quotes', async () => {
    const bodies: string[] = [];
    const server = await serve(async (request, response) => {
      bodies.push((await buffer(request)).toString());
      response.end();
    });
    const file = { ...image, name: 'a"; name="b"\r\nX-Evil: 1\r\n\r\n.png' };
    await testClient(server.url).send('uploadCompanyIcon', {}, { file });
    expect(bodies[0]).toContain('name="file"; filename="a%22; name=%22b%22%0D%0AX-Evil: 1%0D%0A%0D%0A.png"\r\n');
    expect(bodies[0]?.match(/^X-Evil/m)).toBeNull();
    expect(server.seen[0]?.headers).not.toHaveProperty('x-evil');
  });

  it('sends nothing when the key would make a header of its own', async () => {
    const server = await witness();
    const secret = async () => ({ apiKey: `${TEST_KEY}\r\nx-evil: 1` });
    const error = await rejection(testClient(server.url, { secret }).send('updateCorrectiveAction', action));
    expect(error).toMatchObject({ sent: 'no', status: 0 });
    expect(String(error) + JSON.stringify(error)).not.toContain(TEST_KEY);
    expect(server.seen).toEqual([]);
  });
});
