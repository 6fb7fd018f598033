/**
 * One download in a process of its own, so that its memory is its own: `download-child.ts SIDE ORIGIN KEY BYTES FOLDER`.
 * Answers with one line of JSON.
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { Agent, stream } from 'undici';
import { createEventHub } from '../../src/main/services/event-hub.ts';
import { createKeptFiles } from '../../src/main/services/kept-files.ts';
import { systemClock } from '../../src/main/platform/clock.ts';
import { silentLog } from '../../src/main/platform/log.ts';
import { systemRandom } from '../../src/main/platform/random.ts';
import { createClients } from '../../src/main/vendors/core/lazy-client.ts';
import { monitorqa } from '../../src/main/vendors/monitorqa/client.ts';
import type { Connection } from '../../src/shared/model/connection.ts';
import type { ConnectionId } from '../../src/shared/model/ids.ts';
import { measureOnce } from './one-run.ts';

/** `dropped`, `bare` and `hashed` are peers; `product` is what the app does. */
export type DownloadSide = 'dropped' | 'bare' | 'hashed' | 'product';

const [side = '', url = '', key = '', bytes = '', folder = ''] = process.argv.slice(2);
const auditId = `bench-${bytes}.pdf`;
const BUFFER = 1024 * 1024;

/** As the app keeps a file: its vendor client, its lane, its checks; only the row in the cache is left out. */
async function product(): Promise<() => Promise<unknown>> {
  const clients = createClients({ clock: systemClock, random: systemRandom, log: silentLog });
  // All of a connection that a download looks at.
  const connection = { id: 'bench' as ConnectionId, vendor: 'monitorqa', name: 'Bench', url } as Connection;
  const secret = () => Promise.resolve({ apiKey: key });
  const client = await clients.create({ definition: monitorqa, connection, secret });
  const kept = createKeptFiles({
    folder,
    reader: () => Promise.reject(new Error('The bench reads no cache.')),
    cache: () => Promise.resolve<never>({ replaced: null } as never),
    events: createEventHub((thrown) => {
      throw thrown;
    }),
    clock: systemClock,
    random: systemRandom,
  });
  return async () => {
    await kept.fetch(
      {
        connection: { connection, definition: monitorqa, client },
        operation: 'getAuditReportPdf',
        params: { path: { auditId }, query: { reportType: 0, includePhotos: false } },
        sourceKey: 'bench',
        recordId: null,
        name: 'bench.pdf',
        expect: 'pdf',
      },
      { signal: new AbortController().signal, progress: () => undefined },
    );
    await clients.close();
  };
}

/** undici's fastest way, and nothing else: no check, no hash, no fsync, no rename. */
async function bare(writable: () => Writable): Promise<void> {
  const dispatcher = new Agent();
  const address = `${url}/audit/complete/${auditId}/report-pdf?reportType=0&includePhotos=false`;
  await stream(address, { method: 'GET', headers: { 'x-api-key': key }, dispatcher }, writable);
  await dispatcher.destroy();
}

const file = join(folder, 'bare.pdf');

async function bareHashed(): Promise<void> {
  const hash = createHash('sha256');
  await bare(() => {
    const target = createWriteStream(file, { highWaterMark: BUFFER });
    return new Writable({
      highWaterMark: BUFFER,
      write: (chunk: Buffer, _encoding, done) => {
        hash.update(chunk);
        if (target.write(chunk)) done();
        else target.once('drain', done);
      },
      final: (done) => target.end(done),
    });
  });
  hash.digest('hex');
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}

const sides: Readonly<Record<DownloadSide, () => Promise<() => Promise<unknown>>>> = {
  product,
  bare: () => Promise.resolve(() => bare(() => createWriteStream(file, { highWaterMark: BUFFER }))),
  hashed: () => Promise.resolve(bareHashed),
  dropped: () =>
    Promise.resolve(() =>
      bare(() => new Writable({ highWaterMark: BUFFER, write: (_chunk, _encoding, done) => done() })),
    ),
};

const run = await sides[side as DownloadSide]();
console.log(JSON.stringify(await measureOnce(run)));
