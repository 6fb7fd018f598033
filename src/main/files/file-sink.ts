import { writev } from 'node:fs';
import { Writable } from 'node:stream';

/** Writes into an open file and never closes it: whoever opened it decides what becomes of it. */
export interface FileSink {
  readonly stream: Writable;
  /** Resolves when no write is under way any more; only then may the file be closed. */
  readonly settled: () => Promise<void>;
}

type Done = (error?: Error | null) => void;

/** What is left of `chunks` after their first `bytes`. */
function rest(chunks: readonly Uint8Array[], bytes: number): readonly Uint8Array[] {
  let skip = bytes;
  return chunks.flatMap((chunk) => {
    const from = Math.min(skip, chunk.length);
    skip -= from;
    return from === chunk.length ? [] : [chunk.subarray(from)];
  });
}

/**
 * A stream into the file open at `descriptor`, from its beginning, with up to `buffer` bytes waiting. What waits goes in
 * one system call. (Node's own file stream closes the file when it is destroyed, whatever it was told.)
 */
export function createFileSink(descriptor: number, buffer: number): FileSink {
  let position = 0;
  let running: Promise<void> = Promise.resolve();

  const writeAll = (chunks: readonly Uint8Array[], done: Done): void => {
    writev(descriptor, [...chunks], position, (error, bytes) => {
      if (error) return done(error);
      position += bytes;
      const left = rest(chunks, bytes);
      // A disk that is nearly full takes a part; the next call says why.
      return left.length === 0 ? done() : writeAll(left, done);
    });
  };

  const write = (chunks: readonly Uint8Array[], done: Done): void => {
    running = new Promise((resolve) => {
      writeAll(chunks, (error) => {
        resolve();
        done(error);
      });
    });
  };

  const stream = new Writable({
    highWaterMark: buffer,
    write: (chunk: Uint8Array, _encoding, done) => write([chunk], done),
    writev: (items, done) =>
      write(
        items.map(({ chunk }) => chunk as Uint8Array),
        done,
      ),
  });
  return { stream, settled: () => running };
}
