import { AppError } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/codes.ts';
import type { RecordId } from '../../shared/model/ids.ts';
import type { FieldChange, OutboxAttempt, OutboxDetail, OutboxError, OutboxRow } from '../../shared/model/outbox.ts';
import { allRows, oneRow, run, type ReadDb, type WriteDb } from './database.ts';
import type { OpenedOutbox, OutboxInput, PendingChange } from './outbox-calls.ts';

/** An error as its columns hold it. */
interface ErrorColumns {
  readonly errorCode: ErrorCode | null;
  readonly errorMessage: string | null;
  readonly errorFields: string | null;
}

type ListRow = Omit<OutboxRow, 'error'> & ErrorColumns;

interface OpenRow extends ListRow {
  readonly method: string;
  readonly path: string;
  readonly params: string;
  readonly changes: string;
  readonly base: string | null;
  readonly spoolPath: string | null;
  readonly fileName: string | null;
  readonly fileBytes: number;
  readonly fileType: string;
  readonly fileSha256: string;
}

const LIST_COLUMNS = `outbox.id, operation, vendor, connection_id AS connectionId, record_id AS recordId, subject, state,
  tier, repeat, attempts, outbox.created_at AS createdAt, updated_at AS updatedAt, error_code AS errorCode,
  error_message AS errorMessage, error_fields AS errorFields`;

function errorOf({ errorCode, errorMessage, errorFields }: ErrorColumns): OutboxError | null {
  if (errorCode === null) return null;
  const error = { code: errorCode, message: errorMessage ?? '' };
  return errorFields === null ? error : { ...error, fields: JSON.parse(errorFields) as Record<string, string> };
}

const listed = ({ errorCode, errorMessage, errorFields, ...row }: ListRow): OutboxRow => ({
  ...row,
  error: errorOf({ errorCode, errorMessage, errorFields }),
});

/** JSON has no word for an absent value: a name that is not there is one. */
const parseChanges = (json: string): readonly FieldChange[] =>
  (JSON.parse(json) as readonly (Pick<FieldChange, 'field'> & Partial<FieldChange>)[]).map(
    ({ field, before, after }) => ({ field, before, after }),
  );

/**
 * All changes, the newest first: in the order they were put in, whatever the clock said. What was tried and then
 * discarded is in the log alone.
 */
export const listOutbox = (db: ReadDb): readonly OutboxRow[] =>
  allRows<ListRow>(db, `SELECT ${LIST_COLUMNS} FROM outbox WHERE discarded_at IS NULL ORDER BY outbox.rowid DESC`).map(
    listed,
  );

/** Changes of a record that have not arrived yet, the oldest first. */
export const listPending = (db: ReadDb, recordId: RecordId): readonly PendingChange[] =>
  allRows<ListRow & { readonly changes: string }>(
    db,
    `SELECT ${LIST_COLUMNS}, changes FROM outbox
     WHERE record_id = ? AND state <> 'sent' AND discarded_at IS NULL ORDER BY outbox.rowid`,
    recordId,
  ).map(({ changes, ...row }) => ({ row: listed(row), changes: parseChanges(changes) }));

/** That there is no such change in the outbox. */
export const noSuchChange = (id: string): AppError =>
  new AppError('not-found', 'There is no such change in the outbox.', { data: { change: id } });

/** One change as a list shows it. Throws AppError `not-found`. */
export function outboxRow(db: ReadDb, id: string): OutboxRow {
  const row = oneRow<ListRow>(
    db,
    `SELECT ${LIST_COLUMNS} FROM outbox WHERE outbox.id = ? AND discarded_at IS NULL`,
    id,
  );
  if (!row) throw noSuchChange(id);
  return listed(row);
}

const attemptsOf = (db: ReadDb, id: string): readonly OutboxAttempt[] =>
  allRows<Omit<OutboxAttempt, 'error'> & ErrorColumns>(
    db,
    `SELECT attempt, started_at AS startedAt, ended_at AS endedAt, outcome, status, error_code AS errorCode,
       error_message AS errorMessage, error_fields AS errorFields
     FROM outbox_attempts WHERE outbox_id = ? ORDER BY attempt`,
    id,
  ).map(({ errorCode, errorMessage, errorFields, ...attempt }) => ({
    ...attempt,
    error: errorOf({ errorCode, errorMessage, errorFields }),
  }));

/** One change with what only its sender needs. Throws AppError `not-found`. */
export function openOutbox(db: ReadDb, id: string): OpenedOutbox {
  const found = oneRow<OpenRow>(
    db,
    `SELECT ${LIST_COLUMNS}, method, outbox.path, params, changes, base, spool.path AS spoolPath,
       spool.name AS fileName, spool.bytes AS fileBytes, spool.content_type AS fileType, spool.sha256 AS fileSha256
     FROM outbox LEFT JOIN spool ON spool.id = spool_id WHERE outbox.id = ? AND discarded_at IS NULL`,
    id,
  );
  if (!found) throw noSuchChange(id);
  const { method, path, params, changes, base, spoolPath, fileName, fileBytes, fileType, fileSha256, ...row } = found;
  const detail: OutboxDetail = {
    row: listed(row),
    request: { method, path, params: JSON.parse(params) as unknown },
    changes: parseChanges(changes),
    file: fileName === null ? null : { name: fileName, bytes: fileBytes, contentType: fileType, sha256: fileSha256 },
    log: attemptsOf(db, id),
  };
  return { detail, base: base === null ? null : (JSON.parse(base) as unknown), spoolPath };
}

function assertSendable(db: ReadDb, { connectionId, spoolId }: OutboxInput): void {
  if (!oneRow(db, 'SELECT 1 FROM connections WHERE id = ?', connectionId)) {
    throw new AppError('no-connection', 'The connection was removed.', { data: { connection: connectionId } });
  }
  if (spoolId !== null && !oneRow(db, 'SELECT 1 FROM spool WHERE id = ? AND path IS NOT NULL', spoolId)) {
    throw new AppError('not-found', 'The file is no longer there to be sent.', { data: { file: spoolId } });
  }
}

/**
 * Puts a change at the end of the outbox and answers its row. Runs inside the caller's transaction. Throws AppError
 * `no-connection` for a connection that is gone, `not-found` for a file that is.
 */
export function addOutbox(db: WriteDb, input: OutboxInput): OutboxRow {
  assertSendable(db, input);
  run(
    db,
    `INSERT INTO outbox (id, operation, vendor, connection_id, record_id, subject, state, tier, repeat, position,
       spool_id, created_at, updated_at, method, path, params, changes, base)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM outbox), ?, ?, ?, ?, ?, ?, ?, ?)`,
    input.id,
    input.operation,
    input.vendor,
    input.connectionId,
    input.recordId,
    input.subject,
    input.state,
    input.tier,
    input.repeat,
    input.spoolId,
    input.at,
    input.at,
    input.request.method,
    input.request.path,
    JSON.stringify(input.request.params ?? {}),
    JSON.stringify(input.changes),
    input.base === null || input.base === undefined ? null : JSON.stringify(input.base),
  );
  return outboxRow(db, input.id);
}
