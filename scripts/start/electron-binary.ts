import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, repositoryRoot, toolScript } from '../lib/repository.ts';
import { runScript } from '../lib/run-command.ts';

const electronFolder = join(repositoryRoot, 'node_modules/electron');
const failureNote = join(cacheFolder, 'electron-download-failure.txt');
const day = 24 * 60 * 60 * 1000;
const downloadTimeLimit = 90_000;

/** Returns the executable that Electron's npm package has brought, or undefined: the package comes without it. */
export function installedElectron(): string | undefined {
  try {
    const name = readFileSync(join(electronFolder, 'path.txt'), 'utf8');
    const path = join(electronFolder, 'dist', name);
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Returns whether a path names a program that this user may run. */
export function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Downloads Electron's executable with the installer of its own package, within 90 seconds. A failure is remembered
 * for a day, so that a machine without that network does not wait at each start.
 */
export async function downloadElectron(): Promise<void> {
  const { code, output } = await runScript(toolScript('electron', 'install-electron'), [], {
    timeLimit: downloadTimeLimit,
  });
  rmSync(failureNote, { force: true });
  if (code === 0 && installedElectron() !== undefined) return;
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(failureNote, shortReason(output));
}

/** Returns why the last download failed, or undefined where none failed within a day of `now` (ms since 1970). */
export function recentDownloadFailure(now: number): string | undefined {
  const noted = statSync(failureNote, { throwIfNoEntry: false });
  if (noted === undefined || now - noted.mtimeMs > day) return undefined;
  return readFileSync(failureNote, 'utf8');
}

/** Returns the one line of an installer's output that a person can use. */
export function shortReason(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  const message = lines.find((line) => /error/i.test(line)) ?? lines.findLast((line) => line !== '');
  const text = message?.replace(/^\w*Error:\s*/, '') ?? 'no answer';
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
