import { AppError } from '../../shared/errors/app-error.ts';
import type { ConnectionId, FileId, RecordId } from '../../shared/model/ids.ts';
import { allRows, oneRow, run, type ReadDb, type WriteDb } from './database.ts';
import type { FileInput, KeptFile } from './worker-calls.ts';

const COLUMNS = `id, connection_id AS connectionId, record_id AS recordId, name, content_type AS contentType, bytes,
  sha256, saved_at AS savedAt, path`;

/** Keeps a file's row. One of the same source is replaced; its path is answered when no row names it any more. */
export function saveFile(db: WriteDb, { file, sourceKey, path }: FileInput): string | null {
  const former = findFile(db, file.connectionId, sourceKey);
  run(db, 'DELETE FROM files WHERE connection_id = ? AND source_key = ?', file.connectionId, sourceKey);
  run(
    db,
    `INSERT INTO files (id, connection_id, record_id, source_key, name, content_type, bytes, sha256, saved_at, path)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    file.id,
    file.connectionId,
    file.recordId,
    sourceKey,
    file.name,
    file.contentType,
    file.bytes,
    file.sha256,
    file.savedAt,
    path,
  );
  return former && former.path !== path ? former.path : null;
}

/** The kept file of a source of a connection, or null. */
export const findFile = (db: ReadDb, connectionId: ConnectionId, sourceKey: string): KeptFile | null =>
  oneRow<KeptFile>(
    db,
    `SELECT ${COLUMNS} FROM files WHERE connection_id = ? AND source_key = ?`,
    connectionId,
    sourceKey,
  ) ?? null;

/** The kept file with this id. Throws AppError `not-found`. */
export function showFile(db: ReadDb, id: FileId): KeptFile {
  const file = oneRow<KeptFile>(db, `SELECT ${COLUMNS} FROM files WHERE id = ?`, id);
  if (!file) throw new AppError('not-found', 'There is no such file on this computer.', { data: { file: id } });
  return file;
}

/** The kept files of a record, the newest first. */
export const listFiles = (db: ReadDb, recordId: RecordId): readonly KeptFile[] =>
  allRows<KeptFile>(db, `SELECT ${COLUMNS} FROM files WHERE record_id = ? ORDER BY saved_at DESC, id`, recordId);
