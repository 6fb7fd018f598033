import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordFilter } from '../../src/shared/contract/fields.ts';
import { GROUPINGS, SORTS, type Sort } from '../../src/shared/contract/sorts.ts';
import type { ConnectionId } from '../../src/shared/model/ids.ts';
import { KINDS, type Kind } from '../../src/shared/model/record.ts';
import { OPEN_STATUSES } from '../../src/shared/model/status.ts';
import type { WriteDb } from '../../src/main/store/database.ts';
import { wantedOf } from '../../src/main/store/list-filter.ts';
import { planList } from '../../src/main/store/list-plan.ts';
import { INDEXED_OPEN_STATUSES } from '../../src/main/store/migrations/cache/0080-lists.ts';
import { groupRecords } from '../../src/main/store/records-groups.ts';
import { countRecords } from '../../src/main/store/records-count.ts';
import { listRecords } from '../../src/main/store/records-list.ts';
import { memoryCache } from './memory-cache.ts';
import { CONNECTION, day, freshCache, manyAudits, NOW, request, row, store } from './support.ts';
import { whole } from './whole.ts';

/** Every filter on offer, alone and with those it is used with. */
const FILTERS: Readonly<Record<string, RecordFilter>> = {
  none: {},
  kind: { kind: 'audit' },
  kinds: { kinds: ['audit', 'issue'] },
  'kind and status': { kind: 'audit', status: ['pending'] },
  'kind and two statuses': { kind: 'audit', status: ['pending', 'complete'] },
  'status and none': { status: ['pending', null] },
  connection: { connectionId: CONNECTION },
  'connections and kind': { connectionIds: [CONNECTION, 'site-b' as ConnectionId], kind: 'audit' },
  vendor: { vendor: 'monitorqa' },
  vendors: { vendors: ['monitorqa', 'conqa'] },
  open: { open: true },
  overdue: { overdue: true },
  'open and a day': { open: true, due: { from: day(2), before: day(3) } },
  'from a day on, and without one': { due: { from: day(2), none: true } },
  'before a day, and without one': { due: { before: day(2), none: true } },
  'without a date': { due: { none: true } },
  project: { project: 'depot 9' },
  'no project': { project: null },
  'project, open': { project: 'depot 9', open: true },
  assignee: { assignee: { name: 'Ana' } },
  nobody: { assignee: null },
  'assignee, overdue, project': { assignee: { name: 'Ana' }, overdue: true, project: 'depot 9' },
};

/** Audits and an issue of one connection, an audit of another; read by most tests and changed by none of them. */
function fillSites(db: WriteDb): WriteDb {
  manyAudits(db);
  store(db, [row('1', { status: 'open', dueAt: day(3) })], { key: { connectionId: CONNECTION, kind: 'issue' } });
  store(db, [row('1', { dueAt: day(3) })], { key: { connectionId: 'site-b' as ConnectionId, kind: 'audit' } });
  return db;
}

const twoSites = (): WriteDb => fillSites(freshCache());

let sites: WriteDb;
beforeAll(() => {
  sites = fillSites(memoryCache());
});
afterAll(() => {
  sites.close();
});

/** What SQLite says it would do for every statement that `work` runs. */
function plansOf(db: WriteDb, work: (watched: WriteDb) => void): readonly string[] {
  const statements = new Set<string>();
  const prepare = db.prepare.bind(db);
  const watched = Object.assign(Object.create(db) as WriteDb, {
    prepare: (sql: string) => {
      statements.add(sql);
      return prepare(sql);
    },
  });
  work(watched);
  return [...statements].flatMap((sql) => {
    const values = Array.from({ length: sql.split('?').length - 1 }, () => null);
    const plan = prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
    return plan.map(({ detail }) => detail);
  });
}

/** First pages, pages behind a row and the last ones, in both directions. */
function readAll(db: WriteDb, filter: RecordFilter, sort: Sort, few: number): void {
  for (const direction of ['ascending', 'descending'] as const) {
    let after: string | undefined;
    do {
      const page = listRecords(db, request({ filter, sort, direction, limit: 7, after }), few);
      after = page.next ?? undefined;
    } while (after !== undefined);
  }
}

const scans = (details: readonly string[]): readonly string[] =>
  // `page` and the small tables of sources, collections and a statement's own lists are no records.
  details.filter((detail) => /SCAN (records|record_people|record_text)\b/.test(detail));
const sorts = (details: readonly string[]): readonly string[] =>
  details.filter((detail) => detail.includes('TEMP B-TREE'));

