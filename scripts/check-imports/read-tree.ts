import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { readImports } from './read-imports.ts';
import type { SourceFile } from './read-imports.ts';

/**
 * Returns what every TypeScript file below a folder imports, sorted by path. Declaration files are left out: they
 * describe globals and import nothing at run time.
 */
export async function readTree(folder: string): Promise<readonly SourceFile[]> {
  const names = await readdir(folder, { recursive: true });
  const paths = names.filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts')).toSorted();
  return Promise.all(
    paths.map(async (path) => readImports(path.split(sep).join('/'), await readFile(join(folder, path), 'utf8'))),
  );
}
