/**
 * One upload in a process of its own, so that its memory is its own: `upload-child.ts SIDE ORIGIN FILE BYTES`. Answers
 * with one line of JSON, a OneRun.
 */
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Agent, request } from 'undici';
import { openSpooled } from '../../src/main/files/spool.ts';
import { systemClock } from '../../src/main/platform/clock.ts';
import { silentLog } from '../../src/main/platform/log.ts';
import { systemRandom } from '../../src/main/platform/random.ts';
import { createClients } from '../../src/main/vendors/core/lazy-client.ts';
import { monitorqa } from '../../src/main/vendors/monitorqa/client.ts';
import { measureOnce } from './one-run.ts';

/** `stream` and `multipart` are peers; `product` is what the app does. */
export type UploadSide = 'stream' | 'multipart' | 'product';

const [side = '', url = '', file = '', size = ''] = process.argv.slice(2);
const bytes = Number(size);
/** How much the bare ones read at a time. */
const BUFFER = 256 * 1024;

/** As the outbox sends a spooled file: its vendor client, its lane, its checks, its progress; only the marks are left out. */
async function product(): Promise<() => Promise<unknown>> {
  const clients = createClients({ clock: systemClock, random: systemRandom, log: silentLog });
  const client = await clients.create({
    definition: monitorqa,
    connection: { id: 'bench', url },
    secret: () => Promise.resolve({ apiKey: 'bench' }),
  });
  return async () => {
    let told = 0;
    await client.send(
      'uploadCompanyLogo',
      {},
      {
        signal: new AbortController().signal,
        file: { name: 'bench.png', bytes, contentType: 'image/png', open: await openSpooled(file, bytes) },
        beforeFirstByte: () => Promise.resolve(),
        onProgress: (done) => {
          told = done;
        },
      },
    );
    if (told !== bytes) throw new Error(`Progress ended at ${told} of ${bytes} bytes.`);
    await clients.close();
  };
}

/** undici's fastest way, and nothing else. */
async function bare(contentType: string, contentLength: number, body: Readable): Promise<void> {
  const dispatcher = new Agent();
  const answer = await request(`${url}/company/logo`, {
    method: 'POST',
    headers: { 'x-api-key': 'bench', 'content-type': contentType, 'content-length': String(contentLength) },
    body,
    dispatcher,
  });
  if (answer.statusCode !== 204) throw new Error(`The server answered ${answer.statusCode}.`);
  await answer.body.dump();
  await dispatcher.destroy();
}

const readBare = (): Readable => createReadStream(file, { highWaterMark: BUFFER });

/** One part around the file, without a check of anything. */
function bareMultipart(): Promise<void> {
  const head = Buffer.from(
    '--bench\r\nContent-Disposition: form-data; name="file"; filename="bench.png"\r\nContent-Type: image/png\r\n\r\n',
  );
  const tail = Buffer.from('\r\n--bench--\r\n');
  async function* body(): AsyncGenerator<Uint8Array> {
    yield head;
    yield* readBare();
    yield tail;
  }
  const contentLength = head.length + bytes + tail.length;
  return bare('multipart/form-data; boundary=bench', contentLength, Readable.from(body(), { objectMode: false }));
}

const sides: Readonly<Record<UploadSide, () => Promise<() => Promise<unknown>>>> = {
  product,
  stream: () => Promise.resolve(() => bare('image/png', bytes, readBare())),
  multipart: () => Promise.resolve(bareMultipart),
};

console.log(JSON.stringify(await measureOnce(await sides[side as UploadSide]())));
