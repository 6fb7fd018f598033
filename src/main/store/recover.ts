import Database from 'better-sqlite3';
import { copyFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/errors/app-error.ts';
import { backupDue, backUpWork, listBackups, type Backup } from './backups.ts';
import { companionPaths, databasePath, fileSize, fileStamp, syncFile, type DatabaseName } from './data-files.ts';
import { inTransaction, type WriteDb } from './database.ts';
import { storeErrorKind, toStoreError } from './errors.ts';
import { cacheSteps } from './migrations/cache.ts';
import { migrate, schemaVersion, type Step } from './migrations/run.ts';
import { workSteps } from './migrations/work.ts';
import { openForWriting } from './open.ts';
import { doubtRestored } from './outbox-marks.ts';
import type { Recovery } from './worker-calls.ts';

/** An opened database, up to date, and what had to be done to have it. */
export interface Opened<Done extends Recovery | null = Recovery | null> {
  readonly db: WriteDb;
  readonly recovery: Done;
}

/**
 * Up to this size every page is checked at each open. A larger cache is only probed, so that a start does not grow
 * with the data; damage deeper down shows when it is read, and is dealt with then.
 */
const FULL_CHECK_BYTES = 32 * 1024 * 1024;

/** How many damaged files are kept for a person to look at. A cache holds nothing that is not at the vendor. */
const DAMAGED_KEPT: Readonly<Record<DatabaseName, number>> = { cache: 1, work: 3 };

function corrupt(database: DatabaseName, detail: string): AppError {
  return new AppError('database-corrupt', `${database}.db is damaged.`, { data: { database, detail } });
}

const isCorrupt = (thrown: unknown): boolean => {
  const error = toStoreError(thrown);
  return error instanceof AppError && error.code === 'database-corrupt';
};

/** Throws when the database is damaged, as far as its size allows to look. */
function probe(db: WriteDb, database: DatabaseName, size: number): void {
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    .pluck()
    .all() as string[];
  if (database === 'work' || size <= FULL_CHECK_BYTES) {
    const [finding] = db.pragma('quick_check(1)') as { quick_check: string }[];
    if (finding?.quick_check !== 'ok') throw corrupt(database, 'quick_check');
    return;
  }
  for (const table of tables) db.prepare(`SELECT * FROM "${table}" LIMIT 1`).all();
}

function openChecked(dataDir: string, database: DatabaseName, steps: readonly Step[], before?: (db: WriteDb) => void) {
  const size = fileSize(databasePath(dataDir, database)) ?? 0;
  const db = openForWriting(dataDir, database);
  try {
    if (size > 0) probe(db, database, size);
    // A file with pages and no schema was emptied by something else.
    if (size > 0 && schemaVersion(db) === 0) throw corrupt(database, 'no schema');
    migrate(db, database, steps, () => before?.(db));
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Renames a damaged database with its companions to `NAME.db.corrupt-TIME` and drops older ones of the kind. */
function setAside(dataDir: string, database: DatabaseName, at: string): void {
  const path = databasePath(dataDir, database);
  const aside = `${path}.corrupt-${fileStamp(at)}`;
  if (fileSize(path) !== undefined) renameSync(path, aside);
  for (const companion of companionPaths(path)) {
    if (fileSize(companion) === undefined) continue;
    if (database === 'work') renameSync(companion, companion.replace(path, aside));
    else rmSync(companion, { force: true });
  }
  const prefix = `${database}.db.corrupt-`;
  const stamps = new Set(
    readdirSync(dataDir).flatMap((name) => (name.startsWith(prefix) ? [name.replace(/-(wal|shm)$/, '')] : [])),
  );
  for (const old of [...stamps].toSorted().toReversed().slice(DAMAGED_KEPT[database])) {
    for (const name of [old, ...companionPaths(old)]) rmSync(join(dataDir, name), { force: true });
  }
}

/** Sets the cache's files aside and makes an empty cache. Nobody may have them open. `at`: now. */
export function rebuildCache(dataDir: string, at: string): Opened<Recovery> {
  try {
    setAside(dataDir, 'cache', at);
    const db = openChecked(dataDir, 'cache', cacheSteps);
    return { db, recovery: { database: 'cache', how: 'rebuilt', at } };
  } catch (error) {
    throw toStoreError(error);
  }
}

/**
 * Opens cache.db for writing and brings its schema up to date; a damaged one is set aside and begun anew. `at`: now.
 * Throws AppError `database-newer` and the disk's errors.
 */
export function openCache(dataDir: string, at: string): Opened {
  try {
    return { db: openChecked(dataDir, 'cache', cacheSteps), recovery: null };
  } catch (error) {
    if (isCorrupt(error)) return rebuildCache(dataDir, at);
    throw toStoreError(error);
  }
}

function backupIsGood(backup: Backup): boolean {
  try {
    const db = new Database(backup.path, { readonly: true, fileMustExist: true });
    try {
      const [finding] = db.pragma('integrity_check(1)') as { integrity_check: string }[];
      return finding?.integrity_check === 'ok' && schemaVersion(db as WriteDb) > 0;
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}

/** Marks what may have been sent since the backup was made, before the copy gets its name: no crash comes between. */
function doubtBackup(path: string, at: string): void {
  const db = new Database(path) as WriteDb;
  try {
    // No journal beside it: one left by a crash would be played into the next copy.
    db.pragma('journal_mode = MEMORY');
    migrate(db, 'work', workSteps);
    inTransaction(db, () => doubtRestored(db, at));
  } finally {
    db.close();
  }
}

/** Puts the newest good backup in the place of a damaged work.db; with none, an empty one begins. */
function restoreWork(dataDir: string, at: string): Recovery {
  const backup = listBackups(dataDir).find(backupIsGood);
  const path = databasePath(dataDir, 'work');
  const unfinished = `${path}.part`;
  if (backup) {
    copyFileSync(backup.path, unfinished);
    doubtBackup(unfinished, at);
    syncFile(unfinished);
  }
  setAside(dataDir, 'work', at);
  if (!backup) return { database: 'work', how: 'rebuilt', at };
  renameSync(unfinished, path);
  return { database: 'work', how: 'from-backup', at: backup.at };
}

/**
 * Opens work.db for writing, brings its schema up to date and backs it up: always before its schema changes, and at a
 * start when the newest backup is older than ten minutes. A damaged one is set aside, never deleted at once, and the
 * newest good backup takes its place, with every change in it that was not sent then as uncertain; so it is for one that
 * vanished or was emptied. `at`: now. Throws AppError `database-newer` and the disk's errors.
 */
export function openWork(dataDir: string, at: string): Opened {
  const open = (): WriteDb => openChecked(dataDir, 'work', workSteps, (db) => backUpWork(db, dataDir, at));
  try {
    let recovery: Recovery | null = null;
    const vanished = !fileSize(databasePath(dataDir, 'work')) && listBackups(dataDir).length > 0;
    if (vanished) recovery = restoreWork(dataDir, at);
    let db: WriteDb;
    try {
      db = open();
    } catch (error) {
      if (!isCorrupt(error)) throw error;
      recovery = restoreWork(dataDir, at);
      db = open();
    }
    try {
      // The backup at a start is a precaution: a full disk must not keep a person from their work.
      if (backupDue(dataDir, at)) backUpWork(db, dataDir, at);
    } catch (error) {
      if (storeErrorKind(error) === 'logic') throw error;
    }
    return { db, recovery };
  } catch (error) {
    throw toStoreError(error);
  }
}
