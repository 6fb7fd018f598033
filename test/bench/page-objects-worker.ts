/**
 * The naive way over a port: row objects, nothing checked. `kept` posts a page made at the start, the bare cost of
 * carrying it; `query` reads it with a prepared statement each time.
 */
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { JOIN_SOURCES, ROW_COLUMNS } from '../../src/main/store/record-rows.ts';

/** What the worker is started with. */
export interface ObjectsWorkerData {
  readonly kind: 'kept' | 'query';
  readonly database: string;
  readonly rows: number;
}

const { kind, database, rows } = workerData as ObjectsWorkerData;
const statement = new Database(database, { readonly: true }).prepare(
  `SELECT ${ROW_COLUMNS} FROM records INDEXED BY records_by_due ${JOIN_SOURCES}
   WHERE records.source = 1 AND kind = 'audit' AND deleted_at IS NULL AND due_key < '~' ORDER BY due_key, rid LIMIT ?`,
);
const kept = statement.all(rows);
const port = parentPort;
port?.on('message', () => port.postMessage(kind === 'kept' ? kept : statement.all(rows)));
