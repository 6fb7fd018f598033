/** The least that prints a page: `bare-list.mjs DATABASE ROWS`. No checks, no worker, no cursor, no count. */
import Database from 'better-sqlite3';

const [path = '', rows = '100'] = process.argv.slice(2);
const database = new Database(path, { readonly: true });
const page = database
  .prepare(
    `SELECT id, kind, number, title, status, due_at, assignees, project, updated_at FROM records INDEXED BY records_by_due
     WHERE source = 1 AND kind = 'audit' AND deleted_at IS NULL AND due_key < '~' ORDER BY due_key, rid LIMIT ?`,
  )
  .all(Number(rows));
process.stdout.write(`${JSON.stringify(page)}\n`);
