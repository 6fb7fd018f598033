import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkspaceMode, WorkspaceStatus } from '../shared/contract/workspace.ts';
import type { CredentialStore } from './credentials/credential-store.ts';
import { createMemoryCredentials } from './credentials/memory.ts';
import type { Clock } from './platform/clock.ts';
import { diskError } from './platform/disk-error.ts';
import type { WorkerUrls } from './platform/host-paths.ts';
import { createLog, fileSink, type Log } from './platform/log.ts';
import type { Random } from './platform/random.ts';
import { createDoor, type Door } from './rpc/door.ts';
import { createConnections, type Definitions } from './services/connections.ts';
import { createEventHub, type EventHub } from './services/event-hub.ts';
import { createKeptFiles } from './services/kept-files.ts';
import { createRecords } from './services/records.ts';
import { createReports } from './services/reports.ts';
import { createSample } from './services/sample.ts';
import { createSync } from './services/sync.ts';
import { createVendorCalls } from './services/vendor-calls.ts';
import { createVendorFiles } from './services/vendor-files.ts';
import { createWorkspaces, type OpenWorkspace } from './services/workspaces.ts';
import { takeWriterLock } from './store/lock.ts';
import { createStore } from './store/store.ts';
import { createClients } from './vendors/core/lazy-client.ts';
import { monitorqa } from './vendors/monitorqa/client.ts';

/** Every vendor Plumbline can speak to. The writer knows them too; nothing else names one. */
const definitions: Definitions = { monitorqa };

export interface WorkspaceOptions {
  readonly mode: WorkspaceMode;
  readonly dataDir: string;
  readonly host: WorkspaceStatus['host'];
  readonly version: string;
  readonly workers: WorkerUrls;
  readonly clock: Clock;
  readonly random: Random;
  /** Where the secrets of one's own connections are; left out: in memory, for this run. */
  readonly credentials?: CredentialStore;
}

const sampleDir = (dataDir: string): string => join(dataDir, 'sample');

/** Opens one workspace. An app host becomes the folder's writer at once; the command line only when it writes. */
async function openOne(
  mode: WorkspaceMode,
  options: WorkspaceOptions,
  { events, log }: { readonly events: EventHub; readonly log: Log },
): Promise<OpenWorkspace> {
  const { clock, random, workers, host, version } = options;
  const dataDir = mode === 'sample' ? sampleDir(options.dataDir) : options.dataDir;
  const clients = createClients({ clock, random, log });
  const credentials = (mode === 'own' ? options.credentials : undefined) ?? createMemoryCredentials();
  const store = createStore({
    dataDir,
    workers,
    log,
    clock,
    onRebuilt: () => events.emit('workspace.changed', {}),
  });
  const sample =
    mode === 'sample' ? createSample({ entry: workers.sandbox, work: store.work, credentials, clock }) : null;
  const connections = createConnections({
    definitions,
    // The sample's addresses are new at each opening: its vendors must run before anybody asks for them.
    beforeOpening: sample === null ? () => Promise.resolve() : sample.start,
    listConnections: () => store.reader('listConnections', {}),
    credentials,
    clients,
  });
  const kept = createKeptFiles({
    folder: join(dataDir, 'files'),
    reader: store.reader,
    cache: store.cache,
    events,
    clock,
    random,
  });
  try {
    if (host !== 'cli') {
      await store.startWriting();
      await sample?.start();
    }
  } catch (thrown) {
    await store.close();
    throw thrown;
  }
  return {
    mode,
    services: {
      connections,
      records: createRecords({ reader: store.reader, definitions, clock }),
      sync: createSync({ connections, reader: store.reader, cache: store.cache, events, clock, log }),
      reports: createReports({ reader: store.reader, connections, kept, clock }),
      files: createVendorFiles(connections, kept),
      vendorCalls: createVendorCalls({ definitions, connections, clock }),
    },
    sample,
    status: async () => ({
      mode,
      version,
      dataDir,
      host,
      connections: (await connections.list()).length,
      records: (await store.reader('countAll', {})).total,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      recovered: store.recovery(),
      sampleOnline: sample === null ? null : sample.isOnline(),
    }),
    close: async () => {
      await store.close();
      await sample?.close();
      await clients.close();
    },
  };
}

/** Deletes the sample's folder. Throws AppError `workspace-busy` while another process has it open. */
async function deleteSample(dataDir: string): Promise<void> {
  const folder = sampleDir(dataDir);
  takeWriterLock(folder).release();
  try {
    await rm(folder, { recursive: true, force: true });
  } catch (thrown) {
    throw diskError(thrown);
  }
}

/**
 * Opens a data folder and the workspace asked for in it. Throws AppError `workspace-busy`, `database-newer`,
 * `disk-read-only`, `disk-full` or `disk-failed`; nothing was changed then.
 */
export async function openDoor(options: WorkspaceOptions): Promise<Door> {
  const { dataDir, clock } = options;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (thrown) {
    throw diskError(thrown);
  }
  const log = createLog(fileSink(join(dataDir, 'plumbline.log')), clock.now);
  const events = createEventHub((thrown) => log.error('events.failed', thrown));
  const workspaces = await createWorkspaces(options.mode, {
    events,
    openOne: (mode) => openOne(mode, options, { events, log }),
    deleteSample: () => deleteSample(dataDir),
  });
  return createDoor(workspaces, log);
}
