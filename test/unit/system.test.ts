import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemRandom } from '../../src/main/platform/random.ts';
import { createSystem } from '../../src/main/services/system.ts';
import type { FileId } from '../../src/shared/model/ids.ts';
import { fakeSystem } from '../support/fake-system.ts';

const report = 'report' as FileId;

async function folderWithReport() {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-system-'));
  const kept = join(folder, 'kept');
  await writeFile(kept, '%PDF-1.7 a report');
  return { folder, kept, served: () => Promise.resolve({ path: kept }) };
}

describe('createSystem', () => {
  it('says that a host without a desktop offers none of it', async () => {
    const { served } = await folderWithReport();
    const system = createSystem({
      port: undefined,
      served,
      random: systemRandom,
      linkHosts: new Set(['app.monitorqa.com']),
    });
    await expect(system.openLink('https://app.monitorqa.com/')).rejects.toMatchObject({ code: 'not-offered-here' });
    await expect(system.chooseFolder()).rejects.toMatchObject({ code: 'not-offered-here' });
    await expect(system.saveFile(report, 'a.pdf')).rejects.toMatchObject({ code: 'not-offered-here' });
  });

  it('hands a known address to the desktop, and no other', async () => {
    const { served } = await folderWithReport();
    const { port, asked } = fakeSystem();
    const system = createSystem({ port, served, random: systemRandom, linkHosts: new Set(['app.monitorqa.com']) });
    await system.openLink('https://app.monitorqa.com/audits');
    await expect(system.openLink('file:///etc/passwd')).rejects.toMatchObject({ code: 'link-refused' });
    expect(asked).toEqual([['openLink', 'https://app.monitorqa.com/audits']]);
  });

  it('saves a whole copy under the chosen name, in place of a file that was there, and leaves no part', async () => {
    const { folder, served } = await folderWithReport();
    const place = join(folder, 'copy.pdf');
    await writeFile(place, 'an older and longer copy of the report, to be replaced');
    const { port, asked } = fakeSystem({ place });
    const system = createSystem({ port, served, random: systemRandom, linkHosts: new Set(['app.monitorqa.com']) });
    expect(await system.saveFile(report, 'A/B: report.pdf')).toEqual({ path: place });
    expect(await readFile(place, 'utf8')).toBe('%PDF-1.7 a report');
    expect(await readdir(folder)).toEqual(['copy.pdf', 'kept']);
    expect(asked).toEqual([['choosePlace', 'A_B_ report.pdf']]);
  });

  it('writes nothing when the person thinks better of it', async () => {
    const { folder, served } = await folderWithReport();
    const { port } = fakeSystem({ place: null });
    const system = createSystem({ port, served, random: systemRandom, linkHosts: new Set(['app.monitorqa.com']) });
    expect(await system.saveFile(report, 'a.pdf')).toEqual({ path: null });
    expect(await readdir(folder)).toEqual(['kept']);
  });

  it('says what the disk said when the place cannot be written, and leaves nothing half there', async () => {
    const { folder, served } = await folderWithReport();
    const { port } = fakeSystem({ place: join(folder, 'no-such-folder', 'copy.pdf') });
    const system = createSystem({ port, served, random: systemRandom, linkHosts: new Set(['app.monitorqa.com']) });
    await expect(system.saveFile(report, 'a.pdf')).rejects.toMatchObject({ code: 'disk-failed' });
    expect(await readdir(folder)).toEqual(['kept']);
  });
});
