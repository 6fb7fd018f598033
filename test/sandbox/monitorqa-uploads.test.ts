import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFirstFile, type FilePart } from '../../src/sandbox/monitorqa/form.ts';
import { answerOf, formWith, jpegBytes, pngBytes, serve, type CompanyBody, type Served } from './served.ts';

type Body = NonNullable<RequestInit['body']>;

let vendor: Served;
beforeEach(async () => {
  vendor = await serve({ audits: 20 });
});
afterEach(() => vendor.server.close());

const upload = (path: string, body: Body, headers: Record<string, string> = {}): Promise<Response> =>
  vendor.send('POST', path, { body, headers });
const company = () => vendor.read<CompanyBody>('/company');
const fileBytes = async (id: string | null): Promise<readonly [string | null, Uint8Array]> => {
  const response = await vendor.send('GET', `/files/${id}`);
  return [response.headers.get('content-type'), new Uint8Array(await response.arrayBuffer())];
};

describe.each([
  ['/company/logo', 'logoFileId'],
  ['/company/icon', 'iconFileId'],
] as const)('POST %s', (path, field) => {
  it('keeps a PNG, shows its id with the company and serves its bytes', async () => {
    const before = await company();
    expect(await answerOf(await upload(path, formWith(pngBytes)))).toEqual([200, '']);
    const after = await company();
    expect(after[field]).not.toBe(before[field]);
    expect(after).toEqual({ ...before, [field]: after[field] });
    expect(await fileBytes(after[field])).toEqual(['image/png', pngBytes]);
  });

  it.each(['image/jpeg', 'image/jpg'])('takes a JPEG labelled %s', async (type) => {
    expect((await upload(path, formWith(jpegBytes, { type, name: 'logo.jpg' }))).status).toBe(200);
    expect(await fileBytes((await company())[field])).toEqual(['image/jpeg', jpegBytes]);
  });

  it('forgets the image it replaces, the drawn one too', async () => {
    const drawn = (await company())[field];
    await upload(path, formWith(pngBytes));
    const first = (await company())[field];
    await upload(path, formWith(jpegBytes, { type: 'image/jpeg' }));
    for (const id of [drawn, first]) expect((await vendor.send('GET', `/files/${id}`)).status).toBe(404);
  });

  it('is undone by DELETE: no id, no file; a second time is no error', async () => {
    await upload(path, formWith(pngBytes));
    const id = (await company())[field];
    expect(await answerOf(await vendor.send('DELETE', path))).toEqual([200, '']);
    expect((await company())[field]).toBeNull();
    expect((await vendor.send('GET', `/files/${id}`)).status).toBe(404);
    expect((await vendor.send('DELETE', path)).status).toBe(200);
  });
});

describe('POST /company/logo: what is refused', () => {
  const text = (...lines: readonly string[]): string => lines.join('\r\n');
  const part = 'Content-Disposition: form-data; name="file"; filename="a.png"';
  const form = { 'Content-Type': 'multipart/form-data; boundary=b' };

  it.each<readonly [string, Body, Record<string, string>]>([
    ['a GIF named .png', formWith(new TextEncoder().encode('GIF89a,,,,')), {}],
    ['a GIF labelled as such', formWith(new TextEncoder().encode('GIF89a'), { type: 'image/gif' }), {}],
    ['a PNG labelled JPEG', formWith(pngBytes, { type: 'image/jpeg' }), {}],
    ['an empty file', formWith(new Uint8Array()), {}],
    ['a part of another name', formWith(pngBytes, { field: 'logo' }), {}],
    ['a part without a type', text('--b', part, '', 'x', '--b--'), form],
    ['a plain field only', text('--b', 'Content-Disposition: form-data; name="file"', '', 'x', '--b--'), form],
    ['a form without a part', '--b--', form],
    ['a form that breaks off', text('--b', part, 'Content-Type: image/png', '', '\u0089PNG'), form],
    ['a form of another boundary', text('--c', part, '', 'x', '--c--'), form],
    ['no boundary', text('--b', part, '', 'x', '--b--'), { 'Content-Type': 'multipart/form-data' }],
    ['JSON', '{}', { 'Content-Type': 'application/json' }],
    ['the bare bytes', pngBytes, { 'Content-Type': 'image/png' }],
    ['no Content-Type', pngBytes, {}],
  ])('answers 400 to %s and changes nothing', async (_, body, headers) => {
    const before = await company();
    expect(await answerOf(await upload('/company/logo', body, headers))).toMatchObject([
      400,
      { error: { code: 'BAD_REQUEST' } },
    ]);
    expect(await company()).toEqual(before);
  });

  it('reads only the first file, whatever else the form holds', async () => {
    const body = new FormData();
    body.append('note', 'a plain field');
    body.append('file', new Blob([pngBytes], { type: 'image/png' }), 'a.png');
    body.append('file', new Blob(['GIF89a'], { type: 'image/gif' }), 'b.gif');
    expect((await upload('/company/logo', body)).status).toBe(200);
    expect(await fileBytes((await company()).logoFileId)).toEqual(['image/png', pngBytes]);
  });
});

