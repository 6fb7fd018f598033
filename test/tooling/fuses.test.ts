import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goldenFuses, readFuses, setFuses } from '../../scripts/pack/fuses.ts';
import { installedElectron } from '../../scripts/start/electron-binary.ts';

/** What Electron's makers put before the wire, so that a tool finds it in the program. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** The wire of Electron 45 as it is delivered: nine fuses, in the order of its document. */
const DELIVERED = '101100011';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-fuses-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A file with a wire somewhere in it: sentinel, version, length, one character for each fuse. */
function writeProgram(name: string, wires: readonly string[], version = 1): string {
  const path = join(folder, name);
  const padding = Buffer.alloc(70_000, 'program ');
  const parts = wires.flatMap((wire) => [
    padding,
    Buffer.from(SENTINEL),
    Buffer.from([version, wire.length]),
    Buffer.from(wire),
  ]);
  writeFileSync(path, Buffer.concat([...parts, padding]));
  return path;
}

const wiresIn = (path: string): readonly string[] =>
  [...readFileSync(path, 'latin1').matchAll(new RegExp(`${SENTINEL}[\\s\\S]{2}([01r]{9})`, 'g'))].map(
    ([, wire]) => wire ?? '',
  );

const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('the golden fuses', () => {
  it('are those of the rule: nothing that makes the program a Node, everything that ties it to its archive', () => {
    expect(goldenFuses).toEqual({
      RunAsNode: 'off',
      EnableNodeOptionsEnvironmentVariable: 'off',
      EnableNodeCliInspectArguments: 'off',
      EnableCookieEncryption: 'on',
      EnableEmbeddedAsarIntegrityValidation: 'on',
      OnlyLoadAppFromAsar: 'on',
      GrantFileProtocolExtraPrivileges: 'off',
      LoadBrowserProcessSpecificV8Snapshot: 'off',
      WasmTrapHandlers: 'on',
    });
  });
});

describe('setFuses', () => {
  it('burns the golden set, which is then read back, and changes nothing else', async () => {
    const program = writeProgram('electron', [DELIVERED]);
    const before = readFileSync(program, 'latin1');
    expect(await readFuses(program)).toMatchObject({ RunAsNode: 'on', OnlyLoadAppFromAsar: 'off' });
    await setFuses(program);
    expect(await readFuses(program)).toEqual(goldenFuses);
    expect(wiresIn(program)).toEqual(['010011001']);
    expect(readFileSync(program, 'latin1').replace('010011001', DELIVERED)).toBe(before);
  });

  it('burns both halves of a universal program', async () => {
    const program = writeProgram('universal', [DELIVERED, DELIVERED]);
    await setFuses(program);
    expect(wiresIn(program)).toEqual(['010011001', '010011001']);
  });

  it.each([
    ['lacks a fuse', '10110001', 'has no fuse WasmTrapHandlers'],
    ['has a fuse that nobody has decided on', '1011000111', '1 fuses that Plumbline does not know'],
  ])('refuses an Electron that %s, and leaves it as it was', async (_what, wire, message) => {
    const program = writeProgram('other-wire', [wire]);
    const before = hashOf(program);
    await expect(setFuses(program)).rejects.toThrow(message);
    expect(hashOf(program)).toBe(before);
  });

  it('refuses a program without fuses, and leaves it as it was', async () => {
    const program = writeProgram('no-electron', []);
    const before = hashOf(program);
    await expect(setFuses(program)).rejects.toThrow(`${program} is no Electron executable: it holds no fuses.`);
    await expect(readFuses(program)).rejects.toThrow('is no Electron executable');
    expect(hashOf(program)).toBe(before);
  });

  it('refuses a wire of another version', async () => {
    const program = writeProgram('version', [DELIVERED], 2);
    await expect(setFuses(program)).rejects.toThrow(/could not be used|has no fuse/);
  });

  it('shows a fuse that this Electron no longer has as removed', async () => {
    const program = writeProgram('removed', ['r01100011']);
    expect((await readFuses(program)).RunAsNode).toBe('removed');
  });
});

/** The file that holds the fuses, beside nothing else: on macOS they are in the framework, not in the program. */
const electron = installedElectron();

describe('Electron’s own program', () => {
  it('takes the golden set', { timeout: 120_000 }, async ({ skip }) => {
    skip(electron === undefined, 'Electron’s own program is not installed (npx install-electron)');
    const original = electron ?? '';
    const inBundle = process.platform === 'darwin';
    const from = inBundle ? dirname(dirname(dirname(original))) : original;
    const copy = join(folder, basename(from));
    cpSync(from, copy, { recursive: true, verbatimSymlinks: true });
    await setFuses(copy);
    expect(await readFuses(copy)).toEqual(goldenFuses);
  });
});
