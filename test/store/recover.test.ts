import {
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
  closeSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppError } from '../../src/shared/errors/app-error.ts';
import { BACKUPS_KEPT, backUpWork, listBackups } from '../../src/main/store/backups.ts';
import { migrate } from '../../src/main/store/migrations/run.ts';
import { workSteps } from '../../src/main/store/migrations/work.ts';
import { openForWriting } from '../../src/main/store/open.ts';
import { openCache, openWork } from '../../src/main/store/recover.ts';
import { listRecords } from '../../src/main/store/records-list.ts';
import { listSettings, saveSetting } from '../../src/main/store/settings.ts';
import { toStoreError } from '../../src/main/store/errors.ts';
import { dataFolder, NOW, request, row, store, thrownBy } from './support.ts';

const at = (minutes: number): string => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();

/** A data folder whose work.db holds one setting and has a backup of it, and whose cache holds 200 records. */
function filledFolder(): string {
  const folder = dataFolder();
  const cache = openCache(folder, at(0)).db;
  store(
    cache,
    Array.from({ length: 200 }, (_, index) => row(`${index}`, { text: `door ${index} ${'x'.repeat(300)}` })),
  );
  cache.close();
  const work = openWork(folder, at(0)).db;
  saveSetting(work, 'kept', 'yes');
  work.close();
  openWork(folder, at(20)).db.close();
  return folder;
}

function overwrite(path: string, offset: number, bytes: Uint8Array): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, offset);
  closeSync(file);
}

const names = (folder: string, prefix: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.startsWith(prefix));

