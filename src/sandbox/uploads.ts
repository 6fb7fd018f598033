import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of uploaded files, by the id the vendor gave them. */
export type Uploads = {
  /** Keeps a file; it is safe when this returns. */
  readonly keep: (id: string, bytes: Uint8Array) => void;
  /** Returns the bytes kept under an id, or null. */
  readonly read: (id: string) => Uint8Array | null;
  readonly remove: (id: string) => void;
};

/** Returns uploads that live as long as the sandbox. */
export const createMemoryUploads = (): Uploads => {
  const kept = new Map<string, Uint8Array>();
  return {
    keep: (id, bytes) => void kept.set(id, bytes),
    read: (id) => kept.get(id) ?? null,
    remove: (id) => void kept.delete(id),
  };
};

/** Writes all of `bytes` and waits until they are on disk. */
export const writeThrough = (file: number, bytes: Uint8Array): void => {
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
  fsyncSync(file);
};

/** Waits until the names in a folder are on disk. Windows keeps them itself and lets nobody open a folder. */
export const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

const idPattern = /^[\da-f-]{36}$/;

/**
 * Returns uploads kept as files of a folder, which is made at the first one (0700, files 0600). Only ids this sandbox
 * issues become file names.
 */
export const createFolderUploads = (folder: string): Uploads => {
  const pathOf = (id: string): string => {
    if (!idPattern.test(id)) throw new RangeError(`Not the id of an upload: ${id}`);
    return join(folder, id);
  };
  return {
    keep: (id, bytes) => {
      const path = pathOf(id);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const file = openSync(`${path}.part`, 'w', 0o600);
      try {
        writeThrough(file, bytes);
      } finally {
        closeSync(file);
      }
      renameSync(`${path}.part`, path);
      syncFolder(folder);
    },
    read: (id) => {
      try {
        return readFileSync(pathOf(id));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
    remove: (id) => rmSync(pathOf(id), { force: true }),
  };
};
