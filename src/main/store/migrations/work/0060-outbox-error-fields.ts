import type { Step } from '../run.ts';

/** What a vendor found wrong with single fields of a change, by their place in the call (`body.name`). */
export const step0060OutboxErrorFields: Step = {
  version: 60,
  update: (db) => {
    db.exec(`
      ALTER TABLE outbox ADD COLUMN error_fields TEXT CHECK (error_fields IS NULL OR json_valid(error_fields));
      ALTER TABLE outbox_attempts ADD COLUMN error_fields TEXT CHECK (error_fields IS NULL OR json_valid(error_fields));
    `);
  },
};
