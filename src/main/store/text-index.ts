import { allRows, oneRow, prepared, run, type WriteDb } from './database.ts';

/** What search reads of one record. */
export interface TextEntry {
  /** ISO 8601; null counts as older than all. */
  readonly updatedAt: string | null;
  readonly title: string;
  readonly number: string;
  readonly people: string;
  readonly body: string;
}

/** Text that waits to be indexed, by `rid`; written once for each transaction, because each write costs a segment. */
export type PendingTexts = Map<number, TextEntry>;

/** Ids that one second has room for. Two records of one second share an id only when that many lie between them. */
const PER_SECOND = 2 ** 20;
/** The year 2223: keeps an id below 2^53 whatever date a vendor sends. */
const LAST_SECOND = 8_000_000_000;

/**
 * The id a text row wants: higher for a record updated later, so that the index, read from its highest id, gives the
 * newest first without sorting.
 */
function wantedTextId(updatedAt: string | null, rid: number): number {
  const seconds = updatedAt === null ? Number.NaN : Math.floor(Date.parse(updatedAt) / 1000);
  const within = Number.isNaN(seconds) ? 0 : Math.min(Math.max(seconds, 0), LAST_SECOND);
  return within * PER_SECOND + (rid % PER_SECOND);
}

function freeTextId(db: WriteDb, wanted: number): number {
  let id = wanted;
  while (oneRow(db, 'SELECT 1 FROM record_text WHERE text_id = ?', id) !== undefined) id += 1;
  return id;
}

/** Takes the text of these records out of the index. They stay in their tables. */
export function removeTexts(db: WriteDb, rids: readonly number[]): void {
  const list = JSON.stringify(rids);
  run(
    db,
    `INSERT INTO record_fts (record_fts, rowid, title, number, people, body)
     SELECT 'delete', text_id, title, number, people, body FROM record_text
     WHERE rid IN (SELECT value FROM json_each(?)) ORDER BY text_id`,
    list,
  );
  run(db, 'DELETE FROM record_text WHERE rid IN (SELECT value FROM json_each(?))', list);
}

/** Indexes the waiting texts in place of the records' former ones, inside the caller's transaction, and forgets them. */
export function writeTexts(db: WriteDb, texts: PendingTexts): void {
  if (texts.size === 0) return;
  removeTexts(db, [...texts.keys()]);
  const insert = prepared(
    db,
    'INSERT INTO record_text (text_id, rid, title, number, people, body) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const ids: number[] = [];
  for (const [rid, text] of texts) {
    const id = freeTextId(db, wantedTextId(text.updatedAt, rid));
    ids.push(id);
    insert.run(id, rid, text.title, text.number, text.people, text.body);
  }
  // In the order of their ids: the index starts a new segment whenever an id is lower than the one before.
  run(
    db,
    `INSERT INTO record_fts (rowid, title, number, people, body)
     SELECT text_id, title, number, people, body FROM record_text
     WHERE text_id IN (SELECT value FROM json_each(?)) ORDER BY text_id`,
    JSON.stringify(ids),
  );
  texts.clear();
}

/** The searchable body of a record: the texts of all its stored parts. */
export const storedBody = (db: WriteDb, rid: number): string =>
  allRows<{ text: string }>(db, "SELECT text FROM record_parts WHERE rid = ? AND text <> '' ORDER BY part", rid)
    .map((row) => row.text)
    .join('\n');
