import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toRows } from '../../src/shared/lib/columns.ts';
import type { RecordRow } from '../../src/shared/model/record.ts';
import { systemClock } from '../../src/main/platform/clock.ts';
import { systemRandom } from '../../src/main/platform/random.ts';
import { openDoor } from '../../src/main/workspace.ts';
import { openTestWorkspace, workers, type TestWorkspace } from '../support/test-workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace({ audits: 12, host: 'serve' });
});
afterEach(() => workspace.close());

const titles = async (): Promise<readonly string[]> => {
  const page = await workspace.door.local.call('records.list', { kind: 'audit', limit: 1000 });
  return toRows<RecordRow>(page.rows).map(({ title }) => title);
};

const openSecond = (host: 'cli' | 'serve') =>
  openDoor({
    mode: 'own',
    host,
    version: '0.0.0-test',
    dataDir: workspace.dataDir,
    workers,
    clock: systemClock,
    random: systemRandom,
    keychain: workspace.keychain,
  });

describe('a second process on one data folder', () => {
  it('R14 reads what is there, and is told who is writing when it wants to write', async () => {
    await workspace.door.local.call('sync.run', {});
    const second = await openSecond('cli');
    const page = await second.local.call('records.list', { kind: 'audit', limit: 1000 });
    expect(toRows<RecordRow>(page.rows)).toHaveLength((await titles()).length);
    expect(await second.local.call('connections.list', {})).toHaveLength(1);
    const report = await second.local.call('sync.run', {});
    expect(report).toMatchObject({ ok: false, connections: [{ error: { code: 'workspace-busy' } }] });
    await second.close();
  });

  it('R14 is no second app', async () => {
    await expect(openSecond('serve')).rejects.toMatchObject({ code: 'workspace-busy', data: { pid: process.pid } });
    expect(await titles()).toEqual([]);
  });
});

describe('a database from a newer Plumbline', () => {
  it.each(['cache', 'work'] as const)('P7 is refused and left as it is: %s.db', async (name) => {
    await workspace.door.close();
    const path = join(workspace.dataDir, `${name}.db`);
    const db = new Database(path);
    db.pragma('user_version = 999990');
    db.close();
    const before = await readFile(path);
    await expect(openSecond('serve')).rejects.toMatchObject({ code: 'database-newer' });
    expect((await readFile(path)).equals(before)).toBe(true);
    const after = new Database(path);
    after.pragma('user_version = 10');
    after.close();
    await rm(path);
    await workspace.restart();
  });
});

describe('a damaged cache', () => {
  it('P8 R11 is begun anew, says so, and is fetched again; connections are as they were', async () => {
    await workspace.door.local.call('sync.run', {});
    const before = await titles();
    await workspace.door.close();
    const path = join(workspace.dataDir, 'cache.db');
    const bytes = await readFile(path);
    bytes.fill(0x5a, 0, 8192);
    await writeFile(path, bytes);
    await workspace.restart();
    const status = await workspace.door.local.call('workspace.status', {});
    expect(status).toMatchObject({ connections: 1, records: 0, recovered: { database: 'cache', how: 'rebuilt' } });
    expect((await readdir(workspace.dataDir)).some((name) => name.startsWith('cache.db.corrupt-'))).toBe(true);
    expect((await workspace.door.local.call('sync.run', {})).ok).toBe(true);
    expect(await titles()).toEqual(before);
  }, 20_000);

  it('P8 is mended for a command that only reads', async () => {
    await workspace.door.close();
    await writeFile(
      join(workspace.dataDir, 'cache.db'),
      'this is no database, and it is long enough to be noticed as one',
    );
    const second = await openSecond('cli');
    expect((await second.local.call('records.count', {})).total).toBe(0);
    await second.close();
    await workspace.restart();
  });
});

describe('a damaged work database', () => {
  it('P2 R11 is restored from its backup, and the damaged one is kept', async () => {
    await workspace.door.close();
    const path = join(workspace.dataDir, 'work.db');
    await rm(`${path}-wal`, { force: true });
    await writeFile(path, Buffer.alloc(20_000, 0x5a));
    await workspace.restart();
    const status = await workspace.door.local.call('workspace.status', {});
    expect(status).toMatchObject({ recovered: { database: 'work', how: 'from-backup' } });
    expect((await readdir(workspace.dataDir)).some((name) => name.startsWith('work.db.corrupt-'))).toBe(true);
  });
});

describe('a folder that cannot be used', () => {
  it('R10 is named before anything is opened', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'plumbline-bad-'));
    const file = join(folder, 'file');
    await writeFile(file, '');
    await chmod(file, 0o600);
    const options = {
      mode: 'own',
      host: 'serve',
      version: '0',
      workers,
      clock: systemClock,
      random: systemRandom,
    } as const;
    await expect(openDoor({ ...options, dataDir: join(file, 'data') })).rejects.toMatchObject({ code: 'disk-failed' });
    await rm(folder, { recursive: true });
  });
});
