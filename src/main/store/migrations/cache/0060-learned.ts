import type { Step } from '../run.ts';

/** Whether an operation was done or refused as not permitted when it was last called, by connection. */
export const step0060Learned: Step = {
  version: 60,
  update: (db) => {
    db.exec(`
      CREATE TABLE learned (
        connection_id TEXT NOT NULL,
        operation TEXT NOT NULL,
        permitted INTEGER NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (connection_id, operation)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
