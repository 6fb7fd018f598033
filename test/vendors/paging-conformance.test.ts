import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstPage } from '../../src/main/vendors/core/paging.ts';
import { pagedLists, plainList, SIZE, type PagedList } from '../support/paged-vendors.ts';
import { startPagingServer, type Course, type PagingServer } from '../support/read-list.ts';

const rowsTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

let server: PagingServer;
beforeAll(async () => {
  server = await startPagingServer();
});
afterAll(() => server.close());

const byStyle = (...styles: readonly string[]): readonly PagedList[] =>
  pagedLists.filter(({ rule }) => styles.includes(rule.style));

const withTotal = byStyle('page-size', 'page-limit');
/** Styles whose lists a row that goes shifts, and which give a way to see it. */
const seesGone = byStyle('page-size', 'page-limit', 'offset-count');
const seesCome = byStyle('page-size', 'page-limit', 'offset-count', 'laravel-simple');

/** A row that goes, or comes, at `place` of the list when the call `at` comes. */
const goes = (place: number, at: number): Course => ({
  rowsAt: (call, rows) => (call === at ? rows.toSpliced(place, 1) : rows),
});
const comes = (place: number, at: number): Course => ({
  rowsAt: (call, rows) => (call === at ? rows.toSpliced(place, 0, 0) : rows),
});

describe.each(pagedLists)('paging conformance (R9): $name', (list) => {
  it.each([0, 1, 9, 10, 11, 20, 95, 100])('reads a list of %i rows whole, each once', async (count) => {
    const { ids, end, calls } = await server.read(list, rowsTo(count));
    expect({ ids, end }).toEqual({ ids: rowsTo(count), end: 'whole' });
    expect(calls).toBeLessThanOrEqual(Math.ceil(count / (SIZE - 1)) + 1);
  });

  it('reads a list whole from a vendor that gives fewer rows than asked for', async () => {
    const { ids, end } = await server.read(list, rowsTo(42), { cap: 4 });
    expect({ ids, end }).toEqual({ ids: rowsTo(42), end: 'whole' });
  });

  it('ends on a vendor that sends its first page for ever, and says so', async () => {
    const again: Course = {
      says: (page) => ({ ...page, ids: rowsTo(SIZE), ...(page.more === undefined ? {} : { more: true }) }),
    };
    const { ids, end, calls } = await server.read(list, rowsTo(50), again);
    expect(ids).toEqual(rowsTo(SIZE));
    expect(end).toBe('repeated');
    expect(calls).toBe(2);
  });
});

describe('a list that shifts while it is read (R9)', () => {
  it.each(seesGone)('is incomplete for $name when a row that was read goes', async (list) => {
    for (const at of [2, 3, 4]) {
      expect((await server.read(list, rowsTo(40), goes(0, at))).end).not.toBe('whole');
    }
  });

  it.each(seesCome)('is incomplete for $name when a row comes before those that are left', async (list) => {
    for (const at of [2, 3, 4]) {
      expect((await server.read(list, rowsTo(40), comes(0, at))).end).not.toBe('whole');
    }
  });

  it.each(byStyle('cursor'))('is whole for $name, which goes on behind the last row it gave', async (list) => {
    for (const course of [goes(0, 3), comes(0, 3)]) {
      expect(await server.read(list, rowsTo(40), course)).toMatchObject({ ids: rowsTo(40), end: 'whole' });
    }
  });

  it.each([...seesGone, ...byStyle('cursor')])(
    'never calls $name whole without every row that stood there all the time, wherever one went',
    async (list) => {
      await fc.assert(
        fc.asyncProperty(fc.nat(60), fc.nat(59), fc.integer({ min: 1, max: 8 }), async (count, place, at) => {
          const { ids, end } = await server.read(list, rowsTo(count), goes(place, at));
          if (end !== 'whole') return;
          expect(ids).toEqual(expect.arrayContaining(rowsTo(count).toSpliced(place, 1)));
        }),
        { seed: 5, numRuns: 30 },
      );
    },
  );

  it.each(pagedLists)(
    'never calls $name whole without every row that stood there all the time, wherever one came',
    async (list) => {
      await fc.assert(
        fc.asyncProperty(fc.nat(60), fc.nat(60), fc.integer({ min: 1, max: 8 }), async (count, place, at) => {
          const { ids, end } = await server.read(list, rowsTo(count), comes(place, at));
          if (end !== 'whole') return;
          expect(ids).toEqual(expect.arrayContaining([...rowsTo(count)]));
        }),
        { seed: 6, numRuns: 30 },
      );
    },
  );
});

