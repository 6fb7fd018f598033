import { Worker } from 'node:worker_threads';
import { systemClock } from '../../src/main/platform/clock.ts';
import { silentLog } from '../../src/main/platform/log.ts';
import { systemRandom } from '../../src/main/platform/random.ts';
import { createLocalClient } from '../../src/main/rpc/local-client.ts';
import { createRecords } from '../../src/main/services/records.ts';
import { databasePath } from '../../src/main/store/data-files.ts';
import { startReader } from '../../src/main/store/worker-client.ts';
import { openDoor } from '../../src/main/workspace.ts';
import { fakeWorkspaces } from '../support/fake-workspaces.ts';
import { firstLine } from '../support/run-cli.ts';
import { workers } from '../support/test-workspace.ts';
import type { ObjectsWorkerData } from './page-objects-worker.ts';
import { openBareSocket, openPageSocket, type PageSocket } from './page-socket.ts';
import { builtCli, besides, startScript, stop } from './processes.ts';

/** One way that a page comes to whoever asked for it, ready to be asked. */
export interface PageWay {
  readonly ask: () => Promise<unknown>;
  readonly close: () => Promise<unknown>;
}

/** Which page: the first `rows` of the cache in `dataDir`, by due date. */
export interface PageChoice {
  readonly dataDir: string;
  readonly rows: number;
}

/** Row objects over a port, unchecked: a page kept in the worker, or read each time. */
export function naivePort({ dataDir, rows }: PageChoice, kind: ObjectsWorkerData['kind']): PageWay {
  const workerData: ObjectsWorkerData = { kind, database: databasePath(dataDir, 'cache'), rows };
  const worker = new Worker(new URL('./page-objects-worker.ts', import.meta.url), { workerData });
  return {
    ask: () =>
      new Promise((resolve) => {
        worker.once('message', resolve);
        worker.postMessage({ operation: 'records.list', limit: rows });
      }),
    close: () => worker.terminate(),
  };
}

/** The contract's check, the service and the reader's protocol around a page that is kept. */
export async function typedPort({ dataDir, rows }: PageChoice): Promise<PageWay> {
  const url = new URL('./page-columns-worker.ts', import.meta.url);
  const reader = await startReader({ url, dataDir, log: silentLog });
  const records = createRecords({ reader: reader.ask, definitions: {}, clock: systemClock });
  const client = createLocalClient(fakeWorkspaces({ records }), silentLog);
  return { ask: () => client.call('records.list', { limit: rows }), close: reader.close };
}

/** The reader worker alone, without the contract before it. */
export async function readerPort({ dataDir, rows }: PageChoice): Promise<PageWay> {
  const reader = await startReader({ url: workers.reader, dataDir, log: silentLog });
  const now = new Date().toISOString();
  const request = { filter: {}, now, sort: 'due', direction: 'ascending', limit: rows } as const;
  return { ask: () => reader.ask('listRecords', request), close: reader.close };
}

/** The whole workspace in this process, as the command line has it. */
export async function inProcess({ dataDir, rows }: PageChoice): Promise<PageWay> {
  const door = await openDoor({
    mode: 'own',
    host: 'cli',
    version: '0.0.0-bench',
    dataDir,
    workers,
    clock: systemClock,
    random: systemRandom,
  });
  return { ask: () => door.local.call('records.list', { limit: rows }), close: door.close };
}

async function overSocket(
  script: string,
  scriptArguments: readonly string[],
  rows: number,
  open: (address: string) => Promise<PageSocket>,
): Promise<PageWay> {
  const child = startScript(script, scriptArguments);
  const { url } = JSON.parse(await firstLine(child)) as { url: string };
  const socket = await open(url);
  return {
    ask: () => socket.call('records.list', { limit: rows }),
    close: async () => {
      socket.close();
      await stop(child);
    },
  };
}

/** The built `serve` in a process of its own, this one being the page. */
export const servedSocket = ({ dataDir, rows }: PageChoice): Promise<PageWay> =>
  overSocket(builtCli, ['serve', '--json', '--data', dataDir], rows, openPageSocket);

/** A bare socket server in a process of its own, which reads row objects each time. */
export const bareSocket = ({ dataDir, rows }: PageChoice): Promise<PageWay> =>
  overSocket(besides('bare-serve.mjs'), [databasePath(dataDir, 'cache'), String(rows)], rows, openBareSocket);
