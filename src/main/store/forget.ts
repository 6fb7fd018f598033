import type { ConnectionId } from '../../shared/model/ids.ts';
import { allRows, oneRow, run, type WriteDb } from './database.ts';
import { removeTexts } from './text-index.ts';

/**
 * Drops all that is cached of a connection; answers how many records there were, and the paths of its files for the
 * caller to delete. Runs inside the caller's transaction.
 */
export function forgetConnection(
  db: WriteDb,
  connectionId: ConnectionId,
): { readonly records: number; readonly paths: readonly string[] } {
  const source = oneRow<{ source: number }>(db, 'SELECT source FROM sources WHERE connection_id = ?', connectionId);
  let records = 0;
  if (source) {
    const rids = allRows<{ rid: number }>(
      db,
      'SELECT rid FROM records WHERE id >= ? AND id < ?',
      `${connectionId}:`,
      `${connectionId};`,
    ).map((row) => row.rid);
    removeTexts(db, rids);
    records = run(db, 'DELETE FROM records WHERE source = ?', source.source);
    // Its kinds and the people it named go with it.
    run(db, 'DELETE FROM sources WHERE source = ?', source.source);
  }
  run(db, 'DELETE FROM missed WHERE id >= ? AND id < ?', `${connectionId}:`, `${connectionId};`);
  const files = allRows<{ path: string }>(db, 'SELECT path FROM files WHERE connection_id = ?', connectionId);
  for (const table of ['files', 'sync_runs', 'freshness', 'learned']) {
    run(db, `DELETE FROM ${table} WHERE connection_id = ?`, connectionId);
  }
  return { records, paths: files.map((file) => file.path) };
}
