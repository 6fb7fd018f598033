import { readFileSync } from 'node:fs';
import { extname, relative, sep } from 'node:path';
import { readImports } from '../check-imports/read-imports.ts';
import { resolveImport } from './resolve-import.ts';

/** What the entries load, and what of it could not be followed. */
export interface Trace {
  /** Relative to the root, with `/`, sorted. */
  readonly files: readonly string[];
  /** Of those, the ones that look for something beside themselves, at a path that no import names. */
  readonly lookingBeside: readonly string[];
  /** `file: what` for each import that leads nowhere. */
  readonly missing: readonly string[];
}

const CODE = ['.js', '.cjs', '.mjs'];

/** A file's own place, the start of every path to something beside it. */
const OWN_PLACE = /\b__dirname\b|\b__filename\b|\bimport\.meta\.(?:url|dirname|filename|resolve)\b/;

/**
 * Follows the imports of `entries` (relative to `root`) through every package, as Node does when it runs them. Types are
 * long gone: everything is built JavaScript.
 */
export function traceImports(root: string, entries: readonly string[]): Trace {
  const files = new Set<string>();
  const lookingBeside = new Set<string>();
  const missing: string[] = [];
  const named = (path: string): string => relative(root, path).split(sep).join('/');

  const visit = (path: string): void => {
    const name = named(path);
    if (files.has(name)) return;
    files.add(name);
    if (!CODE.includes(extname(path))) return;
    const source = readFileSync(path, 'utf8');
    const { imports, syntaxError } = readImports(path, source);
    if (syntaxError !== undefined) missing.push(`${name}: ${syntaxError}`);
    if (OWN_PLACE.test(source) || imports.some(({ kind }) => kind === 'computed')) lookingBeside.add(name);
    for (const { specifier, kind } of imports) {
      if (kind === 'computed') continue;
      const resolution = resolveImport(specifier, path);
      if (resolution === 'missing') missing.push(`${name}: ${specifier}`);
      else if (resolution !== 'provided') visit(resolution.file);
    }
  };
  for (const entry of entries) visit(`${root}/${entry}`);
  return { files: [...files].toSorted(), lookingBeside: [...lookingBeside].toSorted(), missing };
}
