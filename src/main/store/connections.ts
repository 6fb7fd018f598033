import type { Connection, ConnectionStatus } from '../../shared/model/connection.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import { allRows, run, type ReadDb, type WriteDb } from './database.ts';

/** All connections in the person's order. */
export const listConnections = (db: ReadDb): readonly Connection[] =>
  allRows<Connection>(db, 'SELECT id, vendor, name, url, status FROM connections ORDER BY position, id');

/** Adds a connection at the end (made at `at`), or replaces what is known of the one with this id. */
export function saveConnection(db: WriteDb, connection: Connection, at: string): void {
  run(
    db,
    `INSERT INTO connections (id, vendor, name, url, status, created_at, position)
     VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM connections))
     ON CONFLICT DO UPDATE SET vendor = excluded.vendor, name = excluded.name, url = excluded.url,
       status = excluded.status`,
    connection.id,
    connection.vendor,
    connection.name,
    connection.url,
    connection.status,
    at,
  );
}

/** Answers whether there is such a connection with another status than this. */
export const setConnectionStatus = (db: WriteDb, id: ConnectionId, status: ConnectionStatus): boolean =>
  run(db, 'UPDATE connections SET status = ? WHERE id = ? AND status <> ?', status, id, status) > 0;

/** Answers whether there was such a connection. */
export const removeConnection = (db: WriteDb, id: ConnectionId): boolean =>
  run(db, 'DELETE FROM connections WHERE id = ?', id) > 0;
