import { createServer as createSocketServer, type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { VendorError } from '../../src/main/vendors/core/vendor-error.ts';
import { hurriedClock, rejection, startServer, TEST_KEY, testClient, type TestServer } from './vendor-server.ts';

const servers: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(...given: Parameters<typeof startServer>): Promise<TestServer> {
  const server = await startServer(...given);
  servers.push(server);
  return server;
}

/** A server that answers every connection with these bytes, as they are, and closes it. */
async function serveRaw(answer: string | Buffer): Promise<{ url: string }> {
  const server = createSocketServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(answer, () => {
        socket.end();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push({ close: () => new Promise((resolve) => server.close(() => resolve())) });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function failure(promise: Promise<unknown>): Promise<VendorError> {
  const error = await rejection(promise);
  expect(error).toBeInstanceOf(VendorError);
  expect(JSON.stringify(error) + String(error)).not.toContain(TEST_KEY);
  return error as VendorError;
}

const head = (...lines: string[]): string => `HTTP/1.1 200 OK\r\n${lines.join('\r\n')}\r\n\r\n`;
const JSON_TYPE = 'content-type: application/json';

describe('createVendorClient: answers (R6)', () => {
  it('says where an answer has another form than the document', async () => {
    const raw = await serveRaw(Buffer.from(head(JSON_TYPE) + '{"a":1}'));
    const error = await failure(testClient(raw.url).call('listUsers', {}));
    expect(error).toMatchObject({ code: 'unexpected-answer', sent: 'yes' });
    expect(error.message).toContain('at the whole answer');
  });

  it('says of an HTML page that it looks like a web page, for data and for files', async () => {
    const server = await serve((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end('<html>');
    });
    const client = testClient(server.url);
    expect((await failure(client.call('listUsers', {}))).message).toContain('looks like a web page');
    expect((await failure(client.bytes('listUsers', {}))).message).toContain('looks like a web page');
    const file = client.stream('getAuditReportPdf', { path: { auditId: 'a' } });
    expect((await failure(file)).message).toContain('looks like a web page');
  });

  it.each<[name: string, answer: Buffer | string]>([
    ['a byte order mark', head(JSON_TYPE) + '\xef\xbb\xbf[{"id":"1","name":"\xc3\xa9"}]'],
    ['no content type', head('connection: close') + '[{"id":"1","name":"\xc3\xa9"}]'],
    [
      'a charset that is not the body’s',
      head('content-type: application/json; charset=iso-8859-1') + '[{"id":"1","name":"\xc3\xa9"}]',
    ],
    [
      'another charset, named',
      head('content-type: application/json; charset=iso-8859-1') + '[{"id":"1","name":"\xe9"}]',
    ],
  ])('reads JSON with %s', async (_name, answer) => {
    const raw = await serveRaw(Buffer.from(answer as string, 'latin1'));
    const { data } = await testClient(raw.url).call('listUsers', {});
    expect(data).toEqual([{ id: '1', name: 'é' }]);
  });

  it('keeps unknown fields and unknown values of an answer', async () => {
    const row = { id: 'a', status: { new: [1] }, name: null, score: 'ninety', endDate: 7, __proto__x: 1 };
    const server = await serve((_request, response) =>
      response.end(JSON.stringify({ data: [row], meta: { more: 1 } })),
    );
    const { data } = await testClient(server.url).call('listPendingAudits', {
      query: { pageNumber: 1, pageSize: 100 },
    });
    expect(data).toEqual({ data: [row], meta: { more: 1 } });
    expect(server.seen[0]?.url).toBe('/audit/pending?pageNumber=1&pageSize=100');
  });

  it('hands over the bytes of a page in a buffer of their own', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      response.end(gzipSync('[{"id":"1"}]'));
    });
    const { bytes, contentType } = await testClient(server.url).bytes('listUsers', {});
    expect(Buffer.from(bytes).toString()).toBe('[{"id":"1"}]');
    expect(contentType).toBe('application/json');
    expect(structuredClone(bytes, { transfer: [bytes] }).byteLength).toBe(12);
  });
});

describe('createVendorClient: failures on the way (R6)', () => {
  it('calls a refused connection and an unknown name offline, with nothing sent', async () => {
    const server = await startServer(() => undefined);
    await server.close();
    const refused = await failure(testClient(server.url).call('listUsers', {}));
    expect(refused).toMatchObject({ code: 'offline', status: 0, sent: 'no', vendorCode: 'ECONNREFUSED' });
    const unknown = await failure(testClient('https://nothing.invalid').call('listUsers', {}));
    expect(unknown).toMatchObject({ code: 'offline', sent: 'no' });
  });

  it('refuses plain http to another computer before anything is sent, unless it is allowed', async () => {
    const error = await rejection(testClient('http://vendor.invalid').call('listUsers', {}));
    expect(error).toMatchObject({ code: 'insecure-address' });
    const allowed = testClient('http://vendor.invalid', { allowInsecure: true });
    expect(await failure(allowed.call('listUsers', {}))).toMatchObject({ code: 'offline' });
  });

  it('ends at once when it is cancelled, before, while waiting for an answer, and while reading', async () => {
    const server = await serve((_request, response) => {
      if (server.seen.length === 2) response.writeHead(200).write('[');
    });
    const before = AbortSignal.abort();
    expect(await failure(testClient(server.url).call('listUsers', {}, { signal: before }))).toMatchObject({
      code: 'cancelled',
      sent: 'no',
    });
    expect(server.seen).toHaveLength(0);
    for (const sent of ['unknown', 'yes']) {
      const controller = new AbortController();
      const call = testClient(server.url).call('listUsers', {}, { signal: controller.signal });
      const stop = setInterval(() => {
        if (server.seen.length === (sent === 'yes' ? 2 : 1)) controller.abort();
      }, 30);
      expect((await failure(call)).code).toBe('cancelled');
      clearInterval(stop);
    }
    expect(server.seen).toHaveLength(2);
  });
});

describe('createVendorClient: statuses and repeating (R6)', () => {
  it.each([
    [500, 'vendor-down', 1],
    [502, 'vendor-down', 4],
    [503, 'vendor-down', 4],
    [504, 'vendor-down', 4],
    [524, 'vendor-down', 1],
    [401, 'key-rejected', 1],
    [403, 'not-permitted', 1],
    [404, 'not-at-vendor', 1],
    [422, 'invalid-for-vendor', 1],
    [418, 'refused-by-vendor', 1],
  ])('%i is %s after %i tries', async (status, code, tries) => {
    const server = await serve((_request, response) => response.writeHead(status).end());
    const error = await failure(testClient(server.url).call('listUsers', {}));
    expect(error).toMatchObject({ code, status, sent: 'yes' });
    expect(server.seen).toHaveLength(tries);
  });

  it('goes on after a passing fault, with waits that grow', async () => {
    const clock = hurriedClock();
    const server = await serve((_request, response, count) =>
      count < 4 ? response.writeHead(503).end() : response.end('[]'),
    );
    expect((await testClient(server.url, { clock }).call('listUsers', {})).data).toEqual([]);
    expect(clock.waits).toEqual([375, 750, 1500]);
  });

  it.each([
    ['seconds', '7', 7000],
    ['an HTTP date', new Date(Date.UTC(2026, 0, 1, 0, 0, 20)).toUTCString(), 20_000],
    ['nonsense', 'soon', 375],
  ])('waits as a 429 says in %s', async (_name, header, ms) => {
    const clock = hurriedClock();
    const server = await serve((_request, response, count) =>
      count === 1 ? response.writeHead(429, { 'retry-after': header }).end() : response.end('[]'),
    );
    await testClient(server.url, { clock }).call('listUsers', {});
    expect(clock.waits.reduce((sum, wait) => sum + wait, 0)).toBe(ms);
    expect(server.seen).toHaveLength(2);
  });

  it('does not hang on for a wait of hours: it says when to come back', async () => {
    const server = await serve((_request, response) => response.writeHead(429, { 'retry-after': '86400' }).end());
    const error = await failure(testClient(server.url).call('listUsers', {}));
    expect(error).toMatchObject({ code: 'too-many-requests', retryAfterMs: 3_600_000 });
    expect(server.seen).toHaveLength(1);
  });

  it('holds the other calls of the connection back too when a 429 asks for a rest', async () => {
    const clock = hurriedClock();
    const server = await serve((_request, response, count) =>
      count === 1 ? response.writeHead(429, { 'retry-after': '120' }).end() : response.end('[]'),
    );
    const client = testClient(server.url, { clock });
    await failure(client.call('listUsers', {}));
    const before = clock.now();
    await client.call('listUsers', {});
    expect(clock.now() - before).toBe(120_000);
  });

  it('never quotes the key, even when the vendor does', async () => {
    const server = await serve((request, response) => {
      const said = `Key ${String(request.headers['x-api-key'])} at https://x.invalid/a?key=${TEST_KEY} is wrong`;
      response.writeHead(401, { 'content-type': 'application/json' }).end(JSON.stringify({ message: said }));
    });
    const error = await failure(testClient(server.url).call('listUsers', {}));
    expect(error.vendorText).toBe('Key [hidden] at https://x.invalid/a is wrong');
  });

  it('refuses writes, unknown operations and files asked for as data before anything is sent', async () => {
    const server = await serve((_request, response) => response.end());
    const client = testClient(server.url);
    expect(await rejection(client.call('toString', {}))).toMatchObject({ code: 'unknown-operation' });
    expect(await rejection(client.call('getFile', { path: { id: 'a' } }))).toMatchObject({ code: 'bad-input' });
    expect(await rejection(client.stream('getCompany', {}))).toMatchObject({ code: 'bad-input' });
    expect(server.seen).toHaveLength(0);
  });
});
