import type { Step } from '../run.ts';

/**
 * Files copied into the app's own folder, waiting to be sent. `path` is below the data folder; null once the bytes were
 * let go of, while a change that was sent with them still tells what they were.
 */
export const step0040Spool: Step = {
  version: 40,
  update: (db) => {
    db.exec(`
      CREATE TABLE spool (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        content_type TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        path TEXT UNIQUE,
        created_at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
