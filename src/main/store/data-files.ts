import { chmodSync, closeSync, constants, fsyncSync, mkdirSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';

export type DatabaseName = 'cache' | 'work';

/** Path of a database in its data folder. */
export const databasePath = (dataDir: string, database: DatabaseName): string => join(dataDir, `${database}.db`);

/** Files SQLite keeps beside a database in WAL mode. */
export const companionPaths = (path: string): readonly string[] => [`${path}-wal`, `${path}-shm`];

/** A moment (ISO 8601) as it may stand in a file name of every system: without colons and points. */
export const fileStamp = (iso: string): string => iso.replace(/[:.]/g, '-');

/** Makes the folder, or narrows an existing one, so that only its owner may look into it (0700). */
export function ensurePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o700);
}

/**
 * Makes the file if it is not there, for its owner alone (0600), and narrows an existing one. SQLite gives -wal and
 * -shm the mode of the database they belong to.
 */
export function ensurePrivateFile(path: string): void {
  closeSync(openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600));
  if (process.platform !== 'win32' && (statSync(path).mode & 0o177) !== 0) chmodSync(path, 0o600);
}

/** Makes the names in a folder durable, where the system can. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Makes a file's content durable. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Size of a file in bytes, or undefined where there is none. */
export const fileSize = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.size;
