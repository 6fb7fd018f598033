import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordFilter } from '../../src/shared/contract/fields.ts';
import { recordFilter } from '../../src/shared/contract/fields.ts';
import type { RecordId } from '../../src/shared/model/ids.ts';
import type { WriteDb } from '../../src/main/store/database.ts';
import { memoryCache } from './memory-cache.ts';
import { groupRecords } from '../../src/main/store/records-groups.ts';
import { countRecords } from '../../src/main/store/records-count.ts';
import { listRecords } from '../../src/main/store/records-list.ts';
import type { GroupInput, ListInput } from '../../src/main/store/worker-calls.ts';
import { anyFilter, anyGrouping, anyOrder, anyRecords, expectedIds, passes, storeAll } from './record-oracle.ts';
import { day, NOW, request, row, store } from './support.ts';
import { whole } from './whole.ts';

let db: WriteDb;
beforeEach(() => {
  db = memoryCache();
});
afterEach(() => {
  db.close();
});

/** Every id of a list, page by page. */
function idsOf(input: ListInput, few: number): readonly RecordId[] {
  const ids: RecordId[] = [];
  let after: string | undefined;
  do {
    const page = listRecords(db, { ...input, after }, few);
    ids.push(...page.rows.id);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return ids;
}

/** A property of lists over any records; `check` is asked with several filters of the same records. */
function forAnyRecords(check: (all: ReturnType<typeof storeAll>, filters: readonly RecordFilter[]) => void): void {
  fc.assert(
    fc.property(anyRecords, fc.array(anyFilter, { minLength: 1, maxLength: 12 }), (drawn, filters) => {
      db.exec('SAVEPOINT drawn');
      try {
        check(storeAll(db, drawn), filters);
      } finally {
        db.exec('ROLLBACK TO drawn; RELEASE drawn');
      }
    }),
    { numRuns: 60 },
  );
}

const bounds = { late: NOW, today: day(23), week: day(25) };
const grouped = (filter: RecordFilter, by: GroupInput['by'], limit = 500) =>
  whole(groupRecords(db, { ...request({ filter }), by, limit, boundaries: bounds }));

describe('lists by any filter and order', () => {
  it('have the records that pass and no others, in their order, on pages of any size', () => {
    forAnyRecords((all, filters) => {
      for (const filter of filters) {
        const [order] = fc.sample(anyOrder, { numRuns: 1, seed: all.length + filters.length });
        for (const sort of order ? [order.sort, 'due' as const] : []) {
          const asked = { sort, direction: order?.direction ?? 'ascending' } as const;
          const expected = expectedIds(all, filter, asked);
          for (const few of [0, 1000]) {
            expect(idsOf(request({ filter, ...asked, limit: 3 }), few)).toEqual(expected);
            const jump = { offset: Math.floor(expected.length / 2), limit: 50 };
            expect(listRecords(db, request({ filter, ...asked, ...jump }), few).rows.id).toEqual(
              expected.slice(jump.offset, jump.offset + 50),
            );
          }
        }
        expect(whole(countRecords(db, request({ filter }))).total).toBe(
          all.filter((known) => passes(known, filter)).length,
        );
      }
    });
  });
});

it('lists by status and by project what has none, last and once', () => {
  store(db, [row('1', { status: null, project: null }), row('2', { project: 'A' }), row('3', { status: 'complete' })]);
  const ids = (over: Partial<ListInput>): readonly string[] =>
    [0, 1000].map((few) =>
      idsOf(request({ limit: 1, ...over }), few)
        .map((id) => id.slice(-1))
        .join(),
    );
  expect(ids({ sort: 'status', filter: { status: [null, 'pending'] } })).toEqual(['2,1', '2,1']);
  expect(ids({ sort: 'project', filter: { project: null } })).toEqual(['1,3', '1,3']);
  expect(ids({ sort: 'project', filter: { project: 'a' } })).toEqual(['2', '2']);
  expect(ids({ sort: 'assignee', filter: { assignee: null } })).toEqual(['1,2,3', '1,2,3']);
});

describe('groups by any filter', () => {
  it('sum to the list, and the filter of each has its records', () => {
    forAnyRecords((all, filters) => {
      for (const [index, filter] of filters.entries()) {
        const [by = 'due'] = fc.sample(anyGrouping, { numRuns: 1, seed: index * 31 + all.length });
        const { total, groups, rest, repeated } = grouped(filter, by);
        expect(total).toBe(all.filter((known) => passes(known, filter)).length);
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(total + repeated);
        expect(rest).toEqual({ groups: 0, count: 0 });
        expect(by === 'assignee' || repeated === 0).toBe(true);
        // There the filter of a group takes the place of the list's.
        const comparable = by === 'assignee' && filter.assignee ? [] : groups;
        for (const group of comparable) {
          const own = recordFilter.parse({ ...filter, ...group.filter });
          expect([by, group.value, group.count]).toEqual([
            by,
            group.value,
            whole(countRecords(db, request({ filter: own }))).total,
          ]);
        }
        const cut = grouped(filter, by, 2);
        if (by === 'due') continue;
        expect(cut.groups).toEqual(groups.slice(0, 2));
        expect(cut.rest).toEqual({
          groups: Math.max(0, groups.length - 2),
          count: groups.slice(2).reduce((sum, { count }) => sum + count, 0),
        });
        expect(groups.map(({ count }) => count)).toEqual(
          groups.map(({ count }) => count).toSorted((one, other) => other - one),
        );
      }
    });
  });
});

describe('groupRecords', () => {
  const ana = { name: 'Ana', role: 'assignee', vendorId: '1', email: 'ana@example.com' } as const;
  const bo = { name: 'Bo', role: 'assignee', vendorId: '2', email: null } as const;

  it('tells what is late, due today, this week, later and never by the caller’s moments', () => {
    store(db, [
      row('1', { dueAt: day(21) }),
      row('2', { dueAt: NOW }),
      row('3', { dueAt: day(23) }),
      row('4', { dueAt: day(24) }),
      row('5', { dueAt: day(25) }),
      row('6'),
    ]);
    expect(grouped({}, 'due').groups.map(({ value, count }) => [value, count])).toEqual([
      ['late', 1],
      ['today', 1],
      ['week', 2],
      ['later', 1],
      ['none', 1],
    ]);
    expect(grouped({ due: { from: day(24) } }, 'due').groups[2]).toEqual({
      value: 'week',
      label: null,
      count: 1,
      filter: { due: { from: day(24), before: day(25) } },
    });
    expect(() => whole(groupRecords(db, { ...request(), by: 'due', limit: 50 }))).toThrow('Where do the groups end?');
  });

  it('counts a record of two people with both, and somebody with one address once over all vendors', () => {
    store(db, [row('1', { people: [ana, bo] }), row('2', { people: [{ ...bo, role: 'author' }] })]);
    const other = { ...ana, name: 'Ana Ruiz', vendorId: '77', email: 'ANA@example.com' };
    store(db, [row('3', { people: [other] })], {
      key: { connectionId: 'b' as never, kind: 'ticket' },
      vendor: 'smartq',
    });
    expect(grouped({}, 'assignee')).toEqual({
      total: 3,
      repeated: 1,
      groups: [
        { value: 'ana@example.com', label: 'Ana', count: 2, filter: { assignee: { email: 'ana@example.com' } } },
        { value: null, label: null, count: 1, filter: { assignee: null } },
        { value: '2', label: 'Bo', count: 1, filter: { assignee: { name: 'Bo', vendorId: '2', email: null } } },
      ],
      rest: { groups: 0, count: 0 },
    });
  });

  it('takes projects for one that differ in capitals and accents alone', () => {
    store(db, [row('1', { project: 'Élan 9' }), row('2', { project: 'elan 9' }), row('3', { project: 'Elan 90' })]);
    const { groups } = grouped({}, 'project');
    expect(groups.map(({ count }) => count)).toEqual([2, 1]);
    expect(groups[1]).toEqual({ value: 'Elan 90', label: 'Elan 90', count: 1, filter: { project: 'Elan 90' } });
  });

  it('counts what a search finds, the exact number with it', () => {
    store(db, [
      row('1', { number: 'A-7', status: 'pending', people: [ana] }),
      row('2', { title: 'See A-7', status: 'complete', people: [bo] }),
      row('3', { title: 'Door' }),
    ]);
    const search = 'A-7';
    expect(grouped({ search }, 'status').groups.map(({ value }) => value)).toEqual(['complete', 'pending']);
    expect(grouped({ search }, 'assignee').groups.map(({ label }) => label)).toEqual(['Ana', 'Bo']);
    expect(grouped({ search }, 'project')).toMatchObject({ total: 2, groups: [{ value: null, count: 2 }] });
    expect(grouped({ search: '-' }, 'kind')).toEqual({
      total: 0,
      groups: [],
      rest: { groups: 0, count: 0 },
      repeated: 0,
    });
  });

  it('looks people up in windows of rows and leaves none out between them', () => {
    const names = ['Ana', 'Bo', 'Cy'];
    const many = Array.from({ length: 9000 }, (_, index) =>
      row(String(index), {
        status: index % 2 === 0 ? 'pending' : 'complete',
        dueAt: index % 4 === 0 ? null : day(index % 5),
        people: index % 10 === 0 ? [] : [{ ...bo, name: names[index % 3] ?? '', vendorId: null }],
      }),
    );
    store(db, many);
    const { total, groups, repeated } = grouped({}, 'assignee');
    expect([total, repeated]).toEqual([9000, 0]);
    expect(groups.map(({ label, count }) => [label, count])).toEqual([
      ['Ana', 2700],
      ['Bo', 2700],
      ['Cy', 2700],
      [null, 900],
    ]);
    const slices = groupRecords(db, { ...request(), by: 'assignee', limit: 50 });
    let count = 0;
    while (!slices.next().done) count += 1;
    expect(count).toBeGreaterThanOrEqual(3);
  });
});
