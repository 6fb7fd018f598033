import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConnectionId } from '../../src/shared/model/ids.ts';
import type { Keychain } from '../../src/main/credentials/keychain.ts';
import { createMemoryKeychain } from '../../src/main/credentials/memory.ts';
import { systemClock, type Clock } from '../../src/main/platform/clock.ts';
import { hostPaths } from '../../src/main/platform/host-paths.ts';
import { silentLog } from '../../src/main/platform/log.ts';
import { systemRandom } from '../../src/main/platform/random.ts';
import type { Door } from '../../src/main/rpc/door.ts';
import { startSandbox, type SandboxServer } from '../../src/main/sandbox-server.ts';
import { takeWriterLock } from '../../src/main/store/lock.ts';
import { startWorkWriter } from '../../src/main/store/worker-client.ts';
import { openDoor } from '../../src/main/workspace.ts';
import type { FaultRule } from '../../src/sandbox/faults.ts';

export const CONNECTION = 'site' as ConnectionId;

/** The worker entries as source: Node runs them as they are. */
export const { workers } = hostPaths(new URL('../../src/main/cli.ts', import.meta.url).href);

/** A data folder with one MonitorQA connection, a vendor to connect to, and a door to the workspace. */
export interface TestWorkspace {
  readonly dataDir: string;
  readonly vendor: SandboxServer;
  readonly keychain: Keychain;
  /** The key the vendor accepts. */
  readonly apiKey: string;
  readonly door: Door;
  /** Closes the door and opens it again, as a restart of the app does. */
  readonly restart: () => Promise<void>;
  readonly setFaults: (...faults: FaultRule[]) => void;
  readonly close: () => Promise<void>;
}

interface TestWorkspaceOptions {
  readonly audits?: number;
  readonly clock?: Clock;
  readonly host?: 'cli' | 'serve';
}

/** A workspace over a real data folder, real databases and a real vendor on 127.0.0.1. */
export async function openTestWorkspace(options: TestWorkspaceOptions = {}): Promise<TestWorkspace> {
  const { audits = 30, clock = systemClock, host = 'cli' } = options;
  const dataDir = await mkdtemp(join(tmpdir(), 'plumbline-workspace-'));
  const vendor = await startSandbox({ seed: 7, now: '2026-11-20T08:00:00.000Z', audits, clock: clock.now });
  const [account] = vendor.vendors;
  if (account === undefined) throw new Error('The sandbox has no vendor.');
  const url = `${vendor.url}${account.path}`;
  const keychain = createMemoryKeychain();
  await keychain.set(CONNECTION, { origin: new URL(url).origin, secret: account.secret });

  const lock = takeWriterLock(dataDir);
  const work = await startWorkWriter({ url: workers.writer, dataDir, log: silentLog });
  await work.ask('saveConnection', {
    connection: {
      id: CONNECTION,
      vendor: 'monitorqa',
      name: 'Site',
      url,
      status: 'ready',
      label: null,
      color: null,
      allowsHttp: false,
      user: null,
    },
    at: new Date(clock.now()).toISOString(),
  });
  await work.close();
  lock.release();

  const open = (): Promise<Door> =>
    openDoor({ mode: 'own', host, version: '0.0.0-test', dataDir, workers, clock, random: systemRandom, keychain });
  let door = await open();
  return {
    dataDir,
    vendor,
    keychain,
    apiKey: account.secret['apiKey'] ?? '',
    get door() {
      return door;
    },
    restart: async () => {
      await door.close();
      door = await open();
    },
    setFaults: (...faults) => vendor.faults.set(faults),
    close: async () => {
      await door.close();
      await vendor.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