describe('POST /company/logo: large files', () => {
  const chunk = new Uint8Array(1024 * 1024).fill(7);
  const streamed = (megabytes: number): RequestInit => {
    const head =
      '--b\r\nContent-Disposition: form-data; name="file"; filename="big.png"\r\nContent-Type: image/png\r\n\r\n';
    let sent = -1;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (sent < 0) {
          controller.enqueue(new TextEncoder().encode(head));
          controller.enqueue(pngBytes);
        } else if (sent < megabytes) controller.enqueue(chunk);
        else {
          controller.enqueue(new TextEncoder().encode('\r\n--b--\r\n'));
          controller.close();
        }
        sent += 1;
      },
    });
    return { body, duplex: 'half', headers: { 'Content-Type': 'multipart/form-data; boundary=b' } };
  };

  it('counts and hashes one beyond 20 MiB without keeping it', async () => {
    expect((await vendor.send('POST', '/company/logo', streamed(24))).status).toBe(200);
    const hash = createHash('sha256').update(pngBytes);
    for (let count = 0; count < 24; count += 1) hash.update(chunk);
    const [entry] = vendor.server.log.entries();
    const size = pngBytes.length + 24 * chunk.length;
    const file = { name: 'big.png', contentType: 'image/png', size, sha256: hash.digest('hex') };
    expect(entry).toMatchObject({ body: { length: null }, file });
    expect((await vendor.send('GET', `/files/${(await company()).logoFileId}`)).status).toBe(404);
  });

  it('keeps one just below', async () => {
    expect((await vendor.send('POST', '/company/logo', streamed(19))).status).toBe(200);
    const [, bytes] = await fileBytes((await company()).logoFileId);
    expect(bytes).toHaveLength(pngBytes.length + 19 * chunk.length);
  });
});

describe('readFirstFile', () => {
  const head = 'Content-Disposition: form-data; name="file"; filename="x"\r\nContent-Type: Image/PNG; q=1\r\n\r\n';
  const content = 'one\r\n--two\r\n--boun\r\n-\n';
  const whole = Buffer.from(`preamble\r\n--bound\r\n${head}${content}\r\n--bound--\r\nepilogue`);
  const readIn = async (size: number): Promise<readonly [FilePart | null, string]> => {
    const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, index) =>
      whole.subarray(index * size, (index + 1) * size),
    );
    const taken: Buffer[] = [];
    const part = await readFirstFile(ReadableStream.from(pieces), 'bound', () => (piece) => {
      taken.push(Buffer.from(piece));
    });
    return [part, Buffer.concat(taken).toString()];
  };

  it.each([1, 2, 3, 7, 20, 1000])('finds the same file in pieces of %d bytes', async (size) => {
    expect(await readIn(size)).toEqual([{ name: 'file', fileName: 'x', contentType: 'image/png' }, content]);
  });
});
