import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Input } from '../../src/shared/contract/index.ts';
import type { Progress } from '../../src/shared/contract/operation.ts';
import type { Connection } from '../../src/shared/model/connection.ts';
import { createMemoryKeychain } from '../../src/main/credentials/memory.ts';
import type { Keychain } from '../../src/main/credentials/keychain.ts';
import { systemRandom } from '../../src/main/platform/random.ts';
import type { SystemPort } from '../../src/main/platform/system-port.ts';
import type { Door } from '../../src/main/rpc/door.ts';
import { aconex } from '../../src/main/vendors/aconex/client.ts';
import { openDoor } from '../../src/main/workspace.ts';
import { signInAsPerson, startLobby, type TestLobby } from './lobby.ts';
import { patientClock } from './patient-clock.ts';
import { workers } from './test-workspace.ts';

/** What a test may say of a sign-in. */
type SignInInput = Partial<Input<'connections.signIn'>>;

/** A data folder, a Lobby with its API, and a door to the workspace; tests are the person and their browser. */
export interface SignInWorkspace {
  readonly dataDir: string;
  readonly lobby: TestLobby;
  readonly clock: ReturnType<typeof patientClock>;
  readonly keychain: Keychain;
  readonly door: Door;
  /** Begins a sign-in; `act` is what happens at the address, the person signs in when it is left out. */
  readonly signIn: (
    input?: SignInInput,
    act?: (address: string) => unknown,
    signal?: AbortSignal,
  ) => Promise<Connection>;
  /** All progress that was told, in order. */
  readonly told: readonly Progress[];
  readonly restart: () => Promise<void>;
  /** Opens a door of another process' kind to the same folder. */
  readonly openSecond: () => Promise<Door>;
  /** Every file below the data folder. */
  readonly files: () => Promise<readonly Buffer[]>;
  readonly close: () => Promise<void>;
}

interface Options {
  readonly host?: 'cli' | 'serve' | 'desktop';
  readonly system?: SystemPort;
  readonly keychain?: Keychain;
}

/** A workspace over a real data folder, a real Lobby and a real API on 127.0.0.1. */
export async function openSignInWorkspace(options: Options = {}): Promise<SignInWorkspace> {
  const { host = 'serve', system, keychain = createMemoryKeychain() } = options;
  const dataDir = await mkdtemp(join(tmpdir(), 'plumbline-sign-in-'));
  const lobby = await startLobby();
  const clock = patientClock();
  const told: Progress[] = [];

  const open = (as = host): Promise<Door> =>
    openDoor({
      mode: 'own',
      host: as,
      version: '0.0.0-test',
      dataDir,
      workers,
      clock,
      random: systemRandom,
      keychain,
      definitions: { aconex },
      ...(system ? { system } : {}),
    });
  let door = await open();

  return {
    dataDir,
    lobby,
    clock,
    keychain,
    told,
    get door() {
      return door;
    },
    signIn: (input = {}, act = signInAsPerson, signal = new AbortController().signal) =>
      door.local.call(
        'connections.signIn',
        { vendor: 'aconex', name: 'Projects', clientId: 'client-7', lobby: lobby.url, url: lobby.url, ...input },
        {
          signal,
          onProgress: (progress) => {
            told.push(progress);
            if (progress.address !== undefined) void act(progress.address);
          },
        },
      ),
    restart: async () => {
      await door.close();
      door = await open();
    },
    openSecond: () => open('cli'),
    files: async () => {
      const found = await readdir(dataDir, { recursive: true, withFileTypes: true });
      return Promise.all(
        found.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name))),
      );
    },
    close: async () => {
      await door.close();
      await lobby.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
