import { describe, expect, it } from 'vitest';
import { recordId, type ConnectionId } from '../../src/shared/model/ids.ts';
import { contentHash } from '../../src/main/store/content-hash.ts';
import { inTransaction, oneRow, type WriteDb } from '../../src/main/store/database.ts';
import { forgetConnection } from '../../src/main/store/forget.ts';
import type { MappedPart } from '../../src/shared/model/mapped-record.ts';
import { partsDone, partsDue, savePart } from '../../src/main/store/parts.ts';
import { listRecords } from '../../src/main/store/records-list.ts';
import { showRecord } from '../../src/main/store/records-show.ts';
import { beginRun } from '../../src/main/store/sync-state.ts';
import { writeTexts, type PendingTexts } from '../../src/main/store/text-index.ts';
import { AUDITS, CONNECTION, freshCache, NOW, person, request, row, store } from './support.ts';

const id = (vendorId: string) => recordId(CONNECTION, 'audit', vendorId);

const keepPart = (db: WriteDb, vendorId: string, part: string, raw: unknown, mapping: MappedPart): boolean =>
  inTransaction(db, () => {
    const texts: PendingTexts = new Map();
    const changed = savePart(db, { recordId: id(vendorId), part, at: NOW, raw, mapping }, texts);
    writeTexts(db, texts);
    return changed;
  });

const found = (db: WriteDb, search: string): readonly string[] =>
  listRecords(db, request({ filter: { search } })).rows.title;

/** Counts every write to a record and to what hangs on it. */
function countWrites(db: WriteDb): () => number {
  db.exec('CREATE TEMP TABLE writes (n)');
  for (const table of ['records', 'record_parts', 'record_people', 'record_text']) {
    for (const event of ['INSERT', 'UPDATE', 'DELETE']) {
      db.exec(
        `CREATE TEMP TRIGGER ${table}_${event} AFTER ${event} ON main.${table} BEGIN INSERT INTO writes VALUES (1); END`,
      );
    }
  }
  return () => oneRow<{ n: number }>(db, 'SELECT count(*) AS n FROM writes')?.n ?? 0;
}

