import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { parseContentDisposition } from '../../src/main/vendors/core/content-disposition.ts';
import {
  claimName,
  fileNameFor,
  nameKey,
  numberedName,
  safeName,
  type NameFields,
} from '../../src/main/files/file-names.ts';
import { makeRoom } from '../../src/main/files/folders.ts';

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((made) => rm(made, { recursive: true, force: true })));
});

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'plumbline-'));
  folders.push(made);
  return made;
}

const fields = (given: Partial<NameFields> = {}): NameFields => ({
  number: 'AUD-7',
  title: 'Fire services',
  project: 'Northgate',
  site: null,
  date: '2026-10-31',
  id: 'a1',
  vendor: 'monitorqa',
  ...given,
});

describe('safeName (F-1)', () => {
  it.each([
    ['a way up', '../../etc/passwd', '_.._etc_passwd'],
    ['a way up, Windows', '..\\..\\x', '_.._x'],
    ['an absolute path', '/etc/passwd', '_etc_passwd'],
    ['a drive', 'C:\\x.pdf', 'C__x.pdf'],
    ['a network path', '\\\\host\\share', '__host_share'],
    ['a data stream', 'a.pdf:evil.exe', 'a.pdf_evil.exe'],
    ['a device', 'CON', '_CON'],
    ['a device with an extension', 'nul.pdf', '_nul.pdf'],
    ['a device with a superscript', 'COM¹.txt', '_COM¹.txt'],
    ['a device with a blank', 'aux .pdf', '_aux .pdf'],
    ['dots and spaces at the end', 'report. . .', 'report'],
    ['dots at the beginning', '...hidden', 'hidden'],
    ['a home folder', '~root', 'root'],
    ['a zero', 'a\0.pdf', 'a .pdf'],
    ['a turned direction', 'invoice\u202efdp.exe', 'invoice fdp.exe'],
    ['a zero-width space', 'a\u200bb', 'a b'],
    ['a line break', 'a\r\nb', 'a b'],
    ['wildcards', 'a*b?c"d<e>f|g', 'a_b_c_d_e_f_g'],
    ['a lone surrogate', 'a\ud800b', 'a b'],
    ['an emoji', 'plan 🏗️.pdf', 'plan 🏗️.pdf'],
    ['decomposed letters', 'e\u0301', '\u00e9'],
    ['nothing', '', 'unnamed'],
    ['dots alone', '..', 'unnamed'],
    ['blanks alone', ' \t ', 'unnamed'],
    ['a name that is harmless', 'Northgate-C 2024 (final).pdf', 'Northgate-C 2024 (final).pdf'],
  ])('%s', (_name, text, safe) => {
    expect(safeName(text)).toBe(safe);
  });

  it('cuts a long name between characters, at 200 bytes', () => {
    const long = safeName('ü'.repeat(300));
    expect(Buffer.byteLength(long)).toBe(200);
    const families = safeName('👩\u200d👩\u200d👧'.repeat(50));
    expect(Buffer.byteLength(families)).toBeLessThanOrEqual(200);
    expect(families.isWellFormed()).toBe(true);
  });
});

