import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent } from 'undici';
import { toWire } from '../../src/shared/errors/wire.ts';
import { saveStream } from '../../src/main/files/save-stream.ts';
import { createLog } from '../../src/main/platform/log.ts';
import type { VendorClient } from '../../src/main/vendors/core/vendor-client.ts';
import { hurriedClock, testClient } from '../vendors/vendor-server.ts';
import { formsOf } from './canary.ts';
import { playRight, startHostileServer, type HostileServer } from './hostile-server.ts';
import type { HostileSubject } from './hostile-subjects.ts';

/** How a call ended. */
export type Ended = { readonly data: unknown } | { readonly thrown: unknown };

/** A vendor that answers one operation badly, and a connection to it. */
export interface HostileHarness {
  readonly server: HostileServer;
  /** Milliseconds that were waited so far. */
  readonly waits: number[];
  readonly client: VendorClient;
  /** Makes the call to its end: a file is saved, as the app saves it, and its bytes are what came. */
  readonly call: () => Promise<Ended>;
  /** What the right answer comes to. */
  readonly rightly: unknown;
  /** Calls again when the vendor is well; answers how that ended and how many requests it took. */
  readonly callAgain: () => Promise<Ended & { readonly requests: number }>;
  /** What of the secret is found in an error, in the log and on the other computer, and what a call has left behind. */
  readonly leftovers: (end: Ended) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** A secret of the vendor's form that can be found again wherever it went. */
const canaryOf = ({ vendor }: HostileSubject): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.keys(vendor.secret).map((field) => [field, `canary-${field.toLowerCase()}-7f3d9c2e51`]));

/** How a promise ended; never rejects. */
export const endOf = (call: Promise<unknown>): Promise<Ended> =>
  call.then(
    (data) => ({ data }),
    (thrown: unknown) => ({ thrown }),
  );

/** Starts both. `random` decides how long waits are, from 0 up to, not including, 1. */
export async function openHarness(subject: HostileSubject, random = 0.5): Promise<HostileHarness> {
  const { vendor, vector, row, method, right, data } = subject;
  const { operation, params } = vector;
  const secret = canaryOf(subject);
  const server = await startHostileServer(right);
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-hostile-'));
  const dispatcher = new Agent({ connect: { timeout: 1000 } });
  const clock = hurriedClock();
  const lines: string[] = [];
  const log = createLog(
    (line) => lines.push(line),
    () => 0,
  );
  const client = testClient(server.url, {
    definition: vendor.definition,
    dispatcher,
    clock,
    secret: async () => secret,
    random: () => random,
    log,
  });

  const saved = async (): Promise<unknown> => {
    const { body, contentLength: expectedBytes } = await client.stream(operation, params);
    const target = join(folder, 'file');
    await saveStream({ body, expectedBytes, expect: row.answer.kind === 'pdf' ? 'pdf' : 'any', target, clock });
    const bytes = await readFile(target);
    await rm(target);
    return bytes.length === 0 ? null : bytes;
  };

  const made = async (): Promise<unknown> => {
    if (method === 'file') return saved();
    return (await (method === 'read' ? client.call(operation, params) : client.send(operation, params))).data;
  };

  return {
    server,
    waits: clock.waits,
    client,
    call: () => endOf(made()),
    rightly: method === 'file' ? right.body : data,
    callAgain: async () => {
      server.play(playRight);
      return { ...(await endOf(made())), requests: server.seen.length };
    },
    leftovers: async (end) => {
      const thrown = 'thrown' in end ? [JSON.stringify(toWire(end.thrown)), String(end.thrown)] : [];
      const text = Buffer.from([...lines, ...thrown].join('\n'));
      const slipped = Object.entries(secret).filter(([, value]) => formsOf(value).some((form) => text.includes(form)));
      return [
        ...slipped.map(([field]) => field),
        ...(await readdir(folder)),
        ...server.astray().split('\n').filter(Boolean),
      ];
    },
    close: async () => {
      await dispatcher.destroy();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