describe('openCache', () => {
  it('reports nothing for a sound cache', () => {
    const { db, recovery } = openCache(filledFolder(), at(30));
    expect(recovery).toBeNull();
    expect(listRecords(db, request()).rows.id).toHaveLength(100);
    db.close();
  });

  it.each([
    ['its first page overwritten', (path: string) => overwrite(path, 0, new Uint8Array(4096).fill(7))],
    ['cut in half', (path: string) => truncateSync(path, Math.floor(statSync(path).size / 8192) * 4096)],
    ['text in its place', (path: string) => writeFileSync(path, '<html>not a database</html>'.repeat(50))],
    ['a page in its middle overwritten', (path: string) => overwrite(path, 4096 * 20, new Uint8Array(4096).fill(255))],
  ])('R11 sets a cache with %s aside, begins anew and says so', (_what, damage) => {
    const folder = filledFolder();
    damage(join(folder, 'cache.db'));
    const damaged = readFileSync(join(folder, 'cache.db'));
    const { db, recovery } = openCache(folder, at(30));
    expect(recovery).toEqual({ database: 'cache', how: 'rebuilt', at: at(30) });
    store(db, [row('new')]);
    expect(listRecords(db, request()).rows.id).toEqual(['site-a:audit:new']);
    db.close();
    const [aside = ''] = names(folder, 'cache.db.corrupt-');
    expect(readFileSync(join(folder, aside)).equals(damaged)).toBe(true);
  });

  it('keeps only the last damaged cache', () => {
    const folder = filledFolder();
    for (const minute of [30, 40, 50]) {
      writeFileSync(join(folder, 'cache.db'), `damaged ${minute} `.repeat(1000));
      openCache(folder, at(minute)).db.close();
    }
    const aside = names(folder, 'cache.db.corrupt-');
    expect(aside).toHaveLength(1);
    expect(readFileSync(join(folder, aside[0] ?? ''), 'utf8')).toContain('damaged 50');
  });

  it('R11 opens or rebuilds whatever bytes are flipped, and never touches work.db', () => {
    const original = filledFolder();
    const work = readFileSync(join(original, 'work.db'));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.nat(255)), {
          minLength: 1,
          maxLength: 64,
        }),
        (flips) => {
          const folder = dataFolder();
          for (const name of ['cache.db', 'work.db']) copyFileSync(join(original, name), join(folder, name));
          const path = join(folder, 'cache.db');
          const size = statSync(path).size;
          for (const [where, value] of flips) overwrite(path, Math.floor(where * size), Uint8Array.of(value));
          const { db } = openCache(folder, at(30));
          // Damage that no check of structure shows must be named for what it is once it is met.
          const error = toStoreError(thrownBy(() => store(db, [row('after')])));
          expect([undefined, 'database-corrupt']).toContain(error && (error as AppError).code);
          db.close();
          expect(readFileSync(join(folder, 'work.db')).equals(work)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('R11 opens a cache whose log was deleted or is of another database', () => {
    const folder = filledFolder();
    writeFileSync(join(folder, 'cache.db-wal'), readFileSync(join(folder, 'work.db')));
    const { db, recovery } = openCache(folder, at(30));
    expect(recovery).toBeNull();
    expect(listRecords(db, request()).rows.id).toHaveLength(100);
    db.close();
  });
});

describe('openWork', () => {
  const damages: readonly (readonly [string, (path: string) => void])[] = [
    ['overwritten', (path) => overwrite(path, 0, new Uint8Array(8192).fill(3))],
    ['cut off', (path) => truncateSync(path, 5000)],
    ['emptied', (path) => truncateSync(path, 0)],
    ['deleted', (path) => rmSync(path)],
  ];

  it.each(damages)('P8 R11 restores the newest backup of a work.db that was %s', (_what, damage) => {
    const folder = filledFolder();
    damage(join(folder, 'work.db'));
    const { db, recovery } = openWork(folder, at(30));
    expect(recovery).toEqual({ database: 'work', how: 'from-backup', at: at(20) });
    expect(listSettings(db)).toEqual({ kept: 'yes' });
    db.close();
  });

  it('keeps the damaged file for a person to look at', () => {
    const folder = filledFolder();
    writeFileSync(join(folder, 'work.db'), 'damaged '.repeat(2000));
    openWork(folder, at(30)).db.close();
    const [aside = ''] = names(folder, 'work.db.corrupt-');
    expect(readFileSync(join(folder, aside), 'utf8')).toContain('damaged');
  });

  it('passes over a backup that is damaged itself', () => {
    const folder = filledFolder();
    const [newest, older] = listBackups(folder);
    writeFileSync(newest?.path ?? '', 'damaged '.repeat(2000));
    writeFileSync(join(folder, 'work.db'), 'damaged '.repeat(2000));
    const { db, recovery } = openWork(folder, at(30));
    expect(recovery?.at).toBe(older?.at);
    db.close();
  });

  it('begins anew when there is no good backup, and says so', () => {
    const folder = filledFolder();
    rmSync(join(folder, 'backups'), { recursive: true });
    writeFileSync(join(folder, 'work.db'), 'damaged '.repeat(2000));
    const { db, recovery } = openWork(folder, at(30));
    expect(recovery).toEqual({ database: 'work', how: 'rebuilt', at: at(30) });
    expect(listSettings(db)).toEqual({});
    db.close();
  });

  it('backs up at a start, but not twice within ten minutes', () => {
    const folder = dataFolder();
    for (const minute of [0, 5, 9, 10, 15, 20]) openWork(folder, at(minute)).db.close();
    expect(listBackups(folder).map((backup) => backup.at)).toEqual([at(20), at(10), at(0)]);
  });

  it('P7 backs up what was there before its schema changes', () => {
    const folder = dataFolder();
    const old = openForWriting(folder, 'work');
    migrate(
      old,
      'work',
      workSteps.filter((step) => step.version <= 10),
    );
    old.close();
    openWork(folder, at(1)).db.close();
    const backup = listBackups(folder).find(({ name }) => name.startsWith('work-10-'));
    expect(backup?.at).toBe(at(1));
  });
});

describe('backUpWork', () => {
  it('keeps the ten newest', () => {
    const folder = dataFolder();
    const { db } = openWork(folder, at(0));
    for (let minute = 1; minute <= 14; minute += 1) backUpWork(db, folder, at(minute));
    db.close();
    const kept = listBackups(folder);
    expect(kept).toHaveLength(BACKUPS_KEPT);
    expect([kept[0]?.at, kept.at(-1)?.at]).toEqual([at(14), at(5)]);
  });

  it('holds what was committed, the log included', () => {
    const folder = dataFolder();
    const { db } = openWork(folder, at(0));
    saveSetting(db, 'late', 1);
    expect(existsSync(join(folder, 'work.db-wal'))).toBe(true);
    const { path } = backUpWork(db, folder, at(1));
    db.close();
    const other = dataFolder();
    copyFileSync(path, join(other, 'work.db'));
    const copy = openWork(other, at(2)).db;
    expect(listSettings(copy)).toEqual({ late: 1 });
    copy.close();
  });
});
