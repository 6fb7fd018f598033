/** Thrown when a body is longer than allowed. */
export class BodyTooLarge extends Error {
  constructor(limit: number) {
    super(`The answer is larger than ${limit} bytes.`);
    this.name = 'BodyTooLarge';
  }
}

/**
 * A whole body in memory of its own, at most `limit` bytes after decompression. Throws BodyTooLarge as soon as there is
 * more, and leaves the rest unread; throws what the body ends with when it ends badly.
 */
export async function readCapped(
  body: AsyncIterable<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop by throwing cancels the body.
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > limit) throw new BodyTooLarge(limit);
    chunks.push(chunk);
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

/** The first `limit` bytes of a body; the rest is not read. Never throws: half of an error's text is better than none. */
export async function readHead(body: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= limit) break;
    }
  } catch {
    // What came before the end counts.
  }
  return Buffer.concat(chunks).subarray(0, limit);
}
