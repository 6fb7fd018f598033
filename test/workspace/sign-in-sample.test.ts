import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryKeychain } from '../../src/main/credentials/memory.ts';
import { systemRandom } from '../../src/main/platform/random.ts';
import type { Door } from '../../src/main/rpc/door.ts';
import { startSandbox, type SandboxServer } from '../../src/main/sandbox-server.ts';
import { aconex } from '../../src/main/vendors/aconex/client.ts';
import { openDoor } from '../../src/main/workspace.ts';
import { signInAsPerson } from '../support/lobby.ts';
import { patientClock } from '../support/patient-clock.ts';
import { workers } from '../support/test-workspace.ts';

/** The sandbox's Lobby is written from the vendor's document by other hands than the sign-in: they must agree. */
let sandbox: SandboxServer;
let clock: ReturnType<typeof patientClock>;
let dataDir: string;
let door: Door;

beforeEach(async () => {
  clock = patientClock();
  sandbox = await startSandbox({ seed: 7, now: '2026-11-20T08:00:00.000Z', audits: 5, clock: clock.now });
  dataDir = await mkdtemp(join(tmpdir(), 'plumbline-sign-in-'));
  door = await openDoor({
    mode: 'own',
    host: 'serve',
    version: '0.0.0-test',
    dataDir,
    workers,
    clock,
    random: systemRandom,
    keychain: createMemoryKeychain(),
    definitions: { aconex },
  });
});
afterEach(async () => {
  await door.close();
  await sandbox.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** Signs in at the sandbox, which answers `answer` in the person's place. */
function signIn(answer: 'allow' | 'deny') {
  const path = sandbox.vendors.find(({ vendor }) => vendor === 'aconex')?.path ?? '';
  const input = { vendor: 'aconex', name: 'Sample', clientId: 'sample-aconex-client' } as const;
  return door.local.call(
    'connections.signIn',
    { ...input, lobby: sandbox.url, url: `${sandbox.url}${path}` },
    { onProgress: ({ address }) => void (address && signInAsPerson(`${address}&sample_answer=${answer}`)) },
  );
}

describe('a sign-in at the sandbox', () => {
  it('reads projects, and goes on when its tokens have run out', async () => {
    const { id } = await signIn('allow');
    const read = () => door.local.call('vendors.call', { operation: 'aconex.listProjects', connectionId: id });
    const first = await read();
    expect(first).toMatchObject({ status: 200, data: { Project: expect.any(Array) } });
    for (let hour = 0; hour < 3; hour += 1) {
      clock.advance(3_600_000);
      expect(await read()).toEqual(first);
    }
  });

  it('ends when the person refuses', async () => {
    await expect(signIn('deny')).rejects.toMatchObject({ code: 'cancelled' });
    expect(await door.local.call('connections.list', {})).toEqual([]);
  });

  it('asks for a new sign-in after seven days without one', async () => {
    const { id } = await signIn('allow');
    clock.advance(8 * 24 * 3_600_000);
    expect(await door.local.call('connections.test', { id })).toMatchObject({
      ok: false,
      error: { code: 'key-rejected', message: expect.stringContaining('Sign in again') },
    });
  });
});
