import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { silentLog } from '../../src/main/platform/log.ts';
import { backUpWork } from '../../src/main/store/backups.ts';
import { saveConnection } from '../../src/main/store/connections.ts';
import { inTransaction, type WriteDb } from '../../src/main/store/database.ts';
import { migrate } from '../../src/main/store/migrations/run.ts';
import { workSteps } from '../../src/main/store/migrations/work.ts';
import { openForWriting } from '../../src/main/store/open.ts';
import { addOutbox, listOutbox } from '../../src/main/store/outbox.ts';
import { endTry, makeReady, markSending } from '../../src/main/store/outbox-marks.ts';
import { openWork } from '../../src/main/store/recover.ts';
import { startReader, startWorkWriter } from '../../src/main/store/worker-client.ts';
import { recordId } from '../../src/shared/model/ids.ts';
import { change, changeIn, connection, later, outboxId, refusal } from './outbox-support.ts';
import { CONNECTION, dataFolder, NOW } from './support.ts';

const source = (name: string): URL => new URL(`../../src/main/${name}`, import.meta.url);
const RECORD = recordId(CONNECTION, 'corrective-action', '7');

async function started<Worker extends { close: () => Promise<void> }>(starting: Promise<Worker>): Promise<Worker> {
  const worker = await starting;
  onTestFinished(() => worker.close());
  return worker;
}

const writerOf = (dataDir: string) => started(startWorkWriter({ url: source('writer.ts'), dataDir, log: silentLog }));
const readerOf = (dataDir: string) => started(startReader({ url: source('reader.ts'), dataDir, log: silentLog }));

const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => (error as { code?: unknown }).code,
  );

