import { createHash, randomBytes } from 'node:crypto';
import {
  appendFile,
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSpooled, removeSpooled, spoolFile, sweepSpool, type SpoolRequest } from '../../src/main/files/spool.ts';
import { handClock } from '../support/hand-clock.ts';

let outside: string;
let folder: string;
beforeEach(async () => {
  outside = await mkdtemp(join(tmpdir(), 'plumbline-spool-'));
  folder = join(outside, 'data');
  await mkdir(folder, { mode: 0o700 });
});
afterEach(async () => {
  await rm(outside, { recursive: true, force: true });
});

const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(5000)]);
const jpeg = Buffer.concat([Buffer.from('\xff\xd8\xff', 'latin1'), randomBytes(100)]);
const gif = Buffer.from('GIF89a....');
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const spool = (source: SpoolRequest['source'], given: Partial<SpoolRequest> = {}) =>
  spoolFile({ id: 'one', source, folder, clock: handClock('2026-01-01T00:00:00Z'), ...given });

/** A file outside the data folder, with this content. */
async function dropped(bytes: Buffer, name = 'dropped.png'): Promise<string> {
  const path = join(outside, name);
  await writeFile(path, bytes);
  return path;
}

/** Every file below the data folder. */
const files = async (): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => entry.name);

/** A stream that does something between its first and its second chunk. */
const interrupted = (between: () => unknown, ...chunks: readonly Buffer[]): Readable =>
  Readable.from(
    (async function* () {
      for (const [index, chunk] of chunks.entries()) {
        if (index === 1) await between();
        yield chunk;
      }
    })(),
    { objectMode: false },
  );

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const onUnix = process.platform !== 'win32';

