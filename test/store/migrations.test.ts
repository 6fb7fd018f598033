import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasCode } from '../../src/shared/errors/app-error.ts';
import { OUTBOX_STATES } from '../../src/shared/model/outbox.ts';
import type { WriteDb } from '../../src/main/store/database.ts';
import { cacheSteps } from '../../src/main/store/migrations/cache.ts';
import { latestVersion, migrate, schemaVersion, type Step } from '../../src/main/store/migrations/run.ts';
import { workSteps } from '../../src/main/store/migrations/work.ts';
import { thrownBy } from './support.ts';

let db: WriteDb;

beforeEach(() => {
  db = new Database(':memory:') as unknown as WriteDb;
  db.pragma('foreign_keys = ON');
});
afterEach(() => {
  db.close();
});

/** Brings the database to one version, as a Plumbline of that time would have. */
const bringTo = (database: 'cache' | 'work', steps: readonly Step[], version: number): void => {
  migrate(
    db,
    database,
    steps.filter((step) => step.version <= version),
  );
};

describe('migrate', () => {
  const table = (version: number): Step => ({
    version,
    update: (target) => void target.exec(`CREATE TABLE t${version} (a)`),
  });
  const tables = (): unknown => db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();

  it('refuses steps that do not increase', () => {
    expect(() => migrate(db, 'work', [table(20), table(20)])).toThrow(TypeError);
    expect(() => migrate(db, 'work', [table(20), table(10)])).toThrow(TypeError);
    expect(tables()).toEqual([]);
  });

  it('does only the steps that are still to do', () => {
    migrate(db, 'work', [table(10)]);
    expect(migrate(db, 'work', [table(10), table(20)])).toEqual({ from: 10, to: 20 });
    expect(tables()).toEqual(['t10', 't20']);
  });

  it('undoes every pending step when one fails', () => {
    const broken: Step = { version: 30, update: (target) => void target.exec('CREATE TABLE t10 (a)') };
    migrate(db, 'work', [table(10)]);
    expect(() => migrate(db, 'work', [table(10), table(20), broken])).toThrow('already exists');
    expect(tables()).toEqual(['t10']);
    expect(schemaVersion(db)).toBe(10);
  });

  it('refuses a database from the future, names both versions and leaves it as it is', () => {
    db.exec('CREATE TABLE later (a); PRAGMA user_version = 990');
    const error = thrownBy(() => migrate(db, 'work', [table(10)]));
    expect(hasCode(error, 'database-newer') && error.data).toEqual({ database: 'work', found: 990, known: 10 });
    expect(error).toHaveProperty('message', expect.stringMatching(/990.*10/));
    expect(tables()).toEqual(['later']);
  });

  it('calls `before` when data is about to change, and not for a new or finished database', () => {
    const calls: number[] = [];
    const note = (): void => void calls.push(schemaVersion(db));
    migrate(db, 'work', [table(10)], note);
    expect(calls).toEqual([]);
    migrate(db, 'work', [table(10), table(20)], note);
    migrate(db, 'work', [table(10), table(20)], note);
    expect(calls).toEqual([10]);
  });
});

