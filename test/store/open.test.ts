import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/shared/errors/app-error.ts';
import type { ReadDb, WriteDb } from '../../src/main/store/database.ts';
import { storeErrorKind, toStoreError } from '../../src/main/store/errors.ts';
import { openCacheReader } from '../../src/main/store/open.ts';
import { listRecords } from '../../src/main/store/records-list.ts';
import { saveSetting } from '../../src/main/store/settings.ts';
import { openCache, openWork } from '../../src/main/store/recover.ts';
import { AUDITS, dataFolder, freshCache, NOW, request, row, store, thrownBy } from './support.ts';

/** The code of what `work` throws. */
function codeOf(work: () => unknown): string | undefined {
  const error = thrownBy(work);
  return error instanceof AppError ? error.code : undefined;
}

const onUnix = process.platform !== 'win32';
/** Root may write anywhere: a root process becomes somebody else for the length of `work`. */
function asUnprivileged(work: () => void): void {
  const { seteuid, getuid } = process;
  const isRoot = getuid?.() === 0;
  if (isRoot) seteuid?.(65_534);
  try {
    work();
  } finally {
    if (isRoot) seteuid?.(0);
  }
}

describe('openCache and openWork', () => {
  it.runIf(onUnix)('F-3 keep folder, databases, logs and backups for their owner alone', () => {
    const folder = join(dataFolder(), 'inner', 'data');
    const cache = openCache(folder, NOW).db;
    const work = openWork(folder, NOW).db;
    store(cache, [row('1')]);
    saveSetting(work, 'a', 1);
    const modes = Object.fromEntries(
      readdirSync(folder, { recursive: true }).map((name) => [name, statSync(join(folder, String(name))).mode & 0o777]),
    );
    cache.close();
    work.close();
    const { backups, ...files } = modes;
    expect(backups).toBe(0o700);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['cache.db-wal', 'cache.db-shm', 'work.db-wal']));
    expect(new Set(Object.values(files))).toEqual(new Set([0o600]));
  });

  it.runIf(onUnix)('F-3 narrow a folder and files that others could read', () => {
    const folder = join(dataFolder(), 'data');
    mkdirSync(folder, { mode: 0o755 });
    writeFileSync(join(folder, 'cache.db'), '');
    chmodSync(join(folder, 'cache.db'), 0o644);
    freshCache(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'cache.db')).mode & 0o777).toBe(0o600);
  });

  it('set what decision 6 asks: WAL; FULL and fullfsync for work.db, NORMAL for cache.db', () => {
    const folder = dataFolder();
    const cache = freshCache(folder);
    const work = openWork(folder, NOW).db;
    const read = (db: WriteDb, name: string): unknown => db.pragma(name, { simple: true });
    const settings = [cache, work].map((db) =>
      ['journal_mode', 'synchronous', 'fullfsync', 'foreign_keys', 'busy_timeout'].map((name) => read(db, name)),
    );
    work.close();
    expect(settings).toEqual([
      ['wal', 1, 0, 1, 5000],
      ['wal', 2, 1, 1, 5000],
    ]);
  });

  it('R12 refuse databases of a later Plumbline and leave them in place', () => {
    const folder = dataFolder();
    for (const { db } of [openCache(folder, NOW), openWork(folder, NOW)]) {
      db.pragma('user_version = 5000');
      db.close();
    }
    expect(codeOf(() => openCache(folder, NOW))).toBe('database-newer');
    expect(codeOf(() => openWork(folder, NOW))).toBe('database-newer');
    expect(codeOf(() => openCacheReader(folder))).toBe('database-newer');
    expect(readdirSync(folder).filter((name) => name.includes('corrupt'))).toEqual([]);
  });

  it.runIf(onUnix)('R10 say that a read-only folder is read-only, and leave no half files', () => {
    const folder = join(dataFolder(), 'data');
    mkdirSync(folder);
    chmodSync(folder, 0o555);
    asUnprivileged(() => {
      expect(codeOf(() => openCache(join(folder, 'inner'), NOW))).toBe('disk-read-only');
      expect(codeOf(() => openCache(folder, NOW))).toBe('disk-read-only');
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('R10 say that the disk is full, and keep what was there before', () => {
    const db = freshCache();
    store(db, [row('1')]);
    db.pragma(`max_page_count = ${String(db.pragma('page_count', { simple: true }))}`);
    const many = Array.from({ length: 500 }, (_, index) => row(`n${index}`, { text: 'word '.repeat(200) }));
    const thrown = toStoreError(thrownBy(() => store(db, many)));
    expect(thrown).toMatchObject({ code: 'disk-full' });
    expect(listRecords(db, request()).rows.id).toEqual(['site-a:audit:1']);
  });
});

describe('openCacheReader', () => {
  it('shows an empty cache before there is one, without making a file', () => {
    const folder = dataFolder();
    const reader = openCacheReader(folder);
    expect(listRecords(reader, request()).rows.id).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
    reader.close();
  });

  it('cannot write, whatever it is asked', () => {
    const folder = dataFolder();
    freshCache(folder);
    const reader = openCacheReader(folder);
    expect(() => reader.prepare('DELETE FROM records').run()).toThrow('readonly');
    reader.close();
  });

  it('sees what was committed while the writer holds a transaction, and not what is in it', () => {
    const folder = dataFolder();
    const db = freshCache(folder);
    store(db, [row('1')]);
    const reader = openCacheReader(folder);
    db.exec('BEGIN IMMEDIATE');
    store(db, [row('2')]);
    expect(listRecords(reader, request()).rows.id).toEqual(['site-a:audit:1']);
    db.exec('COMMIT');
    expect(listRecords(reader, request()).rows.id).toHaveLength(2);
    reader.close();
  });

  it('asks to close an earlier Plumbline whose schema is older', () => {
    const folder = dataFolder();
    freshCache(folder).pragma('user_version = 10');
    expect(codeOf(() => openCacheReader(folder))).toBe('workspace-busy');
  });

  it.runIf(onUnix)('P6 reads a cache in a folder that cannot be written', () => {
    const folder = join(dataFolder(), 'data');
    const { db } = openCache(folder, NOW);
    store(db, [row('1')], { key: AUDITS });
    db.close();
    expect(existsSync(join(folder, 'cache.db-wal'))).toBe(false);
    chmodSync(join(folder, 'cache.db'), 0o444);
    chmodSync(folder, 0o555);
    chmodSync(join(folder, '..'), 0o755);
    asUnprivileged(() => {
      const reader = openCacheReader(folder);
      expect(listRecords(reader, request()).rows.id).toEqual(['site-a:audit:1']);
      reader.close();
    });
    chmodSync(folder, 0o755);
  });
});

describe('ReadDb and WriteDb', () => {
  it('keep a reading handle out of functions that write, at compile time', () => {
    const folder = dataFolder();
    const { db } = openWork(folder, NOW);
    const writes: (handle: WriteDb) => void = (handle) => saveSetting(handle, 'a', 1);
    const reads: (handle: ReadDb) => boolean = (handle) => handle.open;
    expect(reads(db)).toBe(true);
    writes(db);
    const reader: ReadDb = db;
    // @ts-expect-error: a ReadDb is no WriteDb.
    expect(() => writes(reader)).not.toThrow();
    db.close();
  });
});

describe('storeErrorKind', () => {
  it.each([
    ['ENOSPC', 'full'],
    ['EROFS', 'read-only'],
    ['EACCES', 'read-only'],
    ['EIO', 'failed'],
  ])('takes %s of the file system for %s', (code, kind) => {
    expect(storeErrorKind(Object.assign(new Error('no'), { code, syscall: 'open' }))).toBe(kind);
  });

  it('takes an error without a system call for a fault of our own', () => {
    expect(storeErrorKind(Object.assign(new TypeError('no'), { code: 'ERR_INVALID_ARG_TYPE' }))).toBe('logic');
  });

  it('takes a broken rule of the schema for a fault of our own, and leaves the error as it is', () => {
    const db = freshCache();
    const error = thrownBy(() => db.exec("INSERT INTO records (id) VALUES ('x')"));
    expect(error).toBeInstanceOf(Error);
    expect(storeErrorKind(error)).toBe('logic');
    expect(toStoreError(error)).toBe(error);
  });
});
