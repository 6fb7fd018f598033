/** The least that serves a page over a socket: `bare-serve.mjs DATABASE ROWS`. No ticket, no checks, no worker. */
import Database from 'better-sqlite3';
import { WebSocketServer } from 'ws';

const [path = '', rows = '100'] = process.argv.slice(2);
const database = new Database(path, { readonly: true });
const page = database.prepare(
  `SELECT id, connection_id, vendor, kind, number, title, status, priority, project, assignees, due_at, due_kind,
     due_zone, created_at, updated_at, score, deleted_at
   FROM records INDEXED BY records_by_due CROSS JOIN sources ON sources.source = records.source
   WHERE records.source = 1 AND kind = 'audit' AND deleted_at IS NULL AND due_key < '~' ORDER BY due_key, rid LIMIT ?`,
);
const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
server.on('connection', (socket) => {
  socket.on('message', () => socket.send(JSON.stringify(page.all(Number(rows)))));
});
server.once('listening', () => {
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${server.address().port}/` })}\n`);
});
