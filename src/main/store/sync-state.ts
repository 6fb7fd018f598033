import { AppError } from '../../shared/errors/app-error.ts';
import type { CollectionReport, SyncFailure, SyncOutcome } from '../../shared/model/sync.ts';
import { oneRow, prepared, run, type ReadDb, type WriteDb } from './database.ts';
import { saveFreshness } from './freshness.ts';
import type { UpsertResult } from './records-write.ts';
import type { CollectionKey, OpenRun, PageFacts, RunCursor } from './worker-calls.ts';

interface RunRow extends CollectionKey {
  readonly runId: number;
  readonly startedAt: string;
  readonly cursor: string | null;
  readonly page: string | null;
  readonly added: number;
  readonly changed: number;
}

const COLUMNS = `run_id AS runId, connection_id AS connectionId, kind, started_at AS startedAt, cursor, page,
  added, changed`;

const gone = (runId: number): AppError => new AppError('not-found', 'This run is not open.', { data: { run: runId } });

/** How many different records a run has listed so far. */
const seenCount = (db: ReadDb, runId: number): number =>
  oneRow<{ seen: number }>(db, 'SELECT count(DISTINCT rid) AS seen FROM seen WHERE run_id = ?', runId)?.seen ?? 0;

/** Starts a run of a collection at `at`; an unfinished one is given up with what it had seen. Answers its number. */
export function beginRun(db: WriteDb, key: CollectionKey, at: string): number {
  run(db, 'DELETE FROM sync_runs WHERE connection_id = ? AND kind = ?', key.connectionId, key.kind);
  const insert = 'INSERT INTO sync_runs (connection_id, kind, started_at) VALUES (?, ?, ?)';
  return Number(prepared(db, insert).run(key.connectionId, key.kind, at).lastInsertRowid);
}

/** The unfinished run of a collection with all that is needed to go on, or null. */
export function openRun(db: ReadDb, key: CollectionKey): OpenRun | null {
  const sql = `SELECT ${COLUMNS} FROM sync_runs WHERE connection_id = ? AND kind = ?`;
  const row = oneRow<RunRow>(db, sql, key.connectionId, key.kind);
  if (!row) return null;
  const { runId, startedAt, added, changed } = row;
  return {
    runId,
    startedAt,
    seen: seenCount(db, runId),
    added,
    changed,
    cursor: row.cursor === null ? null : (JSON.parse(row.cursor) as RunCursor),
    page: row.page === null ? null : (JSON.parse(row.page) as PageFacts),
  };
}

/**
 * The number of a list within a run, given by what names it; a new list gets the next one. Throws AppError `not-found`
 * for a run that was given up meanwhile.
 */
export function listNumber(db: WriteDb, runId: number, name: string): number {
  const row = oneRow<{ lists: string }>(db, 'SELECT lists FROM sync_runs WHERE run_id = ?', runId);
  if (!row) throw gone(runId);
  const lists = JSON.parse(row.lists) as string[];
  const known = lists.indexOf(name);
  if (known >= 0) return known;
  run(db, 'UPDATE sync_runs SET lists = ? WHERE run_id = ?', JSON.stringify([...lists, name]), runId);
  return lists.length;
}

/**
 * Notes that a run stored a page: in the page's own transaction, so that both are there or neither.
 */
export function notePage(db: WriteDb, runId: number, cursor: RunCursor, page: PageFacts, rows: UpsertResult): void {
  run(
    db,
    'UPDATE sync_runs SET cursor = ?, page = ?, added = added + ?, changed = changed + ? WHERE run_id = ?',
    JSON.stringify(cursor),
    JSON.stringify(page),
    rows.added,
    rows.changed,
    runId,
  );
}

/** How a run ended. */
export interface RunEnd {
  readonly runId: number;
  readonly outcome: SyncOutcome;
  readonly at: string;
  readonly removed: number;
  readonly error?: SyncFailure;
  readonly resumable?: boolean;
}

/**
 * Notes a run's outcome as the collection's freshness and answers its figures. `ok` and `suspicious` close it; after
 * `partial` and `failed` it can be resumed, unless `resumable` is false. Throws AppError `not-found` for a run that is not open.
 */
export function finishRun(db: WriteDb, end: RunEnd): CollectionReport {
  const row = oneRow<RunRow>(db, `SELECT ${COLUMNS} FROM sync_runs WHERE run_id = ?`, end.runId);
  if (!row) throw gone(end.runId);
  const seen = seenCount(db, end.runId);
  saveFreshness(db, row, end);
  if (end.outcome === 'ok' || end.outcome === 'suspicious' || end.resumable === false) {
    run(db, 'DELETE FROM sync_runs WHERE run_id = ?', end.runId);
  }
  return { kind: row.kind, seen, added: row.added, changed: row.changed, removed: end.removed };
}
