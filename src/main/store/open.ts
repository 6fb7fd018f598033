import Database from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { AppError } from '../../shared/errors/app-error.ts';
import { databasePath, ensurePrivateFile, ensurePrivateFolder, fileSize, type DatabaseName } from './data-files.ts';
import type { ReadDb, WriteDb } from './database.ts';
import { storeErrorKind, toStoreError } from './errors.ts';
import { cacheSteps } from './migrations/cache.ts';
import { workSteps } from './migrations/work.ts';
import { checkVersion, latestVersion, migrate, schemaVersion } from './migrations/run.ts';

/** How long a statement waits for another connection's lock, in milliseconds. */
const BUSY_MS = 5000;

/** The largest cache that is read into memory where its folder cannot be written. */
const COPY_LIMIT_BYTES = 512 * 1024 * 1024;

/** Settings of each writing connection, in the order they are given. */
const WRITE_PRAGMAS: Readonly<Record<DatabaseName, readonly string[]>> = {
  // A lost cache is fetched again: no wait for the disk at each commit, and few, large checkpoints.
  cache: ['synchronous = NORMAL', 'wal_autocheckpoint = 8000', 'cache_size = -65536'],
  // A person's own words: on the platter before the screen says "saved".
  work: ['synchronous = FULL', 'fullfsync = 1', 'checkpoint_fullfsync = 1'],
};

/** For every connection: nothing in a damaged or foreign file may run code or be read past its page. */
const COMMON_PRAGMAS = ['foreign_keys = ON', 'trusted_schema = OFF', 'cell_size_check = ON', 'temp_store = MEMORY'];

/**
 * Opens a database for writing in WAL mode; makes folder (0700) and file (0600) where missing. No schema yet: see
 * recover.ts, which calls this. Throws SQLite's and the file system's own errors.
 */
export function openForWriting(dataDir: string, database: DatabaseName): WriteDb {
  const path = databasePath(dataDir, database);
  ensurePrivateFolder(dataDir);
  ensurePrivateFile(path);
  const db = new Database(path, { timeout: BUSY_MS });
  try {
    db.pragma('journal_mode = WAL');
    for (const pragma of [...WRITE_PRAGMAS[database], ...COMMON_PRAGMAS]) db.pragma(pragma);
  } catch (error) {
    db.close();
    throw error;
  }
  return db as WriteDb;
}

/** An empty cache in memory: what a reader shows before anything was ever pulled. */
function emptyCache(): ReadDb {
  const db = new Database(':memory:') as WriteDb;
  migrate(db, 'cache', cacheSteps);
  db.pragma('query_only = ON');
  return db;
}

/** Sets the header's two format bytes: 2 asks for WAL, which a copy in memory has no use for. */
const withoutLog = (bytes: Buffer): void => {
  bytes.fill(1, 18, 20);
};

/**
 * The database as it stands in its file, read into memory. For a folder that cannot be written: there SQLite cannot
 * keep the lock file of WAL mode, and without a log beside the file nobody is writing either.
 */
function openCopy(path: string): Database.Database {
  const bytes = readFileSync(path);
  withoutLog(bytes);
  return new Database(bytes, { readonly: true });
}

function openReadOnly(path: string): Database.Database {
  try {
    const db = new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_MS });
    db.pragma('schema_version');
    return db;
  } catch (error) {
    const mayCopy = !fileSize(`${path}-wal`) && (fileSize(path) ?? 0) <= COPY_LIMIT_BYTES;
    if (storeErrorKind(error) !== 'read-only' || !mayCopy) throw error;
    return openCopy(path);
  }
}

/**
 * Opens the cache for reading, or an empty one in memory where there is none yet. Throws AppError `database-newer` for
 * a cache of a later Plumbline, `workspace-busy` for one that its writer has not brought up to date yet,
 * `database-corrupt` and the disk's errors.
 */
export function openCacheReader(dataDir: string): ReadDb {
  const path = databasePath(dataDir, 'cache');
  if (!fileSize(path)) return emptyCache();
  let db: Database.Database | undefined;
  try {
    db = openReadOnly(path);
    for (const pragma of ['query_only = ON', 'cache_size = -65536', ...COMMON_PRAGMAS]) db.pragma(pragma);
    const reader = db as ReadDb;
    checkVersion(reader, 'cache', cacheSteps);
    if (schemaVersion(reader) < latestVersion(cacheSteps)) {
      throw new AppError('workspace-busy', 'An earlier Plumbline has this workspace open; close it first.');
    }
    return reader;
  } catch (error) {
    db?.close();
    throw toStoreError(error);
  }
}

/**
 * A work.db of an earlier Plumbline, brought up to date in memory: one that may only read can read it all the same, and
 * the file stays as it is until its writer comes.
 */
function updatedCopy(db: Database.Database): Database.Database {
  const bytes = db.serialize();
  withoutLog(bytes);
  const copy = new Database(bytes);
  migrate(copy as WriteDb, 'work', workSteps);
  db.close();
  return copy;
}

/**
 * Opens work.db for reading, or null where there is none yet. For a process that is not the folder's writer. Throws as
 * openCacheReader does, but never for an earlier Plumbline's.
 */
export function openWorkReader(dataDir: string): ReadDb | null {
  const path = databasePath(dataDir, 'work');
  if (!fileSize(path)) return null;
  let db: Database.Database | undefined;
  try {
    db = openReadOnly(path);
    checkVersion(db as ReadDb, 'work', workSteps);
    if (schemaVersion(db as ReadDb) < latestVersion(workSteps)) db = updatedCopy(db);
    for (const pragma of ['query_only = ON', ...COMMON_PRAGMAS]) db.pragma(pragma);
    return db as ReadDb;
  } catch (error) {
    db?.close();
    throw toStoreError(error);
  }
}