describe('the steps of cache.db', () => {
  const addRecord = (): void => {
    db.exec(`
      INSERT INTO sources VALUES (1, 'site-a', 'monitorqa');
      INSERT INTO records (rid, id, source, kind, title, title_key, list_hash, first_run, first_seen_at)
        VALUES (7, 'site-a:audit:1', 1, 'audit', 'Fire doors', 'fire doors', 'h', 1, '2026-11-01T00:00:00.000Z');
      INSERT INTO record_parts VALUES (7, 'list', 'h', '2026-11-01T00:00:00.000Z', 'text', '{"id":1}');
      INSERT INTO record_people VALUES (7, 0, 'assignee', 'Ana', NULL, NULL);
    `);
  };

  it('are numbered by tens', () => {
    expect(cacheSteps.map((step) => step.version)).toEqual([10, 20, 30, 40, 50, 60, 70, 80]);
  });

  it('10 keeps records with their parts and people, which go with their record', () => {
    bringTo('cache', cacheSteps, 10);
    addRecord();
    expect(db.prepare('SELECT id, detailed, needs_parts, deleted_at FROM records').get()).toEqual({
      id: 'site-a:audit:1',
      detailed: 0,
      needs_parts: 1,
      deleted_at: null,
    });
    expect(() => db.exec("INSERT INTO record_parts VALUES (8, 'list', '', '', '', '')")).toThrow('FOREIGN KEY');
    db.exec('DELETE FROM records');
    expect(
      db.prepare('SELECT (SELECT count(*) FROM record_parts) + count(*) AS left FROM record_people').get(),
    ).toEqual({
      left: 0,
    });
  });

  it('20 adds search and leaves the records of 10 alone', () => {
    bringTo('cache', cacheSteps, 10);
    addRecord();
    bringTo('cache', cacheSteps, 20);
    expect(db.prepare('SELECT count(*) AS records FROM records').get()).toEqual({ records: 1 });
    db.exec(`
      INSERT INTO record_text VALUES (70, 7, 'Fire doors', 'A-1', 'Ana', 'hinge');
      INSERT INTO record_fts (rowid, title, number, people, body) SELECT text_id, title, number, people, body FROM record_text;
    `);
    expect(db.prepare("SELECT rowid FROM record_fts WHERE record_fts MATCH 'hin*'").all()).toEqual([{ rowid: 70 }]);
  });

  it('30 adds runs, of which a collection has one, and what they saw goes with them', () => {
    bringTo('cache', cacheSteps, 20);
    addRecord();
    bringTo('cache', cacheSteps, 30);
    const begin = "INSERT INTO sync_runs (connection_id, kind, started_at) VALUES ('site-a', 'audit', 'now')";
    db.exec(`${begin}; INSERT INTO seen (run_id, rid, list) VALUES (1, 7, 0)`);
    expect(() => db.exec(begin)).toThrow('UNIQUE');
    db.exec('DELETE FROM sync_runs');
    expect(db.prepare('SELECT count(*) AS seen FROM seen').get()).toEqual({ seen: 0 });
    expect(db.prepare('SELECT count(*) AS records FROM records').get()).toEqual({ records: 1 });
  });

  it('40 adds files, of which a source has one', () => {
    bringTo('cache', cacheSteps, 30);
    addRecord();
    bringTo('cache', cacheSteps, 40);
    const add = (id: string) =>
      db.exec(
        `INSERT INTO files VALUES ('${id}', 'site-a', NULL, 'report', 'a.pdf', 'application/pdf', 1, '', '', '')`,
      );
    add('one');
    expect(() => add('two')).toThrow('UNIQUE');
    expect(db.prepare('SELECT count(*) AS records FROM records').get()).toEqual({ records: 1 });
  });

  it('80 gives lists their keys and collections, and moves people into a table of their own', () => {
    bringTo('cache', cacheSteps, 70);
    addRecord();
    db.exec(`
      UPDATE records SET number = 'A-9', priority = 'High', project = 'Élan 3', assignees = 'Ana, Bo',
        due_at = '2026-11-01T00:00:00.000Z';
      INSERT INTO record_people VALUES (7, 1, 'assignee', 'Bo', '5', 'bo@example.com'), (7, 2, 'author', 'Ana', NULL, NULL);
      INSERT INTO records (rid, id, source, kind, title, title_key, list_hash, first_run, first_seen_at)
        VALUES (8, 'site-a:issue:1', 1, 'issue', 'Leak', 'leak', 'h', 1, '2026-11-01T00:00:00.000Z');
      INSERT INTO record_people VALUES (8, 0, 'assignee', 'Bo', '5', 'bo@example.com');
    `);
    bringTo('cache', cacheSteps, 80);
    const keys = 'number_key, priority_key, project_key, assignee_key, due_key';
    expect(db.prepare(`SELECT ${keys} FROM records ORDER BY rid`).raw().all()).toEqual([
      ['a-00000009', '1 high', 'elan 00000003', 'ana, bo', '2026-11-01T00:00:00.000Z'],
      [null, null, null, null, '~'],
    ]);
    expect(db.prepare('SELECT * FROM collections').raw().all()).toEqual([
      [1, 'audit'],
      [1, 'issue'],
    ]);
    expect(
      db
        .prepare(
          'SELECT rid, role, name, vendor_person_id, email FROM record_people JOIN persons USING (person) ORDER BY rid, position',
        )
        .raw()
        .all(),
    ).toEqual([
      [7, 'assignee', 'Ana', null, null],
      [7, 'assignee', 'Bo', '5', 'bo@example.com'],
      [7, 'author', 'Ana', null, null],
      [8, 'assignee', 'Bo', '5', 'bo@example.com'],
    ]);
    expect(db.prepare('SELECT count(*) FROM persons').pluck().get()).toBe(2);
    db.exec('DELETE FROM records; DELETE FROM sources');
    for (const table of ['record_people', 'persons', 'collections']) {
      expect([table, db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]).toEqual([table, 0]);
    }
  });
});

