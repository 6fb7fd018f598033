import { collectFiles, type PackedFile } from './collect-files.ts';
import type { PackTarget } from './package-extras.ts';
import { writeArchive, type Archive } from './write-archive.ts';

/** A written archive and what is in it. */
export interface PackedApp extends Archive {
  readonly files: readonly PackedFile[];
}

/** Packs the app that is built at `root` for `target` into the archive at `path`. Throws as collectFiles does. */
export async function packApp(root: string, path: string, target: PackTarget): Promise<PackedApp> {
  const files = collectFiles(root, target);
  return { ...(await writeArchive(files, path)), files };
}
