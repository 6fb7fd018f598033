import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AppError, hasCode } from '../../src/shared/errors/app-error.ts';
import { recordId, type ConnectionId } from '../../src/shared/model/ids.ts';
import { createLog, silentLog } from '../../src/main/platform/log.ts';
import { openCache } from '../../src/main/store/recover.ts';
import { openRun } from '../../src/main/store/sync-state.ts';
import type { CacheWriterCalls, PageInput, ReaderCalls, WorkWriterCalls } from '../../src/main/store/worker-calls.ts';
import {
  startCacheWriter,
  startReader,
  startWorkWriter,
  type StoreWorker,
} from '../../src/main/store/worker-client.ts';
import { connection as connectionWith } from './outbox-support.ts';
import { AUDITS, CONNECTION, dataFolder, jsonBytes, NOW, request, row } from './support.ts';

const entry = new URL('worker-entry.ts', import.meta.url);
const source = (name: string): URL => new URL(`../../src/main/${name}`, import.meta.url);

/** A worker that is closed when the test ends. */
async function started<Worker extends { close: () => Promise<void> }>(starting: Promise<Worker>): Promise<Worker> {
  const worker = await starting;
  onTestFinished(() => worker.close());
  return worker;
}

const writerOf = (dataDir: string): Promise<StoreWorker<CacheWriterCalls>> =>
  started(startCacheWriter({ url: entry, dataDir, log: silentLog }));
const readerOf = (dataDir: string): Promise<StoreWorker<ReaderCalls>> =>
  started(startReader({ url: source('reader.ts'), dataDir, log: silentLog }));

const page = (runId: number, number: number, size = 100): PageInput => ({
  ...AUDITS,
  vendor: 'monitorqa',
  operation: 'listPendingAudits',
  runId,
  cursor: { page: number },
  bytes: jsonBytes({ rows: Array.from({ length: size }, (_, index) => row(`${number}-${index}`)), total: 5000 }),
  readAt: NOW,
});

const crashPage = (runId: number): PageInput => ({ ...page(runId, 0, 0), bytes: jsonBytes({ rows: [], crash: true }) });

const ask = (writer: StoreWorker<CacheWriterCalls>, input: PageInput) =>
  writer.ask('ingestPage', input, { transfer: [input.bytes] });

