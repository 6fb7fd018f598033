import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { readCapped } from './read-capped.ts';

const DECODERS: ReadonlyMap<string, () => NodeJS.ReadWriteStream & Readable> = new Map([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

/**
 * The body without its `Content-Encoding`, which some servers apply unasked. An encoding nobody knows is left as it is.
 * A body that ends badly, or is not what its header says, ends the result with that error.
 */
export function decodeBody(body: Readable, encoding: string | null): Readable {
  const create = DECODERS.get(encoding?.trim().toLowerCase() ?? '');
  if (create === undefined) return body;
  // The error is for whoever reads the result.
  return pipeline(body, create(), () => undefined);
}

/** A decoder that was given nothing at all and misses its end. */
const sawNothing = (decoder: Readable, thrown: unknown): boolean =>
  'bytesWritten' in decoder &&
  decoder.bytesWritten === 0 &&
  thrown instanceof Error &&
  'code' in thrown &&
  thrown.code === 'Z_BUF_ERROR';

/**
 * A whole body without its `Content-Encoding`, at most `limit` bytes; see readCapped. An empty body is empty whatever its
 * header says: some servers name an encoding on answers that have nothing to encode.
 */
export async function readDecoded(
  body: Readable,
  encoding: string | null,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const decoded = decodeBody(body, encoding);
  try {
    return await readCapped(decoded, limit);
  } catch (thrown) {
    if (decoded !== body && sawNothing(decoded, thrown)) return new Uint8Array();
    throw thrown;
  }
}
