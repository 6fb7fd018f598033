import type { Step } from '../run.ts';

/**
 * What search reads. `record_text` holds exactly what is in the index, which is what the index needs to forget it
 * again. A row's id carries when its record was updated (text-index.ts), so the index gives the newest first by itself.
 */
export const step0020Text: Step = {
  version: 20,
  update: (db) => {
    db.exec(`
      CREATE TABLE record_text (
        text_id INTEGER PRIMARY KEY,
        rid INTEGER NOT NULL UNIQUE REFERENCES records (rid),
        title TEXT NOT NULL,
        number TEXT NOT NULL,
        people TEXT NOT NULL,
        body TEXT NOT NULL
      ) STRICT;

      CREATE VIRTUAL TABLE record_fts USING fts5 (
        title, number, people, body,
        content = 'record_text', content_rowid = 'text_id',
        prefix = '1 2 3 4 5 6',
        tokenize = 'unicode61 remove_diacritics 2'
      );
    `);
  },
};
