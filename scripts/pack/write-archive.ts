import { createHash } from 'node:crypto';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { createPackageFromStreams, getRawHeader, uncache, type AsarStreamType } from '@electron/asar';
import type { PackedFile } from './collect-files.ts';

/** What Electron compares the archive's header with before it loads anything from it. */
interface ArchiveIntegrity {
  readonly algorithm: 'SHA256';
  /** Of the header, hexadecimal. The header holds the hash of every file. */
  readonly hash: string;
}

/** The written archive; sizes in bytes. */
export interface Archive {
  readonly path: string;
  readonly size: number;
  /** What lies beside it in `PATH.unpacked`. */
  readonly unpackedSize: number;
  readonly integrity: ArchiveIntegrity;
}

/** Where the integrity of an archive is noted: whoever makes an installer writes it into the program. */
const integrityPath = (archive: string): string => `${archive}.integrity.json`;

/** Every folder above a path, outermost first. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** Read and write for the owner, read for others; the same on every system, so that the archive is. */
const FILE_MODE = 0o100644;

/**
 * Writes the files as an archive at `path`, native ones beside it, and notes its integrity. Replaces an older one. The
 * same files make the same bytes.
 */
export async function writeArchive(files: readonly PackedFile[], path: string): Promise<Archive> {
  await rm(`${path}.unpacked`, { recursive: true, force: true });
  await mkdir(dirname(path), { recursive: true });
  const folders = [...new Set(files.flatMap((file) => foldersOf(file.path)))].toSorted();
  await createPackageFromStreams(path, [
    ...folders.map((folder): AsarStreamType => ({ type: 'directory', path: folder, unpacked: false })),
    ...files.map((file): AsarStreamType => ({
      type: 'file',
      path: file.path,
      unpacked: file.unpacked,
      streamGenerator: () => Readable.from([file.content]),
      stat: { mode: FILE_MODE, size: file.content.length },
    })),
  ]);
  // The library keeps the header of an archive that stood here before.
  uncache(path);
  const hash = createHash('sha256').update(getRawHeader(path).headerString).digest('hex');
  const integrity: ArchiveIntegrity = { algorithm: 'SHA256', hash };
  await writeFile(integrityPath(path), `${JSON.stringify(integrity, null, 2)}\n`);
  return {
    path,
    size: (await stat(path)).size,
    unpackedSize: files.filter(({ unpacked }) => unpacked).reduce((sum, { content }) => sum + content.length, 0),
    integrity,
  };
}
