import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeBody, readDecoded } from '../../src/main/vendors/core/decode-body.ts';

const bodyOf = (bytes: Buffer): Readable => Readable.from([bytes], { objectMode: false });

describe('decodeBody', () => {
  it.each([
    ['gzip', gzipSync('said')],
    ['x-gzip', gzipSync('said')],
    [' GZIP ', gzipSync('said')],
    ['deflate', deflateSync('said')],
    ['br', brotliCompressSync('said')],
    ['identity', Buffer.from('said')],
    [null, Buffer.from('said')],
    ['constructor', Buffer.from('said')],
  ])('reads %j', async (encoding, bytes) => {
    expect(await text(decodeBody(bodyOf(bytes), encoding))).toBe('said');
  });

  it('ends with an error when the body is not what its header says, or breaks off', async () => {
    await expect(text(decodeBody(bodyOf(Buffer.from('plain')), 'gzip'))).rejects.toThrow('incorrect header');
    await expect(text(decodeBody(bodyOf(gzipSync('said').subarray(0, 12)), 'gzip'))).rejects.toThrow('unexpected end');
  });

  it('ends with the error that the body ends with', async () => {
    const lost = new Error('lost');
    const broken = Readable.from(
      (async function* () {
        yield gzipSync('said').subarray(0, 5);
        throw lost;
      })(),
      { objectMode: false },
    );
    await expect(text(decodeBody(broken, 'gzip'))).rejects.toBe(lost);
  });
});

describe('readDecoded', () => {
  const empty = (): Readable => Readable.from([], { objectMode: false });

  it('reads an encoded body to its end, as far as the limit', async () => {
    expect(await readDecoded(bodyOf(gzipSync('said')), 'gzip', 4)).toEqual(new Uint8Array(Buffer.from('said')));
    await expect(readDecoded(bodyOf(gzipSync('said')), 'gzip', 3)).rejects.toThrow('larger than 3 bytes');
  });

  it.each(['gzip', 'deflate', 'br', 'identity'])('takes an empty body for empty under %s', async (encoding) => {
    expect(await readDecoded(empty(), encoding, 10)).toEqual(new Uint8Array());
  });

  it('rejects a body that breaks off', async () => {
    await expect(readDecoded(bodyOf(gzipSync('said').subarray(0, 12)), 'gzip', 10)).rejects.toThrow('unexpected end');
  });
});
