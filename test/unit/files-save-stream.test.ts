import { createHash, randomBytes } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src/shared/errors/app-error.ts';
import { diskError } from '../../src/main/platform/disk-error.ts';
import { csvCell, manifestCsv, writeManifest, type ManifestRow } from '../../src/main/files/manifest.ts';
import { saveStream, type SaveRequest } from '../../src/main/files/save-stream.ts';
import { handClock } from '../support/hand-clock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const pdf = Buffer.from('%PDF-1.7\nsomething\n%%EOF\n');
const png = Buffer.from('\x89PNG\r\n\x1a\n....', 'latin1');
const stream = (...chunks: readonly Buffer[]): Readable => Readable.from(chunks, { objectMode: false });

const save = (body: Readable, given: Partial<SaveRequest> = {}) =>
  saveStream({
    body,
    expectedBytes: null,
    expect: 'any',
    target: join(folder, 'file'),
    clock: handClock('2026-01-01T00:00:00Z'),
    ...given,
  });

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A body that gives these chunks and then breaks. */
const breaking = (error: Error, ...chunks: readonly Buffer[]): Readable =>
  Readable.from(
    (async function* () {
      yield* chunks;
      throw error;
    })(),
    { objectMode: false },
  );

describe('saveStream', () => {
  it('writes the file whole under its name, private, with its size, hash and type', async () => {
    const saved = await save(stream(pdf.subarray(0, 3), pdf.subarray(3)), { expect: 'pdf', expectedBytes: pdf.length });
    expect(saved).toEqual({ bytes: pdf.length, sha256: sha256(pdf), contentType: 'application/pdf' });
    expect(await readdir(folder)).toEqual(['file']);
    expect((await readFile(join(folder, 'file'))).equals(pdf)).toBe(true);
    expect((await stat(join(folder, 'file'))).mode & 0o777).toBe(0o600);
  });

  it.each([0, 1, 1024 * 1024, 20_000_001])('writes and hashes %i bytes right', async (size) => {
    const bytes = randomBytes(size);
    const chunks = Array.from({ length: Math.ceil(size / 65_536) }, (_, index) =>
      bytes.subarray(index * 65_536, (index + 1) * 65_536),
    );
    const saved = await save(stream(...chunks), { expectedBytes: size });
    expect(saved).toMatchObject({ bytes: size, sha256: sha256(bytes) });
    expect((await readFile(join(folder, 'file'))).equals(bytes)).toBe(true);
  });

  it.each<[name: string, body: () => Readable, given: Partial<SaveRequest>, code: string]>([
    ['too short', () => stream(pdf), { expectedBytes: pdf.length + 1 }, 'file-incomplete'],
    ['too long', () => stream(pdf), { expectedBytes: 3 }, 'file-incomplete'],
    ['empty where a PDF is expected', () => stream(), { expect: 'pdf' }, 'file-incomplete'],
    ['a PDF without its end', () => stream(pdf.subarray(0, 15)), { expect: 'pdf' }, 'file-incomplete'],
    [
      'a web page called PDF',
      () => stream(Buffer.from('\n<!DOCTYPE html><p>%%EOF')),
      { expect: 'pdf' },
      'file-wrong-type',
    ],
    ['an image called PDF', () => stream(png), { expect: 'pdf' }, 'file-wrong-type'],
    ['a PDF called image', () => stream(pdf), { expect: 'image' }, 'file-wrong-type'],
    ['SVG called image', () => stream(Buffer.from('<svg xmlns="x"/>')), { expect: 'image' }, 'file-wrong-type'],
    ['broken off', () => breaking(new Error('ECONNRESET'), pdf), {}, 'connection-lost'],
    ['broken off with a reason', () => breaking(new AppError('timed-out', 'x'), pdf), {}, 'timed-out'],
    ['cancelled before', () => stream(pdf), { signal: AbortSignal.abort() }, 'cancelled'],
    ['in a folder that is not there', () => stream(pdf), { target: '/nowhere/at/all' }, 'disk-failed'],
  ])('leaves nothing behind when the file is %s', async (_name, makeBody, given, code) => {
    const body = makeBody();
    await expect(save(body, given)).rejects.toMatchObject({ code });
    expect(await readdir(folder)).toEqual([]);
    expect(body.destroyed).toBe(true);
  });

  it('leaves nothing behind when it is cancelled in the middle, also of a large file', async () => {
    for (const size of [1024, 5 * 1024 * 1024]) {
      const controller = new AbortController();
      const body = Readable.from(
        (async function* () {
          for (let count = 0; ; count += 1) {
            if (count === 10) controller.abort();
            yield Buffer.alloc(size);
          }
        })(),
        { objectMode: false },
      );
      await expect(save(body, { signal: controller.signal })).rejects.toMatchObject({ code: 'cancelled' });
      expect(await readdir(folder)).toEqual([]);
    }
  });

  it('finds a PDF’s header a little into the file, and its end before some padding', async () => {
    const padded = Buffer.concat([Buffer.alloc(1000, 10), pdf, Buffer.alloc(900, 10)]);
    expect((await save(stream(padded), { expect: 'pdf' })).contentType).toBe('application/pdf');
  });

  it.each([
    ['image/png', png],
    ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0])],
    ['image/gif', Buffer.from('GIF89a..')],
    ['image/webp', Buffer.from('RIFF....WEBPVP8 ')],
  ])('knows %s by its first bytes', async (contentType, bytes) => {
    expect((await save(stream(bytes), { expect: 'image' })).contentType).toBe(contentType);
  });

  it('replaces an unfinished file of an earlier run', async () => {
    await writeFile(join(folder, 'file.part'), 'old and much longer than the new one '.repeat(10));
    await save(stream(pdf));
    expect((await readFile(join(folder, 'file'))).equals(pdf)).toBe(true);
    expect(await readdir(folder)).toEqual(['file']);
  });

  it('overwrites a file only when told to', async () => {
    await writeFile(join(folder, 'file'), 'mine');
    await expect(save(stream(pdf))).rejects.toMatchObject({ code: 'file-exists' });
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('mine');
    expect(await readdir(folder)).toEqual(['file']);
    await save(stream(pdf), { replace: true });
    expect((await readFile(join(folder, 'file'))).equals(pdf)).toBe(true);
  });

  it('writes through no link, neither at the name nor at the unfinished one (F-2)', async () => {
    await writeFile(join(folder, 'victim'), 'mine');
    await symlink(join(folder, 'victim'), join(folder, 'file.part'));
    await expect(save(stream(pdf))).rejects.toMatchObject({ code: 'file-exists' });
    await rm(join(folder, 'file.part'));
    await symlink(join(folder, 'victim'), join(folder, 'file'));
    await expect(save(stream(pdf))).rejects.toMatchObject({ code: 'file-exists' });
    await save(stream(pdf), { replace: true });
    expect((await lstat(join(folder, 'file'))).isFile()).toBe(true);
    expect(await readFile(join(folder, 'victim'), 'utf8')).toBe('mine');
  });

  it('gives no name to the unfinished file of another download of the same target', async () => {
    const slow = Readable.from(
      (async function* () {
        yield pdf;
        await rm(join(folder, 'file.part'));
        await writeFile(join(folder, 'file.part'), 'half of an');
      })(),
      { objectMode: false },
    );
    await expect(save(slow)).rejects.toMatchObject({ code: 'file-exists' });
    expect(await readdir(folder)).toEqual(['file.part']);
  });

  it('tells progress at most ten times a second, and the end', async () => {
    const clock = handClock('2026-01-01T00:00:00Z');
    const told: number[] = [];
    const body = Readable.from(
      (async function* () {
        for (let count = 0; count < 20; count += 1) {
          clock.advance(30);
          yield Buffer.alloc(100);
        }
      })(),
      { objectMode: false },
    );
    await save(body, { clock, onProgress: (bytes) => told.push(bytes) });
    expect(told).toEqual([400, 800, 1200, 1600, 2000, 2000]);
  });

  const canMount = ((): boolean => {
    try {
      return (
        process.platform === 'linux' && process.getuid?.() === 0 && execFileSync('unshare', ['-m', 'true']).length === 0
      );
    } catch {
      return false;
    }
  })();

  it.skipIf(!canMount)('says that the disk is full and leaves nothing behind (R10; needs root on Linux)', () => {
    const script = `
      const { saveStream } = await import(${JSON.stringify(new URL('../../src/main/files/save-stream.ts', import.meta.url).href)});
      const { Readable } = await import('node:stream');
      const { readdirSync } = await import('node:fs');
      const body = Readable.from(Array.from({ length: 64 }, () => Buffer.alloc(65536)), { objectMode: false });
      const clock = { now: Date.now, wait: async () => {} };
      try { await saveStream({ body, expectedBytes: null, expect: 'any', target: process.argv[1] + '/file', clock }); }
      catch (error) { console.log(error.code, readdirSync(process.argv[1]).length); }
    `;
    const command = 'mount -t tmpfs -o size=1m none "$0" && exec "$1" --input-type=module -e "$2" "$0"';
    const said = execFileSync('unshare', ['-m', 'sh', '-c', command, folder, process.execPath, script], {
      encoding: 'utf8',
    });
    expect(said.trim()).toBe('disk-full 0');
  });
});

