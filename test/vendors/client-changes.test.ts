import { createServer as createSocketServer, type AddressInfo, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src/shared/errors/app-error.ts';
import { createLog } from '../../src/main/platform/log.ts';
import type { Sent, VendorError } from '../../src/main/vendors/core/vendor-error.ts';
import { isVendorError } from '../../src/main/vendors/core/vendor-error.ts';
import { hurriedClock, rejection, startServer, TEST_KEY, testClient, type TestServer } from './vendor-server.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function serve(...given: Parameters<typeof startServer>): Promise<TestServer> {
  const server = await startServer(...given);
  closing.push(server.close);
  return server;
}

/** A server of bare sockets; counts the connections that carried something. */
async function serveSockets(answer: (socket: Socket, sent: string) => void) {
  const requests: string[] = [];
  const server = createSocketServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (data) => {
      requests.push(data.toString('latin1'));
      answer(socket, data.toString('latin1'));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

const params = {
  path: { id: 'ca-1' },
  body: { name: 'Mend it', description: '', dueDateUtc: '2026-02-01T17:00:00.000Z', status: 1, priority: 2 },
};

const newCompany = { body: { companyName: 'Acme', usagePurpose: 0, companyAdmin: { fullName: 'Ana' } } };

async function failure(promise: Promise<unknown>): Promise<VendorError> {
  const error = await rejection(promise);
  if (!isVendorError(error)) throw error;
  expect(JSON.stringify(error) + String(error)).not.toContain(TEST_KEY);
  return error;
}

/** Answers a socket with these bytes and then ends it or resets it. */
const answering =
  (answer: string, end: 'end' | 'reset') =>
  (socket: Socket): void => {
    socket.write(answer, () => (end === 'end' ? socket.end() : socket.resetAndDestroy()));
  };

const OK = 'HTTP/1.1 200 OK\r\n';

describe('VendorClient.send: one change', () => {
  it('sends the row’s method, path and body with the key, and gives what came back', async () => {
    const bodies: string[] = [];
    const server = await serve(async (request, response) => {
      bodies.push(await text(request));
      response.end();
    });
    const answer = await testClient(server.url).send('updateCorrectiveAction', params);
    expect(answer).toEqual({ status: 200, data: null });
    expect(server.seen).toMatchObject([
      {
        method: 'PUT',
        url: '/corrective-actions/ca-1',
        headers: {
          'x-api-key': TEST_KEY,
          'content-type': 'application/json',
          'content-length': String(bodies[0]?.length),
        },
      },
    ]);
    expect(bodies).toEqual([JSON.stringify(params.body)]);
  });

  it('sends a DELETE without a body without one', async () => {
    const bodies: string[] = [];
    const server = await serve(async (request, response) => {
      bodies.push(await text(request));
      response.writeHead(204).end();
    });
    const answer = await testClient(server.url).send('deleteCorrectiveAction', { path: { id: 'a b' } });
    expect(answer).toEqual({ status: 204, data: null });
    expect(server.seen).toMatchObject([{ method: 'DELETE', url: '/corrective-actions/a%20b' }]);
    expect(server.seen[0]?.headers).not.toHaveProperty('content-type');
    expect(bodies).toEqual(['']);
  });

  it('takes any 2xx, and a word or a little JSON where the document shows nothing', async () => {
    const answers = [
      [201, '{"ok":true}', { ok: true }],
      [202, 'accepted', null],
      [200, '', null],
    ] as const;
    const server = await serve((_request, response, count) => {
      const [status, body] = answers[count - 1] ?? [500, ''];
      response.writeHead(status).end(body);
    });
    const client = testClient(server.url);
    for (const [status, , data] of answers) {
      expect(await client.send('updateCorrectiveAction', params)).toEqual({ status, data });
    }
  });

  it('keeps reads and changes apart before anything is sent', async () => {
    const server = await serve((_request, response) => response.end('[]'));
    const client = testClient(server.url);
    expect(await rejection(client.send('listUsers', {}))).toMatchObject({ code: 'not-offered-here' });
    for (const method of ['call', 'bytes', 'stream'] as const) {
      expect(await rejection(client[method]('updateCorrectiveAction', params))).toMatchObject({
        code: 'not-offered-here',
      });
    }
    expect(await rejection(client.send('toString', {}))).toMatchObject({ code: 'unknown-operation' });
    expect(server.seen).toEqual([]);
  });

  it('notes a change in the log without what was sent', async () => {
    const lines: string[] = [];
    const log = createLog(
      (line) => lines.push(line),
      () => 0,
    );
    const server = await serve((_request, response, count) => response.writeHead(count === 1 ? 200 : 403).end());
    const client = testClient(server.url, { log });
    await client.send('updateCorrectiveAction', params);
    await failure(client.send('updateCorrectiveAction', params));
    expect(lines).toHaveLength(2);
    expect(lines.join('\n')).toMatch(/vendor-call .*status="200"[\s\S]*vendor-call-failed .*status="403"/);
    expect(lines.join('\n')).not.toMatch(/Mend it|ca-1|canary/);
  });
});

describe('VendorClient.send: the mark before the first byte', () => {
  it('is awaited after every check and after the secret, and before a connection is made', async () => {
    const order: string[] = [];
    const sockets = await serveSockets((socket) => {
      order.push('byte');
      answering(`${OK}content-length: 0\r\n\r\n`, 'end')(socket);
    });
    const client = testClient(sockets.url, {
      secret: async () => {
        order.push('secret');
        return { apiKey: TEST_KEY };
      },
    });
    await client.send('updateCorrectiveAction', params, {
      beforeFirstByte: async () => {
        await turn();
        order.push('mark');
      },
    });
    expect(order).toEqual(['secret', 'mark', 'byte']);
  });

  it('keeps everything back when it cannot be set', async () => {
    const server = await serve((_request, response) => response.end());
    const broken = new AppError('disk-full', 'No room.');
    const sending = testClient(server.url).send('updateCorrectiveAction', params, {
      beforeFirstByte: () => Promise.reject(broken),
    });
    expect(await rejection(sending)).toBe(broken);
    expect(server.seen).toEqual([]);
  });

  it('is not set for a change that is wrong, has no secret, or was cancelled', async () => {
    const server = await serve((_request, response) => response.end());
    let marks = 0;
    const beforeFirstByte = async (): Promise<void> => {
      marks += 1;
    };
    const client = testClient(server.url);
    const wrong = client.send('updateCorrectiveAction', { path: { id: '..' }, body: params.body }, { beforeFirstByte });
    expect(await rejection(wrong)).toMatchObject({ code: 'bad-input' });
    const secret = () => Promise.reject(new AppError('no-secret', 'It is locked.'));
    const locked = testClient(server.url, { secret }).send('updateCorrectiveAction', params, { beforeFirstByte });
    expect(await rejection(locked)).toMatchObject({ code: 'no-secret' });
    const signal = AbortSignal.abort();
    expect(await failure(client.send('updateCorrectiveAction', params, { beforeFirstByte, signal }))).toMatchObject({
      code: 'cancelled',
      sent: 'no',
    });
    expect(marks).toBe(0);
    expect(server.seen).toEqual([]);
  });

  it('says that nothing was sent when it is cancelled while the mark is set', async () => {
    const server = await serve((_request, response) => response.end());
    const controller = new AbortController();
    const sending = testClient(server.url).send('updateCorrectiveAction', params, {
      signal: controller.signal,
      beforeFirstByte: async () => controller.abort(),
    });
    expect(await failure(sending)).toMatchObject({ code: 'cancelled', sent: 'no', status: 0 });
    expect(server.seen).toEqual([]);
  });
});

describe('VendorClient.send: what is known after a failure (R6)', () => {
  it.each<[name: string, answer: string, end: 'end' | 'reset', expected: object]>([
    ['is reset without an answer', '', 'reset', { code: 'connection-lost', sent: 'unknown', status: 0 }],
    ['is closed without an answer', '', 'end', { code: 'connection-lost', sent: 'unknown', status: 0 }],
    ['answers something that is not HTTP', 'SSH-2.0-x\r\n', 'end', { code: 'connection-lost', sent: 'unknown' }],
    ['breaks off in the head', 'HTTP/1.1 200 OK\r\ncontent-le', 'reset', { sent: 'unknown', status: 0 }],
    [
      'says yes and is reset',
      `${OK}content-length: 20\r\n\r\n`,
      'reset',
      { code: 'connection-lost', sent: 'unknown', status: 200 },
    ],
    [
      'says yes and is cut off in the body',
      `${OK}content-length: 20\r\n\r\n{"ok"`,
      'end',
      { code: 'connection-lost', sent: 'unknown', status: 200 },
    ],
    [
      'says yes with a broken chunk',
      `${OK}transfer-encoding: chunked\r\n\r\nzz\r\n`,
      'end',
      { sent: 'unknown', status: 200 },
    ],
    [
      'says yes and says nothing more',
      `${OK}transfer-encoding: chunked\r\n\r\n5\r\n{"ok"\r\n`,
      'end',
      { sent: 'unknown', status: 200 },
    ],
    [
      'refuses and is cut off',
      'HTTP/1.1 422 No\r\ncontent-length: 50\r\n\r\n{"message":',
      'reset',
      { code: 'invalid-for-vendor', sent: 'yes', status: 422 },
    ],
    [
      'fails and is cut off',
      'HTTP/1.1 500 No\r\ncontent-length: 50\r\n\r\n',
      'reset',
      { code: 'vendor-down', sent: 'yes', status: 500 },
    ],
    [
      'answers with a login page',
      `${OK}content-type: text/html\r\nconnection: close\r\n\r\n<html>`,
      'end',
      { code: 'unexpected-answer', sent: 'yes', status: 200 },
    ],
    ['says "continue" unasked', 'HTTP/1.1 100 Continue\r\n\r\n', 'end', { sent: 'unknown', status: 0 }],
    [
      'asks to switch protocols',
      'HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
      'end',
      { sent: 'unknown' },
    ],
  ])('a vendor that %s', async (_name, answer, end, expected) => {
    const sockets = await serveSockets(answering(answer, end));
    expect(await failure(testClient(sockets.url).send('updateCorrectiveAction', params))).toMatchObject(expected);
    expect(sockets.requests).toHaveLength(1);
  });

  it.each<[name: string, respond: (socket: Socket) => void, status: number, sent: Sent]>([
    ['never answers', () => undefined, 0, 'unknown'],
    ['stops after yes', (socket) => void socket.write(`${OK}content-length: 9\r\n\r\n{`), 200, 'unknown'],
    ['only says that it works on it', (socket) => void socket.write('HTTP/1.1 102 Processing\r\n\r\n'), 0, 'unknown'],
  ])('a vendor that %s is waited for once, and not asked again', async (_name, respond, status, sent) => {
    const sockets = await serveSockets(respond);
    const error = await failure(testClient(sockets.url).send('updateCorrectiveAction', params));
    expect(error).toMatchObject({ code: 'timed-out', status, sent });
    expect(sockets.requests).toHaveLength(1);
  });

  it('knows that nothing was sent to a name or a port that is not there', async () => {
    const server = await startServer(() => undefined);
    await server.close();
    for (const url of [server.url, 'https://nothing.invalid']) {
      const error = await failure(testClient(url).send('updateCorrectiveAction', params));
      expect(error).toMatchObject({ code: 'offline', sent: 'no', status: 0 });
    }
  });

  it('knows that nothing was sent when the connection breaks before it stands', async () => {
    const sockets = await serveSockets((socket) => socket.resetAndDestroy());
    const error = await failure(
      testClient(sockets.url.replace('http', 'https')).send('updateCorrectiveAction', params),
    );
    expect(error).toMatchObject({ sent: 'no', status: 0 });
  });

  it.each([400, 401, 403, 404, 409, 421, 422, 429, 500, 502, 503, 504, 524])(
    'a %i is answered once and tried once',
    async (status) => {
      const server = await serve((_request, response) => response.writeHead(status).end());
      const error = await failure(testClient(server.url).send('updateCorrectiveAction', params));
      expect(error).toMatchObject({ status, sent: 'yes' });
      expect(server.seen).toHaveLength(1);
    },
  );

  it('is uncertain when it is cancelled after it left', async () => {
    const controller = new AbortController();
    const server = await serve(() => controller.abort());
    const sending = testClient(server.url).send('updateCorrectiveAction', params, { signal: controller.signal });
    expect(await failure(sending)).toMatchObject({ code: 'cancelled', sent: 'unknown', status: 0 });
  });

  it('is uncertain when the answer is larger than allowed', async () => {
    const server = await serve((_request, response) => response.end(JSON.stringify('x'.repeat(5000))));
    const sending = testClient(server.url, { answerBytes: 1000 }).send('updateCorrectiveAction', params);
    expect(await failure(sending)).toMatchObject({ code: 'answer-too-large', sent: 'unknown', status: 200 });
  });

  it('rests the connection for as long as a 429 says, and does not send again by itself', async () => {
    const clock = hurriedClock();
    const server = await serve((_request, response, count) =>
      count === 1 ? response.writeHead(429, { 'retry-after': '30' }).end() : response.end('[]'),
    );
    const client = testClient(server.url, { clock });
    const error = await failure(client.send('updateCorrectiveAction', params));
    expect(error).toMatchObject({ code: 'too-many-requests', retryAfterMs: 30_000 });
    expect(server.seen).toHaveLength(1);
    const before = clock.now();
    await client.call('listUsers', {});
    expect(clock.now() - before).toBe(30_000);
  });
});

describe('VendorClient.send: a secret in the answer (S-5)', () => {
  const KEY = 'new-company-key-98765';

  it('hands it over and gives the rest', async () => {
    const server = await serve((_request, response) =>
      response.end(JSON.stringify({ companyId: 'c1', apiKey: KEY, more: 1 })),
    );
    const secrets: unknown[] = [];
    const lines: string[] = [];
    const log = createLog(
      (line) => lines.push(line),
      () => 0,
    );
    const answer = await testClient(server.url, { log }).send('createCompany', newCompany, {
      onSecret: (secret) => secrets.push(secret),
    });
    expect(answer).toEqual({ status: 200, data: { companyId: 'c1', more: 1 } });
    expect(secrets).toEqual([{ apiKey: KEY }]);
    expect(lines.join('')).not.toContain(KEY);
  });

  it('is not lost to a compressed answer or to another that has changed', async () => {
    const secrets: unknown[] = [];
    const server = await serve((_request, response) => {
      response.writeHead(201, { 'content-encoding': 'gzip' });
      response.end(gzipSync(JSON.stringify({ company: { id: 7 }, apiKey: KEY })));
    });
    const answer = await testClient(server.url).send('createCompany', newCompany, {
      onSecret: (secret) => secrets.push(secret),
    });
    expect(answer).toEqual({ status: 201, data: { company: { id: 7 } } });
    expect(secrets).toEqual([{ apiKey: KEY }]);
  });

  it('sends nothing when there is nobody to take it', async () => {
    const server = await serve((_request, response) => response.end('{}'));
    const error = await rejection(testClient(server.url).send('createCompany', newCompany));
    expect(error).toMatchObject({ code: 'not-offered-here' });
    expect(server.seen).toEqual([]);
  });

  it.each([['{}'], ['{"apiKey":null}'], ['{"apiKey":""}'], ['']])('says nothing of one in %j', async (body) => {
    const server = await serve((_request, response) => response.end(body));
    const secrets: unknown[] = [];
    await testClient(server.url).send('createCompany', newCompany, { onSecret: (secret) => secrets.push(secret) });
    expect(secrets).toEqual([]);
  });

  it('is in no error when the answer cannot be read', async () => {
    const server = await serve((_request, response, count) => {
      const body = `{"companyId":"c1","apiKey":"${KEY}"`;
      response.writeHead(count === 1 ? 200 : 409, { 'content-type': 'application/json' });
      response.end(count === 1 ? body : `${body.slice(0, -1)}",`);
    });
    for (const status of [200, 409]) {
      const error = await failure(
        testClient(server.url).send('createCompany', newCompany, { onSecret: () => undefined }),
      );
      expect(error.status).toBe(status);
      expect(JSON.stringify(error) + String(error)).not.toContain(KEY);
    }
  });
});
