import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal, type JournalEntry } from '../../src/sandbox/journal.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { putBodyOf, type ActionDetail, type ActionPage } from './action-bodies.ts';
import { formWith, jpegBytes, pngBytes, serve, type CompanyBody, type Served } from './served.ts';
import { ask, base, clock } from './support.ts';

let folder: string;
let journalPath: string;
const running: Served[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'));
  journalPath = join(folder, 'sample.jsonl');
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((vendor) => vendor.server.close()));
  await rm(folder, { recursive: true });
});

const start = async (): Promise<Served> => {
  const vendor = await serve({ audits: 200, journalPath });
  running.push(vendor);
  return vendor;
};
const restart = async (): Promise<Served> => {
  await running.pop()?.server.close();
  return start();
};
const lines = async (): Promise<readonly string[]> => (await readFile(journalPath, 'utf8')).split('\n');
const rename = (vendor: Served, companyName: string): Promise<Response> =>
  vendor.json('PUT', '/company', { companyName, usagePurpose: 2, ianaTimeZone: 'UTC' });
const nameOf = async (vendor: Served): Promise<string> => (await vendor.read<CompanyBody>('/company')).name;

describe('a sandbox with a journal', () => {
  it('shows after a restart everything that was written before it', async () => {
    const vendor = await start();
    await rename(vendor, 'Kauri Group');
    await vendor.send('POST', '/company/logo', { body: formWith(pngBytes) });
    await vendor.send('DELETE', '/company/icon');
    const { data } = await vendor.read<ActionPage>('/corrective-actions/pending');
    const [first, second] = data;
    const detail = await vendor.read<ActionDetail>(`/corrective-actions/${first?.id}`);
    await vendor.json('PUT', `/corrective-actions/${first?.id}`, { ...putBodyOf(detail), status: 1, name: 'Done' });
    await vendor.send('DELETE', `/corrective-actions/${second?.id}`);
    const company = { companyName: 'Totara Civil', companyAdmin: { fullName: 'Mere' }, usagePurpose: 0 };
    const created = (await (await vendor.json('POST', '/company', company)).json()) as { apiKey: string };
    await vendor
      .as(created.apiKey)
      .send('POST', '/company/icon', { body: formWith(jpegBytes, { type: 'image/jpeg' }) });

    const seen = async (at: Served) => {
      const mine = at.as(created.apiKey);
      const own = await at.read<CompanyBody>('/company');
      const other = await mine.read<CompanyBody>('/company');
      return {
        own,
        other,
        logo: await (await at.send('GET', `/files/${own.logoFileId}`)).text(),
        icon: await (await mine.send('GET', `/files/${other.iconFileId}`)).text(),
        accessible: await mine.read('/company/accessible'),
        action: await at.read(`/corrective-actions/${first?.id}`),
        gone: (await at.send('GET', `/corrective-actions/${second?.id}`)).status,
        pending: await at.read('/corrective-actions/pending'),
        completed: await at.read('/corrective-actions/completed?pageSize=1000'),
        report: await at.read(`/audit/complete/${first?.audit.id}/report`),
      };
    };
    const before = await seen(vendor);
    expect(before).toMatchObject({
      own: { name: 'Kauri Group', iconFileId: null },
      action: { name: 'Done' },
      gone: 404,
    });
    expect(await seen(await restart())).toEqual(before);
  });

  it('has one line per accepted write when it is answered, none for a refused one, and no key in any', async () => {
    const vendor = await start();
    await rename(vendor, 'One');
    expect(await lines()).toHaveLength(2);
    await rename(vendor, ' ');
    expect(await lines()).toHaveLength(2);
    const company = { companyName: 'Totara Civil', companyAdmin: { fullName: 'Mere' }, usagePurpose: 0 };
    const created = (await (await vendor.json('POST', '/company', company)).json()) as { apiKey: string };
    const text = await readFile(journalPath, 'utf8');
    expect(text.split('\n')).toHaveLength(3);
    expect(text).not.toContain(created.apiKey);
    expect(text).not.toContain('sample-monitorqa-key');
  });

  it('stays deleted, with its key, until the journal is gone', async () => {
    await (await start()).send('DELETE', '/company');
    const again = await restart();
    expect((await again.send('GET', '/company')).status).toBe(401);
    await again.server.close();
    await rm(journalPath);
    expect(await nameOf(await restart())).toBe('Kauri Construction Group');
  });

  it('drops a torn last line and writes on after it', async () => {
    await rename(await start(), 'One');
    await running.pop()?.server.close();
    await appendFile(journalPath, '{"vendor":"monitorqa","type":"company-upd');
    const vendor = await start();
    expect(await nameOf(vendor)).toBe('One');
    await rename(vendor, 'Two');
    expect(await nameOf(await restart())).toBe('Two');
    expect((await lines()).map((line) => line.slice(0, 1))).toEqual(['{', '{', '']);
  });

  it('drops a last line of which only the end reached the disk', async () => {
    await rename(await start(), 'One');
    await running.pop()?.server.close();
    await appendFile(journalPath, `${'\0'.repeat(40)}"}\n`);
    expect(await nameOf(await restart())).toBe('One');
    expect(await lines()).toHaveLength(2);
  });

  it('does not start on a journal damaged before its end, and leaves it as it is', async () => {
    const damaged = 'not json\n{"vendor":"monitorqa","type":"company-deleted","at":"","by":"","company":0}\n';
    await writeFile(journalPath, damaged);
    await expect(start()).rejects.toThrow(SyntaxError);
    expect(await readFile(journalPath, 'utf8')).toBe(damaged);
  });

  it('keeps uploads beside the journal, named by their ids, and drops replaced ones', async () => {
    const vendor = await start();
    await vendor.send('POST', '/company/logo', { body: formWith(pngBytes) });
    await vendor.send('POST', '/company/logo', { body: formWith(jpegBytes, { type: 'image/jpeg' }) });
    const { logoFileId } = await vendor.read<CompanyBody>('/company');
    expect(await readdir(`${journalPath}.files`)).toEqual([logoFileId]);
    expect(new Uint8Array(await readFile(join(`${journalPath}.files`, logoFileId ?? '')))).toEqual(jpegBytes);
    await vendor.send('DELETE', '/company');
    expect(await readdir(`${journalPath}.files`)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('is readable by its owner alone', async () => {
    const vendor = await start();
    await vendor.send('POST', '/company/logo', { body: formWith(pngBytes) });
    const { logoFileId } = await vendor.read<CompanyBody>('/company');
    const modes = await Promise.all(
      [journalPath, `${journalPath}.files`, join(`${journalPath}.files`, logoFileId ?? '')].map(
        async (path) => (await stat(path)).mode & 0o777,
      ),
    );
    expect(modes).toEqual([0o600, 0o700, 0o600]);
  });
});

describe('createSandbox with a journal', () => {
  const write = { method: 'DELETE' } as const;

  it('hands each write over as plain JSON, which gives the same sandbox again', async () => {
    const entries: JournalEntry[] = [];
    const sandbox = createSandbox({ ...base, audits: 20, clock, onJournal: (entry) => entries.push(entry) });
    await ask(sandbox, '/company/logo', write);
    expect(entries).toMatchObject([{ vendor: 'monitorqa', type: 'image-set', image: 'logo', file: null, company: 0 }]);
    const journal = JSON.parse(JSON.stringify(entries)) as readonly JournalEntry[];
    const again = createSandbox({ ...base, audits: 20, clock, journal });
    expect(await (await ask(again, '/company')).json()).toMatchObject({ logoFileId: null });
  });

  it('neither applies nor accepts a write that could not be made to last', async () => {
    const sandbox = createSandbox({
      ...base,
      audits: 20,
      clock,
      onJournal: () => {
        throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      },
    });
    const response = await ask(sandbox, '/company/logo', write);
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({
      error: { code: 'INTERNAL_SERVER_ERROR', details: { code: 'ENOSPC' } },
    });
    expect(await (await ask(sandbox, '/company')).json()).not.toMatchObject({ logoFileId: null });
  });
});

describe('openJournal', () => {
  it('refuses ids that would lead out of the folder of uploads', () => {
    const journal = openJournal(journalPath);
    expect(() => journal.uploads.keep('../../../../../../../../../x/../aaaaaa', pngBytes)).toThrow(RangeError);
    expect(() => journal.uploads.read('..')).toThrow(RangeError);
    journal.close();
  });
});
