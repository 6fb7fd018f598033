import { lstat, mkdir } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { AppError } from '../../shared/errors/app-error.ts';
import { diskError } from '../platform/disk-error.ts';

/**
 * Where `relative` (parts joined by `/`) lies below `folder`, with the folders on the way made. `folder` itself may be
 * a link, because the person chose it; nothing below it may: a link in there could lead anywhere. Throws AppError
 * `bad-input` for a path that leads out, `file-exists` for a link or a file in the way, and what diskError says.
 */
export async function makeRoom(folder: string, relative: string): Promise<string> {
  const root = resolve(folder);
  const target = resolve(root, relative);
  if (!target.startsWith(root.endsWith(sep) ? root : root + sep)) {
    throw new AppError('bad-input', 'The name leads out of the folder.', { data: { field: 'name' } });
  }
  try {
    await mkdir(root, { recursive: true });
    let place = root;
    for (const part of dirname(target).slice(root.length).split(sep).filter(Boolean)) {
      place = join(place, part);
      await makeFolder(place);
    }
  } catch (error) {
    throw diskError(error);
  }
  return target;
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (diskError(error).data['system'] !== 'EEXIST') throw error;
    if ((await lstat(path)).isDirectory()) return;
    throw new AppError('file-exists', 'Something that is not a folder lies where a folder should be.');
  }
}
