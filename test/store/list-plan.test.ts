import { describe, expect, it } from 'vitest';
import type { RecordFilter } from '../../src/shared/contract/fields.ts';
import { SORTS } from '../../src/shared/contract/sorts.ts';
import type { WriteDb } from '../../src/main/store/database.ts';
import { planList } from '../../src/main/store/list-plan.ts';
import { listRecords } from '../../src/main/store/records-list.ts';
import type { ListInput } from '../../src/main/store/worker-calls.ts';
import { CONNECTION, freshCache, manyAudits, request } from './support.ts';

describe('planList', () => {
  const filters: Readonly<Record<string, RecordFilter>> = {
    none: {},
    kind: { kind: 'audit' },
    'kind and status': { kind: 'audit', status: ['pending'] },
    'kind and two statuses': { kind: 'audit', status: ['pending', 'complete'] },
    status: { status: ['pending', 'complete'] },
    connection: { connectionId: CONNECTION },
    'connection and kind': { connectionId: CONNECTION, kind: 'audit' },
    vendor: { vendor: 'monitorqa' },
    overdue: { overdue: true },
  };
  const cases = Object.entries(filters).flatMap(([name, filter]) => SORTS.map((sort) => ({ name, filter, sort })));

  /** What SQLite says it would do, for a first page and for one behind a row. */
  function plans(db: WriteDb, filter: RecordFilter, sort: ListInput['sort']): readonly string[] {
    const statements: string[] = [];
    const prepare = db.prepare.bind(db);
    const watched = Object.assign(Object.create(db) as WriteDb, {
      prepare: (sql: string) => {
        statements.push(sql);
        return prepare(sql);
      },
    });
    for (const direction of ['ascending', 'descending'] as const) {
      const first = listRecords(watched, request({ filter, sort, direction, limit: 2 }));
      if (first.next) listRecords(watched, request({ filter, sort, direction, limit: 2, after: first.next }));
    }
    return statements
      .filter((sql) => sql.includes('ORDER BY'))
      .flatMap((sql) => {
        const values = Array.from({ length: sql.split('?').length - 1 }, () => null);
        return prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
      })
      .map(({ detail }) => detail);
  }

  it.each(cases)('$name by $sort reads one index in its order, without sorting', ({ name, filter, sort }) => {
    const db = freshCache();
    manyAudits(db);
    const details = plans(db, filter, sort);
    expect(details.some((detail) => /SEARCH records USING INDEX|SCAN records USING INDEX/.test(detail))).toBe(true);
    expect(details.filter((detail) => detail.endsWith('SCAN records'))).toEqual([]);
    if (name === 'overdue' && sort !== 'due') return;
    expect(details.filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([]);
  });

  it('splits statuses into streams only where their index gives the order', () => {
    const db = freshCache();
    const filter = { status: ['a', 'b', 'a'] };
    expect(planList(db, request({ filter }), 'due')).toHaveLength(2);
    expect(planList(db, request({ filter }), 'title')).toHaveLength(1);
    expect(planList(db, request({ filter: { ...filter, search: 'x' } }), 'due')).toHaveLength(1);
  });
});