describe('the outbox through its workers', () => {
  it('R14 takes a change from the writer to sent, while a reader of its own sees each step', async () => {
    const folder = dataFolder();
    const reader = await readerOf(folder);
    expect(await reader.ask('listOutbox', {})).toEqual({ rows: [] });
    expect(await reader.ask('listPending', { recordId: RECORD })).toEqual([]);
    expect(await reader.ask('listSettings', {})).toEqual({});
    const id = outboxId('a');
    expect(await codeOf(reader.ask('showOutbox', { id }))).toBe('not-found');
    const work = await writerOf(folder);
    await work.ask('saveConnection', { connection: connection(), at: NOW });
    const file = { id: 'f' as never, name: 'a.png', bytes: 1, contentType: 'image/png', sha256: 'abc' };
    await work.ask('saveSpool', { file, path: 'spool/ab/abc-f', at: NOW });
    const row = await work.ask('addOutbox', change('a', { recordId: RECORD, spoolId: file.id, base: { id: 7 } }));
    expect((await reader.ask('listOutbox', {})).rows).toEqual([row]);
    expect(await reader.ask('listPending', { recordId: RECORD })).toEqual([{ row, changes: [] }]);
    expect(await work.ask('openOutbox', { id })).toMatchObject({ base: { id: 7 }, spoolPath: 'spool/ab/abc-f' });
    await work.ask('markSending', { id, attempt: 1, at: later(1) });
    expect((await reader.ask('showOutbox', { id })).row.state).toBe('sending');
    await work.ask('markNeedsChecking', { id, at: later(2), status: null, error: refusal });
    await work.ask('makeReady', { id, at: later(3) });
    await work.ask('markNotSent', { id, at: later(4), status: null, error: refusal });
    await work.ask('markFailed', { id, at: later(5), status: null, error: refusal });
    await work.ask('makeReady', { id, at: later(6) });
    await work.ask('markSending', { id, attempt: 4, at: later(7) });
    expect(await work.ask('markSent', { id, at: later(8), status: 200 })).toMatchObject({ state: 'sent', error: null });
    expect((await reader.ask('showOutbox', { id })).log.map(({ outcome }) => outcome)).toEqual([
      'needs-checking',
      'not-sent',
      'failed',
      'sent',
    ]);
    expect(await work.ask('dropSpool', { id: file.id })).toEqual({ path: 'spool/ab/abc-f' });
    expect(await work.ask('tidySpool', { before: later(9) })).toEqual({ kept: [] });
    expect(await codeOf(work.ask('discardOutbox', { id, at: later(9), uncertain: true }))).toBe('not-offered-here');
    expect(await codeOf(work.ask('confirmSent', { id, at: later(9) }))).toBe('not-offered-here');
    expect(await codeOf(work.ask('getSpool', { id: file.id }))).toBe('not-found');
  });

  it('Z-3 leaves the changes of a removed connection as drafts of none', async () => {
    const folder = dataFolder();
    const work = await writerOf(folder);
    await work.ask('saveConnection', { connection: connection(), at: NOW });
    await work.ask('addOutbox', change('a'));
    expect(await work.ask('detachConnection', { connectionId: CONNECTION, at: later(1) })).toEqual({ drafts: 1 });
    await work.ask('removeConnection', { connectionId: CONNECTION });
    expect(await codeOf(work.ask('makeReady', { id: outboxId('a'), at: later(2) }))).toBe('no-connection');
    expect(await codeOf(work.ask('addOutbox', change('b')))).toBe('no-connection');
  });

  it('R1 finds what an ended process was sending as uncertain, before anybody asks for anything', async () => {
    const folder = dataFolder();
    const { db } = openWork(folder, NOW);
    saveConnection(db, connection(), NOW);
    changeIn(db, 'sending', { id: 'a' });
    db.close();
    const work = await writerOf(folder);
    const reader = await readerOf(folder);
    expect((await reader.ask('listOutbox', {})).rows).toMatchObject([{ id: 'a', state: 'needs-checking' }]);
    expect(await work.ask('recoverSending', { at: later(1) })).toEqual({ changed: 0 });
  });

  it('P6 P7 reads a work.db of an earlier Plumbline without writing to it', async () => {
    const folder = dataFolder();
    const old = openForWriting(folder, 'work');
    migrate(
      old,
      'work',
      workSteps.filter((step) => step.version <= 20),
    );
    old.exec(`INSERT INTO connections VALUES ('a', 'monitorqa', 'A', 'https://a', 'ready', '2026-11-01', 1);
      INSERT INTO settings VALUES ('kept', '"yes"');`);
    const reader = await readerOf(folder);
    // It is still open, with everything in its log: that is read too.
    expect(statSync(join(folder, 'work.db-wal')).size).toBeGreaterThan(0);
    expect(await reader.ask('listConnections', {})).toEqual([
      connection({ id: 'a' as typeof CONNECTION, name: 'A', url: 'https://a' }),
    ]);
    expect(await reader.ask('listOutbox', {})).toEqual({ rows: [] });
    expect(await reader.ask('listSettings', {})).toEqual({ kept: 'yes' });
    expect(old.pragma('user_version', { simple: true })).toBe(20);
    old.close();
  });
});