describe('a list whose pages and total disagree (R9)', () => {
  /** Pages said one after another, whatever is asked; none after them. */
  const says =
    (...pages: readonly (readonly number[])[]): NonNullable<Course['says']> =>
    (page, call) => ({ ...page, ids: pages[call - 1] ?? [] });

  it.each(withTotal)('is read on after a short page of $name when the total says that more is there', async (list) => {
    const course: Course = { says: says(rowsTo(10), [11, 12], [13, 14, 15]) };
    expect(await server.read(list, rowsTo(15), course)).toMatchObject({ ids: rowsTo(15), calls: 3, end: 'whole' });
  });

  it.each(withTotal)('is incomplete when a page of $name is empty in the middle', async (list) => {
    const course: Course = { says: says(rowsTo(10), [], [11, 12]) };
    expect((await server.read(list, rowsTo(30), course)).end).toBe('total-missed');
  });

  it.each(withTotal)('is read beyond a total of $name that is too small, as long as pages are full', async (list) => {
    const course: Course = { says: (page) => ({ ...page, total: 10 }) };
    expect((await server.read(list, rowsTo(35), course)).ids).toEqual(rowsTo(35));
  });

  it.each(withTotal)('is incomplete when the total of $name is too large', async (list) => {
    const course: Course = { says: (page) => ({ ...page, total: 41 }) };
    expect(await server.read(list, rowsTo(35), course)).toMatchObject({ ids: rowsTo(35), end: 'total-missed' });
  });

  it.each(withTotal)('is incomplete when the total of $name changes while it is read', async (list) => {
    const course: Course = { says: (page, call) => ({ ...page, total: call === 1 ? 26 : 25 }) };
    expect((await server.read(list, rowsTo(25), course)).end).toBe('total-changed');
  });

  it.each(['page-size', 'page-limit'] as const)(
    'is incomplete for %s counted from 0 but read from 1',
    async (style) => {
      const fromZero: Course = {
        says: (_page, call) => ({ ids: rowsTo(25).slice(call * SIZE, (call + 1) * SIZE), total: 25 }),
      };
      const { end } = await server.read(plainList({ style, size: SIZE }), rowsTo(25), fromZero);
      expect(end).toBe('total-missed');
    },
  );
});

describe('a list that goes on from a key (R9)', () => {
  const cursors = byStyle('cursor');
  const keys = (...given: readonly (string | null | undefined)[]): Course => ({
    says: (_page, call) => {
      const cursor = given[call - 1];
      return { ids: call === 2 ? [] : [call], ...(cursor === undefined ? {} : { cursor }) };
    },
  });

  it.each(cursors)(
    '$name goes on over an empty page with a key, and ends at an absent, null or empty one',
    async (list) => {
      for (const last of [undefined, null, '']) {
        const reading = await server.read(list, [], keys('a', 'b', last));
        expect(reading).toMatchObject({ ids: [1, 3], calls: 3, end: 'whole' });
      }
    },
  );

  it.each(cursors)('$name cuts a circle of keys, long or short', async (list) => {
    expect(await server.read(list, [], keys('a', 'b', 'c', 'a'))).toMatchObject({ calls: 4, end: 'cursor-loop' });
    expect(await server.read(list, [], keys('a', 'a'))).toMatchObject({ calls: 2, end: 'cursor-loop' });
  });

  it.each(cursors)('$name sends a key as it came', async (list) => {
    const { asked } = await server.read(list, rowsTo(11));
    expect(asked.map((query) => new URLSearchParams(query).get('lastEvaluatedKey'))).toEqual([null, 'k+/=10']);
  });
});

describe('a list that may or may not be paged (R9)', () => {
  const list = plainList({ style: 'laravel-simple-maybe', size: SIZE });

  it('is whole in every form: short, all at once, in pages', async () => {
    const allAtOnce: Course = { says: () => ({ ids: rowsTo(40) }) };
    expect(await server.read(list, [], { says: () => ({ ids: rowsTo(3) }) })).toMatchObject({ calls: 1, end: 'whole' });
    expect(await server.read(list, [], allAtOnce)).toMatchObject({ ids: rowsTo(40), calls: 2, end: 'whole' });
    expect(await server.read(list, rowsTo(25))).toMatchObject({ ids: rowsTo(25), calls: 3, end: 'whole' });
  });

  it('is asked for once where nothing is paged', async () => {
    const whole = plainList({ style: 'none', size: SIZE });
    expect(firstPage(whole.rule).query).toEqual({});
    expect(await server.read(whole, rowsTo(500))).toMatchObject({ ids: rowsTo(500), calls: 1, end: 'whole' });
  });
});
