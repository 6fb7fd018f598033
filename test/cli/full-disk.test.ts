import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const ENTRY = fileURLToPath(new URL('../../src/main/cli.ts', import.meta.url));
const canMount = process.platform === 'linux' && process.getuid?.() === 0;

/** A shell in a mount namespace of its own: the small disk is seen by nobody else and is gone with it. */
const SCRIPT = `
  mount -t tmpfs -o size=3m none "$0" || exit 9
  "$1" "$2" sync --sample --json --data "$0" 2>"$0.err"; echo "status $?"
  "$1" "$2" records list --sample --json --limit 1000 --data "$0" >"$0.partial"; echo "read $?"
  mount -o remount,size=200m "$0"
  "$1" "$2" sync --sample --json --data "$0" 2>>"$0.err"; echo "status $?"
  "$1" "$2" records list --sample --json --kind audit --limit 1 --data "$0"
`;

describe('plumbline on a full disk', () => {
  it('R10 stops with what to do, keeps what was saved, and goes on when there is room', async (context) => {
    context.skip(!canMount, 'needs root on Linux to mount a small disk');
    const folder = await mkdtemp(join(tmpdir(), 'plumbline-full-'));
    try {
      const { stdout } = await promisify(execFile)('unshare', [
        '-m',
        'sh',
        '-c',
        SCRIPT,
        folder,
        process.execPath,
        ENTRY,
      ]);
      const lines = stdout.trim().split('\n');
      const first = JSON.parse(lines[0] ?? '') as { readonly connections: readonly { readonly error?: unknown }[] };
      expect(first).toMatchObject({ ok: false });
      // Which of them still found room is not told: the disk fills while all five are read.
      expect(first.connections.map(({ error }) => error)).toContainEqual(
        expect.objectContaining({ code: 'disk-full' }),
      );
      expect(lines.slice(1, 3)).toEqual(['status 1', 'read 0']);
      expect(JSON.parse(lines[3] ?? '')).toMatchObject({ ok: true });
      expect(lines[4]).toBe('status 0');
      expect(JSON.parse(lines[5] ?? '')).toMatchObject({ total: expect.any(Number), records: [{ kind: 'audit' }] });
    } finally {
      await rm(folder, { recursive: true, force: true });
      await Promise.all(['.err', '.partial'].map((ending) => rm(`${folder}${ending}`, { force: true })));
    }
  }, 120_000);
});