describe('the outbox after a power cut', () => {
  it('R3 P1 holds every change that was committed, wherever its log was cut behind it', () => {
    const folder = dataFolder();
    const { db } = openWork(folder, NOW);
    onTestFinished(() => void db.close());
    saveConnection(db, connection(), NOW);
    const log = join(folder, 'work.db-wal');
    const commits: { readonly bytes: number; readonly states: string }[] = [];
    const note = (): void => {
      commits.push({ bytes: statSync(log).size, states: JSON.stringify(listOutbox(db).map((row) => row.state)) });
    };
    note();
    for (let number = 0; number < 12; number += 1) {
      const id = outboxId(`change-${number}`);
      inTransaction(db, () => addOutbox(db, change(id, { base: { text: 'x'.repeat(number * 700) } })));
      note();
      inTransaction(db, () => markSending(db, { id, attempt: 1, at: NOW }));
      note();
      inTransaction(db, () =>
        endTry(db, number % 2 === 0 ? 'sent' : 'needs-checking', { id, at: NOW, status: 200, error: null }),
      );
      note();
    }
    const whole = statSync(log).size;
    const copy = join(folder, 'copy');
    const stateAfter = (bytes: number): { readonly sound: unknown; readonly states: string } => {
      rmSync(copy, { recursive: true, force: true });
      mkdirSync(copy);
      copyFileSync(join(folder, 'work.db'), join(copy, 'work.db'));
      copyFileSync(log, join(copy, 'work.db-wal'));
      truncateSync(join(copy, 'work.db-wal'), bytes);
      const cut = new Database(join(copy, 'work.db'));
      try {
        const states = JSON.stringify(listOutbox(cut as unknown as WriteDb).map((row) => row.state));
        return { sound: cut.pragma('integrity_check', { simple: true }), states };
      } finally {
        cut.close();
      }
    };
    fc.assert(
      fc.property(fc.integer({ min: commits[0]?.bytes ?? 0, max: whole }), (bytes) => {
        const expected = commits.findLast((commit) => commit.bytes <= bytes);
        expect(stateAfter(bytes)).toEqual({ sound: 'ok', states: expected?.states });
      }),
      { numRuns: 200 },
    );
  });
});

describe('the outbox of a damaged work.db', () => {
  /** A folder whose newest backup holds a ready, a failed and a sent change; the ready one was sent after it. */
  function sentSinceBackup(): string {
    const folder = dataFolder();
    const { db } = openWork(folder, NOW);
    saveConnection(db, connection(), NOW);
    for (const state of ['ready', 'failed', 'sent'] as const) changeIn(db, state, { id: state });
    backUpWork(db, folder, later(20));
    markSending(db, { id: outboxId('ready'), attempt: 1, at: later(21) });
    endTry(db, 'sent', { id: outboxId('ready'), at: later(22), status: 200, error: null });
    db.close();
    return folder;
  }

  it.each([
    ['damaged', (path: string) => writeFileSync(path, 'not a database '.repeat(1000))],
    ['deleted', (path: string) => rmSync(path)],
  ])('R11 P3 comes back from a backup with nothing in it that goes by itself, when it was %s', (_what, damage) => {
    const folder = sentSinceBackup();
    damage(join(folder, 'work.db'));
    const { db, recovery } = openWork(folder, later(30));
    onTestFinished(() => void db.close());
    expect(recovery).toEqual({ database: 'work', how: 'from-backup', at: later(20) });
    expect(listOutbox(db).map(({ id, state }) => [id, state])).toEqual([
      ['sent', 'sent'],
      ['failed', 'needs-checking'],
      ['ready', 'needs-checking'],
    ]);
    expect(makeReady(db, outboxId('ready'), later(31)).state).toBe('ready');
    expect(existsSync(join(folder, 'work.db.part'))).toBe(false);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  });

  it('R11 R12 comes back from a backup of an earlier Plumbline', () => {
    const folder = sentSinceBackup();
    rmSync(join(folder, 'backups'), { recursive: true });
    rmSync(join(folder, 'work.db'));
    const old = openForWriting(folder, 'work');
    migrate(
      old,
      'work',
      workSteps.filter((step) => step.version <= 20),
    );
    old.exec("INSERT INTO settings VALUES ('kept', '1')");
    backUpWork(old, folder, later(20));
    old.close();
    writeFileSync(join(folder, 'work.db'), readFileSync(join(folder, 'work.db')).subarray(0, 100));
    const { db, recovery } = openWork(folder, later(30));
    onTestFinished(() => void db.close());
    expect(recovery).toMatchObject({ how: 'from-backup', at: later(20) });
    expect(listOutbox(db)).toEqual([]);
    expect(db.prepare('SELECT key FROM settings').pluck().all()).toEqual(['kept']);
  });
});
