import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GROUPINGS, SORTS } from '../../src/shared/contract/sorts.ts';
import { hasCode } from '../../src/shared/errors/app-error.ts';
import type { Input, Output } from '../../src/shared/contract/index.ts';
import { openTestWorkspace, type TestWorkspace } from '../support/test-workspace.ts';

let workspace: TestWorkspace;

beforeAll(async () => {
  workspace = await openTestWorkspace({ audits: 60 });
  await workspace.door.local.call('sync.run', {});
});

afterAll(async () => {
  await workspace.close();
});

const count = async (filter: Input<'records.count'>): Promise<number> =>
  (await workspace.door.local.call('records.count', filter)).total;

const groups = (input: Input<'records.groups'>): Promise<Output<'records.groups'>> =>
  workspace.door.local.call('records.groups', input);

const boundaries = {
  late: '2026-11-20T08:00:00Z',
  today: '2026-11-21T00:00:00+13:00',
  week: '2026-11-23T00:00:00+13:00',
};

describe('records.groups', () => {
  it.each(GROUPINGS)('counts a vendor’s own records by %s, each as its list has them', async (by) => {
    const filter = { kinds: ['audit' as const, 'corrective-action' as const], open: true };
    const { total, groups: found, rest, repeated } = await groups({ ...filter, by, boundaries, limit: 500 });
    expect(total).toBe(await count(filter));
    expect(total).toBeGreaterThan(5);
    expect(found.reduce((sum, group) => sum + group.count, rest.count)).toBe(total + repeated);
    for (const group of found) {
      expect([group.value, await count({ ...filter, ...group.filter })]).toEqual([group.value, group.count]);
    }
  });

  it('refuses to group by due where nobody says when today ends', async () => {
    const refused: unknown = await groups({ by: 'due' }).catch((thrown: unknown) => thrown);
    expect(hasCode(refused, 'bad-input')).toBe(true);
  });

  it('takes moments of any zone for what they are', async () => {
    const local = await count({ due: { before: '2026-11-21T00:00:00+13:00' } });
    expect(local).toBe(await count({ due: { before: '2026-11-20T11:00:00.000Z' } }));
    expect(local).toBeGreaterThan(0);
  });

  it('is given up when the caller goes', async () => {
    const leaving = new AbortController();
    const asked = workspace.door.local.call('records.groups', { by: 'assignee' }, { signal: leaving.signal });
    leaving.abort();
    const refused: unknown = await asked.catch((thrown: unknown) => thrown);
    expect(hasCode(refused, 'cancelled')).toBe(true);
  });
});

describe('records.list', () => {
  it.each(SORTS)('goes on in the order of %s to its end', async (sort) => {
    const ids = new Set<string>();
    let after: string | undefined;
    do {
      const page = await workspace.door.local.call('records.list', {
        sort,
        direction: 'descending',
        limit: 20,
        ...(after === undefined ? {} : { after }),
      });
      for (const id of page.rows.id) ids.add(id);
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(ids.size).toBe(await count({}));
  });
});
