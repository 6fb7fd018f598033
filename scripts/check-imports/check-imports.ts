import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { matchesAny, matchPath } from './match-path.ts';
import type { ImportReference, SourceFile } from './read-imports.ts';
import { barrelPlaces, importRows, oneFilePackages, workerReferencePlaces } from './table.ts';
import type { ImportRow } from './table.ts';

/** One broken rule. `line` is 1-based; 1 where the whole file is meant. */
export interface Violation {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

interface PlacedFile {
  readonly file: SourceFile;
  readonly row: ImportRow;
  readonly own: string;
}

const namedPackages: ReadonlySet<string> = new Set(
  importRows.flatMap((row) => row.packages.filter((name) => name !== 'other')),
);

/**
 * Returns every import that the table does not allow, every file that no row speaks for, every barrel file, every
 * import that cannot be checked and every relative import without its extension, in the order of the files.
 */
export function checkImports(files: readonly SourceFile[]): readonly Violation[] {
  return [...files.flatMap(checkFile), ...checkOneFilePackages(files)];
}

/** Returns one line for a person: file, line and what is wrong. */
export function formatViolation(violation: Violation): string {
  return `src/${violation.file}:${violation.line} ${violation.message}`;
}

/**
 * Returns the path below `src/` that a relative import leads to (it may start with `../`: outside), without a query
 * such as `?url`, or undefined where a package is meant.
 */
export function resolveImport(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return posix.normalize(posix.join(posix.dirname(from), withoutQuery(specifier)));
}

function checkFile(file: SourceFile): readonly Violation[] {
  const wholeFile = (message: string): Violation => ({ file: file.path, line: 1, message });
  if (file.syntaxError !== undefined) return [wholeFile(`does not parse: ${file.syntaxError}`)];
  const placed = place(file);
  if (placed === undefined) {
    return [
      wholeFile('belongs to no row of the import table: move it, or add a row to the table and the architecture'),
    ];
  }
  const violations: Violation[] = [];
  for (const reference of file.imports) {
    const message = checkReference(placed, reference);
    if (message !== undefined) violations.push({ file: file.path, line: reference.line, message });
  }
  if (file.barrel && !matchesAny(file.path, barrelPlaces)) {
    violations.push(wholeFile('is a barrel file (re-exports only): import from the file that defines the thing'));
  }
  return violations;
}

function place(file: SourceFile): PlacedFile | undefined {
  for (const row of importRows) {
    for (const pattern of row.files) {
      const own = matchPath(file.path, pattern);
      if (own !== undefined) return { file, row, own };
    }
  }
  return undefined;
}

function checkReference(placed: PlacedFile, reference: ImportReference): string | undefined {
  const { specifier } = reference;
  if (reference.kind === 'computed') {
    return `imports a computed path, ${specifier}: the import table cannot check it; write the path out`;
  }
  if (reference.kind === 'worker') {
    if (matchesAny(placed.file.path, workerReferencePlaces)) return undefined;
    return `names the worker '${specifier}': only hosts and entries make worker addresses, others get them passed in`;
  }
  const target = resolveImport(placed.file.path, specifier);
  return target === undefined ? checkPackage(placed.row, specifier) : checkPath(placed, reference, target);
}

function checkPath(placed: PlacedFile, reference: ImportReference, target: string): string | undefined {
  const { row, own } = placed;
  const { specifier } = reference;
  const extension = posix.extname(target);
  if (extension === '' || /^\.[cm]?jsx?$/.test(extension)) {
    return `imports '${specifier}' without the extension of its source file: Node runs the same source, write .ts or .tsx`;
  }
  if (target.startsWith('../')) {
    return `imports '${specifier}', which lies outside src: the product never imports tests, scripts or settings`;
  }
  if (row.files.some((pattern) => matchPath(target, pattern) === own)) return undefined;
  if (matchesAny(target, row.may)) return undefined;
  if (row.types !== undefined && matchesAny(target, row.types)) {
    if (reference.typeOnly) return undefined;
    return `imports '${specifier}' as a value: row "${row.from}" may import ${row.types.join(', ')} for types only`;
  }
  return `imports '${specifier}' (${target}): ${describeRow(row)}`;
}

function checkPackage(row: ImportRow, specifier: string): string | undefined {
  if (isBuiltin(specifier)) {
    if (!specifier.startsWith('node:')) return `imports '${specifier}': write node:${specifier}`;
    return row.node
      ? undefined
      : `imports '${specifier}': row "${row.from}" runs without Node and may not import node:*`;
  }
  const name = packageName(specifier);
  if (row.packages.includes(name)) return undefined;
  if (row.packages.includes('other') && !namedPackages.has(name)) return undefined;
  return `imports the package '${specifier}': ${describeRow(row)}`;
}

function describeRow(row: ImportRow): string {
  const may = [
    'itself',
    ...row.may,
    ...(row.types ?? []).map((pattern) => `${pattern} (types)`),
    ...row.packages.map((name) => (name === 'other' ? 'packages that no row names' : name)),
    ...(row.node ? ['node:*'] : []),
  ];
  return `row "${row.from}" may import only ${may.join(', ')}`;
}

function packageName(specifier: string): string {
  const [first = '', second = ''] = withoutQuery(specifier).split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

function withoutQuery(specifier: string): string {
  return specifier.replace(/\?.*$/, '');
}

function checkOneFilePackages(files: readonly SourceFile[]): readonly Violation[] {
  return oneFilePackages.flatMap((name) => {
    const importers = files.flatMap((file) => {
      const reference = file.imports.find((candidate) => packageName(candidate.specifier) === name);
      return reference === undefined ? [] : [{ file: file.path, line: reference.line }];
    });
    const [first, ...others] = importers;
    if (first === undefined) return [];
    return others.map((other) => ({
      ...other,
      message: `imports the package '${name}': only one file may, and ${first.file} already does`,
    }));
  });
}
