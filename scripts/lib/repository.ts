import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The repository's root folder, absolute. */
export const repositoryRoot = resolve(import.meta.dirname, '../..');

/** Where scripts keep what may be deleted at any time. */
export const cacheFolder = join(repositoryRoot, 'node_modules/.cache/plumbline');

/**
 * Returns the absolute path of a package's command as a script for Node. The shims in `node_modules/.bin` differ from
 * system to system and need a shell on Windows; the script behind them does not.
 *
 * @throws Error where the package is not installed or has no such command.
 */
export function toolScript(packageName: string, command = packageName): string {
  const folder = join(repositoryRoot, 'node_modules', packageName);
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const bin = typeof manifest === 'object' && manifest !== null && 'bin' in manifest ? manifest.bin : undefined;
  if (typeof bin === 'string') return join(folder, bin);
  const path: unknown = typeof bin === 'object' && bin !== null ? Reflect.get(bin, command) : undefined;
  if (typeof path !== 'string') throw new Error(`${packageName} has no command named ${command}`);
  return join(folder, path);
}