describe('spoolFile', () => {
  it('copies a file under its hash, and lives on when the original is gone', async () => {
    const source = await dropped(png);
    const spooled = await spool(source, { expect: 'logo' });
    const hash = sha256(png);
    expect(spooled).toEqual({
      path: `spool/${hash.slice(0, 2)}/${hash}-one`,
      bytes: png.length,
      sha256: hash,
      contentType: 'image/png',
    });
    await rm(source);
    expect((await readFile(join(folder, spooled.path))).equals(png)).toBe(true);
  });

  it.runIf(onUnix)('F-3 keeps the copy and its folders for their owner alone', async () => {
    const { path } = await spool(await dropped(png));
    const parts = path.split('/');
    const modes = await Promise.all(
      parts.map(async (_part, index) => (await stat(join(folder, ...parts.slice(0, index + 1)))).mode & 0o777),
    );
    expect(modes).toEqual([0o700, 0o700, 0o600]);
  });

  it.each([1, 262_144, 3_000_001])('copies %i bytes right, from a path and from a stream', async (size) => {
    const bytes = randomBytes(size);
    const fromPath = await spool(await dropped(bytes));
    const fromStream = await spool(Readable.from([bytes.subarray(0, 1), bytes.subarray(1)], { objectMode: false }), {
      id: 'two',
      expectedBytes: size,
    });
    for (const { path, sha256: hash } of [fromPath, fromStream]) {
      expect(hash).toBe(sha256(bytes));
      expect((await readFile(join(folder, path))).equals(bytes)).toBe(true);
    }
  });

  it('R21 keeps a file that is dropped twice twice, so that one may go and the other stay', async () => {
    const source = await dropped(png);
    const [first, second] = await Promise.all([spool(source, { id: 'first' }), spool(source, { id: 'second' })]);
    await removeSpooled(join(folder, first.path));
    expect((await readFile(join(folder, second.path))).equals(png)).toBe(true);
  });

  it.each<[what: string, source: () => Promise<string | Readable>, given: Partial<SpoolRequest>, error: object]>([
    ['that is not there', async () => join(outside, 'nobody'), {}, { code: 'not-found' }],
    ['that is a folder', async () => outside, {}, { code: 'bad-input', data: { reason: 'folder' } }],
    ['of 0 bytes', () => dropped(Buffer.alloc(0)), {}, { code: 'bad-input', data: { reason: 'empty' } }],
    [
      'of 0 bytes from a page',
      async () => Readable.from([], { objectMode: false }),
      {},
      { code: 'bad-input', data: { reason: 'empty' } },
    ],
    [
      'that is a GIF named .png',
      () => dropped(gif),
      { expect: 'logo' },
      { code: 'file-wrong-type', data: { type: 'image/gif' } },
    ],
    ['that is text named .png', () => dropped(Buffer.from('hello')), { expect: 'image' }, { code: 'file-wrong-type' }],
    [
      'that is too large',
      () => dropped(png),
      { maxBytes: 5000 },
      { code: 'bad-input', data: { reason: 'too-large', maxBytes: 5000 } },
    ],
    [
      'whose stream ends too soon',
      async () => Readable.from([png], { objectMode: false }),
      { expectedBytes: png.length + 1 },
      { code: 'file-incomplete' },
    ],
    [
      'whose stream breaks',
      async () =>
        interrupted(
          () => {
            throw new Error('aborted');
          },
          png,
          png,
        ),
      {},
      { code: 'connection-lost' },
    ],
    ['given up before it begins', () => dropped(png), { signal: AbortSignal.abort() }, { code: 'cancelled' }],
  ])('R21 refuses a file %s and leaves nothing', async (_what, source, given, error) => {
    await expect(spool(await source(), given)).rejects.toMatchObject(error);
    expect(await files()).toEqual([]);
  });

  it.each([
    ['image', gif],
    ['logo', jpeg],
    ['any', Buffer.from('hello')],
  ] as const)('takes as %s what it is by its bytes', async (expected, bytes) => {
    const spooled = await spool(await dropped(bytes), { expect: expected });
    expect(spooled.bytes).toBe(bytes.length);
  });

  it('refuses a wrong type after its first kilobyte, however long the file', async () => {
    let given = 0;
    const endless = Readable.from(
      (async function* () {
        for (;;) {
          given += 1;
          yield Buffer.alloc(1024, 65);
        }
      })(),
      { objectMode: false },
    );
    await expect(spool(endless, { expect: 'logo' })).rejects.toMatchObject({ code: 'file-wrong-type' });
    expect(given).toBeLessThan(200);
    expect(endless.destroyed).toBe(true);
  });

  it.runIf(onUnix)('refuses a device that never ends, and follows a link to a file', async () => {
    await expect(spool('/dev/zero')).rejects.toMatchObject({ code: 'bad-input', data: { reason: 'not-a-file' } });
    await symlink(await dropped(png), join(outside, 'link'));
    expect((await spool(join(outside, 'link'))).bytes).toBe(png.length);
  });

  it.runIf(onUnix)('says that a file may not be read', async () => {
    const source = await dropped(png);
    await chmod(source, 0);
    // Root may read anything: a root process becomes somebody else meanwhile.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      await expect(spool(source)).rejects.toMatchObject({ code: 'bad-input', data: { reason: 'unreadable' } });
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });

  it.each([
    ['grows', (path: string) => appendFile(path, 'more')],
    ['shrinks', (path: string) => truncate(path, 2_000_000)],
    ['is written over', (path: string) => writeFile(path, randomBytes(4_000_000))],
  ])('R21 refuses a file that %s while it is copied', async (_what, disturb) => {
    const source = await dropped(randomBytes(4_000_000));
    // The copy tells of its progress after its first piece; the file is disturbed at that moment, once.
    let disturbing: Promise<unknown> | undefined;
    const clock = { ...handClock('2026-01-01T00:00:00Z'), now: () => (ticks += 1000) };
    let ticks = 0;
    const copying = spool(source, { clock, onProgress: () => void (disturbing ??= disturb(source)) });
    await expect(copying).rejects.toMatchObject({ code: 'bad-input', data: { reason: 'changed' } });
    await disturbing;
    expect(await files()).toEqual([]);
  });

  it('leaves nothing when it is cancelled while the sender stalls', async () => {
    const controller = new AbortController();
    const stalled = new Readable({ read: () => undefined });
    stalled.push(png);
    const copying = spool(stalled, {
      signal: controller.signal,
      clock: { ...handClock('2026-01-01T00:00:00Z'), now: () => (ticks += 1000) },
      onProgress: () => controller.abort(),
    });
    let ticks = 0;
    await expect(copying).rejects.toMatchObject({ code: 'cancelled' });
    expect(stalled.destroyed).toBe(true);
    expect(await files()).toEqual([]);
  });

  it('takes no id that leads elsewhere', async () => {
    await expect(spool(await dropped(png), { id: '../one' })).rejects.toBeInstanceOf(TypeError);
    expect(await files()).toEqual([]);
  });
});

describe('openSpooled', () => {
  it('reads the copy from its beginning, as often as it is asked', async () => {
    const { path, bytes } = await spool(await dropped(png));
    const read = await openSpooled(join(folder, path), bytes);
    expect((await readAll(read())).equals(png)).toBe(true);
    expect((await readAll(read())).equals(png)).toBe(true);
  });

  it('refuses a copy that is gone or of another length', async () => {
    const { path, bytes } = await spool(await dropped(png));
    await truncate(join(folder, path), bytes - 1);
    await expect(openSpooled(join(folder, path), bytes)).rejects.toMatchObject({ code: 'file-incomplete' });
    await removeSpooled(join(folder, path));
    await removeSpooled(join(folder, path));
    await expect(openSpooled(join(folder, path), bytes)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('sweepSpool', () => {
  it('deletes what a crash left and what no row names, and keeps the rest', async () => {
    const source = await dropped(png);
    const kept = await spool(source, { id: 'kept' });
    await spool(source, { id: 'forgotten' });
    await writeFile(join(folder, 'spool', 'half.part'), 'half');
    expect(await sweepSpool(folder, () => Promise.resolve([kept.path]))).toBe(2);
    expect(await files()).toEqual([`${kept.sha256}-kept`]);
  });

  it('P2 leaves a file alone that came while the rows were asked for', async () => {
    const source = await dropped(png);
    const swept = await sweepSpool(folder, async () => {
      await spool(source);
      return [];
    });
    expect(swept).toBe(0);
    expect(await files()).toHaveLength(1);
  });
});