describe('diskError', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'disk-read-only'],
    ['EACCES', 'disk-read-only'],
    ['EPERM', 'disk-read-only'],
    ['EIO', 'disk-failed'],
  ])('%s is %s, without a path in its words', (system, code) => {
    const error = diskError(Object.assign(new Error(`${system}: open '/home/ana/x'`), { code: system }));
    expect(error).toMatchObject({ code, data: { system } });
    expect(error.message).not.toContain('ana');
  });

  it('hands an error of ours back and calls anything else failed', () => {
    const ours = new AppError('cancelled', 'x');
    expect(diskError(ours)).toBe(ours);
    expect(diskError('text')).toMatchObject({ code: 'disk-failed', data: { system: null } });
  });
});

describe('manifestCsv and writeManifest', () => {
  const row: ManifestRow = {
    record: 'c:audit:a1',
    number: 'AUD-7',
    title: 'Doors, "west"\nwing',
    path: 'Northgate/AUD-7.pdf',
    host: 'api.example',
    bytes: 12,
    sha256: 'ab',
    time: '2026-01-01T00:00:00.000Z',
    result: 'saved',
  };

  it('has a head line and quotes as RFC 4180 says', () => {
    expect(
      manifestCsv([
        row,
        { ...row, number: null, title: 'x', path: null, bytes: 0, sha256: null, result: 'not-at-vendor' },
      ]),
    ).toBe(
      'record,number,title,path,host,bytes,sha256,time,result\r\n' +
        'c:audit:a1,AUD-7,"Doors, ""west""\nwing",Northgate/AUD-7.pdf,api.example,12,ab,2026-01-01T00:00:00.000Z,saved\r\n' +
        'c:audit:a1,,x,,api.example,0,,2026-01-01T00:00:00.000Z,not-at-vendor\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx', '\0=x', ' =1', '"=1', '＝1'])('tames %j (C-6)', (text) => {
    expect(csvCell(text).replace(/^"/, '').startsWith("'")).toBe(true);
  });

  it('leaves numbers and plain text as they are', () => {
    expect([csvCell(-5), csvCell('a=b'), csvCell('')]).toEqual(['-5', 'a=b', '']);
  });

  it('writes the file in place of an earlier one', async () => {
    const clock = handClock('2026-01-01T00:00:00Z');
    await writeManifest(folder, [], clock);
    const path = await writeManifest(folder, [{ ...row, title: 'Zoë' }], clock);
    expect(await readFile(path, 'utf8')).toContain('Zoë');
    expect(await readdir(folder)).toEqual(['manifest.csv']);
  });
});
