import type { Connection, ConnectionStatus } from '../../shared/model/connection.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import { allRows, run, type ReadDb, type WriteDb } from './database.ts';

interface ConnectionRow extends Omit<Connection, 'allowsHttp' | 'user'> {
  readonly allowsHttp: number;
  readonly userVendorId: string | null;
  readonly userName: string | null;
}

const fromRow = ({ allowsHttp, userVendorId, userName, ...row }: ConnectionRow): Connection => ({
  ...row,
  allowsHttp: allowsHttp === 1,
  user: userVendorId === null || userName === null ? null : { vendorId: userVendorId, name: userName },
});

/** All connections in the person's order. */
export const listConnections = (db: ReadDb): readonly Connection[] =>
  allRows<ConnectionRow>(
    db,
    `SELECT id, vendor, name, url, status, label, color, allows_http AS allowsHttp, user_vendor_id AS userVendorId,
       user_name AS userName
     FROM connections ORDER BY position, id`,
  ).map(fromRow);

/** Adds a connection at the end (made at `at`), or replaces what is known of the one with this id where it stands. */
export function saveConnection(db: WriteDb, connection: Connection, at: string): void {
  run(
    db,
    `INSERT INTO connections
       (id, vendor, name, url, status, label, color, allows_http, user_vendor_id, user_name, created_at, position)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM connections))
     ON CONFLICT DO UPDATE SET vendor = excluded.vendor, name = excluded.name, url = excluded.url,
       status = excluded.status, label = excluded.label, color = excluded.color, allows_http = excluded.allows_http,
       user_vendor_id = excluded.user_vendor_id, user_name = excluded.user_name`,
    connection.id,
    connection.vendor,
    connection.name,
    connection.url,
    connection.status,
    connection.label,
    connection.color,
    Number(connection.allowsHttp),
    connection.user?.vendorId ?? null,
    connection.user?.name ?? null,
    at,
  );
}

/** Answers whether there is such a connection with another status than this. */
export const setConnectionStatus = (db: WriteDb, id: ConnectionId, status: ConnectionStatus): boolean =>
  run(db, 'UPDATE connections SET status = ? WHERE id = ? AND status <> ?', status, id, status) > 0;

/** Answers whether there was such a connection. */
export const removeConnection = (db: WriteDb, id: ConnectionId): boolean =>
  run(db, 'DELETE FROM connections WHERE id = ?', id) > 0;
