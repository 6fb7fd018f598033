import { countBy, windows } from './count-streams.ts';
import type { ReadDb } from './database.ts';
import type { Slices } from './slices.ts';
import type { FilterInput } from './worker-calls.ts';

/** How many rows a list has, in slices. Each is as of its own moment: what is stored meanwhile may be in or not. */
export function* countRecords(db: ReadDb, input: FilterInput): Slices<{ readonly total: number }> {
  const rows = yield* countBy(db, windows(db, input), { key: 'NULL' });
  return { total: rows.reduce((total, [, count]) => total + Number(count), 0) };
}
