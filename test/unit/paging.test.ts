import { describe, expect, it } from 'vitest';
import {
  firstPage,
  nextPage,
  type IncompleteReason,
  type PageRequest,
  type PagingRule,
} from '../../src/main/vendors/core/paging.ts';

/** What a scripted vendor answers to one request: the ids of its rows, and what else it says. */
interface Answer {
  readonly ids: readonly number[];
  readonly total?: number;
  readonly cursor?: string | null;
  readonly more?: boolean;
}

/** Changes the vendor's list before a call; calls are counted from 1. */
type Script = (call: number, rows: number[]) => number[];

interface Reading {
  readonly ids: readonly number[];
  readonly calls: number;
  readonly end: 'whole' | IncompleteReason;
}

/** Reads a list to its end, with the bookkeeping of a sync: which rows this reading has seen already. */
function read(rule: PagingRule, answer: (query: PageRequest['query'], call: number) => Answer): Reading {
  const seen = new Set<number>();
  let request = firstPage(rule);
  for (let call = 1; call < 500; call += 1) {
    const page = answer(request.query, call);
    const repeated = page.ids.filter((id) => seen.has(id)).length;
    for (const id of page.ids) seen.add(id);
    const step = nextPage(rule, request.state, {
      received: page.ids.length,
      repeated,
      total: page.total ?? null,
      cursor: page.cursor ?? null,
      ...(page.more === undefined ? {} : { more: page.more }),
    });
    if (step.kind !== 'next') {
      return { ids: [...seen], calls: call, end: step.kind === 'end' ? 'whole' : step.why };
    }
    request = step.request;
  }
  throw new Error('the reading does not end');
}

const rowsTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

interface Vendor {
  readonly rule: PagingRule;
  readonly answer: (rows: readonly number[], query: PageRequest['query']) => Answer;
}

/** Vendors as their documents describe them; `capped` gives fewer rows than asked for. */
const SIZE = 10;
const slicePage = (rows: readonly number[], page: unknown, size: number): readonly number[] =>
  rows.slice((Number(page) - 1) * size, Number(page) * size);

const vendors = (cap = SIZE): Readonly<Record<string, Vendor>> => ({
  'page-size': {
    rule: { style: 'page-size', size: SIZE },
    answer: (rows, { pageNumber }) => ({ ids: slicePage(rows, pageNumber, cap), total: rows.length }),
  },
  'page-limit': {
    rule: { style: 'page-limit', size: SIZE },
    answer: (rows, { page }) => ({ ids: slicePage(rows, page, cap), total: rows.length }),
  },
  'offset-count': {
    rule: { style: 'offset-count', size: SIZE },
    answer: (rows, { offset }) => ({ ids: rows.slice(Number(offset), Number(offset) + cap) }),
  },
  'laravel-simple': {
    rule: { style: 'laravel-simple', size: SIZE },
    answer: (rows, { page }) => ({ ids: slicePage(rows, page, cap), more: Number(page) * cap < rows.length }),
  },
  cursor: {
    rule: { style: 'cursor', size: SIZE },
    answer: (rows, { lastEvaluatedKey }) => {
      const start = lastEvaluatedKey === undefined ? 0 : rows.filter((id) => id <= Number(lastEvaluatedKey)).length;
      const ids = rows.slice(start, start + cap);
      return { ids, cursor: start + cap < rows.length ? String(ids.at(-1)) : null };
    },
  },
});

function readVendor({ rule, answer }: Vendor, rows: number[], script: Script = (_call, list) => list): Reading {
  let list = rows;
  return read(rule, (query, call) => {
    list = script(call, list);
    return answer(list, query);
  });
}

const names = Object.keys(vendors());
const vendor = (name: string, cap?: number): Vendor => {
  const found = vendors(cap)[name];
  if (!found) throw new Error(name);
  return found;
};

