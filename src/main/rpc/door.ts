import type { Readable } from 'node:stream';
import type { SpooledFile } from '../../shared/contract/outbox.ts';
import type { FileId } from '../../shared/model/ids.ts';
import type { Log } from '../platform/log.ts';
import type { Workspaces } from '../services/services.ts';
import { handlers } from './handlers.ts';
import { createLocalClient, type LocalClient } from './local-client.ts';
import { createSession, type LongCall, type PushedMessage, type Session } from './session.ts';

/** A kept file as a host serves it: where it is, what it is, how long it is. */
interface ServedFile {
  readonly path: string;
  readonly contentType: string;
  readonly bytes: number;
}

/** All that a host sees of the workspaces: the contract, in process or for a peer, and kept files by id. */
export interface Door {
  readonly log: Log;
  readonly local: LocalClient;
  readonly connect: (push: (message: PushedMessage) => void) => Session;
  /** Throws AppError `not-found` when no such file is kept. */
  readonly file: (id: FileId) => Promise<ServedFile>;
  /** Keeps a file that a page sends, until it goes to a vendor. Throws AppError as the spool does. */
  readonly spool: (body: Readable, name: string, signal: AbortSignal) => Promise<SpooledFile>;
  /** Ends what outlived its page (it writes down how far it came), then closes the workspaces. */
  readonly close: () => Promise<void>;
}

/** The door to `workspaces`; closing it closes them. */
export function createDoor(workspaces: Workspaces, log: Log): Door {
  const longCalls = new Set<LongCall>();
  const onLongCall = (call: LongCall): void => {
    longCalls.add(call);
    void call.over.finally(() => longCalls.delete(call));
  };
  return {
    log,
    local: createLocalClient(workspaces, log),
    connect: (push) => createSession({ handlers, workspaces, log, push, onLongCall }),
    file: (id) => workspaces.current().files.served(id),
    spool: (body, name, signal) => workspaces.current().uploads.receive(body, name, signal),
    close: async () => {
      const left = [...longCalls];
      for (const { cancel } of left) cancel();
      await Promise.all(left.map(({ over }) => over));
      await workspaces.close();
    },
  };
}