const cases = Object.entries(FILTERS).flatMap(([name, filter]) => SORTS.map((sort) => ({ name, filter, sort })));

describe('planList', () => {
  it.each(cases)('$name by $sort merges stretches of its index, without sorting', ({ filter, sort }) => {
    const details = plansOf(sites, (watched) => readAll(watched, filter, sort, 0));
    expect(details.some((detail) => /SEARCH records USING INDEX records_(open_)?by_/.test(detail))).toBe(true);
    expect(scans(details)).toEqual([]);
    expect(sorts(details)).toEqual([]);
  });

  it.each(cases)('$name by $sort looks up few rows by what makes them few', ({ filter, sort }) => {
    const details = plansOf(sites, (watched) => readAll(watched, filter, sort, 5000));
    expect(details.filter((detail) => /SEARCH records USING (INDEX|COVERING INDEX|INTEGER)/.test(detail))).not.toEqual(
      [],
    );
    expect(scans(details)).toEqual([]);
  });

  it('sorts no more rows than it was told are few', () => {
    const db = sites;
    const wanted = wantedOf(db, request({ filter: { project: 'depot 9' } }));
    if (wanted === null) throw new Error('Nothing passes.');
    const count = whole(countRecords(db, request({ filter: { project: 'depot 9' } }))).total;
    expect(planList(db, wanted, 'title', count).isOrdered).toBe(false);
    expect(planList(db, wanted, 'title', count - 1).isOrdered).toBe(true);
    expect(planList(db, wanted, 'due', count).isOrdered).toBe(true);
  });

  it('splits statuses into streams only where their index gives the order, and not into more than can be merged', () => {
    const db = sites;
    const streams = (filter: RecordFilter, sort: Sort): number => {
      const wanted = wantedOf(db, request({ filter }));
      return wanted === null ? 0 : planList(db, wanted, sort, 0).valued.length;
    };
    expect(streams({ status: ['a', 'b', 'a'] }, 'due')).toBe(6);
    expect(streams({ status: ['a', 'b', 'a'] }, 'title')).toBe(3);
    expect(streams({ status: ['a', 'b', 'a'], search: 'x' }, 'due')).toBe(1);
    expect(streams({ status: Array.from({ length: 50 }, (_, index) => `word ${index}`) }, 'due')).toBe(3);
  });

  it('finds every open status in the index of what is open', () => {
    expect(OPEN_STATUSES.filter((word) => !INDEXED_OPEN_STATUSES.includes(word))).toEqual([]);
    const details = plansOf(sites, (watched) => readAll(watched, { open: true }, 'priority', 0));
    expect(details.filter((detail) => detail.includes('records_by_priority'))).toEqual([]);
  });

  it('merges no more collections than SQLite can', () => {
    const db = twoSites();
    const addCollections = db.prepare('INSERT OR IGNORE INTO collections (source, kind) VALUES (?, ?)');
    for (let source = 10; source < 40; source += 1) {
      db.prepare('INSERT INTO sources VALUES (?, ?, ?)').run(source, `site-${source}`, 'conqa');
      for (const kind of KINDS) addCollections.run(source, kind);
    }
    const status = [
      'pending',
      'complete',
      'in-progress',
      'open',
      ...Array.from({ length: 40 }, (_, step) => `${step}`),
    ];
    const limited = { kinds: ['audit', 'issue', 'ticket', 'user'] satisfies Kind[], status };
    for (const filter of [{}, { status }, limited, { due: { before: day(99), none: true } }]) {
      for (const sort of SORTS) expect(listRecords(db, request({ sort, filter })).rows.id).toHaveLength(62);
      expect(whole(countRecords(db, request({ filter }))).total).toBe(62);
      for (const by of GROUPINGS) {
        const boundaries = { late: NOW, today: NOW, week: NOW };
        expect(whole(groupRecords(db, { ...request({ filter }), by, limit: 50, boundaries })).total).toBe(62);
      }
    }
  });
});

describe('counts', () => {
  const counted = Object.entries(FILTERS).map(([name, filter]) => ({ name, filter }));

  it.each(counted)('of $name read stretches of indexes', ({ filter }) => {
    const details = plansOf(sites, (watched) => {
      whole(countRecords(watched, request({ filter })));
      for (const by of GROUPINGS) {
        whole(
          groupRecords(watched, {
            ...request({ filter }),
            by,
            limit: 50,
            boundaries: { late: NOW, today: NOW, week: NOW },
          }),
        );
      }
    });
    expect(details.some((detail) => /SEARCH records USING/.test(detail))).toBe(true);
    expect(scans(details)).toEqual([]);
  });
});
