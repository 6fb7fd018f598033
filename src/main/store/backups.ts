import { chmodSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePrivateFolder, fileStamp, syncFile, syncFolder } from './data-files.ts';
import { prepared, type ReadDb } from './database.ts';
import { schemaVersion } from './migrations/run.ts';

/** How many backups of work.db are kept. */
export const BACKUPS_KEPT = 10;

/** A start makes no backup when the newest one is younger than this, in milliseconds. */
const BACKUP_SPACING_MS = 10 * 60_000;

/** A backup: its file's name, and the moment it is of (ISO 8601 in UTC). */
export interface Backup {
  readonly name: string;
  readonly path: string;
  readonly at: string;
}

const backupsFolder = (dataDir: string): string => join(dataDir, 'backups');

const NAME = /^work-\d+-(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2})-(\d{3}Z)\.db$/;

/** The backups of a data folder, the newest first; none where there is no folder. */
export function listBackups(dataDir: string): readonly Backup[] {
  const folder = backupsFolder(dataDir);
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .flatMap((name) => {
      const [, hour, minutes, seconds, rest] = NAME.exec(name) ?? [];
      if (!hour) return [];
      return [{ name, path: join(folder, name), at: `${hour}:${minutes}:${seconds}.${rest}` }];
    })
    .toSorted((one, other) => other.at.localeCompare(one.at));
}

/**
 * Copies work.db into the backups folder (0600 in 0700), durably, and drops all but the newest ten. `at` is the moment
 * of the copy. Throws SQLite's and the file system's own errors; a copy cut short is never named as a backup.
 */
export function backUpWork(db: ReadDb, dataDir: string, at: string): Backup {
  const folder = backupsFolder(dataDir);
  ensurePrivateFolder(folder);
  const name = `work-${schemaVersion(db)}-${fileStamp(at)}.db`;
  const path = join(folder, name);
  const unfinished = `${path}.part`;
  rmSync(unfinished, { force: true });
  try {
    prepared(db, 'VACUUM INTO ?').run(unfinished);
    chmodSync(unfinished, 0o600);
    syncFile(unfinished);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  syncFolder(folder);
  for (const old of listBackups(dataDir).slice(BACKUPS_KEPT)) rmSync(old.path, { force: true });
  return { name, path, at };
}

/** Whether a start at `at` should make a backup: the newest is older than ten minutes, or of a clock gone wrong. */
export function backupDue(dataDir: string, at: string): boolean {
  const [newest] = listBackups(dataDir);
  if (!newest) return true;
  const age = Date.parse(at) - Date.parse(newest.at);
  return age < 0 || age >= BACKUP_SPACING_MS;
}
