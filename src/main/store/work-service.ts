import { backUpWork } from './backups.ts';
import { listConnections, removeConnection, saveConnection, setConnectionStatus } from './connections.ts';
import { inTransaction } from './database.ts';
import { openWork } from './recover.ts';
import { listSettings, saveSetting } from './settings.ts';
import type { WorkWriterCalls } from './worker-calls.ts';
import type { Service } from './worker-server.ts';

/** Opens work.db and answers its calls. `now` is milliseconds since 1970 UTC. Throws as openWork does. */
export function createWorkService(dataDir: string, now: () => number): Service<WorkWriterCalls> {
  const { db, recovery } = openWork(dataDir, new Date(now()).toISOString());
  return {
    recovery,
    close: () => db.close(),
    batches: {},
    handlers: {
      listConnections: () => listConnections(db),
      saveConnection: ({ connection, at }) => {
        inTransaction(db, () => saveConnection(db, connection, at));
        return {};
      },
      setConnectionStatus: ({ connectionId, status }) => ({ changed: setConnectionStatus(db, connectionId, status) }),
      removeConnection: ({ connectionId }) => ({ changed: removeConnection(db, connectionId) }),
      listSettings: () => listSettings(db),
      saveSetting: ({ key, value }) => {
        saveSetting(db, key, value);
        return {};
      },
      backUp: ({ at }) => ({ name: backUpWork(db, dataDir, at).name }),
    },
  };
}
