import { resolveImport } from './check-imports.ts';
import type { SourceFile } from './read-imports.ts';

/**
 * Returns the import cycles among the files, each as the paths in order of import, ending where it began. Type
 * imports count: two files that need each other's types want a third. One cycle is shown for each knot of files.
 */
export function findCycles(files: readonly SourceFile[]): readonly (readonly string[])[] {
  const known = new Set(files.map((file) => file.path));
  const next = new Map(
    files.map((file) => {
      const targets = file.imports.map((reference) => resolveImport(file.path, reference.specifier));
      return [file.path, targets.filter((target) => target !== undefined && known.has(target))] as const;
    }),
  );
  const cycles: string[][] = [];
  const finished = new Set<string>();
  const trail: string[] = [];

  const visit = (path: string): void => {
    const open = trail.indexOf(path);
    if (open !== -1) {
      cycles.push([...trail.slice(open), path]);
      return;
    }
    if (finished.has(path)) return;
    trail.push(path);
    for (const target of next.get(path) ?? []) if (target !== undefined) visit(target);
    trail.pop();
    finished.add(path);
  };
  for (const path of known) visit(path);
  return cycles;
}
