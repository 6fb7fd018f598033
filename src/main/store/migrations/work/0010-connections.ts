import type { Step } from '../run.ts';

/** The accounts a person has set up, in the order they gave them. Secrets are elsewhere: in the keychain. */
export const step0010Connections: Step = {
  version: 10,
  update: (db) => {
    db.exec(`
      CREATE TABLE connections (
        id TEXT PRIMARY KEY,
        vendor TEXT NOT NULL,
        name TEXT NOT NULL,
        url TEXT NOT NULL,
        status TEXT NOT NULL,
        created_at TEXT NOT NULL,
        position INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
