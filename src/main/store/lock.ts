import Database from 'better-sqlite3';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/errors/app-error.ts';
import { ensurePrivateFile, ensurePrivateFolder } from './data-files.ts';
import { storeErrorKind, toStoreError } from './errors.ts';

/** The right to write in a data folder, held until `release` or the end of the process. */
export interface WriterLock {
  readonly release: () => void;
}

/** Held locks stay reachable here: a collected handle would let go of its lock unnoticed. */
const held = new Set<Database.Database>();

function readPid(path: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(path, 'utf8'), 10);
    return Number.isSafeInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

/**
 * Makes this process the one writer of a data folder. The lock is an open transaction on a database of its own: the
 * system lets go of it when the process ends, however it ends, so nothing stale is ever left to judge. `pid` is noted
 * beside it for the message only. Throws AppError `workspace-busy` (data: `pid`, the other's where known) and the
 * disk's errors.
 */
export function takeWriterLock(dataDir: string, pid: number = process.pid): WriterLock {
  const path = join(dataDir, 'lock.db');
  const pidPath = join(dataDir, 'lock.pid');
  let db: Database.Database | undefined;
  try {
    ensurePrivateFolder(dataDir);
    ensurePrivateFile(path);
    db = new Database(path, { timeout: 0 });
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
    writeFileSync(pidPath, `${pid}\n`, { mode: 0o600 });
  } catch (error) {
    db?.close();
    if (storeErrorKind(error) !== 'busy') throw toStoreError(error);
    throw new AppError('workspace-busy', 'Another process is writing to this workspace.', {
      data: { pid: readPid(pidPath) },
      cause: error,
    });
  }
  const lock = db;
  held.add(lock);
  return {
    release: () => {
      if (!held.delete(lock)) return;
      rmSync(pidPath, { force: true });
      lock.close();
    },
  };
}
