import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkspaceMode, WorkspaceStatus } from '../shared/contract/workspace.ts';
import type { Connection } from '../shared/model/connection.ts';
import { createKeychain, type Keychain } from './credentials/keychain.ts';
import { createMemoryKeychain } from './credentials/memory.ts';
import { createSecretKeeper, type SecretKeeper } from './credentials/secret-keeper.ts';
import { sweepSpool } from './files/spool.ts';
import { isoNow, type Clock } from './platform/clock.ts';
import { diskError } from './platform/disk-error.ts';
import type { WorkerUrls } from './platform/host-paths.ts';
import { refuseInsecureEnvironment } from './platform/insecure-environment.ts';
import { createLog, fileSink, type Log } from './platform/log.ts';
import type { ProxyResolver } from './platform/proxy-port.ts';
import type { Random } from './platform/random.ts';
import type { SystemPort } from './platform/system-port.ts';
import { createDoor, type Door } from './rpc/door.ts';
import { createActions } from './services/actions.ts';
import { createConnectionAdmin } from './services/connection-admin.ts';
import { createConnections, type Definitions } from './services/connections.ts';
import { createDiagnostics } from './services/diagnostics.ts';
import { createEventHub, type EventHub } from './services/event-hub.ts';
import { createKeptFiles } from './services/kept-files.ts';
import { PROXY_ENTRY } from './services/network.ts';
import { openNetwork } from './services/open-network.ts';
import { createOutbox } from './services/outbox.ts';
import { createPermissions } from './services/permissions.ts';
import { createRecords } from './services/records.ts';
import { createReports } from './services/reports.ts';
import { createSample } from './services/sample.ts';
import { createSettings } from './services/settings.ts';
import { createSignIn } from './services/sign-in.ts';
import { createSignInSettings } from './services/sign-in-settings.ts';
import { createSync } from './services/sync.ts';
import { createSystem } from './services/system.ts';
import { createUploads } from './services/uploads.ts';
import { createVendorCalls } from './services/vendor-calls.ts';
import { createVendorFiles } from './services/vendor-files.ts';
import { createWorkspaces, type OpenWorkspace } from './services/workspaces.ts';
import { createTokenKeeper } from './sign-in/token-keeper.ts';
import { takeWriterLock } from './store/lock.ts';
import { createStore } from './store/store.ts';
import { createClients } from './vendors/core/lazy-client.ts';
import { vendorDefinitions } from './vendor-definitions.ts';

export interface WorkspaceOptions {
  readonly mode: WorkspaceMode;
  readonly dataDir: string;
  readonly host: WorkspaceStatus['host'];
  readonly version: string;
  readonly workers: WorkerUrls;
  readonly clock: Clock;
  readonly random: Random;
  /** Secrets for this run alone, by connection id (`--secrets -`); never written anywhere. */
  readonly secrets?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Ask no keychain: secrets last for this run. For machines whose keychain is nobody's business here (tests, jobs). */
  readonly withoutKeychain?: boolean;
  /** Left out: the keychain of this computer. */
  readonly keychain?: Keychain;
  /** Left out: every vendor there is. */
  readonly definitions?: Definitions;
  /** The system around the app, where the host is a desktop. */
  readonly system?: SystemPort;
  /** How the system around the app reaches an address; left out: as `HTTPS_PROXY` and `NO_PROXY` say. */
  readonly proxies?: ProxyResolver;
}

/** A keychain call that takes longer than this is given up: it may wait for a question nobody sees. */
const KEYCHAIN_TIMEOUT_MS = 5000;

/** Where the secrets of a workspace are kept. The sample's are no secrets, and no keychain hears of them. */
function createKeeper(
  mode: WorkspaceMode,
  options: WorkspaceOptions,
  listed: () => Promise<readonly Connection[]>,
  proxyInUse: () => string | undefined,
): SecretKeeper {
  const { clock, random, withoutKeychain = false } = options;
  if (mode === 'sample') return createSecretKeeper({ keychain: createMemoryKeychain('no-session') });
  const keychain = withoutKeychain
    ? createMemoryKeychain('no-session')
    : (options.keychain ?? createKeychain({ service: 'Plumbline', timeoutMs: KEYCHAIN_TIMEOUT_MS, clock, random }));
  return createSecretKeeper({
    keychain,
    given: {
      secrets: new Map(Object.entries(options.secrets ?? {})),
      originOf: async (id) => {
        if (id === PROXY_ENTRY) return proxyInUse();
        const found = (await listed()).find((connection) => connection.id === id);
        return found === undefined ? undefined : new URL(found.url).origin;
      },
    },
  });
}

/** Hosts of the vendors' own web applications: all that a link may lead to. */
const linkHostsOf = (definitions: Definitions): ReadonlySet<string> =>
  new Set(Object.values(definitions).flatMap(({ webHosts }) => webHosts));

const sampleDir = (dataDir: string): string => join(dataDir, 'sample');

