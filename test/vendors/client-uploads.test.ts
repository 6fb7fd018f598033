import { createReadStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '../../src/shared/errors/app-error.ts';
import type { UploadFile } from '../../src/main/vendors/core/multipart.ts';
import type { OperationRow } from '../../src/main/vendors/core/operation.ts';
import { monitorqa } from '../../src/main/vendors/monitorqa/client.ts';
import { hurriedClock, rejection, startServer, TEST_KEY, testClient, type TestServer } from './vendor-server.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(...given: Parameters<typeof startServer>): Promise<TestServer> {
  const server = await startServer(...given);
  servers.push(server);
  return server;
}

interface Source {
  opened: number;
  pulled: number;
  closed: boolean;
}

/** A file of these pieces that notes how it is read. */
function fileOf(pieces: Iterable<Uint8Array>, given: Partial<UploadFile> = {}): [UploadFile, Source] {
  const source: Source = { opened: 0, pulled: 0, closed: false };
  const all = Array.isArray(pieces) ? (pieces as Uint8Array[]) : [];
  const file: UploadFile = {
    name: 'logo.png',
    contentType: 'image/png',
    bytes: all.reduce((sum, piece) => sum + piece.length, 0),
    open: async function* () {
      source.opened += 1;
      try {
        for (const piece of pieces) {
          source.pulled += piece.length;
          yield piece;
        }
      } finally {
        source.closed = true;
      }
    },
    ...given,
  };
  return [file, source];
}

const PNG = Buffer.from('\x89PNG\r\n\x1a\n0123456789\r\n--plumbline', 'latin1');

const formOf = async (request: IncomingMessage): Promise<FormData> =>
  new Response(new Uint8Array(await buffer(request)), {
    headers: { 'content-type': String(request.headers['content-type']) },
  }).formData();

describe('VendorClient.send: an upload', () => {
  it('is a form with one file of the exact length, under the name and type it has', async () => {
    const forms: FormData[] = [];
    const server = await serve(async (request, response) => {
      forms.push(await formOf(request));
      response.end();
    });
    const [file, source] = fileOf([PNG.subarray(0, 5), PNG.subarray(5)], { name: 'Logo "new" ü.png' });
    const client = testClient(server.url);
    expect(await client.send('uploadCompanyLogo', {}, { file })).toEqual({ status: 200, data: null });
    expect(server.seen).toMatchObject([{ method: 'POST', url: '/company/logo', headers: { 'x-api-key': TEST_KEY } }]);
    expect(Number(server.seen[0]?.headers['content-length'])).toBeGreaterThan(PNG.length);
    expect(server.seen[0]?.headers).not.toHaveProperty('transfer-encoding');
    const sent = forms[0]?.get('file') as File;
    expect([...(forms[0]?.keys() ?? [])]).toEqual(['file']);
    expect([sent.type, sent.size]).toEqual(['image/png', PNG.length]);
    expect(Buffer.from(await sent.arrayBuffer()).equals(PNG)).toBe(true);
    expect(source).toEqual({ opened: 1, pulled: PNG.length, closed: true });
  });

  it('tells its progress ten times a second and at the end', async () => {
    const server = await serve((request, response) => void request.resume().on('end', () => response.end()));
    let now = 0;
    const clock = { ...hurriedClock(), now: () => now };
    function* pieces() {
      for (let piece = 0; piece < 20; piece += 1) {
        now += 30;
        yield new Uint8Array(1000);
      }
    }
    const told: number[] = [];
    const [file] = fileOf(pieces(), { bytes: 20_000 });
    await testClient(server.url, { clock }).send('uploadCompanyIcon', {}, { file, onProgress: (n) => told.push(n) });
    expect(told.at(-1)).toBe(20_000);
    // 600 ms by the clock: the first piece, then one telling for every 100 ms begun, and the end.
    expect(told.length).toBeGreaterThanOrEqual(4);
    expect(told.length).toBeLessThanOrEqual(8);
    expect(told).toEqual(told.toSorted((left, right) => left - right));
  });

  it('is read no faster than the vendor takes it', async () => {
    const controller = new AbortController();
    const server = await serve((request) => void request.pause());
    const piece = new Uint8Array(64 * 1024);
    function* endless() {
      for (;;) yield piece;
    }
    const [file, source] = fileOf(endless(), { bytes: 1024 ** 3 });
    const sending = rejection(
      testClient(server.url).send('uploadCompanyLogo', {}, { file, signal: controller.signal }),
    );
    for (let before = -1; before !== source.pulled || server.seen.length === 0;) {
      before = source.pulled;
      for (let turns = 0; turns < 50; turns += 1) await turn();
    }
    // What two sockets on one computer hold between them, and a little of our own.
    expect(source.pulled).toBeLessThan(32 * 1024 * 1024);
    controller.abort();
    expect(await sending).toMatchObject({ code: 'cancelled', sent: 'unknown' });
    expect(source.closed).toBe(true);
  });

  it('takes the vendor’s refusal when it comes before the file has gone', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(413, { 'content-type': 'application/json' }).end('{"message":"Too large"}');
    });
    const [file, source] = fileOf(
      Array.from({ length: 400 }, () => new Uint8Array(64 * 1024)),
      {},
    );
    const error = await rejection(testClient(server.url).send('uploadCompanyLogo', {}, { file }));
    expect(error).toMatchObject({ status: 413, sent: 'yes', vendorText: 'Too large' });
    expect(source.closed).toBe(true);
  });
});

