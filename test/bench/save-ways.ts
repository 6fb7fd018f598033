import Database from 'better-sqlite3';
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createMemoryKeychain } from '../../src/main/credentials/memory.ts';
import { systemClock } from '../../src/main/platform/clock.ts';
import { silentLog } from '../../src/main/platform/log.ts';
import { systemRandom } from '../../src/main/platform/random.ts';
import { databasePath } from '../../src/main/store/data-files.ts';
import { takeWriterLock } from '../../src/main/store/lock.ts';
import { startWorkWriter } from '../../src/main/store/worker-client.ts';
import { openDoor } from '../../src/main/workspace.ts';
import type { ConnectionId } from '../../src/shared/model/ids.ts';
import type { OutboxId } from '../../src/shared/model/outbox.ts';
import { workers } from '../support/test-workspace.ts';

/** One way to save a change. `saved` counts, over a connection of its own, what is committed. */
export interface SaveWay {
  readonly save: () => Promise<unknown>;
  readonly saved: () => number;
  readonly close: () => Promise<void>;
}

const CONNECTION = 'bench' as ConnectionId;
const OPERATION = 'monitorqa.updateCorrectiveAction';
const ACTION = 'b7e1f0a2-6a53-4d0c-9c61-1f4f3a5d7e21';
/** A corrective action as a person changes it: all six fields, as the app sends them. */
const PARAMS = {
  path: { id: ACTION },
  body: {
    name: 'Replace the guard rail at the loading bay',
    description: 'The rail is bent and two bolts are missing. Replace both and send a picture when it is done.',
    dueDateUtc: '2026-12-04T17:00:00.000Z',
    status: 0,
    priority: 2,
    assignedUsersIds: ['5d0c9c61-1f4f-4a5d-8e21-b7e1f0a26a53'],
  },
};
/** One page of a log, the least that a commit writes. */
const PAGE = Buffer.alloc(4096, 1);

/** A data folder with its schema and one account, as the app makes it. Nothing is sent to the account's address. */
async function newFolder(folder: string): Promise<string> {
  await mkdir(folder);
  const lock = takeWriterLock(folder);
  const work = await startWorkWriter({ url: workers.writer, dataDir: folder, log: silentLog });
  try {
    await work.ask('saveConnection', {
      connection: {
        id: CONNECTION,
        vendor: 'monitorqa',
        name: 'Bench',
        url: 'http://127.0.0.1:9',
        status: 'ready',
        label: null,
        color: null,
        allowsHttp: false,
        user: null,
      },
      at: new Date().toISOString(),
    });
  } finally {
    await work.close();
    lock.release();
  }
  return folder;
}

function countSaved(folder: string): number {
  const database = new Database(databasePath(folder, 'work'), { readonly: true });
  try {
    return database.prepare("SELECT count(*) FROM outbox WHERE state = 'ready'").pluck().get() as number;
  } finally {
    database.close();
  }
}

/** The whole workspace in this process: contract, check of the request, worker, row read back. */
export async function inProcess(folder: string): Promise<SaveWay> {
  const door = await openDoor({
    mode: 'own',
    host: 'cli',
    version: '0.0.0-bench',
    dataDir: await newFolder(folder),
    workers,
    clock: systemClock,
    random: systemRandom,
    keychain: createMemoryKeychain(),
  });
  return {
    save: () => door.local.call('outbox.draft', { operation: OPERATION, connectionId: CONNECTION, params: PARAMS }),
    saved: () => countSaved(folder),
    close: () => door.close(),
  };
}

/** The worker that writes work.db, without the contract and the service before it. */
export async function writerPort(folder: string): Promise<SaveWay> {
  const dataDir = await newFolder(folder);
  const lock = takeWriterLock(dataDir);
  const work = await startWorkWriter({ url: workers.writer, dataDir, log: silentLog });
  return {
    save: () =>
      work.ask('addOutbox', {
        id: systemRandom.id() as OutboxId,
        operation: OPERATION,
        vendor: 'monitorqa',
        connectionId: CONNECTION,
        recordId: null,
        subject: OPERATION,
        state: 'ready',
        tier: 'T1',
        repeat: 'after-read',
        request: { method: 'PUT', path: '/corrective-actions/{id}', params: PARAMS },
        changes: [],
        base: null,
        spoolId: null,
        at: new Date().toISOString(),
      }),
    saved: () => countSaved(folder),
    close: async () => {
      await work.close();
      lock.release();
    },
  };
}

/** The same row into the same table, on this thread: nothing is checked or read back. */
export async function bareInsert(folder: string): Promise<SaveWay> {
  const database = new Database(databasePath(await newFolder(folder), 'work'));
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'fullfsync = 1', 'checkpoint_fullfsync = 1']) {
    database.pragma(pragma);
  }
  const insert = database.prepare(
    `INSERT INTO outbox (id, operation, vendor, connection_id, record_id, subject, state, tier, repeat, position,
       spool_id, created_at, updated_at, method, path, params, changes, base)
     VALUES (?, ?, 'monitorqa', ?, NULL, ?, 'ready',
       'T1', 'after-read', (SELECT coalesce(max(position), 0) + 1 FROM outbox), NULL, ?, ?, 'PUT',
       '/corrective-actions/{id}', ?, '[]', NULL)`,
  );
  return {
    save: () => {
      const at = new Date().toISOString();
      insert.run(systemRandom.id(), OPERATION, CONNECTION, OPERATION, at, at, JSON.stringify(PARAMS));
      return Promise.resolve();
    },
    saved: () => countSaved(folder),
    close: () => Promise.resolve(void database.close()),
  };
}

/** One page at the end of a file, and the wait for the disk: what no commit can be faster than. */
export function diskFloor(path: string): SaveWay {
  const file = openSync(path, 'w', 0o600);
  let pages = 0;
  return {
    save: () => {
      writeSync(file, PAGE);
      fdatasyncSync(file);
      pages += 1;
      return Promise.resolve();
    },
    saved: () => pages,
    close: () => Promise.resolve(closeSync(file)),
  };
}
