import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

describe('plumbline where certificate checks are switched off', () => {
  it('N-4 refuses to start, says why, and writes nothing', async () => {
    const data = await mkdtemp(join(tmpdir(), 'plumbline-insecure-'));
    const args = ['records', 'list', '--kind', 'audit', '--data', data];
    const { status, err } = await runCli(args, { env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } });
    expect(status).not.toBe(0);
    expect(err).toContain('NODE_TLS_REJECT_UNAUTHORIZED');
    expect(err).toContain('Nothing was read, sent or changed.');
    expect(await readdir(data)).toEqual([]);
    await rm(data, { recursive: true });
  });
});