describe('VendorClient.send: files that cannot be sent (R21)', () => {
  it.each<[name: string, given: Partial<UploadFile>]>([
    ['another type', { contentType: 'image/gif' }],
    ['an invented type', { contentType: 'image/png\r\nX-Evil: 1' }],
    ['nothing in it', { bytes: 0 }],
    ['a length that is none', { bytes: Number.NaN }],
  ])('refuses one with %s before it is opened', async (_name, given) => {
    const server = await serve((_request, response) => response.end());
    const [file, source] = fileOf([PNG], given);
    const error = await rejection(testClient(server.url).send('uploadCompanyLogo', {}, { file }));
    expect(error).toMatchObject({ code: 'bad-input', data: { field: 'file' } });
    expect(source.opened).toBe(0);
    expect(server.seen).toEqual([]);
  });

  it('refuses an upload without a file, and a file where none belongs', async () => {
    const server = await serve((_request, response) => response.end());
    const [file] = fileOf([PNG]);
    const client = testClient(server.url);
    const expected = { code: 'bad-input', data: { field: 'file' } };
    expect(await rejection(client.send('uploadCompanyLogo', {}))).toMatchObject(expected);
    expect(await rejection(client.send('deleteCompanyLogo', {}, { file }))).toMatchObject(expected);
    expect(server.seen).toEqual([]);
  });

  const gone = new AppError('not-found', 'It is gone.');
  it.each<[name: string, open: UploadFile['open'], expected: object]>([
    ['is gone', () => createReadStream('/nowhere/at/all.png'), { code: 'disk-failed' }],
    ['is empty now', async function* () {}, { code: 'disk-failed' }],
    [
      'has a keeper who says why',
      () => {
        throw gone;
      },
      { code: 'not-found' },
    ],
  ])('finds out before the mark that one %s', async (_name, open, expected) => {
    const server = await serve((_request, response) => response.end());
    let marks = 0;
    const beforeFirstByte = async (): Promise<void> => {
      marks += 1;
    };
    const [file] = fileOf([PNG], { open });
    const sending = testClient(server.url).send('uploadCompanyLogo', {}, { file, beforeFirstByte });
    expect(await rejection(sending)).toMatchObject(expected);
    expect([marks, server.seen.length]).toEqual([0, 0]);
  });

  it('closes the file when the mark cannot be set', async () => {
    const server = await serve((_request, response) => response.end());
    const [file, source] = fileOf([PNG]);
    const beforeFirstByte = () => Promise.reject(new AppError('disk-full', 'No room.'));
    const sending = testClient(server.url).send('uploadCompanyLogo', {}, { file, beforeFirstByte });
    expect(await rejection(sending)).toMatchObject({ code: 'disk-full' });
    expect(source.closed).toBe(true);
  });

  const half = new Uint8Array(1000);
  function* failing() {
    yield half;
    throw new Error('EIO');
  }
  it.each<[name: string, pieces: Iterable<Uint8Array>]>([
    ['is shorter than it was', [half]],
    ['is longer than it was', [half, half, half]],
    ['cannot be read to its end', failing()],
  ])('never sends a whole request of one that %s', async (_name, pieces) => {
    const whole: boolean[] = [];
    const server = await serve((request, response) => {
      request.on('close', () => whole.push(request.complete));
      request.on('error', () => undefined);
      request.resume().on('end', () => response.end());
    });
    const [file, source] = fileOf(pieces, { bytes: 2000 });
    const error = await rejection(testClient(server.url).send('uploadCompanyLogo', {}, { file }));
    expect(error).toMatchObject({ code: 'disk-failed', sent: 'unknown', status: 0 });
    while (whole.length === 0 && server.seen.length > 0) await turn();
    expect(whole).not.toContain(true);
    expect(source.closed).toBe(true);
  });
});

describe('VendorClient.send: DELETE with a body', () => {
  const bulk: OperationRow = {
    summary: 'Delete users in bulk',
    section: 'Users: Delete users',
    method: 'DELETE',
    path: '/users',
    body: { kind: 'json', schema: z.strictObject({ ids: z.array(z.string()) }) },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'destructive',
    tier: 'T3',
    repeat: 'after-read',
  };
  const definition = { ...monitorqa, operations: { deleteUsers: bulk } };

  it('carries it with its type and length, and refuses an empty one', async () => {
    const bodies: string[] = [];
    const server = await serve(async (request, response) => {
      bodies.push((await buffer(request)).toString());
      response.end();
    });
    const client = testClient(server.url, { definition });
    await client.send('deleteUsers', { body: { ids: ['a', 'b'] } });
    expect(bodies).toEqual(['{"ids":["a","b"]}']);
    expect(server.seen[0]).toMatchObject({
      method: 'DELETE',
      headers: { 'content-type': 'application/json', 'content-length': '17' },
    });
    for (const ids of [[], ['']]) {
      const error = await rejection(client.send('deleteUsers', { body: { ids } }));
      expect(error).toMatchObject({ code: 'bad-input', data: { field: 'body.ids' } });
    }
    expect(server.seen).toHaveLength(1);
  });
});
