import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WriteDb } from '../../src/main/store/database.ts';
import { countRecords } from '../../src/main/store/records-count.ts';
import { listRecords } from '../../src/main/store/records-list.ts';
import type { ListInput } from '../../src/main/store/worker-calls.ts';
import { day, freshCache, person, request, row, store, walk } from './support.ts';
import { whole } from './whole.ts';

describe('search', () => {
  const titles = (db: WriteDb, search: string, over: Partial<ListInput> = {}): readonly string[] =>
    listRecords(db, request({ sort: 'updated', direction: 'descending', filter: { search }, ...over })).rows.title;

  function library(): WriteDb {
    const db = freshCache();
    store(db, [
      row('1', { title: 'Façade inspection', number: 'A-1042', updatedAt: day(1), text: 'Señalización de obra' }),
      row('2', { title: 'Fire door O’Brien', number: '1042', updatedAt: day(3), people: [person('Zoë Müller')] }),
      row('3', { title: 'Fire stopping', number: '77', updatedAt: day(2), text: 'see A-1042 "quoted" AND 100%' }),
      row('4', { title: '消防 検査', number: null, updatedAt: null }),
    ]);
    return db;
  }

  it.each([
    ['an accent that was not typed', 'facade', ['Façade inspection']],
    ['an accent that was', 'señalizacion', ['Façade inspection']],
    ['capitals', 'FIRE DOOR', ['Fire door O’Brien']],
    ['the beginning of the last word', 'insp', ['Façade inspection']],
    ['one letter', 'f', ['Fire door O’Brien', 'Fire stopping', 'Façade inspection']],
    ['several words in any order', 'door fi', ['Fire door O’Brien']],
    ['words of title and person together', 'muller fire', ['Fire door O’Brien']],
    ['an apostrophe', "o'brien", ['Fire door O’Brien']],
    ['signs of the query language', '"quoted" AND 100', ['Fire stopping']],
    ['a word that is not there', 'fire zebra', []],
    ['a beginning that is not the last word', 'fir door', []],
    ['nothing but signs', '"*^():-', []],
    ['another script', '消防', ['消防 検査']],
  ])('finds by %s', (_what, typed, expected) => {
    expect(titles(library(), typed)).toEqual(expected);
  });

  it('shows the newest first, and the exact number before all others', () => {
    const db = library();
    expect(titles(db, 'a-1042')).toEqual(['Façade inspection', 'Fire stopping']);
    expect(titles(db, '1042')).toEqual(['Fire door O’Brien', 'Fire stopping', 'Façade inspection']);
    expect(titles(db, '#77')).toEqual(['Fire stopping']);
    expect(titles(db, '1042', { sort: 'title', direction: 'ascending' })[0]).toBe('Fire door O’Brien');
  });

  it('pages across the exact number and counts it once', () => {
    const db = library();
    store(
      db,
      Array.from({ length: 5 }, (_, index) => row(`n${index}`, { number: '1042', updatedAt: day(10 + index) })),
    );
    const filter = { search: '1042' };
    for (const limit of [1, 2, 3, 7]) {
      const walked = walk(db, request({ sort: 'updated', direction: 'descending', filter, limit }));
      expect(walked).toEqual(['n4', 'n3', 'n2', 'n1', 'n0', '2', '3', '1']);
    }
    expect(whole(countRecords(db, request({ filter }))).total).toBe(8);
    const { rows } = listRecords(
      db,
      request({ sort: 'updated', direction: 'descending', filter, offset: 4, limit: 3 }),
    );
    expect(rows.id.map((id) => id.split(':')[2])).toEqual(['n0', '2', '3']);
  });

  it('puts a record first again once it was updated', () => {
    const db = library();
    store(db, [row('3', { title: 'Fire stopping', number: '77', updatedAt: day(9), text: 'see A-1042' })]);
    expect(titles(db, 'fire')).toEqual(['Fire stopping', 'Fire door O’Brien']);
  });

  it('keeps its index in step with what it was given', () => {
    const db = library();
    for (let round = 0; round < 5; round += 1) {
      store(
        db,
        Array.from({ length: 30 }, (_, index) =>
          row(String(index), { title: `T${round} ${index % (round + 1)}`, updatedAt: day(round) }),
        ),
      );
    }
    expect(() => db.exec("INSERT INTO record_fts (record_fts, rank) VALUES ('integrity-check', 1)")).not.toThrow();
    expect(titles(db, 'T3')).toEqual([]);
    expect(titles(db, 'T4')).toHaveLength(30);
  });

  it('survives whatever is typed', () => {
    const db = library();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
        const listed = titles(db, typed).length;
        expect(whole(countRecords(db, request({ filter: { search: typed } }))).total).toBe(listed);
      }),
      { numRuns: 300 },
    );
  });
});
