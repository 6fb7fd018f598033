import type { Step } from '../run.ts';

/** What the last complete run of a collection has missed, by record id, where no call tells whether it is gone. */
export const step0050Missed: Step = {
  version: 50,
  update: (db) => {
    db.exec('CREATE TABLE missed (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;');
  },
};
