import { allRows, run, type ReadDb, type WriteDb } from './database.ts';

/** All settings that were ever set, as JSON values by key. */
export const listSettings = (db: ReadDb): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    allRows<{ key: string; value: string }>(db, 'SELECT key, value FROM settings ORDER BY key').map(
      ({ key, value }) => [key, JSON.parse(value) as unknown],
    ),
  );

/** Keeps a setting; `undefined` removes it. */
export function saveSetting(db: WriteDb, key: string, value: unknown): void {
  if (value === undefined) {
    run(db, 'DELETE FROM settings WHERE key = ?', key);
    return;
  }
  run(
    db,
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
    key,
    JSON.stringify(value),
  );
}