const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('the cache writer', () => {
  it('stores a page, moves its bytes, and answers after the reader can see it', async () => {
    const folder = dataFolder();
    const writer = await writerOf(folder);
    const reader = await readerOf(folder);
    const { runId } = await writer.ask('beginRun', { ...AUDITS, at: NOW });
    const input = page(runId, 1);
    const answer = await ask(writer, input);
    expect(answer).toEqual({
      received: 100,
      repeated: 0,
      total: 5000,
      cursor: null,
      more: null,
      added: 100,
      changed: 0,
    });
    expect(input.bytes.byteLength).toBe(0);
    expect(await reader.ask('countAll', {})).toEqual({ total: 100 });
  });

  it('refuses what is not JSON, nested without end or not the list, writes nothing of it, and keeps the pages beside it', async () => {
    const folder = dataFolder();
    const writer = await writerOf(folder);
    const { runId } = await writer.ask('beginRun', { ...AUDITS, at: NOW });
    const html = new TextEncoder().encode('<!doctype html>').buffer;
    const nest = new TextEncoder().encode(`{"rows":${'['.repeat(6000)}${']'.repeat(6000)}}`).buffer;
    const results = await Promise.allSettled([
      ask(writer, page(runId, 1)),
      ask(writer, { ...page(runId, 2), bytes: html }),
      ask(writer, { ...page(runId, 3), bytes: jsonBytes([1, 2]) }),
      ask(writer, { ...page(runId, 3), bytes: nest }),
      ask(writer, page(runId, 4)),
    ]);
    expect(
      results.map((result) => (result.status === 'fulfilled' ? result.value.added : (result.reason as AppError).code)),
    ).toEqual([100, 'unexpected-answer', 'unexpected-answer', 'unexpected-answer', 100]);
    expect(await writer.ask('resumeRun', AUDITS)).toMatchObject({ cursor: { page: 4 }, seen: 200, added: 200 });
  });

  it('tolerates a byte order mark', async () => {
    const writer = await writerOf(dataFolder());
    const { runId } = await writer.ask('beginRun', { ...AUDITS, at: NOW });
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...new Uint8Array(jsonBytes({ rows: [row('1')] }))]).buffer;
    expect(await ask(writer, { ...page(runId, 1), bytes })).toMatchObject({ added: 1 });
  });

  it('refuses a page of a run that was given up', async () => {
    const writer = await writerOf(dataFolder());
    const { runId } = await writer.ask('beginRun', { ...AUDITS, at: NOW });
    await writer.ask('beginRun', { ...AUDITS, at: NOW });
    const error = await rejection(ask(writer, page(runId, 1)));
    expect(hasCode(error, 'not-found') && error.data).toEqual({ run: runId });
    expect((await writer.ask('partsDue', { ...AUDITS, limit: 5 })).due).toEqual([]);
  });

  it('carries a run from its lists over parts and missing records to its report', async () => {
    const folder = dataFolder();
    const writer = await writerOf(folder);
    const reader = await readerOf(folder);
    const first = await writer.ask('beginRun', { ...AUDITS, at: NOW });
    await ask(writer, page(first.runId, 1, 3));
    await ask(writer, page(first.runId, 2, 2));
    expect(await writer.ask('missing', { ...AUDITS, runId: first.runId })).toEqual({ known: 0, missing: [] });
    const end = { outcome: 'ok', at: '2026-11-22T09:05:00.000Z', removed: 0 } as const;
    expect(await writer.ask('finishRun', { runId: first.runId, ...end })).toEqual({
      kind: 'audit',
      seen: 5,
      added: 5,
      changed: 0,
      removed: 0,
    });
    const { due } = await writer.ask('partsDue', { ...AUDITS, limit: 10 });
    expect(due).toHaveLength(5);
    const part = {
      part: 'detail',
      operation: 'getAudit',
      bytes: jsonBytes({ record: { status: 'complete' } }),
      readAt: NOW,
    };
    const id = recordId(CONNECTION, 'audit', '1-0');
    expect(await writer.ask('ingestPart', { recordId: id, ...part })).toEqual({ changed: true });
    await writer.ask('partDone', { recordId: id });
    expect((await writer.ask('partsDue', { ...AUDITS, limit: 10 })).due).toHaveLength(4);
    const shown = await reader.ask('showRecord', { id });
    expect([shown.record.status, shown.parts['list']?.readAt]).toEqual(['complete', end.at]);

    const second = await writer.ask('beginRun', { ...AUDITS, at: NOW });
    await ask(writer, page(second.runId, 1, 3));
    const gone = await writer.ask('missing', { ...AUDITS, runId: second.runId });
    expect([gone.known, gone.missing.map((record) => record.vendorId)]).toEqual([5, ['2-0', '2-1']]);
    const ids = gone.missing.map((record) => record.id);
    expect(await writer.ask('tombstone', { ids, at: NOW })).toEqual({ changed: 2 });
    expect(await writer.ask('tombstone', { ids, at: NOW })).toEqual({ changed: 0 });
    expect(await reader.ask('countAll', {})).toEqual({ total: 3 });
    expect(await writer.ask('revive', { ids })).toEqual({ changed: 2 });
    await writer.ask('finishRun', { runId: second.runId, ...end, outcome: 'suspicious' });
    expect(await writer.ask('resumeRun', AUDITS)).toBeNull();
  });

  it('keeps a run that failed to be resumed, unless told otherwise, and the staleness of what is shown', async () => {
    const folder = dataFolder();
    const writer = await writerOf(folder);
    const reader = await readerOf(folder);
    const complete = await writer.ask('beginRun', { ...AUDITS, at: NOW });
    await writer.ask('finishRun', { runId: complete.runId, outcome: 'ok', at: '2026-11-01T00:00:00.000Z', removed: 0 });
    const { runId } = await writer.ask('beginRun', { ...AUDITS, at: NOW });
    const failed = {
      runId,
      outcome: 'failed',
      at: NOW,
      removed: 0,
      error: { code: 'offline', message: 'No network.' },
    } as const;
    await writer.ask('finishRun', failed);
    expect(await writer.ask('resumeRun', AUDITS)).toMatchObject({ runId, cursor: null, page: null, seen: 0 });
    expect(await reader.ask('listFreshness', {})).toEqual([
      { ...AUDITS, completeAt: '2026-11-01T00:00:00.000Z', attemptedAt: NOW, outcome: 'failed', error: failed.error },
    ]);
    await writer.ask('finishRun', { ...failed, resumable: false });
    expect(await writer.ask('resumeRun', AUDITS)).toBeNull();
  });

  it('keeps one file for each source and names the one it replaces', async () => {
    const folder = dataFolder();
    const writer = await writerOf(folder);
    const reader = await readerOf(folder);
    const record = recordId(CONNECTION, 'audit', '1');
    const file = (id: string) =>
      ({
        id,
        connectionId: CONNECTION,
        recordId: record,
        name: 'a.pdf',
        contentType: 'application/pdf',
        bytes: 5,
        sha256: 'ab',
        savedAt: NOW,
      }) as never;
    const sourceKey = 'report:regular';
    expect(await writer.ask('saveFile', { file: file('f1'), sourceKey, path: 'f1' })).toEqual({ replaced: null });
    expect(await writer.ask('saveFile', { file: file('f2'), sourceKey, path: 'f2' })).toEqual({ replaced: 'f1' });
    expect(await reader.ask('findFile', { connectionId: CONNECTION, sourceKey })).toMatchObject({
      id: 'f2',
      path: 'f2',
    });
    expect(await reader.ask('findFile', { connectionId: CONNECTION, sourceKey: 'other' })).toBeNull();
    expect(await reader.ask('listFiles', { recordId: record })).toHaveLength(1);
    expect(await rejection(reader.ask('showFile', { id: 'f1' as never }))).toMatchObject({ code: 'not-found' });
    expect(await writer.ask('forgetConnection', { connectionId: CONNECTION })).toEqual({ records: 0, paths: ['f2'] });
  });

  it.each([1, 2, 7, 30])(
    'R1 agrees with its cursor after it crashed at page %i of a run, and goes on there',
    async (at) => {
      const folder = dataFolder();
      const writer = await startCacheWriter({ url: entry, dataDir: folder, log: silentLog });
      const { runId } = await writer.ask('beginRun', { ...AUDITS, at: NOW });
      const pages = Array.from({ length: 40 }, (_, index) =>
        rejection(ask(writer, index + 1 === at ? crashPage(runId) : page(runId, index + 1, 20))),
      );
      const answered = (await Promise.all(pages)).filter((error) => error === undefined).length;

      const { db, recovery } = openCache(folder, NOW);
      const stored = Number(openRun(db, AUDITS)?.cursor?.['page'] ?? 0);
      const { rows } = db.prepare('SELECT count(*) AS rows FROM records').get() as { rows: number };
      db.exec("INSERT INTO record_fts (record_fts, rank) VALUES ('integrity-check', 1)");
      db.close();
      expect(recovery).toBeNull();
      expect(stored).toBeGreaterThanOrEqual(answered);
      expect(stored).toBeLessThan(at);
      expect(rows).toBe(stored * 20);

      const next = await writerOf(folder);
      const open = await next.ask('resumeRun', AUDITS);
      expect([open?.runId, open?.seen]).toEqual([runId, rows]);
      for (let number = stored + 1; number <= 40; number += 1) await ask(next, page(runId, number, 20));
      expect(await next.ask('resumeRun', AUDITS)).toMatchObject({ cursor: { page: 40 }, seen: 800, added: 800 });
    },
  );

  it('R11 tells that the cache is damaged while it is used, and begins anew when asked', async () => {
    const folder = dataFolder();
    const first = await startCacheWriter({ url: entry, dataDir: folder, log: silentLog });
    const { runId } = await first.ask('beginRun', { ...AUDITS, at: NOW });
    await ask(first, page(runId, 1, 500));
    await first.close();

    const writer = await writerOf(folder);
    const path = join(folder, 'cache.db');
    const bytes = readFileSync(path);
    // All but the pages that hold the schema: it opens, and breaks where it is read.
    writeFileSync(path, bytes.fill(0xee, 4096 * 64));
    const reader = await readerOf(folder);
    const damaged = new Promise<void>((resolve) => {
      reader.onDamaged(resolve);
    });
    expect(await rejection(reader.ask('listRecords', request()))).toMatchObject({ code: 'database-corrupt' });
    await damaged;

    await reader.ask('release', {});
    expect(await rejection(reader.ask('countAll', {}))).toMatchObject({ code: 'cancelled' });
    expect(await writer.ask('rebuild', { at: NOW })).toEqual({ database: 'cache', how: 'rebuilt', at: NOW });
    await reader.ask('reopen', {});
    const again = await writer.ask('beginRun', { ...AUDITS, at: NOW });
    await ask(writer, page(again.runId, 1));
    expect(await reader.ask('countAll', {})).toEqual({ total: 100 });
  });

  it('says at its start that it had to rebuild a damaged cache', async () => {
    const folder = dataFolder();
    writeFileSync(join(folder, 'cache.db'), 'damaged '.repeat(1000));
    expect((await writerOf(folder)).recovery).toMatchObject({ database: 'cache', how: 'rebuilt' });
  });

  it('does not start on a database of a later Plumbline', async () => {
    const folder = dataFolder();
    const { db } = openCache(folder, NOW);
    db.pragma('user_version = 5000');
    db.close();
    const error = await rejection(startCacheWriter({ url: entry, dataDir: folder, log: silentLog }));
    expect(hasCode(error, 'database-newer') && error.data['found']).toBe(5000);
  });
});

