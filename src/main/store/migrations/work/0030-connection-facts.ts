import type { Step } from '../run.ts';

/** What tells two accounts apart, whose key it is, and whether plain http was allowed. */
export const step0030ConnectionFacts: Step = {
  version: 30,
  update: (db) => {
    db.exec(`
      ALTER TABLE connections ADD COLUMN label TEXT;
      ALTER TABLE connections ADD COLUMN color TEXT;
      ALTER TABLE connections ADD COLUMN allows_http INTEGER NOT NULL DEFAULT 0 CHECK (allows_http IN (0, 1));
      ALTER TABLE connections ADD COLUMN user_vendor_id TEXT;
      ALTER TABLE connections ADD COLUMN user_name TEXT;
    `);
  },
};
