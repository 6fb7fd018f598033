import type { Step } from '../run.ts';

/** Files kept on this computer: reports, photos. `path` is below the workspace's files folder. */
export const step0040Files: Step = {
  version: 40,
  update: (db) => {
    db.exec(`
      CREATE TABLE files (
        id TEXT PRIMARY KEY,
        connection_id TEXT NOT NULL,
        record_id TEXT,
        source_key TEXT NOT NULL,
        name TEXT NOT NULL,
        content_type TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        path TEXT NOT NULL,
        UNIQUE (connection_id, source_key)
      ) STRICT, WITHOUT ROWID;

      CREATE INDEX files_record ON files (record_id) WHERE record_id IS NOT NULL;
    `);
  },
};
