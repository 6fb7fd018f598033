import Database from 'better-sqlite3';
import type { WriteDb } from '../../src/main/store/database.ts';
import { cacheSteps } from '../../src/main/store/migrations/cache.ts';
import { migrate } from '../../src/main/store/migrations/run.ts';

/** An empty cache in memory, for tests that fill many; the caller closes it. */
export function memoryCache(): WriteDb {
  const db = new Database(':memory:') as unknown as WriteDb;
  db.pragma('foreign_keys = ON');
  migrate(db, 'cache', cacheSteps);
  return db;
}
