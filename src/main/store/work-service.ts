import { backUpWork } from './backups.ts';
import { listConnections, removeConnection, saveConnection, setConnectionStatus } from './connections.ts';
import { inTransaction, type WriteDb } from './database.ts';
import { storeErrorKind } from './errors.ts';
import { addOutbox, openOutbox } from './outbox.ts';
import {
  confirmSent,
  detachConnection,
  discardOutbox,
  endTry,
  makeReady,
  markSending,
  recoverSending,
} from './outbox-marks.ts';
import { openWork } from './recover.ts';
import { listSettings, saveSetting } from './settings.ts';
import { dropSpool, getSpool, saveSpool, tidySpool } from './spool.ts';
import type { WorkWriterCalls } from './worker-calls.ts';
import type { Service } from './worker-server.ts';

/**
 * Nobody else writes in this folder: what is marked as being sent was cut off with the process that sent it. A full disk
 * must not keep a person from their work; such a change waits for the next start, and is not sent meanwhile.
 */
function recoverAtOpen(db: WriteDb, at: string): void {
  try {
    inTransaction(db, () => recoverSending(db, at));
  } catch (error) {
    if (storeErrorKind(error) === 'logic') throw error;
  }
}

/**
 * Opens work.db, takes what was being sent for uncertain, and answers its calls. `now` is milliseconds since 1970 UTC.
 * Throws as openWork does.
 */
export function createWorkService(dataDir: string, now: () => number): Service<WorkWriterCalls> {
  const openedAt = new Date(now()).toISOString();
  const { db, recovery } = openWork(dataDir, openedAt);
  recoverAtOpen(db, openedAt);
  const atomic = <Result>(work: () => Result): Result => inTransaction(db, work);
  return {
    recovery,
    close: () => db.close(),
    batches: {},
    handlers: {
      listConnections: () => listConnections(db),
      saveConnection: ({ connection, at }) => {
        atomic(() => saveConnection(db, connection, at));
        return {};
      },
      setConnectionStatus: ({ connectionId, status }) => ({ changed: setConnectionStatus(db, connectionId, status) }),
      removeConnection: ({ connectionId }) => ({ changed: removeConnection(db, connectionId) }),
      listSettings: () => listSettings(db),
      saveSetting: ({ key, value }) => {
        saveSetting(db, key, value);
        return {};
      },
      addOutbox: (input) => atomic(() => addOutbox(db, input)),
      openOutbox: ({ id }) => openOutbox(db, id),
      markSending: (input) => atomic(() => markSending(db, input)),
      markSent: (input) => atomic(() => endTry(db, 'sent', { ...input, error: null })),
      markFailed: (input) => atomic(() => endTry(db, 'failed', input)),
      markNotSent: (input) => atomic(() => endTry(db, 'not-sent', input)),
      markNeedsChecking: (input) => atomic(() => endTry(db, 'needs-checking', input)),
      confirmSent: ({ id, at }) => atomic(() => confirmSent(db, id, at)),
      makeReady: ({ id, at }) => atomic(() => makeReady(db, id, at)),
      discardOutbox: ({ id, at, uncertain }) => {
        atomic(() => discardOutbox(db, id, at, uncertain));
        return {};
      },
      recoverSending: ({ at }) => ({ changed: atomic(() => recoverSending(db, at)) }),
      detachConnection: ({ connectionId, at }) => ({ drafts: atomic(() => detachConnection(db, connectionId, at)) }),
      saveSpool: ({ at, ...entry }) => {
        saveSpool(db, entry, at);
        return {};
      },
      getSpool: ({ id }) => getSpool(db, id),
      dropSpool: ({ id }) => ({ path: atomic(() => dropSpool(db, id)) }),
      tidySpool: ({ before }) => ({ kept: atomic(() => tidySpool(db, before)) }),
      backUp: ({ at }) => ({ name: backUpWork(db, dataDir, at).name }),
    },
  };
}
