import type { SpooledFile } from '../../shared/contract/outbox.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { SpoolId } from '../../shared/model/outbox.ts';
import { allRows, oneRow, run, type ReadDb, type WriteDb } from './database.ts';
import type { SpoolEntry } from './outbox-calls.ts';

/** True for the files with which a change still waits: it is in the outbox and has not arrived. */
const IS_NEEDED = `EXISTS (SELECT 1 FROM outbox
  WHERE spool_id = spool.id AND state <> 'sent' AND discarded_at IS NULL)`;

/** Keeps the row of a file that is whole on the disk at `path`, below the data folder. */
export function saveSpool(db: WriteDb, { file, path }: SpoolEntry, at: string): void {
  run(
    db,
    'INSERT INTO spool (id, name, bytes, content_type, sha256, path, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    file.id,
    file.name,
    file.bytes,
    file.contentType,
    file.sha256,
    path,
    at,
  );
}

/** A file of the spool and where it lies. Throws AppError `not-found`, also when its bytes were let go of. */
export function getSpool(db: ReadDb, id: SpoolId): SpoolEntry {
  const found = oneRow<SpooledFile & { readonly path: string }>(
    db,
    `SELECT id, name, bytes, content_type AS contentType, sha256, path FROM spool
     WHERE id = ? AND path IS NOT NULL`,
    id,
  );
  if (!found) throw new AppError('not-found', 'The file is no longer there to be sent.', { data: { file: id } });
  const { path, ...file } = found;
  return { file, path };
}

/**
 * Lets go of a file with which no change waits any more, and answers its path for the caller to delete; null when one
 * does, or there is no such file. What was sent goes on telling what went with it. Runs inside the caller's transaction.
 */
export function dropSpool(db: WriteDb, id: SpoolId): string | null {
  const found = oneRow<{ path: string }>(
    db,
    `SELECT path FROM spool WHERE id = ? AND path IS NOT NULL AND NOT ${IS_NEEDED}`,
    id,
  );
  if (!found) return null;
  run(db, 'UPDATE spool SET path = NULL WHERE id = ?', id);
  run(db, 'DELETE FROM spool WHERE id = ? AND NOT EXISTS (SELECT 1 FROM outbox WHERE spool_id = spool.id)', id);
  return found.path;
}

/**
 * Lets go of every file made before that moment with which no change waits; answers the paths of all that stay. Runs
 * inside the caller's transaction.
 */
export function tidySpool(db: WriteDb, before: string): readonly string[] {
  const unneeded = allRows<{ id: SpoolId }>(
    db,
    `SELECT id FROM spool WHERE created_at < ? AND path IS NOT NULL AND NOT ${IS_NEEDED}`,
    before,
  );
  for (const { id } of unneeded) dropSpool(db, id);
  return allRows<{ path: string }>(db, 'SELECT path FROM spool WHERE path IS NOT NULL ORDER BY path').map(
    ({ path }) => path,
  );
}