describe('the steps of work.db', () => {
  it('are numbered by tens and end at the newest version', () => {
    expect(workSteps.map((step) => step.version)).toEqual([10, 20, 30, 40, 50, 60]);
    migrate(db, 'work', workSteps);
    expect(schemaVersion(db)).toBe(latestVersion(workSteps));
  });

  it('20 adds settings and keeps the connections of 10', () => {
    bringTo('work', workSteps, 10);
    db.exec("INSERT INTO connections VALUES ('a', 'monitorqa', 'A', 'https://a', 'ready', '2026-11-01', 1)");
    bringTo('work', workSteps, 20);
    db.exec(`INSERT INTO settings VALUES ('theme', '"dark"')`);
    expect(db.prepare('SELECT id, position FROM connections').all()).toEqual([{ id: 'a', position: 1 }]);
    expect(db.prepare('SELECT * FROM settings').all()).toEqual([{ key: 'theme', value: '"dark"' }]);
  });

  const addConnection = (): void => {
    db.exec(`INSERT INTO connections (id, vendor, name, url, status, created_at, position)
      VALUES ('a', 'monitorqa', 'A', 'https://a', 'ready', '2026-11-01', 1)`);
  };

  it('30 adds facts of connections, none of which an earlier one has', () => {
    bringTo('work', workSteps, 20);
    addConnection();
    bringTo('work', workSteps, 30);
    expect(
      db.prepare('SELECT id, label, color, allows_http, user_vendor_id, user_name FROM connections').all(),
    ).toEqual([{ id: 'a', label: null, color: null, allows_http: 0, user_vendor_id: null, user_name: null }]);
    expect(() => db.exec('UPDATE connections SET allows_http = 2')).toThrow('CHECK');
  });

  it('40 adds the spool, in which a file lies once', () => {
    bringTo('work', workSteps, 30);
    addConnection();
    bringTo('work', workSteps, 40);
    const add = (id: string) =>
      db.exec(`INSERT INTO spool VALUES ('${id}', 'a.png', 1, 'image/png', 'abc', 'spool/ab/abc', '2026-11-01')`);
    add('one');
    expect(() => add('two')).toThrow('UNIQUE');
    expect(db.prepare('SELECT count(*) AS connections FROM connections').get()).toEqual({ connections: 1 });
  });

  it('50 adds the outbox in its six states and no other, over connections and files of 40', () => {
    bringTo('work', workSteps, 40);
    addConnection();
    db.exec("INSERT INTO spool VALUES ('f', 'a.png', 1, 'image/png', 'abc', 'spool/ab/abc', '2026-11-01')");
    bringTo('work', workSteps, 50);
    const add = (id: string, state: string) =>
      db.exec(`INSERT INTO outbox (id, operation, vendor, connection_id, subject, state, tier, repeat, position, spool_id,
          created_at, updated_at, method, path, params, changes)
        VALUES ('${id}', 'o', 'monitorqa', 'a', '', '${state}', 'T1', 'never', 1, 'f', '', '', 'PUT', '/', '{}', '[]')`);
    for (const state of OUTBOX_STATES) add(state, state);
    expect(() => add('other', 'paused')).toThrow('CHECK');
    expect(() => db.exec("UPDATE outbox SET params = 'no json' WHERE id = 'draft'")).toThrow('CHECK');
    expect(db.prepare("SELECT attempts, paused, depends_on, conflict FROM outbox WHERE id = 'draft'").get()).toEqual({
      attempts: 0,
      paused: 0,
      depends_on: null,
      conflict: null,
    });
    expect(() => db.exec('DELETE FROM spool')).toThrow('FOREIGN KEY');
  });
});
