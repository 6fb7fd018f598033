import type { Step } from '../run.ts';

/**
 * Where answers differ from what their schemas name, by operation and place, and the Plumbline whose schemas these were:
 * one row. `seen` counts values; `word` is a new word of an enumeration.
 */
export const step0070Drift: Step = {
  version: 70,
  update: (db) => {
    db.exec(`
      CREATE TABLE drift (
        vendor TEXT NOT NULL,
        operation TEXT NOT NULL,
        path TEXT NOT NULL,
        kind TEXT NOT NULL,
        word TEXT,
        first_seen_at TEXT NOT NULL,
        last_seen_at TEXT NOT NULL,
        seen INTEGER NOT NULL,
        PRIMARY KEY (vendor, operation, path, kind)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE drift_version (version TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    `);
  },
};
