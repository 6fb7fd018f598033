import { AppError } from '../../shared/errors/app-error.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import type { OutboxAttempt, OutboxError, OutboxId, OutboxRow, OutboxState } from '../../shared/model/outbox.ts';
import { oneRow, run, type WriteDb } from './database.ts';
import { noSuchChange, outboxRow } from './outbox.ts';
import type { TryEnd } from './outbox-calls.ts';
import { nextState, OUTBOX_TRANSITIONS, type NextState, type OutboxEvent } from './outbox-states.ts';

// Everything here runs inside the caller's transaction, so that a state and its attempt are never apart.

interface Standing {
  readonly state: OutboxState;
  readonly attempts: number;
  readonly connectionId: ConnectionId | null;
}

const refusal = (state: OutboxState, event: OutboxEvent): AppError =>
  new AppError('not-offered-here', `A change that is ${state} cannot ${event}.`, { data: { state } });

/** How a change stands, and where the event leads. Throws AppError `not-found` and `not-offered-here`. */
function step(db: WriteDb, id: OutboxId, event: OutboxEvent): Standing & { readonly to: NextState } {
  const standing = oneRow<Standing>(
    db,
    'SELECT state, attempts, connection_id AS connectionId FROM outbox WHERE id = ? AND discarded_at IS NULL',
    id,
  );
  if (!standing) throw noSuchChange(id);
  const to = nextState(standing.state, event);
  if (to === null) throw refusal(standing.state, event);
  return { ...standing, to };
}

/** The columns of an error, in the order of both tables' statements. */
const errorValues = (error: OutboxError | null) =>
  [error?.code ?? null, error?.message ?? null, error?.fields ? JSON.stringify(error.fields) : null] as const;

function setState(db: WriteDb, id: OutboxId, to: NextState, at: string, error: OutboxError | null): OutboxRow {
  run(
    db,
    'UPDATE outbox SET state = ?, updated_at = ?, error_code = ?, error_message = ?, error_fields = ? WHERE id = ?',
    to,
    at,
    ...errorValues(error),
    id,
  );
  return outboxRow(db, id);
}

function beginAttempt(db: WriteDb, id: OutboxId, attempt: number, at: string): void {
  run(db, 'UPDATE outbox SET attempts = ? WHERE id = ?', attempt, id);
  run(db, 'INSERT INTO outbox_attempts (outbox_id, attempt, started_at) VALUES (?, ?, ?)', id, attempt, at);
}

/**
 * Marks a ready change as being sent and begins its attempt. `attempt` is one more than those the sender knows of.
 * Throws AppError `not-found`; `not-offered-here` for another state, or when somebody else tried meanwhile.
 */
export function markSending(
  db: WriteDb,
  { id, attempt, at }: { readonly id: OutboxId; readonly attempt: number; readonly at: string },
): OutboxRow {
  const { state, attempts, to } = step(db, id, 'mark-sending');
  if (attempt !== attempts + 1) {
    throw new AppError('not-offered-here', 'This change was tried by somebody else meanwhile.', { data: { state } });
  }
  beginAttempt(db, id, attempt, at);
  return setState(db, id, to, at, null);
}

/** The events that end a try, by what the log calls its outcome. */
const ENDS: Readonly<Record<NonNullable<OutboxAttempt['outcome']>, OutboxEvent>> = {
  sent: 'mark-sent',
  failed: 'mark-failed',
  'not-sent': 'mark-not-sent',
  'needs-checking': 'mark-needs-checking',
};

/**
 * Ends a try: the change's state and the attempt in the log. A try that ended before its mark is logged as begun and
 * ended at once. Throws AppError `not-found` and `not-offered-here`.
 */
export function endTry(
  db: WriteDb,
  outcome: NonNullable<OutboxAttempt['outcome']>,
  { id, at, status, error }: TryEnd,
): OutboxRow {
  const { state, attempts, to } = step(db, id, ENDS[outcome]);
  const attempt = state === 'sending' ? attempts : attempts + 1;
  if (state !== 'sending') beginAttempt(db, id, attempt, at);
  run(
    db,
    `UPDATE outbox_attempts SET ended_at = ?, outcome = ?, status = ?, error_code = ?, error_message = ?, error_fields = ?
     WHERE outbox_id = ? AND attempt = ?`,
    at,
    outcome,
    status,
    ...errorValues(error),
    id,
    attempt,
  );
  return setState(db, id, to, at, error);
}

