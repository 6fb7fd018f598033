import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { findPageFiles } from './page-files.ts';
import { optionalPackages, packageExtras, type PackTarget } from './package-extras.ts';
import { traceImports } from './trace-imports.ts';

/** One file of the package. */
export interface PackedFile {
  /** In the package, with `/`. */
  readonly path: string;
  readonly content: Buffer;
  /** Whether it lies beside the archive: the system's loader reads native code from a file of its own alone. */
  readonly unpacked: boolean;
}

/** What Electron, the window and the command line start from. */
export const ENTRIES = [
  ...['index', 'cli', 'writer', 'reader', 'sandbox'].map((name) => `out/main/${name}.js`),
  'out/preload/index.cjs',
] as const;

const PAGE = 'out/renderer';

/** The fields that Electron and the app read; scripts, dependencies and the rest stay at home. */
const MANIFEST_FIELDS = ['name', 'productName', 'version', 'description', 'license', 'type', 'main'];

/** The fields by which Node finds a package's file. */
const PACKAGE_FIELDS = ['name', 'version', 'license', 'type', 'main', 'exports', 'imports'];

/** What never belongs into a package, whoever names it. */
const FORBIDDEN =
  /(?:^|\/)(?:\.env|\.npmrc|\.git|id_[rd]sa)|(?<!\/licen[cs]e)\.md$|\.(?:map|ts|tsx|pem|key|p12|pfx|db|log)$/i;

/** `node_modules/a/node_modules/@b/c/lib/x.js`: the folder of the innermost package. */
const packageOf = (path: string): string => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? '';

const nameOf = (folder: string): string => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);

function trimmed(path: string, fields: readonly string[]): Buffer {
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, unknown>>;
  const kept = Object.fromEntries(fields.filter((field) => field in manifest).map((field) => [field, manifest[field]]));
  return Buffer.from(`${JSON.stringify(kept, null, 2)}\n`);
}

/**
 * Files of a package that no import names: what it reads beside itself, and the licence it must travel with. A pattern
 * that matches nothing is answered as it is, so that it is missed.
 */
function besideFiles(root: string, folder: string, target: PackTarget): readonly string[] {
  const cwd = join(root, folder);
  const extras = (packageExtras[nameOf(folder)]?.(target) ?? []).flatMap((pattern) => {
    const found = globSync(pattern, { cwd }).map((path) => path.split(sep).join('/'));
    return found.length > 0 ? found : [pattern];
  });
  const licences = readdirSync(cwd).filter((name) => /^licen[cs]e/i.test(name));
  return [...extras, ...licences].map((path) => `${folder}/${path}`);
}

/** The package.json files by which Node reads a file of a package: those of its folders, up to the package's own. */
function manifestsOf(root: string, path: string): readonly string[] {
  const home = packageOf(path);
  const found: string[] = [];
  for (let folder = dirname(path); folder.length >= home.length; folder = dirname(folder)) {
    if (existsSync(join(root, folder, 'package.json'))) found.push(`${folder}/package.json`);
  }
  return found;
}

function complain(what: string, paths: readonly string[]): void {
  if (paths.length > 0) throw new Error(`${what}:\n${paths.map((path) => `  ${path}`).join('\n')}`);
}

/**
 * Everything the built app at `root` needs to run on `target`, and nothing else, sorted by path. Throws Error where an
 * import leads nowhere, where a package looks for files that nobody has named yet, or where native code for the target
 * is absent.
 */
export function collectFiles(root: string, target: PackTarget): readonly PackedFile[] {
  const { files, lookingBeside, missing } = traceImports(root, ENTRIES);
  complain(
    'These imports lead nowhere',
    missing.filter((text) => !optionalPackages.some((name) => text.endsWith(`: ${name}`))),
  );
  complain(
    'These files look for something beside themselves, and scripts/pack/package-extras.ts does not say what',
    lookingBeside.filter((path) => path.includes('node_modules/') && !(nameOf(packageOf(path)) in packageExtras)),
  );
  const foreign = files.filter((path) => path.includes('node_modules/'));
  const packages = [...new Set(foreign.map(packageOf))];
  const manifests = new Set(foreign.flatMap((path) => manifestsOf(root, path)));
  const beside = packages.flatMap((folder) => besideFiles(root, folder, target));
  complain(
    `These files for ${target.platform}-${target.arch} are not installed`,
    beside.filter((path) => !existsSync(join(root, path))),
  );
  const page = findPageFiles(join(root, PAGE), 'index.html').map((path) => `${PAGE}/${path}`);
  const paths = [...new Set([...files, ...beside, ...page])].filter((path) => basename(path) !== 'package.json');
  complain(
    'These files may not be packed',
    paths.filter((path) => FORBIDDEN.test(path) || !statSync(join(root, path)).isFile()),
  );
  const contents = new Map<string, Buffer>([
    ['package.json', trimmed(join(root, 'package.json'), MANIFEST_FIELDS)],
    ...[...manifests].map((path): [string, Buffer] => [path, trimmed(join(root, path), PACKAGE_FIELDS)]),
    ...paths.map((path): [string, Buffer] => [path, readFileSync(join(root, path))]),
  ]);
  return [...contents]
    .map(([path, content]) => ({ path, content, unpacked: path.endsWith('.node') }))
    .toSorted((left, right) => (left.path < right.path ? -1 : 1));
}
