import { afterEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../src/main/platform/log.ts';
import type { OpenConnection } from '../../src/main/services/connections.ts';
import { createEventHub } from '../../src/main/services/event-hub.ts';
import { createSync } from '../../src/main/services/sync.ts';
import type { Ask, CacheWriterCalls } from '../../src/main/store/worker-calls.ts';
import { connectnow } from '../../src/main/vendors/connectnow/client.ts';
import { AppError } from '../../src/shared/errors/app-error.ts';
import type { Connection } from '../../src/shared/model/connection.ts';
import { recordId, type ConnectionId } from '../../src/shared/model/ids.ts';
import { hurriedClock, startServer, testClient, type TestServer } from './vendor-server.ts';

const id = 'issues' as ConnectionId;

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const unused = (): never => {
  throw new Error('not for this test');
};

/** A sync of one connection to a vendor that has issue 7 and nothing else; its cache does what `cache` does. */
async function syncOver(cache: (name: string, input: unknown) => unknown, withoutSecret = false) {
  server = await startServer(({ url = '' }, response) => {
    const found = url.startsWith('/api/issues/7');
    response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' }).end('{"id":7}');
  });
  const { seen, url } = server;
  const clock = hurriedClock();
  const connection = { id, vendor: 'connectnow', url, status: 'ready' } as Connection;
  const client = testClient(url, { definition: connectnow, clock, secret: async () => ({}) });
  const open: OpenConnection = { connection, definition: connectnow, client, withoutSecret };
  const sync = createSync({
    connections: { open: async () => open, list: unused, listReady: async () => [connection], find: unused },
    reader: async () => ({ record: { status: 'open' } }) as never,
    cache: (async (name: string, input: unknown) => cache(name, input)) as unknown as Ask<CacheWriterCalls>,
    events: createEventHub(unused),
    clock,
    log: silentLog,
  });
  return { sync, called: () => seen.map(({ url: target }) => decodeURIComponent(target)) };
}

const { signal } = new AbortController();

describe('one record read afresh', () => {
  it('is read by the call that confirms it, as no row has parts of its own', async () => {
    const stored: string[] = [];
    const { sync, called } = await syncOver((name) => {
      stored.push(name);
      return { changed: true };
    });
    expect(await sync.record(recordId(id, 'issue', '7'), signal)).toEqual({ changed: true });
    expect(called()).toEqual(['/api/issues/7?with[]=categories&with[]=categories.company&with[]=events']);
    expect(stored).toEqual(['ingestPart', 'partDone']);
  });

  it('is marked as gone when ConnectNow has it no more', async () => {
    const stored: string[] = [];
    const { sync } = await syncOver((name) => stored.push(name));
    expect(await sync.record(recordId(id, 'category', '8'), signal)).toEqual({ changed: true });
    expect(stored).toEqual(['tombstone']);
  });
});

describe('a sync', () => {
  it.each([
    [false, ['company', 'category', 'issue', 'webhook']],
    [true, ['company', 'category', 'issue']],
  ])('without a token (%s) reads %j', async (withoutSecret, kinds) => {
    const { sync } = await syncOver(() => {
      throw new AppError('not-found', 'No cache here.');
    }, withoutSecret);
    const report = await sync.run(undefined, { signal, progress: () => undefined, acceptRemovals: false });
    expect(report.connections[0]?.collections.map(({ kind }) => kind)).toEqual(kinds);
  });
});
