import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

const TEXT = ['.html', '.js', '.mjs', '.css'];

/**
 * The files of the built page that `entry` can come to, relative to `folder`, sorted. A file's built name holds a hash of
 * its content and stands nowhere by chance: whatever a needed file names is needed too, in a script, a style or the list
 * of what a part loads with it.
 */
export function findPageFiles(folder: string, entry: string): readonly string[] {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) =>
      join(file.parentPath, file.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
  const needed = new Set<string>();
  const visit = (path: string): void => {
    if (needed.has(path)) return;
    needed.add(path);
    if (!TEXT.includes(extname(path))) return;
    const text = readFileSync(join(folder, path), 'utf8');
    for (const other of all) if (text.includes(basename(other))) visit(other);
  };
  visit(entry);
  return [...needed].toSorted();
}
