import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { toRows } from '../../src/shared/lib/columns.ts';
import type { DriftKind } from '../../src/shared/model/drift.ts';
import { createCacheService } from '../../src/main/store/cache-service.ts';
import { keepDriftOf, listDrift, saveDrift } from '../../src/main/store/drift.ts';
import { openCacheReader } from '../../src/main/store/open.ts';
import { driftOf } from '../../src/main/vendors/core/drift.ts';
import { createDriftWatch } from '../../src/main/vendors/core/drift-watch.ts';
import { exampleData, readExample } from '../support/answer-data.ts';
import { classOf, driftedData, wrapped } from '../support/hostile-drift.ts';
import { rowOf } from '../support/prepare-vector.ts';
import { registeredVendors, type RegisteredVendor } from '../support/registered-vendors.ts';
import { runCli } from '../support/run-cli.ts';
import { openTestWorkspace, type TestWorkspace } from '../support/test-workspace.ts';
import { dataFolder, freshCache } from '../store/support.ts';
import { startServer, testClient, type TestServer } from './vendor-server.ts';
import type { Vector } from './vectors/vector.ts';

const AT = '2026-11-22T09:00:00.000Z';
const LATER = '2026-11-23T09:00:00.000Z';
const status = { path: 'data[].status', kind: 'new-value', example: 'on-hold', count: 2 } as const;
const field = { path: 'data[].extra', kind: 'new-field', example: null, count: 1 } as const;
const of = { vendor: 'conqa', operation: 'listProjectIssues' } as const;

describe('saveDrift', () => {
  it('keeps each place once, with its first and last day, the newest word and the count of all', () => {
    const db = freshCache();
    saveDrift(db, { ...of, at: AT, found: [status, field] });
    saveDrift(db, { ...of, at: LATER, found: [{ ...status, example: 'parked', count: 3 }] });
    saveDrift(db, { ...of, at: LATER, found: [] });
    expect(listDrift(db)).toEqual([
      { ...of, ...status, example: 'parked', count: 5, firstSeenAt: AT, lastSeenAt: LATER },
      { ...of, ...field, firstSeenAt: AT, lastSeenAt: AT },
    ]);
  });

  it('does not lose a word to a value that nobody may see', () => {
    const db = freshCache();
    saveDrift(db, { ...of, at: AT, found: [status] });
    saveDrift(db, { ...of, at: LATER, found: [{ ...status, example: null }] });
    expect(listDrift(db)).toMatchObject([{ example: 'on-hold', count: 4 }]);
  });

  it('keeps no more than some hundred places of a vendor, and goes on counting those', () => {
    const db = freshCache();
    for (let page = 0; page < 30; page += 1) {
      const found = Array.from({ length: 50 }, (_, index) => ({ ...field, path: `f${page}x${index}` }));
      saveDrift(db, { ...of, at: AT, found });
    }
    expect(listDrift(db)).toHaveLength(500);
    saveDrift(db, { ...of, at: LATER, found: [{ ...field, path: 'f0x0' }] });
    expect(listDrift(db)[0]).toMatchObject({ path: 'f0x0', count: 2 });
    saveDrift(db, { vendor: 'monitorqa', operation: 'listUsers', at: LATER, found: [field] });
    expect(listDrift(db)).toHaveLength(501);
  });
});

describe('keepDriftOf', () => {
  it('forgets what another version saw, and nothing at the next start of the same', () => {
    const db = freshCache();
    keepDriftOf(db, '1.0.0');
    saveDrift(db, { ...of, at: AT, found: [status] });
    keepDriftOf(db, '1.0.0');
    expect(listDrift(db)).toHaveLength(1);
    keepDriftOf(db, '1.1.0');
    expect(listDrift(db)).toEqual([]);
  });
});

type Answered = Vector & { readonly answer: NonNullable<Vector['answer']> };

/** One change of each kind for each class of the vendor's operations, in an answer that is taken all the same. */
function changedAnswers({ definition, vectors }: RegisteredVendor) {
  const changes = new Map<string, { readonly vector: Answered; readonly body: unknown; readonly kind: DriftKind }>();
  for (const vector of vectors) {
    const { operation, answer } = vector;
    const row = rowOf(definition, operation);
    if (!answer || answer.status > 299 || answer.body === null || row.answer.kind !== 'json') continue;
    if (vector.upload || Object.hasOwn(definition.secretsInAnswer ?? {}, operation)) continue;
    const data = exampleData(definition, answer);
    for (const changed of driftedData(data)) {
      const [told] = driftOf(row.answer.schema, changed.data);
      const body = wrapped(answer.body, data, changed.data);
      const key = `${classOf(row)}, ${told?.kind}`;
      if (told === undefined || body === null || changes.has(key)) continue;
      try {
        readExample(definition, operation, { ...answer, body });
        changes.set(key, { vector: { ...vector, answer }, body, kind: told.kind });
      } catch {
        // An id, or what holds the rows: without it nothing can be read.
      }
    }
  }
  return [...changes];
}

