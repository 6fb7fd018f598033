import { once } from 'node:events';
import { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { openJournal } from '../sandbox/journal.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from '../sandbox/sandbox.ts';

/** What a running sandbox is made from; `port` 0 or none takes a free one. */
export type SandboxServerOptions = SandboxOptions & {
  readonly port?: number;
  /**
   * The file that keeps what is written, in an existing folder; uploads go to `PATH.files`. Without one, what is written
   * is gone when the sandbox stops.
   */
  readonly journalPath?: string;
};

/** The sample workspace's vendors, listening on 127.0.0.1. */
export type SandboxServer = Pick<Sandbox, 'dataset' | 'faults' | 'log' | 'vendors'> & {
  /** `http://127.0.0.1:PORT`; a connection's base URL is this with its vendor's path. */
  readonly url: string;
  readonly port: number;
  /** Offline, connections to the port are refused and open ones are closed; online again listens on the same port. */
  readonly setOnline: (online: boolean) => Promise<void>;
  /** Stops for good: open connections are closed, hanging requests included. */
  readonly close: () => Promise<void>;
};

const host = '127.0.0.1';

/**
 * Starts the vendors on this computer only.
 * @throws Error with the code EADDRINUSE when the port given is taken; SyntaxError when the journal is damaged.
 */
export const startSandbox = async ({
  port = 0,
  journalPath,
  ...options
}: SandboxServerOptions): Promise<SandboxServer> => {
  const journal = journalPath === undefined ? null : openJournal(journalPath);
  const kept =
    journal === null ? {} : { journal: journal.entries, onJournal: journal.append, uploads: journal.uploads };
  const { app, dataset, faults, log, vendors, stop } = createSandbox({ ...options, ...kept });
  // The runtime's own Request and Response stay as they are: other code in this process uses them too.
  const listener = { fetch: app.fetch, hostname: host, overrideGlobalObjects: false };

  const open = async (wanted: number): Promise<Server> => {
    const server = createAdaptorServer(listener);
    if (!(server instanceof Server)) throw new TypeError('The sandbox needs a plain HTTP server.');
    server.listen(wanted, host);
    await once(server, 'listening');
    return server;
  };
  const shut = async (server: Server): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };

  let server: Server | null;
  try {
    server = await open(port);
  } catch (error) {
    stop();
    journal?.close();
    throw error;
  }
  const taken = (server.address() as AddressInfo).port;

  return {
    url: `http://${host}:${taken}`,
    port: taken,
    dataset,
    faults,
    log,
    vendors,
    setOnline: async (online) => {
      if (online && server === null) server = await open(taken);
      else if (!online && server !== null) {
        const running = server;
        server = null;
        await shut(running);
      }
    },
    close: async () => {
      stop();
      const running = server;
      server = null;
      if (running !== null) await shut(running);
      journal?.close();
    },
  };
};
