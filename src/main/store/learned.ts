import type { ConnectionId } from '../../shared/model/ids.ts';
import { allRows, run, type ReadDb, type WriteDb } from './database.ts';

/** What the vendor made of one operation when it was last called. */
export interface LearnedPermit {
  readonly operation: string;
  readonly permitted: boolean;
}

/** What was learned of a connection's key, by operation. */
export const listLearned = (db: ReadDb, connectionId: ConnectionId): readonly LearnedPermit[] =>
  allRows<{ operation: string; permitted: number }>(
    db,
    'SELECT operation, permitted FROM learned WHERE connection_id = ? ORDER BY operation',
    connectionId,
  ).map(({ operation, permitted }) => ({ operation, permitted: permitted === 1 }));

/** Keeps what was learned at `at` (ISO 8601, UTC), in place of what was known of the operation. */
export function saveLearned(
  db: WriteDb,
  {
    connectionId,
    operation,
    permitted,
    at,
  }: LearnedPermit & { readonly connectionId: ConnectionId; readonly at: string },
): void {
  run(
    db,
    `INSERT INTO learned (connection_id, operation, permitted, at) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET permitted = excluded.permitted, at = excluded.at`,
    connectionId,
    operation,
    permitted ? 1 : 0,
    at,
  );
}

/** Forgets all that was learned of a connection's key: it has another. */
export const forgetLearned = (db: WriteDb, connectionId: ConnectionId): number =>
  run(db, 'DELETE FROM learned WHERE connection_id = ?', connectionId);