describe('fileNameFor (F-1)', () => {
  it.each([
    ['{number} {title}', {}, 'AUD-7 Fire services.pdf'],
    ['{project}/{date:YYYY-MM}/{number}', {}, 'Northgate/2026-10/AUD-7.pdf'],
    ['{date} {id}', { date: null }, 'a1.pdf'],
    ['{number} {title}', { number: null }, 'Fire services.pdf'],
    ['{site}/{number}', {}, 'a1/AUD-7.pdf'],
    ['{title}', { title: 'a/b\\c' }, 'a_b_c.pdf'],
    ['{title}', { title: '../../x' }, '_.._x.pdf'],
    ['../{number}', {}, 'AUD-7.pdf'],
    ['/{number}', {}, 'AUD-7.pdf'],
    ['{project}\\{number}', {}, 'Northgate/AUD-7.pdf'],
    ['', {}, 'a1.pdf'],
    ['{title}', { title: 'done.PDF' }, 'done.PDF'],
    ['{vendor} {date:DD.MM.YYYY}', {}, 'monitorqa 31.10.2026.pdf'],
    ['{title}', { title: '{id}' }, '{id}.pdf'],
  ])('%j with %j is %j', (template, given, name) => {
    expect(fileNameFor(template, fields(given), '.pdf')).toBe(name);
  });

  it.each(['{nope}', '{constructor}', '{number:x}', '{}'])('refuses the placeholder %s', (template) => {
    expect(() => fileNameFor(template, fields(), '.pdf')).toThrow(expect.objectContaining({ code: 'bad-input' }));
  });

  it('stays inside the folder, with names every system takes, whatever template and fields', () => {
    const nasty = fc.constantFrom(
      '..',
      '/',
      '\\',
      'CON',
      'nul',
      'C:',
      '\0',
      '\u202e',
      '.',
      ' ',
      '~',
      'é',
      '🏗️',
      ':',
      '{id}',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(nasty).map((parts) => parts.join('')),
    );
    const plain = fc.oneof(nasty, fc.constantFrom('{title}', '{number}', '{project}', '{id}', '{date}'));
    const template = fc.array(plain, { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(template, text, text, text, (shape, title, project, id) => {
        const relative = fileNameFor(shape, fields({ title, project, id }), '.pdf');
        const root = resolve('/base/folder');
        expect(resolve(root, relative).startsWith(root + sep)).toBe(true);
        for (const name of relative.split('/')) {
          expect(name).not.toMatch(/^\.|^$|[<>:"\\|?*\p{Cc}\u200b-\u200f\u202a-\u202e]/u);
          expect(name).not.toMatch(/[. ]$/);
          expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
          expect(name.isWellFormed()).toBe(true);
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(204);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('claimName', () => {
  it('numbers what is taken, by this run or by the disk, also when only case or composition differ', async () => {
    const taken = new Set<string>();
    const isThere = async (path: string): Promise<boolean> => path === 'there.pdf';
    const names = ['a.pdf', 'A.pdf', 'a.pdf', 'e\u0301.pdf', '\u00e9.pdf', 'there.pdf', 'x/a', 'x/a'];
    const claimed: string[] = [];
    for (const name of names) claimed.push(await claimName(name, taken, isThere));
    expect(claimed).toEqual([
      'a.pdf',
      'A (2).pdf',
      'a (3).pdf',
      'e\u0301.pdf',
      '\u00e9 (2).pdf',
      'there (2).pdf',
      'x/a',
      'x/a (2)',
    ]);
    expect(new Set(claimed.map(nameKey)).size).toBe(names.length);
  });

  it('puts the number before the extension of the file, not into a folder', () => {
    expect(numberedName('v1.2/report', 2)).toBe('v1.2/report (2)');
  });
});

describe('makeRoom (F-2)', () => {
  it('makes the folders on the way', async () => {
    const root = await folder();
    const target = await makeRoom(root, 'a/b/c.pdf');
    await writeFile(target, 'x');
    expect(await readFile(join(root, 'a', 'b', 'c.pdf'), 'utf8')).toBe('x');
    expect(await makeRoom(root, 'a/b/d.pdf')).toBe(join(root, 'a', 'b', 'd.pdf'));
  });

  it('follows no link below the chosen folder, though the chosen folder may be one', async () => {
    const [root, outside] = [await folder(), await folder()];
    await symlink(outside, join(root, 'link'));
    await expect(makeRoom(root, 'link/a.pdf')).rejects.toMatchObject({ code: 'file-exists' });
    expect(await makeRoom(join(root, 'link'), 'a.pdf')).toBe(join(root, 'link', 'a.pdf'));
  });

  it('refuses a file in the way and a path that leads out', async () => {
    const root = await folder();
    await writeFile(join(root, 'a'), '');
    await expect(makeRoom(root, 'a/b.pdf')).rejects.toMatchObject({ code: 'file-exists' });
    for (const path of ['../x.pdf', '/etc/x.pdf', 'a/../../x', '']) {
      await expect(makeRoom(root, path)).rejects.toMatchObject({ code: 'bad-input' });
    }
    await mkdir(join(root, 'b'));
  });
});

describe('parseContentDisposition (F-1)', () => {
  it.each([
    ['attachment; filename="report.pdf"', 'report.pdf'],
    ['attachment; filename=report.pdf', 'report.pdf'],
    ['attachment; filename="a \\"b\\".pdf"', 'a "b".pdf'],
    ['attachment; filename="x.pdf"; filename*=UTF-8\'\'%E2%82%AC%20rates.pdf', '€ rates.pdf'],
    ["attachment; filename*=iso-8859-1'en'%A3.pdf", '£.pdf'],
    ['attachment; filename*=UTF-8\'\'%ZZ; filename="x.pdf"', 'x.pdf'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ['attachment; filename="C:\\\\temp\\\\x.pdf"', 'x.pdf'],
    ["attachment; filename*=UTF-8''..%2F..%2Fx.pdf", 'x.pdf'],
    ['attachment; filename="\xc3\xa9.pdf"', 'é.pdf'],
    ['attachment; filename="dir/"', null],
    ['attachment', null],
    ['', null],
    [null, null],
  ])('%j proposes %j', (header, name) => {
    expect(parseContentDisposition(header)).toBe(name);
  });

  it('is quick and quiet on anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        expect(parseContentDisposition(`attachment; filename="${text}`) ?? '').not.toMatch(/[/\\]/);
      }),
    );
    expect(parseContentDisposition(`; filename="${'\\"'.repeat(100_000)}`)).toBeNull();
  });
});
