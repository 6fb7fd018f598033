import { parentPort, workerData } from 'node:worker_threads';
import type { FaultRule } from '../sandbox/faults.ts';
import type { LogEntry } from '../sandbox/request-log.ts';
import type { SandboxVendor } from '../sandbox/sandbox.ts';
import { startSandbox } from './sandbox-server.ts';

/** What the worker is started with. `now` fixes the moment the sample shows (ISO 8601); pass one per day. */
export type SandboxWorkerData = {
  readonly seed: number;
  readonly now: string;
  readonly audits?: number;
  readonly port?: number;
  /** The file that keeps what is written; see SandboxServerOptions. */
  readonly journalPath?: string;
};

/** What the worker obeys. */
export type SandboxCommand =
  | { readonly type: 'online'; readonly online: boolean }
  | { readonly type: 'faults'; readonly faults: readonly FaultRule[] }
  | { readonly type: 'log' }
  | { readonly type: 'stop' };

/** What the worker says: `listening` once it answers requests; an answer to each command; `failed` when it cannot. */
export type SandboxMessage =
  | { readonly type: 'listening'; readonly port: number; readonly vendors: readonly SandboxVendor[] }
  | { readonly type: 'online'; readonly online: boolean }
  | { readonly type: 'faults' }
  | { readonly type: 'log'; readonly entries: readonly LogEntry[] }
  | { readonly type: 'stopped' }
  | { readonly type: 'failed'; readonly message: string; readonly code?: string };

/** Worker entry of the sample workspace: the vendors on 127.0.0.1, steered by messages of the parent thread. */
const run = async (port: NonNullable<typeof parentPort>, options: SandboxWorkerData): Promise<void> => {
  const say = (message: SandboxMessage): void => port.postMessage(message);
  const server = await startSandbox({ ...options, clock: () => Date.now() });

  const obey = async (command: SandboxCommand): Promise<void> => {
    switch (command.type) {
      case 'online':
        await server.setOnline(command.online);
        return say({ type: 'online', online: command.online });
      case 'faults':
        server.faults.set(command.faults);
        return say({ type: 'faults' });
      case 'log':
        return say({ type: 'log', entries: server.log.entries() });
      case 'stop':
        await server.close();
        say({ type: 'stopped' });
        return port.close();
    }
  };

  // Commands take effect in the order they were sent, also where one has to wait for a socket.
  let last: Promise<void> = Promise.resolve();
  port.on('message', (command: SandboxCommand) => {
    last = last.then(() => obey(command)).catch((error: unknown) => fail(port, error));
  });
  say({ type: 'listening', port: server.port, vendors: server.vendors });
};

const fail = (port: NonNullable<typeof parentPort>, error: unknown): void => {
  const code = error instanceof Error && 'code' in error ? { code: String(error.code) } : {};
  const message: SandboxMessage = { type: 'failed', message: String(error), ...code };
  port.postMessage(message);
};

if (parentPort !== null) {
  const port = parentPort;
  run(port, workerData as SandboxWorkerData).catch((error: unknown) => fail(port, error));
}
