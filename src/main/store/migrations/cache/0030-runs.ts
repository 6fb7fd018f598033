import type { Step } from '../run.ts';

/**
 * Runs, what they have seen, and how fresh each collection is. `seen` is a table of its own because most rows of a run
 * are unchanged: three numbers are written for each of them, and the record and its indexes are left alone. `list` is
 * the place of the list's operation in the run's `lists`: a row that moves from one list to another is no repetition.
 */
export const step0030Runs: Step = {
  version: 30,
  update: (db) => {
    db.exec(`
      CREATE TABLE sync_runs (
        run_id INTEGER PRIMARY KEY AUTOINCREMENT,
        connection_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        started_at TEXT NOT NULL,
        cursor TEXT,
        page TEXT,
        lists TEXT NOT NULL DEFAULT '[]',
        added INTEGER NOT NULL DEFAULT 0,
        changed INTEGER NOT NULL DEFAULT 0,
        UNIQUE (connection_id, kind)
      ) STRICT;

      CREATE TABLE seen (
        run_id INTEGER NOT NULL REFERENCES sync_runs (run_id) ON DELETE CASCADE,
        rid INTEGER NOT NULL,
        list INTEGER NOT NULL,
        PRIMARY KEY (run_id, rid, list)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE freshness (
        connection_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        complete_at TEXT,
        attempted_at TEXT NOT NULL,
        outcome TEXT NOT NULL,
        error_code TEXT,
        error_message TEXT,
        PRIMARY KEY (connection_id, kind)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