describe('upsertRecords', () => {
  it('adds new rows with their people, their JSON and an unknown field', () => {
    const db = freshCache();
    const raw = { id: '1', later: { unknown: [1, null] }, __proto__x: 1 };
    const result = store(db, [
      row('1', { title: 'Doors', people: [person('Ana'), person('Bo'), person('Cy', 'author')], raw }),
    ]);
    expect(result).toEqual({ repeated: 0, added: 1, changed: 0, unchanged: 0 });
    const { record, people, parts } = showRecord(db, id('1'));
    expect(record).toMatchObject({
      id: id('1'),
      vendor: 'monitorqa',
      title: 'Doors',
      assignees: 'Ana, Bo',
      deleted: false,
    });
    expect(people.map(({ name, role }) => `${name} ${role}`)).toEqual(['Ana assignee', 'Bo assignee', 'Cy author']);
    expect(parts).toEqual({ list: { raw, readAt: NOW } });
  });

  it('writes nothing for an unchanged row, whatever the order of its fields', () => {
    const db = freshCache();
    const rows = [
      row('1', { raw: { a: 1, b: { c: [2], d: null } }, people: [person('Ana')], text: 'hinge' }),
      row('2'),
    ];
    store(db, rows);
    const writes = countWrites(db);
    const again = [
      { ...row('1', { people: [person('Ana')], text: 'hinge' }), raw: { b: { d: null, c: [2] }, a: 1 } },
      row('2'),
    ];
    expect(store(db, again)).toEqual({ repeated: 0, added: 0, changed: 0, unchanged: 2 });
    expect(writes()).toBe(0);
  });

  it('changes a row when only a field changed that no column holds', () => {
    const db = freshCache();
    store(db, [row('1', { raw: { x: [] } }), row('2', { raw: { x: {} } })]);
    expect(store(db, [row('1', { raw: { x: {} } }), row('2', { raw: { x: {} } })])).toMatchObject({
      changed: 1,
      unchanged: 1,
    });
    expect(showRecord(db, id('1')).parts['list']?.raw).toEqual({ x: {} });
  });

  it('replaces people, columns and text of a changed row', () => {
    const db = freshCache();
    store(db, [row('1', { title: 'Old', status: 'pending', people: [person('Ana')], text: 'hinge' })]);
    store(db, [row('1', { title: 'New', status: null, people: [], text: 'lock' })]);
    expect(showRecord(db, id('1'))).toMatchObject({
      record: { title: 'New', status: null, assignees: null },
      people: [],
    });
    expect([found(db, 'hinge'), found(db, 'old'), found(db, 'ana'), found(db, 'lock')]).toEqual([[], [], [], ['New']]);
  });

  it('counts the rows of a page that an earlier page of the same list held, and not those of another list', () => {
    const db = freshCache();
    const runId = beginRun(db, AUDITS, NOW);
    const options = { runId, operation: 'pending' };
    expect(store(db, [row('1'), row('2'), row('2')], options).repeated).toBe(0);
    expect(store(db, [row('2'), row('3')], options).repeated).toBe(1);
    expect(store(db, [row('2')], { runId, operation: 'complete' }).repeated).toBe(0);
    expect(store(db, [row('1')], { operation: 'pending' }).repeated).toBe(0);
  });

  it('keeps equal vendor ids of two connections apart', () => {
    const db = freshCache();
    store(db, [row('1')]);
    store(db, [row('1')], { key: { connectionId: 'site-b' as ConnectionId, kind: 'audit' } });
    expect(listRecords(db, request()).rows.connectionId).toEqual(['site-a', 'site-b']);
  });
});

describe('savePart', () => {
  const detail: MappedPart = {
    record: { status: 'expired', project: 'Tower', dueAt: '2026-12-01T00:00:00.000Z', dueKind: 'time' },
    people: [person('Ana'), person('Di', 'author')],
    text: 'sprinkler',
  };

  it('lays a detail over the record, leaves what it does not say, and makes it searchable', () => {
    const db = freshCache();
    store(db, [row('1', { title: 'Doors', number: 'A-7', text: 'hinge' })]);
    expect(keepPart(db, '1', 'detail', { a: 1 }, detail)).toBe(true);
    const shown = showRecord(db, id('1'));
    expect(shown.record).toMatchObject({
      title: 'Doors',
      number: 'A-7',
      status: 'expired',
      project: 'Tower',
      assignees: 'Ana',
    });
    expect(shown.parts['detail']).toEqual({ raw: { a: 1 }, readAt: NOW });
    expect([found(db, 'hinge'), found(db, 'sprinkler'), found(db, 'di')]).toEqual([['Doors'], ['Doors'], ['Doors']]);
  });

  it('says that a part is unchanged when it is', () => {
    const db = freshCache();
    store(db, [row('1')]);
    keepPart(db, '1', 'detail', { a: 1, b: 2 }, detail);
    expect(keepPart(db, '1', 'detail', { b: 2, a: 1 }, detail)).toBe(false);
    expect(keepPart(db, '1', 'report', { b: 2, a: 1 }, detail)).toBe(true);
  });

  it('keeps what only the detail knows when the list row changes, until the detail is read again', () => {
    const db = freshCache();
    store(db, [row('1', { people: [person('Ana')] })]);
    keepPart(db, '1', 'detail', {}, detail);
    store(db, [row('1', { status: 'complete', people: [person('Bo')] })]);
    expect(showRecord(db, id('1'))).toMatchObject({
      record: { status: 'complete', project: 'Tower', dueAt: '2026-12-01T00:00:00.000Z', assignees: 'Bo' },
      people: [person('Bo'), person('Di', 'author')],
    });
    // The detail says what it said before: it is laid over the changed row all the same.
    expect(keepPart(db, '1', 'detail', {}, detail)).toBe(false);
    expect(showRecord(db, id('1')).record).toMatchObject({ status: 'expired', assignees: 'Ana' });
  });

  it('takes a null of the detail as what the vendor said', () => {
    const db = freshCache();
    store(db, [row('1', { project: 'Tower' })]);
    keepPart(db, '1', 'detail', {}, { record: { project: null } });
    expect(showRecord(db, id('1')).record.project).toBeNull();
  });

  it('refuses a record that is not in the cache', () => {
    expect(() => keepPart(freshCache(), 'nowhere', 'detail', {}, detail)).toThrow('no such record');
  });
});

