import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { AppError } from '../../shared/errors/app-error.ts';
import { diskError } from '../platform/disk-error.ts';

/** How much of a file is read at a time, in bytes. */
export const CHUNK = 256 * 1024;

const refused = (reason: string, message: string): AppError => new AppError('bad-input', message, { data: { reason } });

const changed = (): AppError => refused('changed', 'The file changed while it was being copied.');

const isSystem = ({ data: { system } }: AppError, ...codes: readonly string[]): boolean =>
  typeof system === 'string' && codes.includes(system);

/** The AppError of a failed reading: `not-found` when the file is gone, or what diskError says. */
export function readError(thrown: unknown): AppError {
  const error = diskError(thrown);
  const isGone = isSystem(error, 'ENOENT', 'ENOTDIR', 'ESTALE');
  return isGone ? new AppError('not-found', 'The file is no longer there.', { cause: thrown }) : error;
}

/** The same for the person's own file, which they may have no right to read. */
function sourceError(thrown: unknown): AppError {
  const error = readError(thrown);
  return isSystem(error, 'EACCES', 'EPERM') ? refused('unreadable', 'This file may not be read.') : error;
}

/**
 * Opens a file of the person's to be copied. A pipe or a device is refused before it is opened: opening one may wait for
 * ever. Throws AppError `not-found`, `bad-input` (data: `reason`, `folder`, `not-a-file` or `unreadable`) and the
 * disk's errors.
 */
export async function openSource(path: string): Promise<FileHandle> {
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) throw refused('folder', 'This is a folder, not a file.');
    if (!facts.isFile()) throw refused('not-a-file', 'This is not a file.');
    return await open(path, constants.O_RDONLY);
  } catch (error) {
    throw sourceError(error);
  }
}

/**
 * The file's bytes, all of one state of it: one that is written to meanwhile fails with AppError `bad-input` (data:
 * `reason`, `changed`), at the latest at its end. Other failures as openSource.
 */
export async function* readSource(file: FileHandle): AsyncGenerator<Buffer> {
  try {
    const before = await file.stat({ bigint: true });
    let position = 0;
    for (;;) {
      // A buffer of its own for each: the disk is still writing the last one.
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, position);
      if (bytesRead === 0) break;
      position += bytesRead;
      if (position > before.size) throw changed();
      yield buffer.subarray(0, bytesRead);
    }
    const after = await file.stat({ bigint: true });
    if (BigInt(position) !== before.size || after.size !== before.size || after.mtimeNs !== before.mtimeNs) {
      throw changed();
    }
  } catch (error) {
    throw sourceError(error);
  }
}
