import Database from 'better-sqlite3';
import { AppError, isAppError } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/codes.ts';
import { diskError } from '../platform/disk-error.ts';

/** What went wrong with a database. `logic`: the fault is ours (a constraint, a wrong statement). */
export type StoreErrorKind = 'corrupt' | 'read-only' | 'full' | 'failed' | 'busy' | 'logic';

/** SQLite's codes by their first part; extended codes (`SQLITE_IOERR_READ`) begin with these. */
const SQLITE_KINDS: readonly (readonly [string, StoreErrorKind])[] = [
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'corrupt'],
  // A file that shrank under the pages its header promises.
  ['SQLITE_IOERR_SHORT_READ', 'corrupt'],
  ['SQLITE_IOERR_CORRUPTFS', 'corrupt'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_CANTOPEN', 'read-only'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_IOERR', 'failed'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
];

/** The kinds of what the file system throws, by the code it has in Plumbline. */
const DISK_KINDS: Readonly<Partial<Record<ErrorCode, StoreErrorKind>>> = {
  'disk-full': 'full',
  'disk-read-only': 'read-only',
  'disk-failed': 'failed',
};

/** The kind of anything thrown by SQLite or the file system. The only place that reads SQLite's codes. */
export function storeErrorKind(thrown: unknown): StoreErrorKind {
  if (thrown instanceof Database.SqliteError) {
    return SQLITE_KINDS.find(([prefix]) => thrown.code.startsWith(prefix))?.[1] ?? 'logic';
  }
  const isSystem = thrown instanceof Error && 'syscall' in thrown;
  return (isSystem ? DISK_KINDS[diskError(thrown).code] : undefined) ?? 'logic';
}

/** The error of Plumbline for each kind; a fault of our own has none. */
const APP_ERRORS: Readonly<Record<Exclude<StoreErrorKind, 'logic'>, readonly [ErrorCode, string]>> = {
  corrupt: ['database-corrupt', 'A database of the workspace is damaged.'],
  'read-only': ['disk-read-only', 'The data folder of the workspace cannot be written to.'],
  full: ['disk-full', 'The disk that holds the data folder is full.'],
  failed: ['disk-failed', 'The disk that holds the data folder reported an error.'],
  busy: ['workspace-busy', 'Another process is writing to this workspace.'],
};

/**
 * The error of Plumbline that stands for what was thrown: `database-corrupt`, `disk-read-only`, `disk-full`,
 * `disk-failed` or `workspace-busy`. An AppError, and a fault of our own, come back as they are.
 */
export function toStoreError(thrown: unknown): unknown {
  const kind = isAppError(thrown) ? 'logic' : storeErrorKind(thrown);
  if (kind === 'logic') return thrown;
  const [code, message] = APP_ERRORS[kind];
  return new AppError(code, message, { cause: thrown });
}
