import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Clock } from '../platform/clock.ts';
import type { Random } from '../platform/random.ts';
import type { Door } from '../rpc/door.ts';
import { openBrowser } from './open-browser.ts';
import { startServer } from './server.ts';

interface ServeRequest {
  readonly port: number;
  readonly open: boolean;
  readonly signal: AbortSignal;
  readonly onAddress: (url: string) => void;
}

interface ServeParts {
  readonly page: string;
  readonly clock: Clock;
  readonly random: Random;
  /** Each line typed here asks for a new address: a ticket is good for one tab. */
  readonly input: Readable & { readonly isTTY?: boolean };
}

/** Serves the page until the signal, telling every address it gives out. Throws AppError `port-in-use`. */
export async function serveUntilStopped(door: Door, request: ServeRequest, parts: ServeParts): Promise<void> {
  const { page, clock, random, input } = parts;
  const server = await startServer({ door, page, port: request.port, clock, random });
  const address = server.address();
  request.onAddress(address);
  const lines = input.isTTY ? createInterface({ input }) : undefined;
  lines?.on('line', () => request.onAddress(server.address()));
  const { signal } = request;
  const { dataDir: folder } = await door.local.call('workspace.status', {});
  const opening = request.open
    ? openBrowser(address, { folder, platform: process.platform, clock, random, signal })
    : undefined;
  try {
    if (!signal.aborted) await once(signal, 'abort');
    await opening;
  } finally {
    lines?.close();
    await server.close();
  }
}