describe('firstPage and nextPage (R9)', () => {
  it.each(names.flatMap((name) => [0, 1, 9, 10, 11, 20, 95, 100].map((count) => [name, count] as const)))(
    '%s reads a list of %i rows whole, each once',
    (name, count) => {
      const reading = readVendor(vendor(name), rowsTo(count));
      expect(reading.ids).toEqual(rowsTo(count));
      expect(reading.end).toBe('whole');
      expect(reading.calls).toBeLessThanOrEqual(Math.ceil(count / (SIZE - 1)) + 1);
    },
  );

  it.each(names)('%s reads a list whole from a vendor that gives fewer rows than asked for', (name) => {
    const reading = readVendor(vendor(name, 4), rowsTo(42));
    expect(reading.ids).toEqual(rowsTo(42));
    expect(reading.end).toBe('whole');
  });

  // A vendor with page numbers and no total gives no way to see it: the one exception to the promise.
  it.each(['page-size', 'page-limit', 'offset-count'])(
    '%s says so when rows moved up because one before them went',
    (name) => {
      for (const call of [2, 3, 4]) {
        const reading = readVendor(vendor(name), rowsTo(40), (at, list) => (at === call ? list.slice(1) : list));
        expect(reading.end).not.toBe('whole');
      }
    },
  );

  it.each(['page-size', 'page-limit', 'offset-count', 'laravel-simple'])(
    '%s says so when rows moved down because one came in before them',
    (name) => {
      const reading = readVendor(vendor(name), rowsTo(40), (at, list) => (at === 3 ? [0, ...list] : list));
      expect(reading.end).not.toBe('whole');
    },
  );

  it('is not touched by rows that come and go when the vendor goes on from a key', () => {
    const gone = readVendor(vendor('cursor'), rowsTo(40), (at, list) => (at === 3 ? list.slice(1) : list));
    expect(gone).toMatchObject({ ids: rowsTo(40), end: 'whole' });
    const come = readVendor(vendor('cursor'), rowsTo(40), (at, list) => (at === 3 ? [0, ...list] : list));
    expect(come).toMatchObject({ ids: rowsTo(40), end: 'whole' });
  });

  it.each(names.filter((name) => name !== 'cursor'))(
    '%s does not go round on a vendor that ignores the page',
    (name) => {
      const first = vendor(name);
      const reading = read(first.rule, () => ({
        ids: rowsTo(10),
        more: true,
        ...(name.startsWith('page') ? { total: 50 } : {}),
      }));
      expect(reading.end).toBe('repeated');
      expect(reading.calls).toBe(2);
    },
  );

  it('reads on after a short page when the total says that more is there', () => {
    const pages = [rowsTo(10), [11, 12], [13, 14, 15], []];
    const reading = read(vendor('page-size').rule, (_query, call) => ({ ids: pages[call - 1] ?? [], total: 15 }));
    expect(reading).toEqual({ ids: rowsTo(15), calls: 3, end: 'whole' });
  });

  it('calls an empty page in the middle of a total incomplete', () => {
    const pages = [rowsTo(10), [], rowsTo(20).slice(10)];
    const reading = read(vendor('page-size').rule, (_query, call) => ({ ids: pages[call - 1] ?? [], total: 30 }));
    expect(reading.end).toBe('total-missed');
  });

  it('finds rows beyond a total that is too small, as long as pages are full', () => {
    const reading = read(vendor('page-size').rule, ({ pageNumber }) => ({
      ids: slicePage(rowsTo(35), pageNumber, SIZE),
      total: 10,
    }));
    expect(reading.ids).toEqual(rowsTo(35));
  });

  it('calls a total that changes while it is read incomplete', () => {
    const reading = read(vendor('page-limit').rule, ({ page }) => ({
      ids: slicePage(rowsTo(25), page, SIZE),
      total: page === 1 ? 26 : 25,
    }));
    expect(reading.end).toBe('total-changed');
  });

  it('calls a list that is counted from 0 but read from 1 incomplete, and reads it when told', () => {
    const answer = ({ pageNumber }: PageRequest['query']): Answer => ({
      ids: slicePage(rowsTo(25), Number(pageNumber) + 1, SIZE),
      total: 25,
    });
    expect(read({ style: 'page-size', size: SIZE }, answer).end).toBe('total-missed');
    expect(read({ style: 'page-size', size: SIZE, firstPage: 0 }, answer)).toMatchObject({
      ids: rowsTo(25),
      end: 'whole',
    });
  });

  it('goes on over an empty page with a key, and ends at an empty or absent key', () => {
    const answers: Answer[] = [
      { ids: [1], cursor: 'a' },
      { ids: [], cursor: 'b' },
      { ids: [2], cursor: '' },
    ];
    const reading = read(vendor('cursor').rule, (_query, call) => answers[call - 1] ?? { ids: [] });
    expect(reading).toEqual({ ids: [1, 2], calls: 3, end: 'whole' });
  });

  it('cuts a circle of keys', () => {
    const keys = ['a', 'b', 'c', 'a'];
    const reading = read(vendor('cursor').rule, (_query, call) => ({ ids: [call], cursor: keys[call - 1] ?? null }));
    expect(reading).toMatchObject({ calls: 4, end: 'cursor-loop' });
  });

  it('sends a key as it came', () => {
    const request = firstPage({ style: 'cursor', size: 50 });
    const step = nextPage({ style: 'cursor', size: 50 }, request.state, {
      received: 1,
      repeated: 0,
      total: null,
      cursor: 'e+/=',
    });
    expect(step).toMatchObject({ kind: 'next', request: { query: { limit: 50, lastEvaluatedKey: 'e+/=' } } });
  });

  it('takes a list that may or may not be paged whole in every form', () => {
    const rule: PagingRule = { style: 'laravel-simple-maybe', size: SIZE };
    expect(read(rule, () => ({ ids: rowsTo(3) }))).toEqual({ ids: rowsTo(3), calls: 1, end: 'whole' });
    expect(read(rule, () => ({ ids: rowsTo(40) }))).toEqual({ ids: rowsTo(40), calls: 2, end: 'whole' });
    const paged = read(rule, ({ page }) => ({ ids: slicePage(rowsTo(25), page, SIZE), more: Number(page) < 3 }));
    expect(paged).toEqual({ ids: rowsTo(25), calls: 3, end: 'whole' });
  });

  it('asks once where nothing is paged', () => {
    const rule: PagingRule = { style: 'none', size: SIZE };
    expect(firstPage(rule).query).toEqual({});
    expect(read(rule, () => ({ ids: rowsTo(500) }))).toMatchObject({ calls: 1, end: 'whole' });
  });

  it('goes on where it stood after its state was written down and read again', () => {
    const { rule, answer } = vendor('offset-count');
    const request = firstPage(rule);
    const page = answer(rowsTo(30), request.query);
    const state = JSON.parse(JSON.stringify(request.state)) as typeof request.state;
    const step = nextPage(rule, state, { received: page.ids.length, repeated: 0, total: null, cursor: null });
    expect(step).toMatchObject({ kind: 'next', request: { query: { offset: 9, count: 10 } } });
  });
});
