import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAppError } from '../../src/shared/errors/app-error.ts';
import type { ConnectionId } from '../../src/shared/model/ids.ts';
import { createCacheService } from '../../src/main/store/cache-service.ts';
import { openCacheReader } from '../../src/main/store/open.ts';
import type { PageInput } from '../../src/main/store/worker-calls.ts';
import { openAnswer } from '../../src/main/vendors/core/read-answer.ts';
import { hostileFaults } from '../support/hostile-faults.ts';
import { endOf, openHarness, type HostileHarness } from '../support/hostile-harness.ts';
import { hostileSubjects, type HostileSubject } from '../support/hostile-subjects.ts';
import { listOperations } from '../support/list-operations.ts';

const AT = '2026-11-22T09:00:00.000Z';

/** The lists among the subjects that a sync reads, with the collection that each is of. */
const pages = hostileSubjects.flatMap((subject) => {
  const { vector, vendor } = subject;
  const collection = vendor.definition.collections.find((one) => listOperations(one).includes(vector.operation));
  return collection === undefined ? [] : [{ name: subject.name, subject, collection }];
});

type Page = (typeof pages)[number];

/** A cache that holds the right page of a list, stored as a sync stores it. */
function openStored(folder: string, { subject, collection }: Page) {
  const { vector, vendor, right }: HostileSubject = subject;
  const { operation } = vector;
  const { definition } = vendor;
  const { mapPage, mapPart } = collection;
  const origin = { vendor: definition.vendor, operation, status: 200, contentType: '' };
  const read = (_operation: string, bytes: ArrayBuffer) => openAnswer(definition, origin, new Uint8Array(bytes));
  const cache = createCacheService(folder, { now: () => 0, findMapper: () => ({ mapPage, mapPart, read }) });
  const key = { connectionId: 'site' as ConnectionId, kind: collection.kind };
  const { runId } = cache.handlers.beginRun({ ...key, at: AT });

  /** Throws what the writer says of the page. */
  const store = (bytes: ArrayBuffer): void => {
    const page = { ...key, vendor: definition.vendor, operation, runId, cursor: {}, bytes, readAt: AT };
    const waiting: PageInput[] = [
      { ...page, ...(collection.within ? { owner: { vendorId: 'p1', title: 'Project' } } : {}) },
    ];
    for (const outcome of cache.batches.ingestPage(() => waiting.shift())) {
      if ('thrown' in outcome) throw outcome.thrown;
    }
  };

  store(Uint8Array.from(right.body).buffer);
  return { store, close: cache.close };
}

/** All that the cache in this folder holds of records. */
function contentOf(folder: string): unknown {
  const db = openCacheReader(folder);
  try {
    return [
      db.prepare('SELECT id, title, status, list_hash, deleted_at FROM records ORDER BY id').all(),
      db.prepare('SELECT * FROM record_parts ORDER BY 1, 2').all(),
      db.prepare('SELECT * FROM record_people ORDER BY 1, 2, 3').all(),
    ];
  } finally {
    db.close();
  }
}

describe.each(pages)('a hostile page and the cache (R6): $name', (page) => {
  let harness: HostileHarness;
  let folder: string;
  let stored: ReturnType<typeof openStored>;
  beforeAll(async () => {
    harness = await openHarness(page.subject);
    folder = await mkdtemp(join(tmpdir(), 'plumbline-hostile-'));
    stored = openStored(folder, page);
  });
  afterAll(async () => {
    stored.close();
    await harness.close();
    await rm(folder, { recursive: true, force: true });
  });

  // Silence brings nothing that could be stored.
  it.each(hostileFaults.filter(({ read, silent }) => read && !silent))('is as before after $name', async ({ play }) => {
    const before = contentOf(folder);
    expect(before).not.toEqual([[], [], []]);
    harness.server.play(play);
    const { operation, params } = page.subject.vector;
    const end = await endOf(harness.client.bytes(operation, params).then(({ bytes }) => stored.store(bytes)));
    expect('data' in end || isAppError(end.thrown)).toBe(true);
    expect(contentOf(folder)).toEqual(before);
  });
});