describe('partsDue', () => {
  it('names new and changed records once each, and none that is done', () => {
    const db = freshCache();
    store(db, [row('1'), row('2'), row('3', { status: 'complete' })]);
    const first = partsDue(db, { ...AUDITS, limit: 2 });
    expect(first.due.map((due) => due.vendorId)).toEqual(['1', '2']);
    const second = partsDue(db, { ...AUDITS, limit: 2, after: first.next ?? 0 });
    expect(second).toEqual({ due: [{ id: id('3'), vendorId: '3', status: 'complete' }], next: null });
    for (const done of ['1', '2', '3']) partsDone(db, id(done));
    expect(partsDue(db, { ...AUDITS, limit: 9 }).due).toEqual([]);
    store(db, [row('1'), row('2', { title: 'Other' })]);
    expect(partsDue(db, { ...AUDITS, limit: 9 }).due.map((due) => due.vendorId)).toEqual(['2']);
  });

  it('looks at its own collection only', () => {
    const db = freshCache();
    store(db, [row('1')]);
    expect(partsDue(db, { connectionId: CONNECTION, kind: 'user', limit: 9 }).due).toEqual([]);
    expect(partsDue(db, { connectionId: 'site-b' as ConnectionId, kind: 'audit', limit: 9 }).due).toEqual([]);
  });
});

describe('forgetConnection', () => {
  it('drops records, people, text and runs of one connection and leaves the others', () => {
    const db = freshCache();
    store(db, [row('1', { text: 'hinge', people: [person('Ana'), person('Bo')] }), row('2')]);
    store(db, [row('3', { title: 'Other', text: 'hinge', people: [person('Ana')] })], {
      key: { connectionId: 'site-a2' as ConnectionId, kind: 'audit' },
    });
    expect(inTransaction(db, () => forgetConnection(db, CONNECTION))).toEqual({ records: 2, paths: [] });
    expect(found(db, 'hinge')).toEqual(['Other']);
    for (const table of [
      'records',
      'record_parts',
      'record_people',
      'persons',
      'record_text',
      'sync_runs',
      'sources',
      'collections',
    ]) {
      expect([table, oneRow(db, `SELECT count(*) AS left FROM ${table}`)]).toEqual([table, { left: 1 }]);
    }
    db.exec("INSERT INTO record_fts (record_fts, rank) VALUES ('integrity-check', 1)");
  });
});

describe('contentHash', () => {
  it('is equal for equal content and differs for what JSON tells apart', () => {
    expect(contentHash({ a: 1, b: [1, 2] })).toBe(contentHash({ b: [1, 2], a: 1 }));
    const different = [
      {},
      [],
      null,
      '',
      0,
      false,
      '0',
      { a: null },
      { a: [] },
      { a: {} },
      ['a', null],
      ['{}', ['a', null]],
      [1, 2],
      [2, 1],
    ];
    expect(new Set(different.map(contentHash)).size).toBe(different.length);
  });

  it('sees a field by the name of an object’s own parts', () => {
    expect(contentHash(JSON.parse('{"__proto__":1}'))).not.toBe(contentHash({}));
  });
});
