import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordFilter } from '../../src/shared/contract/fields.ts';
import { SORTS } from '../../src/shared/contract/sorts.ts';
import { hasCode } from '../../src/shared/errors/app-error.ts';
import { recordId, type ConnectionId } from '../../src/shared/model/ids.ts';
import { decodeCursor, encodeCursor } from '../../src/main/store/cursor.ts';
import { markDeleted } from '../../src/main/store/missing.ts';
import { countRecords } from '../../src/main/store/records-count.ts';
import { listRecords } from '../../src/main/store/records-list.ts';
import { countAll, countByStatus, showRecord } from '../../src/main/store/records-show.ts';
import { fieldKeys } from '../../src/main/store/sort-keys.ts';
import { titleKey } from '../../src/main/store/title-key.ts';
import {
  AUDITS,
  CONNECTION,
  day,
  freshCache,
  manyAudits,
  NOW,
  person,
  request,
  row,
  store,
  thrownBy,
  walk,
} from './support.ts';
import { whole } from './whole.ts';

describe('listRecords', () => {
  const orders = SORTS.flatMap((sort) =>
    (['ascending', 'descending'] as const).flatMap((direction) =>
      [undefined, 'door'].map((search) => ({ sort, direction, search })),
    ),
  );

  it.each(orders)(
    'pages through $sort $direction (search: $search) as one list in its order',
    ({ sort, direction, search }) => {
      const db = freshCache();
      manyAudits(db);
      const filter = { search };
      const all = walk(db, request({ sort, direction, filter, limit: 1000 }));
      expect(new Set(all).size).toBe(60);
      for (const limit of [1, 7, 59, 60]) expect(walk(db, request({ sort, direction, filter, limit }))).toEqual(all);

      const { rows } = listRecords(db, request({ sort, direction, filter, limit: 1000 }));
      const { numberKey, priorityKey, projectKey, assigneeKey } = fieldKeys;
      const keys = {
        due: rows.dueAt,
        updated: rows.updatedAt,
        created: rows.createdAt,
        title: rows.title.map(titleKey),
        number: rows.number.map(numberKey),
        status: rows.status,
        priority: rows.priority.map(priorityKey),
        project: rows.project.map(projectKey),
        assignee: rows.assignees.map(assigneeKey),
      }[sort];
      const valued = keys.flatMap((key) => key ?? []);
      const ordered = valued.toSorted((one, other) => (one < other ? -1 : Number(one > other)));
      expect(valued).toEqual(direction === 'ascending' ? ordered : ordered.toReversed());
      expect(keys.slice(valued.length).every((key) => key === null)).toBe(true);
    },
  );

  it.each(orders)('jumps to any offset of $sort $direction (search: $search)', ({ sort, direction, search }) => {
    const db = freshCache();
    manyAudits(db);
    const filter = { search };
    const all = listRecords(db, request({ sort, direction, filter, limit: 1000 })).rows.id;
    for (const offset of [0, 1, 47, 48, 49, 59, 60, 500]) {
      const page = listRecords(db, request({ sort, direction, filter, limit: 5, offset }));
      expect([offset, page.rows.id]).toEqual([offset, all.slice(offset, offset + 5)]);
      const following = page.next && listRecords(db, request({ sort, direction, filter, limit: 5, after: page.next }));
      expect(following ? following.rows.id : []).toEqual(all.slice(offset + 5, offset + 10));
    }
  });

  it('shows every row that stays exactly once while others arrive and leave', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SORTS),
        fc.constantFrom('ascending' as const, 'descending' as const),
        fc.array(fc.tuple(fc.nat(12), fc.boolean()), { minLength: 1, maxLength: 20 }),
        (sort, direction, arrivals) => {
          const db = freshCache();
          manyAudits(db);
          const seen = walk(db, request({ sort, direction, limit: 4 }), (page) => {
            const [when, goes] = arrivals[page % arrivals.length] ?? [0, false];
            store(db, [row(`new${page}`, { title: `Audit ${when}`, dueAt: day(when), updatedAt: day(when) })]);
            if (goes) markDeleted(db, [recordId(CONNECTION, 'audit', `new${page - 1}`)], NOW);
          });
          const stayed = seen.filter((id) => !id.startsWith('new'));
          expect(stayed.toSorted()).toEqual(Array.from({ length: 60 }, (_, index) => String(index)).toSorted());
          expect(new Set(seen).size).toBe(seen.length);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('filters by kind, connection, vendor and several statuses together', () => {
    const db = freshCache();
    manyAudits(db);
    const other = 'site-b' as ConnectionId;
    store(db, [row('u', { title: 'User' })], { key: { connectionId: CONNECTION, kind: 'user' } });
    store(db, [row('b', { status: 'complete' })], { key: { connectionId: other, kind: 'audit' } });
    const count = (filter: RecordFilter): number => {
      const listed = listRecords(db, request({ filter, limit: 1000 })).rows.id.length;
      expect(whole(countRecords(db, request({ filter }))).total).toBe(listed);
      return listed;
    };
    expect(count({})).toBe(62);
    expect(count({ kind: 'audit' })).toBe(61);
    expect(count({ connectionId: other })).toBe(1);
    expect(count({ connectionId: CONNECTION, kind: 'user' })).toBe(1);
    expect(count({ connectionId: 'nowhere' as ConnectionId })).toBe(0);
    expect(count({ vendor: 'monitorqa' })).toBe(62);
    expect(count({ vendor: 'conqa' })).toBe(0);
    expect(count({ kind: 'audit', status: ['complete'] })).toBe(21);
    expect(count({ kind: 'audit', status: ['complete', 'pending', 'pending'] })).toBe(41);
    expect(count({ status: ['never'] })).toBe(0);
    expect(count({ status: [] })).toBe(62);
    expect(count({ kind: 'audit', status: ['pending'], search: 'door' })).toBe(20);
  });

  it('shows as overdue what is open and due before now', () => {
    const db = freshCache();
    const late = day(1);
    store(db, [
      row('late', { dueAt: late }),
      row('later', { dueAt: day(2), status: 'in-progress' }),
      row('done', { dueAt: late, status: 'complete' }),
      row('now', { dueAt: NOW }),
      row('never', { dueAt: null }),
    ]);
    for (const sort of SORTS) {
      const { rows } = listRecords(db, request({ sort, filter: { overdue: true } }));
      expect(rows.title.toSorted()).toEqual(['Audit late', 'Audit later']);
    }
    expect(listRecords(db, request({ filter: { overdue: true, status: ['in-progress'] } })).rows.title).toEqual([
      'Audit later',
    ]);
    expect(listRecords(db, request({ filter: { overdue: true, status: ['complete'] } })).rows.title).toEqual([]);
    expect(whole(countRecords(db, request({ filter: { overdue: true } }))).total).toBe(2);
  });

  it('leaves tombstones out of lists, search and counts, and still shows them by id', () => {
    const db = freshCache();
    store(db, [row('1', { number: 'A-1', text: 'hinge' }), row('2')]);
    const id = recordId(CONNECTION, 'audit', '1');
    expect(markDeleted(db, [id], NOW)).toBe(1);
    expect(listRecords(db, request()).rows.title).toEqual(['Audit 2']);
    expect(listRecords(db, request({ filter: { search: 'hinge' } })).rows.title).toEqual([]);
    expect(listRecords(db, request({ filter: { search: 'A-1' } })).rows.title).toEqual([]);
    expect([countAll(db), countByStatus(db, 'audit').total]).toEqual([1, 1]);
    expect(showRecord(db, id).record.deleted).toBe(true);
    store(db, [row('1', { number: 'A-1', text: 'hinge' })]);
    expect(showRecord(db, id).record.deleted).toBe(false);
  });

  it('brings the people of each row along when asked', () => {
    const db = freshCache();
    store(db, [row('1', { people: [person('Ana'), person('Bo', 'author')] }), row('2')]);
    expect(listRecords(db, request({ withPeople: true })).people).toEqual([
      [
        { name: 'Ana', role: 'assignee' },
        { name: 'Bo', role: 'author' },
      ],
      [],
    ]);
    expect(listRecords(db, request())).not.toHaveProperty('people');
  });

  it.each([
    ['of another order', encodeCursor({ order: 'title-ascending', key: 'a', second: null, rid: 1, hits: 0 })],
    ['that is no JSON', 'bm90IGpzb24'],
    ['of another shape', Buffer.from('{"order":"due-ascending"}').toString('base64url')],
    ['with a text for a row', Buffer.from('["due-ascending",null,"1",0]').toString('base64url')],
    ['that is empty', ''],
  ])('refuses a cursor %s', (_what, after) => {
    const db = freshCache();
    const refused = thrownBy(() => listRecords(db, request({ after })));
    expect(hasCode(refused, 'bad-input') && refused.data).toEqual({ field: 'after' });
  });

  it('refuses a cursor together with an offset', () => {
    const after = encodeCursor({ order: 'due-ascending', key: null, second: null, rid: 1, hits: 0 });
    expect(decodeCursor(after, 'due-ascending').rid).toBe(1);
    expect(() => listRecords(freshCache(), request({ after, offset: 3 }))).toThrow('not both');
  });
});

describe('titleKey', () => {
  it('orders as a person would', () => {
    const titles = ['Door 10', 'door 9', 'Ébauche', 'echo', 'Zaun', 'Éa'];
    expect(titles.toSorted((one, other) => (titleKey(one) < titleKey(other) ? -1 : 1))).toEqual([
      'door 9',
      'Door 10',
      'Éa',
      'Ébauche',
      'echo',
      'Zaun',
    ]);
  });
});

describe('countByStatus', () => {
  it('adds up to its total', () => {
    const db = freshCache();
    manyAudits(db);
    store(db, [row('none', { status: null })], { key: AUDITS });
    expect(countByStatus(db, 'audit')).toEqual({
      total: 61,
      byStatus: [
        { status: null, count: 1 },
        { status: 'complete', count: 20 },
        { status: 'in-progress', count: 20 },
        { status: 'pending', count: 20 },
      ],
    });
  });
});
