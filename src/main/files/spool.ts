import { createReadStream, constants } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { finished, Readable, type Transform } from 'node:stream';
import { AppError, hasCode, isAppError } from '../../shared/errors/app-error.ts';
import type { Clock } from '../platform/clock.ts';
import { diskError } from '../platform/disk-error.ts';
import { saveStream, type SavedFile } from './save-stream.ts';
import { spoolGuard, type SpoolExpectation } from './spool-guard.ts';
import { CHUNK, openSource, readError, readSource } from './spool-source.ts';

const SPOOL = 'spool';

export interface SpoolRequest {
  /** The id of its row: it makes the file's name one of its own, however often the same file is dropped. */
  readonly id: string;
  /** The path of a file of this computer, or the bytes as they come in. */
  readonly source: string | Readable;
  /** The data folder; the spool lies below it. */
  readonly folder: string;
  /** Left out: any file. */
  readonly expect?: SpoolExpectation;
  /** A longer file is refused. Left out: any length. */
  readonly maxBytes?: number;
  /** The length the sender of a stream announced. */
  readonly expectedBytes?: number;
  readonly clock: Clock;
  readonly signal?: AbortSignal;
  /** Told the bytes so far, at most ten times a second, and once at the end. */
  readonly onProgress?: (bytes: number) => void;
}

/** A file of the spool. `path` is below the data folder, its parts joined by `/`. */
export interface SpooledBytes extends SavedFile {
  readonly path: string;
}

/** Joins a source and its guard: whichever fails or is given up takes the other with it. */
function guarded(source: Readable, guard: Transform): Readable {
  finished(source, { writable: false }, (thrown) => {
    if (!thrown) return;
    const lost = new AppError('connection-lost', 'The file stopped coming.', { cause: thrown });
    guard.destroy(isAppError(thrown) ? thrown : lost);
  });
  guard.once('close', () => source.destroy());
  // It may fail before anybody reads from it; who reads then is told.
  guard.on('error', () => undefined);
  return source.pipe(guard);
}

/** Makes the names in these folders durable. Windows cannot, and need not. */
async function syncFolders(folders: readonly string[]): Promise<void> {
  if (process.platform === 'win32') return;
  for (const folder of folders) {
    const handle = await open(folder, constants.O_RDONLY);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}

/** Gives a finished copy the name it is found by, durably. Answers the name, below the data folder. */
async function nameCopy(folder: string, copy: string, { id, sha256 }: { id: string; sha256: string }): Promise<string> {
  const path = `${SPOOL}/${sha256.slice(0, 2)}/${sha256}-${id}`;
  const target = join(folder, path);
  try {
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await rename(copy, target);
    await syncFolders([dirname(target), join(folder, SPOOL), folder]);
    return path;
  } catch (error) {
    for (const left of [copy, target]) await rm(left, { force: true }).catch(() => undefined);
    throw error;
  }
}

async function copySource(request: SpoolRequest, source: Readable): Promise<SpooledBytes> {
  const { id, folder, expect = 'any', maxBytes = Infinity, clock, signal, onProgress } = request;
  const copy = join(folder, SPOOL, id);
  const body = guarded(source, spoolGuard({ expect, maxBytes }));
  try {
    await mkdir(dirname(copy), { recursive: true, mode: 0o700 });
    const saved = await saveStream({
      body,
      expectedBytes: request.expectedBytes ?? null,
      expect: 'any',
      target: copy,
      clock,
      ...(signal === undefined ? {} : { signal }),
      ...(onProgress === undefined ? {} : { onProgress }),
    });
    return { ...saved, path: await nameCopy(folder, copy, { id, sha256: saved.sha256 }) };
  } catch (error) {
    body.destroy();
    if (signal?.aborted === true) throw new AppError('cancelled', 'The copying of the file was cancelled.');
    throw diskError(error);
  }
}

/**
 * Copies a file into the spool (0600 in 0700), where it is whole and on the disk when this resolves: from then on the
 * original may be moved, changed or deleted. Its name is its content's hash and the id of its row. Whatever goes wrong,
 * nothing is left.
 *
 * Throws AppError `not-found` for a file that is gone; `bad-input` (data: `reason`) for a `folder`, what is `not-a-file`,
 * an `empty` one, one that is `unreadable`, `too-large` or `changed` meanwhile; `file-wrong-type`; `file-incomplete` and
 * `connection-lost` for a stream that ends too soon; `cancelled`, `disk-full`, `disk-read-only`, `disk-failed`.
 */
export async function spoolFile(request: SpoolRequest): Promise<SpooledBytes> {
  const { id, source } = request;
  // It becomes a part of a path.
  if (!/^[\w-]+$/.test(id)) throw new TypeError('The id of a spooled file is letters, digits and dashes.');
  if (typeof source !== 'string') return copySource(request, source);
  const file = await openSource(source);
  try {
    return await copySource(request, Readable.from(readSource(file), { objectMode: false }));
  } finally {
    await file.close();
  }
}

/**
 * Opens a file of the spool to be sent; answers what reads it from its beginning, as often as it is called. `path` is
 * absolute. Throws AppError `not-found` when it is gone, `file-incomplete` when it has not `bytes` bytes any more, and
 * the disk's errors.
 */
export async function openSpooled(path: string, bytes: number): Promise<() => Readable> {
  try {
    const facts = await lstat(path);
    if (!facts.isFile() || facts.size !== bytes) {
      throw new AppError('file-incomplete', 'The copy of the file was damaged.', {
        data: { bytes: facts.size, expectedBytes: bytes },
      });
    }
  } catch (error) {
    throw readError(error);
  }
  return () => createReadStream(path, { highWaterMark: CHUNK });
}

/** Deletes a file of the spool; one that is gone already is fine. `path` is absolute. Throws the disk's errors. */
export async function removeSpooled(path: string): Promise<void> {
  try {
    await rm(path, { force: true });
  } catch (error) {
    throw diskError(error);
  }
}

/** Every file below the spool, as paths below the data folder. */
async function listSpooled(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(join(folder, SPOOL), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
  } catch (error) {
    if (hasCode(readError(error), 'not-found')) return [];
    throw diskError(error);
  }
}

/**
 * Deletes what a crash left in the spool, and what no row names any more; answers how many files those were. `kept` is
 * asked after the spool was looked through, so that a file that comes meanwhile is never taken for a stray one. To be
 * called at a start, before anything is spooled, and not after work.db was brought back: its lost rows named files too.
 * Throws the disk's errors.
 */
export async function sweepSpool(folder: string, kept: () => Promise<readonly string[]>): Promise<number> {
  const found = await listSpooled(folder);
  const named = new Set(await kept());
  const strays = found.filter((path) => !named.has(path));
  for (const path of strays) await removeSpooled(join(folder, path));
  return strays.length;
}