describe('writer.ts and reader.ts', () => {
  it('keep connections and settings in work.db', async () => {
    const folder = dataFolder();
    const work: StoreWorker<WorkWriterCalls> = await started(
      startWorkWriter({ url: source('writer.ts'), dataDir: folder, log: silentLog }),
    );
    const connection = (id: string, name = id) => connectionWith({ id: id as ConnectionId, name });
    await work.ask('saveConnection', { connection: connection('b'), at: NOW });
    await work.ask('saveConnection', { connection: connection('a'), at: NOW });
    await work.ask('saveConnection', { connection: connection('b', 'Renamed'), at: NOW });
    expect((await work.ask('listConnections', {})).map(({ id, name }) => [id, name])).toEqual([
      ['b', 'Renamed'],
      ['a', 'a'],
    ]);
    const connectionId = 'a' as typeof CONNECTION;
    expect(await work.ask('setConnectionStatus', { connectionId, status: 'paused' })).toEqual({ changed: true });
    expect(await work.ask('setConnectionStatus', { connectionId, status: 'paused' })).toEqual({ changed: false });
    expect(await work.ask('removeConnection', { connectionId })).toEqual({ changed: true });
    await work.ask('saveSetting', { key: 'list', value: { columns: ['due', null] } });
    await work.ask('saveSetting', { key: 'gone', value: 1 });
    await work.ask('saveSetting', { key: 'gone', value: undefined });
    expect(await work.ask('listSettings', {})).toEqual({ list: { columns: ['due', null] } });
    const { name } = await work.ask('backUp', { at: NOW });
    expect(existsSync(join(folder, 'backups', name))).toBe(true);
    const reader = await readerOf(folder);
    expect((await reader.ask('listConnections', {})).map(({ id }) => id)).toEqual(['b']);
  });

  it('map a page by the vendor it is of', async () => {
    const folder = dataFolder();
    const writer = await started(startCacheWriter({ url: source('writer.ts'), dataDir: folder, log: silentLog }));
    const { runId } = await writer.ask('beginRun', { ...AUDITS, at: NOW });
    const error = await rejection(ask(writer, { ...page(runId, 1), bytes: jsonBytes('not a list') }));
    expect(error).toMatchObject({ code: 'unexpected-answer' });
    expect(await rejection(ask(writer, { ...page(runId, 1), kind: 'webhook-log' }))).toMatchObject({
      code: 'internal',
    });
  });
});

