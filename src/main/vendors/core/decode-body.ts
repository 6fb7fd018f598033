import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

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