/** Opens one workspace. An app host becomes the folder's writer at once; the command line only when it writes. */
async function openOne(
  mode: WorkspaceMode,
  options: WorkspaceOptions,
  { events, log }: { readonly events: EventHub; readonly log: Log },
): Promise<OpenWorkspace> {
  const { clock, random, workers, host, version, definitions = vendorDefinitions } = options;
  const dataDir = mode === 'sample' ? sampleDir(options.dataDir) : options.dataDir;
  const store = createStore({
    dataDir,
    workers,
    version,
    log,
    clock,
    onRebuilt: () => events.emit('workspace.changed', {}),
  });
  const listConnections = (): Promise<readonly Connection[]> => store.reader('listConnections', {});
  const keeper = createKeeper(mode, options, listConnections, () => network.proxyInUse());
  const settings = createSettings({ reader: store.reader, work: store.work, onSet: (key) => onSet(key) });
  const {
    network,
    service: networkService,
    onSet,
  } = openNetwork({
    proxies: options.proxies,
    environment: process.env,
    dataDir,
    settings,
    keeper,
    listConnections,
    clock,
    log,
  });
  const clients = createClients({
    clock,
    random,
    log,
    network,
    onData: (definition, operation, data) => diagnostics.look(definition, operation, data),
  });
  const diagnostics = createDiagnostics({ reader: store.reader, cache: store.cache, clock, keeps: host !== 'cli' });
  const sample =
    mode === 'sample'
      ? createSample({ entry: workers.sandbox, work: store.work, keeper, dataDir, clock, definitions })
      : null;
  const tokens = createTokenKeeper({
    credentials: keeper,
    post: clients.exchange,
    clock,
    startWriting: store.startWriting,
  });
  const connections = createConnections({
    definitions,
    // The sample's addresses are new at each opening: its vendors must run before anybody asks for them.
    beforeOpening: sample === null ? () => Promise.resolve() : sample.start,
    listConnections,
    onPermitted: (id, operation, permitted) => permissions.learn(id, operation, permitted),
    setStatus: (connectionId, status) => store.work('setConnectionStatus', { connectionId, status }),
    credentials: keeper,
    tokens,
    clients,
    log,
  });
  const permissions = createPermissions({
    connections,
    reader: store.reader,
    cache: store.cache,
    clock,
    keeps: host !== 'cli',
  });
  const kept = createKeptFiles({
    folder: join(dataDir, 'files'),
    reader: store.reader,
    cache: store.cache,
    events,
    clock,
    random,
  });
  const sync = createSync({ connections, reader: store.reader, cache: store.cache, events, clock, log });
  const files = createVendorFiles(connections, kept);
  const accounts = createConnectionAdmin({
    definitions,
    connections,
    permissions,
    clients,
    keeper,
    tokens,
    work: store.work,
    cache: store.cache,
    filesFolder: join(dataDir, 'files'),
    events,
    clock,
    random,
    endsWithCommand: host === 'cli',
  });
  const signIn = createSignIn({
    definitions,
    connections,
    permissions,
    clients,
    keeper,
    tokens,
    settings: createSignInSettings(settings),
    startWriting: store.startWriting,
    work: store.work,
    events,
    clock,
    random,
    log,
    ...(options.system ? { openLink: options.system.openLink } : {}),
    endsWithCommand: host === 'cli',
  });
  const outbox = createOutbox({
    connections,
    reader: store.reader,
    work: store.work,
    dataDir,
    events,
    clock,
    random,
    log,
    startWriting: store.startWriting,
    canKeepSecrets: async () => (await keeper.state()) === 'available',
    credentials: keeper,
    adopt: accounts.adopt,
    onSent: sync.afterSend,
  });
  try {
    if (host !== 'cli') {
      await store.startWriting();
      // Files whose change is done with go at the next start; never after work.db was restored: it may not name them all.
      if (store.recovery()?.database !== 'work') {
        await sweepSpool(dataDir, async () => (await store.work('tidySpool', { before: isoNow(clock) })).kept);
      }
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
      permissions,
      records: createRecords({ reader: store.reader, definitions, clock }),
      sync,
      reports: createReports({ reader: store.reader, connections, kept, clock }),
      files,
      vendorCalls: createVendorCalls({ definitions, connections, outbox, settings, clock }),
      accounts,
      signIn,
      outbox,
      actions: createActions({ definitions, connections, outbox, reader: store.reader }),
      uploads: createUploads({ connections, outbox, reader: store.reader, work: store.work, dataDir, clock, random }),
      settings,
      network: networkService,
      diagnostics,
      system: createSystem({ port: options.system, served: files.served, random, linkHosts: linkHostsOf(definitions) }),
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
      signIn.close();
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
 * `disk-read-only`, `disk-full`, `disk-failed` or `insecure-environment`; nothing was changed then.
 */
export async function openDoor(options: WorkspaceOptions): Promise<Door> {
  refuseInsecureEnvironment(process.env);
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