describe('startWorker', () => {
  it('gives up an older call of the same lane, and a call whose signal is aborted', async () => {
    const reader = await readerOf(dataFolder());
    const search = (text: string) =>
      reader.ask('countRecords', request({ filter: { search: text } }), { lane: 'search' });
    const other = reader.ask('countAll', {});
    const results = await Promise.all([rejection(search('d')), rejection(search('do')), rejection(search('doo'))]);
    expect(results.map((error) => error && (error as AppError).code)).toEqual(['cancelled', 'cancelled', undefined]);
    expect(await other).toEqual({ total: 0 });
    const controller = new AbortController();
    const aborted = rejection(reader.ask('countAll', {}, { signal: controller.signal }));
    controller.abort();
    expect(await aborted).toMatchObject({ code: 'cancelled' });
    expect(await rejection(reader.ask('countAll', {}, { signal: controller.signal }))).toMatchObject({
      code: 'cancelled',
    });
  });

  it('rejects what is pending and what comes later when the worker is gone', async () => {
    const writer = await startCacheWriter({ url: entry, dataDir: dataFolder(), log: silentLog });
    const pending = [rejection(ask(writer, crashPage(1))), rejection(writer.ask('resumeRun', AUDITS))];
    expect(await Promise.all(pending)).toEqual([expect.any(AppError), expect.any(AppError)]);
    expect(await rejection(writer.ask('resumeRun', AUDITS))).toMatchObject({ code: 'internal' });
    await writer.close();
  });

  it('logs a call that fails by a fault of our own, without its content', async () => {
    const lines: string[] = [];
    const log = createLog(
      (line) => lines.push(line),
      () => 0,
    );
    const reader = await started(startReader({ url: source('reader.ts'), dataDir: dataFolder(), log }));
    const error = await rejection(reader.ask('countByStatus', { kind: { secret: 'hunter2' } as never }));
    expect(error).toMatchObject({ code: 'internal' });
    expect(lines.join()).toContain('operation="countByStatus"');
    expect(lines.join()).not.toContain('hunter2');
    expect(await rejection(reader.ask('constructor' as 'countAll', {}))).toMatchObject({ code: 'unknown-operation' });
  });
});
