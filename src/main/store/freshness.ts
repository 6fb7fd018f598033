import { isErrorCode } from '../../shared/errors/codes.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import type { Kind } from '../../shared/model/record.ts';
import type { Freshness, SyncFailure, SyncOutcome } from '../../shared/model/sync.ts';
import { allRows, run, type ReadDb, type WriteDb } from './database.ts';
import type { CollectionKey } from './worker-calls.ts';

/** Notes how an attempt ended at `at`; only a complete one (`ok`) makes what is shown fresher. */
export function saveFreshness(
  db: WriteDb,
  key: CollectionKey,
  attempt: { readonly outcome: SyncOutcome; readonly at: string; readonly error?: SyncFailure | undefined },
): void {
  run(
    db,
    `INSERT INTO freshness (connection_id, kind, complete_at, attempted_at, outcome, error_code, error_message)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET complete_at = coalesce(excluded.complete_at, complete_at),
       attempted_at = excluded.attempted_at, outcome = excluded.outcome, error_code = excluded.error_code,
       error_message = excluded.error_message`,
    key.connectionId,
    key.kind,
    attempt.outcome === 'ok' ? attempt.at : null,
    attempt.at,
    attempt.outcome,
    attempt.error?.code ?? null,
    attempt.error?.message ?? null,
  );
}

/** How fresh every collection is that was ever pulled. */
export function listFreshness(db: ReadDb): readonly Freshness[] {
  const rows = allRows<{
    connectionId: ConnectionId;
    kind: Kind;
    completeAt: string | null;
    attemptedAt: string;
    outcome: SyncOutcome;
    code: string | null;
    message: string | null;
  }>(
    db,
    `SELECT connection_id AS connectionId, kind, complete_at AS completeAt, attempted_at AS attemptedAt, outcome,
            error_code AS code, error_message AS message
     FROM freshness ORDER BY connection_id, kind`,
  );
  return rows.map(({ code, message, ...row }) => ({
    ...row,
    error: isErrorCode(code) ? { code, message: message ?? code } : null,
  }));
}
