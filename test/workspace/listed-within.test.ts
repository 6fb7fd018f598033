import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toRows } from '../../src/shared/lib/columns.ts';
import type { ConnectionId } from '../../src/shared/model/ids.ts';
import type { Kind, RecordRow } from '../../src/shared/model/record.ts';
import { openTestWorkspace, type TestWorkspace } from '../support/test-workspace.ts';
import { startServer, type TestServer } from '../vendors/vendor-server.ts';

/** Issues by project, as a CONQA that keeps them; a number is a status to refuse the project's list with. */
type Projects = Record<string, readonly string[] | number>;

let workspace: TestWorkspace;
let vendor: TestServer;
let connection: ConnectionId;
let projects: Projects;

const ISSUES_PATH = /^\/project\/([^/]+)\/(issues|milestones|summary)/;

function answer(url: URL): { readonly status: number; readonly body: unknown } {
  if (url.pathname === '/projects') {
    return {
      status: 200,
      body: { projects: Object.keys(projects).map((id) => ({ projectId: id, projectName: `Tower ${id}` })) },
    };
  }
  const [, id = '', what] = ISSUES_PATH.exec(url.pathname) ?? [];
  const listed = projects[id] ?? 404;
  if (what === 'summary') return { status: 200, body: { data: { name: id, issues: { total: 1, statuses: [] } } } };
  if (typeof listed === 'number') return { status: listed, body: null };
  const rows = what === 'issues' ? listed : [];
  const [page, limit] = [Number(url.searchParams.get('page')), Number(url.searchParams.get('limit'))];
  const shown = rows.slice((page - 1) * limit, page * limit).map((issueId) => ({ issueId, projectId: id }));
  const paging = { total_records: rows.length, page_size: limit, page_number: page };
  return { status: 200, body: { data: { paging, issues: shown, milestones: shown } } };
}

beforeEach(async () => {
  projects = { a: ['a1', 'a2', 'a3'], b: ['b1', 'b2'] };
  vendor = await startServer((request, response) => {
    const { status, body } = answer(new URL(request.url ?? '', 'http://vendor'));
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  workspace = await openTestWorkspace({ audits: 1 });
  const added = await workspace.door.local.call('connections.add', {
    vendor: 'conqa',
    name: 'Towers',
    url: vendor.url,
    secret: { token: 'token-0123456789' },
  });
  connection = added.id;
});

afterEach(async () => {
  await workspace.close();
  await vendor.close();
});

async function sync(acceptRemovals = false) {
  const report = await workspace.door.local.call('sync.run', { connections: [connection], acceptRemovals });
  return report.connections[0];
}

const rowsOf = async (kind: Kind): Promise<readonly RecordRow[]> =>
  toRows((await workspace.door.local.call('records.list', { kind, limit: 1000 })).rows);

const issues = async (): Promise<readonly string[]> => (await rowsOf('issue')).map(({ title }) => title).toSorted();

describe('lists within another record', () => {
  it('reads the list of every project, and gives its rows the project’s name', async () => {
    expect(await sync()).toMatchObject({ status: 'ok' });
    expect(await issues()).toEqual(['a1', 'a2', 'a3', 'b1', 'b2']);
    const names = (await rowsOf('issue')).map(({ title, project }) => `${title} ${project}`);
    expect(names).toContain('b1 Tower b');
  });

  it('goes on with the other projects when the list of one is refused, and removes nothing', async () => {
    await sync();
    projects = { a: 403, b: ['b1', 'b2', 'b3'] };
    for (let time = 0; time < 3; time += 1) {
      expect(await sync()).toMatchObject({ status: 'partial', error: { code: 'not-permitted' } });
    }
    expect(await issues()).toEqual(['a1', 'a2', 'a3', 'b1', 'b2', 'b3']);
  });

  it('reads more than a page of each project', async () => {
    projects = { a: Array.from({ length: 650 }, (_, index) => `a${index}`), b: ['b1'] };
    expect(await sync()).toMatchObject({ status: 'ok' });
    expect(await issues()).toHaveLength(651);
  });

  it('takes the same id in two projects for no repetition', async () => {
    projects = { a: ['x'], b: ['x', 'b1'] };
    expect(await sync()).toMatchObject({ status: 'ok' });
  });
});

describe('records that no call confirms', () => {
  it('go when two complete runs have missed them, not after one', async () => {
    await sync();
    projects = { ...projects, b: ['b1'] };
    expect((await sync())?.collections).toContainEqual(expect.objectContaining({ kind: 'issue', removed: 0 }));
    expect(await issues()).toContain('b2');
    expect((await sync())?.collections).toContainEqual(expect.objectContaining({ kind: 'issue', removed: 1 }));
    expect(await issues()).not.toContain('b2');
  });

  it('stay when they come back in between: a miss long ago does not count', async () => {
    await sync();
    for (const b of [['b1'], ['b1', 'b2'], ['b1']]) {
      projects = { ...projects, b };
      await sync();
    }
    expect(await issues()).toContain('b2');
  });

  it('are not counted as missed by a run that was not complete', async () => {
    await sync();
    projects = { a: 500, b: ['b1'] };
    await sync();
    projects = { a: ['a1', 'a2', 'a3'], b: ['b1'] };
    await sync();
    expect(await issues()).toContain('b2');
  });

  it('go at once when so many vanish that a person was asked and said so', async () => {
    projects = { a: Array.from({ length: 30 }, (_, index) => `a${index}`), b: ['b1'] };
    await sync();
    projects = { a: ['a0'], b: ['b1'] };
    expect(await sync()).toMatchObject({ status: 'suspicious' });
    expect(await issues()).toHaveLength(31);
    expect(await sync(true)).toMatchObject({ status: 'ok' });
    expect(await issues()).toEqual(['a0', 'b1']);
  });

  it('are not asked for the lists of a project that the last run has missed', async () => {
    await sync();
    projects = { a: ['a1', 'a2', 'a3'] };
    vendor.seen.length = 0;
    expect(await sync()).toMatchObject({ status: 'ok' });
    expect(vendor.seen.filter(({ url }) => url.startsWith('/project/b/issues'))).toEqual([]);
    expect((await rowsOf('project')).map(({ title }) => title).toSorted()).toEqual(['Tower a', 'Tower b']);
    await sync();
    expect((await rowsOf('project')).map(({ title }) => title)).toEqual(['Tower a']);
  });
});

describe('parts that change without their row', () => {
  it('are read at every run', async () => {
    await sync();
    vendor.seen.length = 0;
    await sync();
    expect(vendor.seen.filter(({ url }) => url.endsWith('/summary'))).toHaveLength(2);
  });
});
