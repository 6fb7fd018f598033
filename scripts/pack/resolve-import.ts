import { existsSync, readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, extname, join } from 'node:path';

/** Modules that the program brings by itself. */
const isProvided = (specifier: string): boolean => specifier === 'electron' || isBuiltin(specifier);

interface Manifest {
  readonly type?: string;
  readonly main?: string;
  readonly exports?: unknown;
}

const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** The folder of the nearest package.json at or above a folder. Throws where there is none. */
function packageFolder(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('There is no package.json.');
  return packageFolder(parent);
}

/** Whether Node reads a file with `import` (true) or with `require` (false), by its ending and its package. */
function isModule(file: string): boolean {
  const ending = extname(file);
  if (ending === '.mjs') return true;
  return ending === '.js' && readManifest(packageFolder(dirname(file))).type === 'module';
}

/** The first target of an `exports` entry whose conditions all hold. */
function pickTarget(entry: unknown, conditions: readonly string[]): string | undefined {
  if (typeof entry === 'string') return entry;
  if (Array.isArray(entry)) return pickTarget(entry[0], conditions);
  if (typeof entry !== 'object' || entry === null) return undefined;
  for (const [condition, value] of Object.entries(entry)) {
    if (!conditions.includes(condition)) continue;
    const target = pickTarget(value, conditions);
    if (target !== undefined) return target;
  }
  return undefined;
}

/** What `exports` answers for a subpath (`.` or `./x`): by name, else by the pattern with one star. */
function findExport(exports: unknown, subpath: string, conditions: readonly string[]): string | undefined {
  const table =
    typeof exports === 'object' && exports !== null && Object.keys(exports).some((key) => key.startsWith('.'))
      ? (exports as Readonly<Record<string, unknown>>)
      : { '.': exports };
  if (subpath in table) return pickTarget(table[subpath], conditions);
  for (const [pattern, value] of Object.entries(table)) {
    const [before = '', after] = pattern.split('*');
    if (after === undefined || !subpath.startsWith(before) || !subpath.endsWith(after)) continue;
    const star = subpath.slice(before.length, subpath.length - after.length);
    return pickTarget(value, conditions)?.replace('*', star);
  }
  return undefined;
}

/** A path as `require` completes it: the file, with an ending, or the folder's own main file. */
function complete(path: string): string | undefined {
  const file = [path, `${path}.js`, `${path}.json`, `${path}.node`].find(isFile);
  if (file !== undefined) return file;
  if (!existsSync(path)) return undefined;
  const main = existsSync(join(path, 'package.json')) ? readManifest(path).main : undefined;
  const inner = [...(main === undefined ? [] : [join(path, main), join(path, `${main}.js`)]), join(path, 'index.js')];
  return inner.find(isFile);
}

function resolvePackage(specifier: string, importer: string, conditions: readonly string[]): string | undefined {
  const parts = specifier.split('/');
  const name = parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
  const subpath = ['.', ...parts.slice(name.split('/').length)].join('/');
  for (let folder = dirname(importer); ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(found)) {
      const { exports } = readManifest(found);
      if (exports === undefined) return complete(join(found, subpath));
      const target = findExport(exports, subpath, conditions);
      return target === undefined ? undefined : complete(join(found, target));
    }
    if (dirname(folder) === folder) return undefined;
  }
}

/** What Node makes of a module's name. */
type Resolution = 'provided' | 'missing' | { readonly file: string };

/** The file that `specifier` names in the file `importer` (absolute), by the rules of Node. */
export function resolveImport(specifier: string, importer: string): Resolution {
  if (isProvided(specifier)) return 'provided';
  const conditions = ['node', 'node-addons', isModule(importer) ? 'import' : 'require', 'module-sync', 'default'];
  const file = /^\.{1,2}(?:\/|$)/.test(specifier)
    ? complete(join(dirname(importer), specifier))
    : resolvePackage(specifier, importer, conditions);
  return file === undefined ? 'missing' : { file };
}
