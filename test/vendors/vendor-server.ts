import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Agent } from 'undici';
import type { Clock } from '../../src/main/platform/clock.ts';
import { silentLog, type Log } from '../../src/main/platform/log.ts';
import type { VendorClientParts } from '../../src/main/vendors/core/call-tools.ts';
import { createVendorClient, type VendorClient } from '../../src/main/vendors/core/vendor-client.ts';
import type { Secret, VendorDefinition } from '../../src/main/vendors/core/vendor.ts';
import { monitorqa } from '../../src/main/vendors/monitorqa/client.ts';

/** The secret of every test, to be looked for where it must not be. */
export const TEST_KEY = 'key-0123456789-canary';

/** One request as the server saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
}

export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly seen: SeenRequest[];
  readonly close: () => Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => unknown;

/** A real HTTP server on 127.0.0.1; `count` is 1 for the first request. */
export async function startServer(handler: Handler): Promise<TestServer> {
  const seen: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers });
    void handler(request, response, seen.length);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    seen,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** A clock whose waits are over at once and are written down; time moves by them. */
export function hurriedClock(start = Date.UTC(2026, 0, 1)): Clock & { readonly waits: number[] } {
  let now = start;
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    wait: async (ms, signal) => {
      if (signal?.aborted) throw signal.reason;
      waits.push(ms);
      now += ms;
    },
  };
}

/** A MonitorQA client against `url` with short limits. */
export function testClient(
  url: string,
  options: {
    readonly clock?: Clock;
    readonly definition?: VendorDefinition;
    readonly dispatcher?: Agent;
    readonly allowInsecure?: boolean;
    readonly answerBytes?: number;
    readonly log?: Log;
    readonly secret?: () => Promise<Secret>;
    readonly random?: () => number;
    readonly onData?: VendorClientParts['onData'];
  } = {},
): VendorClient {
  return createVendorClient({
    definition: options.definition ?? monitorqa,
    connection: { id: 'test', url, allowInsecure: options.allowInsecure ?? false },
    secret: options.secret ?? (async () => ({ apiKey: TEST_KEY })),
    dispatcher: options.dispatcher ?? new Agent({ connect: { timeout: 1000 } }),
    clock: options.clock ?? hurriedClock(),
    random: { number: options.random ?? (() => 0.5), id: () => 'id', token: () => 'token' },
    log: options.log ?? silentLog,
    ...(options.onData ? { onData: options.onData } : {}),
    limits: { headersMs: 200, bodyIdleMs: 200, answerBytes: options.answerBytes ?? 1024 * 1024 },
  });
}

/** What a promise is rejected with; fails the test when it is not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('expected a rejection');
}