/** A person saw an uncertain change at the vendor. Its log stays as it is. Throws as endTry does. */
export const confirmSent = (db: WriteDb, id: OutboxId, at: string): OutboxRow =>
  setState(db, id, step(db, id, 'confirm-sent').to, at, null);

/** Makes a change ready. Throws as endTry does, and AppError `no-connection` when its connection was removed. */
export function makeReady(db: WriteDb, id: OutboxId, at: string): OutboxRow {
  const { connectionId, to } = step(db, id, 'make-ready');
  if (connectionId === null) {
    throw new AppError('no-connection', 'The connection of this change was removed.', { data: { change: id } });
  }
  return setState(db, id, to, at, null);
}

/**
 * Takes a change out of the outbox. One that never left is deleted; one that was tried stays in the log. Throws
 * AppError `not-found`; `not-offered-here` for what was sent, is being sent, or, without `uncertain`, may have arrived.
 */
export function discardOutbox(db: WriteDb, id: OutboxId, at: string, uncertain = false): void {
  const { state, attempts } = step(db, id, uncertain ? 'discard-uncertain' : 'discard');
  if (attempts === 0 && state !== 'needs-checking') run(db, 'DELETE FROM outbox WHERE id = ?', id);
  else run(db, 'UPDATE outbox SET discarded_at = ? WHERE id = ?', at, id);
}

/**
 * Puts every change of the outbox for which `where` holds through an event, setting `set` besides its state; answers
 * how many changes came to each state.
 */
function moveAll(
  db: WriteDb,
  event: 'recover' | 'detach' | 'restore',
  set: { readonly sql: string; readonly values: readonly string[] },
  where: { readonly sql: string; readonly values: readonly string[] },
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [from, to] of Object.entries(OUTBOX_TRANSITIONS[event])) {
    const changed = run(
      db,
      `UPDATE outbox SET state = ?, ${set.sql} WHERE state = ? AND discarded_at IS NULL AND ${where.sql}`,
      to,
      ...set.values,
      from,
      ...where.values,
    );
    counts.set(to, (counts.get(to) ?? 0) + changed);
  }
  return counts;
}

/**
 * Every change that was being sent when the process before this one ended needs checking; its attempt stays without an
 * outcome. Answers how many there were.
 */
export const recoverSending = (db: WriteDb, at: string): number =>
  moveAll(db, 'recover', { sql: 'updated_at = ?', values: [at] }, { sql: 'TRUE', values: [] }).get('needs-checking') ??
  0;

/**
 * Takes the connection from its changes that were not sent, so that no other account's secret can ever go with them;
 * answers how many are drafts now. Throws AppError `workspace-busy` while one of them is being sent.
 */
export function detachConnection(db: WriteDb, connectionId: ConnectionId, at: string): number {
  const isSending = oneRow(
    db,
    "SELECT 1 FROM outbox WHERE connection_id = ? AND state = 'sending' AND discarded_at IS NULL",
    connectionId,
  );
  if (isSending) {
    throw new AppError('workspace-busy', 'A change of this connection is being sent.', {
      data: { connection: connectionId },
    });
  }
  const set = { sql: 'connection_id = NULL, updated_at = ?', values: [at] };
  return moveAll(db, 'detach', set, { sql: 'connection_id = ?', values: [connectionId] }).get('draft') ?? 0;
}

/**
 * For a database that came back from a backup: what could still have been sent then may have been sent since, so none
 * of it goes by itself. What has no connection could not. Answers how many changes need checking because of it.
 */
export const doubtRestored = (db: WriteDb, at: string): number =>
  moveAll(
    db,
    'restore',
    {
      sql: 'updated_at = ?, error_code = ?, error_message = ?, error_fields = NULL',
      values: [at, 'database-corrupt', 'It came back from a backup and may have been sent since.'],
    },
    { sql: 'connection_id IS NOT NULL', values: [] },
  ).get('needs-checking') ?? 0;
