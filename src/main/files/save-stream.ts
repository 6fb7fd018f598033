import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { link, lstat, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError, isAppError } from '../../shared/errors/app-error.ts';
import type { Clock } from '../platform/clock.ts';
import { diskError } from '../platform/disk-error.ts';
import { createFileSink } from './file-sink.ts';
import { hasPdfEnd, isPicture, SNIFF_BYTES, sniffType, type SniffedType } from './sniff.ts';

/** What the file must be, judged by its bytes. */
export type FileExpectation = 'pdf' | 'image' | 'any';

export interface SaveRequest {
  readonly body: Readable;
  /** The length the sender announced; null where it announced none. */
  readonly expectedBytes: number | null;
  readonly expect: FileExpectation;
  /** Where the file is to lie, in a folder that is there. Meanwhile it is called `target.part`. */
  readonly target: string;
  /** Take the place of a file that is already there. Left out: no, `file-exists`. */
  readonly replace?: boolean;
  readonly clock: Clock;
  readonly signal?: AbortSignal;
  /** Told the bytes so far, at most ten times a second, and once at the end. */
  readonly onProgress?: (bytes: number) => void;
}

/** A file that is whole on the disk. `sha256` in lower-case hex; `contentType` by the file's own first bytes. */
export interface SavedFile {
  readonly bytes: number;
  readonly sha256: string;
  readonly contentType: SniffedType;
}

/** How much may wait for the disk, in bytes. */
const BUFFER = 1024 * 1024;

/** Milliseconds between two tellings of progress. */
const PROGRESS_INTERVAL = 100;

const CREATE = constants.O_CREAT | constants.O_EXCL | constants.O_RDWR | (constants.O_NOFOLLOW ?? 0);

/** Opens a new file at `path`, in place of an unfinished one of an earlier run; never through a link. */
async function openPart(path: string): Promise<FileHandle> {
  try {
    return await open(path, CREATE, 0o600);
  } catch (error) {
    if (diskError(error).data['system'] !== 'EEXIST') throw error;
  }
  if (!(await lstat(path)).isFile()) {
    throw new AppError('file-exists', 'Something that is not a file lies where the unfinished file should go.');
  }
  await rm(path);
  return open(path, CREATE, 0o600);
}

/** The first and the last bytes of what passes by. */
function watchEnds(): {
  readonly pass: (chunk: Buffer) => void;
  readonly head: () => Buffer;
  readonly tail: () => Buffer;
} {
  let head: Buffer = Buffer.alloc(0);
  let tail: Buffer = Buffer.alloc(0);
  return {
    pass: (chunk) => {
      if (head.length < SNIFF_BYTES) head = Buffer.concat([head, chunk.subarray(0, SNIFF_BYTES - head.length)]);
      tail = chunk.length >= SNIFF_BYTES ? chunk : Buffer.concat([tail, chunk]).subarray(-SNIFF_BYTES);
    },
    head: () => head,
    tail: () => tail.subarray(-SNIFF_BYTES),
  };
}

function checkWhole(request: SaveRequest, bytes: number, tail: Buffer, type: SniffedType): void {
  const { expect, expectedBytes } = request;
  const data = { bytes, expectedBytes, type };
  if (expectedBytes !== null && bytes !== expectedBytes) {
    throw new AppError('file-incomplete', `The file has ${bytes} bytes of ${expectedBytes}.`, { data });
  }
  if (expect === 'any') return;
  if (bytes === 0) throw new AppError('file-incomplete', 'The file is empty.', { data });
  if (expect === 'pdf' ? type !== 'application/pdf' : !isPicture(type)) {
    const seen = type === 'text/html' ? ' It looks like a web page.' : '';
    throw new AppError('file-wrong-type', `The file is not ${expect === 'pdf' ? 'a PDF' : 'an image'}.${seen}`, {
      data,
    });
  }
  if (expect === 'pdf' && !hasPdfEnd(tail)) {
    throw new AppError('file-incomplete', 'The PDF has no end: it was cut off.', { data });
  }
}

/** Makes a rename in the folder survive a power cut, where the system can (Windows cannot, and need not). */
async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(folder, constants.O_RDONLY);
    await handle.sync();
  } catch {
    // The file itself is safe; only its name may be lost, and then it is fetched again.
  } finally {
    await handle?.close();
  }
}

