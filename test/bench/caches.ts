import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../../scripts/lib/repository.ts';
import { silentLog } from '../../src/main/platform/log.ts';
import { takeWriterLock } from '../../src/main/store/lock.ts';
import { cacheSteps } from '../../src/main/store/migrations/cache.ts';
import { latestVersion } from '../../src/main/store/migrations/run.ts';
import type { CacheWriterCalls } from '../../src/main/store/worker-calls.ts';
import { startCacheWriter, startWorkWriter, type StoreWorker } from '../../src/main/store/worker-client.ts';
import type { ConnectionId } from '../../src/shared/model/ids.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { workers } from '../support/test-workspace.ts';

/** What the bench makes for itself; may be deleted at any time. */
export const benchFolder = join(repositoryRoot, 'node_modules/.cache/bench');

const CONNECTION = 'bench' as ConnectionId;
const NOW = '2026-11-20T08:00:00.000Z';
const PAGE_ROWS = 1000;
const LISTS = [
  { operation: 'listPendingAudits', path: '/audit/pending' },
  { operation: 'listCompleteAudits', path: '/audit/complete' },
] as const;

/** Audits made for one row: some of the sample's are expired and in no list. */
const AUDITS_PER_ROW = 1.2;

/** Fills the cache as a sync does: the sample vendor's own pages, read, mapped and stored by the writer. */
async function ingest(cache: StoreWorker<CacheWriterCalls>, rows: number): Promise<void> {
  const audits = Math.ceil(rows * AUDITS_PER_ROW);
  const { app, vendors } = createSandbox({ seed: 7, now: NOW, audits, clock: () => Date.parse(NOW) });
  const [account] = vendors;
  if (account === undefined) throw new Error('The sample has no vendor.');
  const { runId } = await cache.ask('beginRun', { connectionId: CONNECTION, kind: 'audit', at: NOW });
  let stored = 0;
  for (const { operation, path } of LISTS) {
    for (let page = 1; stored < rows; page += 1) {
      const address = `http://127.0.0.1${account.path}${path}?pageNumber=${page}&pageSize=${PAGE_ROWS}`;
      const answer = await app.request(address, { headers: { 'x-api-key': account.secret['apiKey'] ?? '' } });
      const bytes = await answer.arrayBuffer();
      const facts = await cache.ask(
        'ingestPage',
        {
          connectionId: CONNECTION,
          vendor: 'monitorqa',
          kind: 'audit',
          operation,
          runId,
          cursor: { page },
          bytes,
          readAt: NOW,
        },
        { transfer: [bytes] },
      );
      stored += facts.added;
      if (facts.received < PAGE_ROWS) break;
    }
  }
  await cache.ask('finishRun', { runId, outcome: 'ok', at: NOW, removed: 0 });
}

/** An account, so that the app shows lists and not its first screen. Nothing is ever asked of its vendor. */
async function addConnection(dataDir: string): Promise<void> {
  const work = await startWorkWriter({ url: workers.writer, dataDir, log: silentLog });
  const connection = {
    id: CONNECTION,
    vendor: 'monitorqa',
    name: 'Bench',
    url: 'https://bench.invalid',
    status: 'ready',
    label: null,
    color: null,
    allowsHttp: false,
    user: null,
  } as const;
  try {
    await work.ask('saveConnection', { connection, at: NOW });
  } finally {
    await work.close();
  }
}

/**
 * A data folder with one account, which was read to its end and whose `rows` audits (to the next full page) the cache
 * holds. Made once for each version of the schema.
 */
export async function dataFolder(rows: number): Promise<string> {
  const folder = join(benchFolder, `data-v${latestVersion(cacheSteps)}-${rows}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const lock = takeWriterLock(unfinished);
  const cache = await startCacheWriter({ url: workers.writer, dataDir: unfinished, log: silentLog });
  try {
    await ingest(cache, rows);
    await addConnection(unfinished);
  } finally {
    await cache.close();
    lock.release();
  }
  await rename(unfinished, folder);
  return folder;
}