describe.each(registeredVendors)('an answer of $vendor that drifts (R19)', (vendor) => {
  const { definition, secret } = vendor;
  let server: TestServer;
  let body: unknown;
  beforeAll(async () => {
    server = await startServer((_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(body));
    });
  });
  afterAll(() => server.close());

  it.each(changedAnswers(vendor))('is taken, kept to the letter and told: %s', async (_name, changed) => {
    const { operation, params, answer } = changed.vector;
    const folder = dataFolder();
    const findMapper = (): never => {
      throw new TypeError('No page is mapped here.');
    };
    const cache = createCacheService(folder, { findMapper, now: () => 0, version: '1' });
    onTestFinished(() => {
      cache.close();
    });
    const watch = createDriftWatch(() => 0);
    const client = testClient(server.url, {
      definition,
      secret: async () => secret,
      onData: (...given) => {
        const found = watch.look(...given);
        cache.handlers.saveDrift({ vendor: definition.vendor, operation, at: AT, found });
      },
    });
    ({ body } = changed);
    const isRead = rowOf(definition, operation).effect === 'read';
    const { data } = await (isRead ? client.call(operation, params) : client.send(operation, params));
    expect(data).toEqual(exampleData(definition, { ...answer, body }));
    const reader = openCacheReader(folder);
    onTestFinished(() => {
      reader.close();
    });
    expect(listDrift(reader)).toMatchObject([
      { vendor: definition.vendor, operation, kind: changed.kind, firstSeenAt: AT, lastSeenAt: AT },
    ]);
  });
});

describe('diagnostics.drift', () => {
  let workspace: TestWorkspace;
  beforeAll(async () => {
    workspace = await openTestWorkspace({ host: 'serve' });
  });
  afterAll(() => workspace.close());
  const drift = () => workspace.door.local.call('diagnostics.drift', {});

  it('is empty after a sync of what is as documented', async () => {
    expect((await workspace.door.local.call('sync.run', { acceptRemovals: false })).ok).toBe(true);
    expect(await drift()).toEqual([]);
  });

  it('shows what a sync met, of which every row is kept as it came', async () => {
    // A new start looks at the first answers again.
    await workspace.restart();
    workspace.setFaults({ path: '/monitorqa/**', fault: { kind: 'unknownValues' } });
    expect((await workspace.door.local.call('sync.run', { acceptRemovals: false })).ok).toBe(true);
    const shown = await drift();
    const ofLists = shown.filter(({ operation }) => operation === 'listPendingCorrectiveActions');
    expect(ofLists).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: 'data[].status', kind: 'new-value', example: '99' }),
        expect.objectContaining({ path: 'data[].fieldOfTomorrow', kind: 'new-field', example: null }),
      ]),
    );
    const details = shown.map(({ operation }) => operation);
    expect(details).toEqual(expect.arrayContaining(['getCompany', 'getCorrectiveAction', 'getAudit', 'listUsers']));
    const rows = toRows((await workspace.door.local.call('records.list', { kind: 'corrective-action' })).rows);
    const record = await workspace.door.local.call('records.show', { id: rows[0]?.id ?? '' });
    expect(record.parts['list']?.raw).toMatchObject({ fieldOfTomorrow: { isNew: true }, status: 99 });
    expect(record.parts['detail']?.raw).toMatchObject({ fieldOfTomorrow: { isNew: true } });
  });

  it('shows what a call met', async () => {
    const before = await drift();
    expect(before.some(({ operation }) => operation === 'listTimezones')).toBe(false);
    const [{ id: connectionId } = { id: '' }] = await workspace.door.local.call('connections.list', {});
    await workspace.door.local.call('vendors.call', { operation: 'monitorqa.listTimezones', connectionId });
    await expect
      .poll(drift)
      .toEqual(
        expect.arrayContaining([expect.objectContaining({ operation: 'listTimezones', path: '[].fieldOfTomorrow' })]),
      );
  });

  it('is shown by the command line, which need not be the writer', async () => {
    const { status: exit, out } = await runCli(['diagnostics', '--json', '--data', workspace.dataDir]);
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toEqual({ drift: await drift() });
    const asText = await runCli(['diagnostics', '--data', workspace.dataDir]);
    expect(asText.out).toMatch(/^Operation +Place +What/);
    expect(asText.out).toMatch(/monitorqa\.listPendingCorrectiveActions +data\[\]\.status +new-value +99/);
  });
});

describe('what the cache keeps of drift', () => {
  it('begins anew with a cache that was rebuilt', () => {
    const folder = dataFolder();
    const findMapper = (): never => {
      throw new TypeError('No page is mapped here.');
    };
    const cache = createCacheService(folder, { findMapper, now: () => 0, version: '1' });
    cache.handlers.saveDrift({ ...of, at: AT, found: [status] });
    cache.handlers.rebuild({ at: AT });
    cache.handlers.saveDrift({ ...of, at: AT, found: [field] });
    cache.close();
    const again = createCacheService(folder, { findMapper, now: () => 0, version: '1' });
    again.close();
    const reader = openCacheReader(folder);
    expect(listDrift(reader)).toMatchObject([field]);
    reader.close();
  });
});