/** True while the file at `path` is the open one: another download of the same target may have put its own there. */
async function isSameFile(path: string, file: FileHandle): Promise<boolean> {
  try {
    const [there, ours] = await Promise.all([lstat(path, { bigint: true }), file.stat({ bigint: true })]);
    return there.ino === ours.ino && there.dev === ours.dev;
  } catch {
    return false;
  }
}

/** Gives the finished file its name in one step. Without `replace` nothing that is there is touched, not even by a race. */
async function moveIntoPlace(part: string, target: string, replace: boolean): Promise<void> {
  if (!replace) {
    const exists = new AppError('file-exists', 'A file of this name is already there.');
    try {
      await link(part, target);
      await rm(part).catch(() => undefined);
      return;
    } catch (error) {
      if (diskError(error).data['system'] === 'EEXIST') throw exists;
    }
    // A disk without hard links (exFAT, some network drives): look first, then rename.
    const isThere = await lstat(target).then(
      () => true,
      () => false,
    );
    if (isThere) throw exists;
  }
  await rename(part, target);
}

/** Which side failed first; the other is then torn down with the same error. */
type FailedSide = 'sender' | 'disk' | null;

/** What ended the transfer: the person, the disk, or the sender's side. */
function transferError(thrown: unknown, isCancelled: boolean, side: FailedSide): AppError {
  if (isCancelled && !isAppError(thrown)) return new AppError('cancelled', 'The download was cancelled.');
  if (isAppError(thrown) || side === 'disk') return diskError(thrown);
  return new AppError('connection-lost', 'The file stopped coming.', { cause: thrown });
}

interface Transferred {
  readonly bytes: number;
  readonly sha256: string;
  readonly head: Buffer;
  readonly tail: Buffer;
}

async function transfer(request: SaveRequest, file: FileHandle): Promise<Transferred> {
  const { body, clock, signal, onProgress } = request;
  const ends = watchEnds();
  const hash = createHash('sha256');
  const sink = createFileSink(file.fd, BUFFER);
  let side: FailedSide = null;
  body.once('error', () => (side ??= 'sender'));
  sink.stream.once('error', () => (side ??= 'disk'));
  let bytes = 0;
  let toldAt = clock.now();
  body.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    ends.pass(chunk);
    hash.update(chunk);
    if (onProgress === undefined || clock.now() - toldAt < PROGRESS_INTERVAL) return;
    toldAt = clock.now();
    onProgress(bytes);
  });
  try {
    await pipeline(body, sink.stream, signal ? { signal } : {});
  } catch (error) {
    throw transferError(error, signal?.aborted ?? false, side);
  } finally {
    await sink.settled();
  }
  onProgress?.(bytes);
  return { bytes, sha256: hash.digest('hex'), head: ends.head(), tail: ends.tail() };
}

/** Removes what was begun. A file that was closed already is on its way to its name and no longer the open one. */
async function discard(part: string, file: FileHandle): Promise<void> {
  const isOurs = file.fd === -1 || (await isSameFile(part, file));
  await file.close().catch(() => undefined);
  if (isOurs) await rm(part, { force: true }).catch(() => undefined);
}

/**
 * Writes a stream to a file that is either whole and checked or not there at all: into `target.part`, then length and
 * type are checked, the bytes are made to reach the disk, and the file gets its name in one step. Whatever goes wrong,
 * nothing half-written is left and the stream is destroyed.
 *
 * Throws AppError `file-incomplete`, `file-wrong-type`, `file-exists`, `cancelled`, `disk-full`, `disk-read-only`,
 * `disk-failed`, `connection-lost`, or the AppError the stream ended with.
 */
export async function saveStream(request: SaveRequest): Promise<SavedFile> {
  const { body, target } = request;
  const part = `${target}.part`;
  // Until the pipeline listens, a body that fails must not end the process.
  body.on('error', () => undefined);
  let file: FileHandle | null = null;
  try {
    if (request.signal?.aborted) throw new AppError('cancelled', 'The download was cancelled.');
    file = await openPart(part);
    const { bytes, sha256, head, tail } = await transfer(request, file);
    const contentType = sniffType(head);
    checkWhole(request, bytes, tail, contentType);
    await file.sync();
    if (!(await isSameFile(part, file))) {
      throw new AppError('file-exists', 'Another download of the same file took its place.');
    }
    // Closed before the rename: Windows renames no open file.
    await file.close();
    await moveIntoPlace(part, target, request.replace ?? false);
    await syncFolder(dirname(target));
    return { bytes, sha256, contentType };
  } catch (error) {
    body.destroy();
    if (file !== null) await discard(part, file);
    throw diskError(error);
  }
}
