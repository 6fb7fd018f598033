import type { Step } from '../run.ts';

/** What the Settings screen keeps, as JSON values by key. */
export const step0020Settings: Step = {
  version: 20,
  update: (db) => {
    db.exec(`
      CREATE TABLE settings (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
