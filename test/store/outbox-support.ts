import { onTestFinished } from 'vitest';
import { saveConnection } from '../../src/main/store/connections.ts';
import type { WriteDb } from '../../src/main/store/database.ts';
import { addOutbox } from '../../src/main/store/outbox.ts';
import type { OutboxInput } from '../../src/main/store/outbox-calls.ts';
import { endTry, makeReady, markSending } from '../../src/main/store/outbox-marks.ts';
import { openWork } from '../../src/main/store/recover.ts';
import type { Connection } from '../../src/shared/model/connection.ts';
import type { ConnectionId } from '../../src/shared/model/ids.ts';
import type { OutboxId, OutboxRow, OutboxState } from '../../src/shared/model/outbox.ts';
import { CONNECTION, dataFolder, NOW } from './support.ts';

/** A moment after NOW. */
export const later = (minutes: number): string => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();

export const connection = (over: Partial<Connection> = {}): Connection => ({
  id: CONNECTION,
  vendor: 'monitorqa',
  name: 'Site A',
  url: 'https://one.example',
  status: 'ready',
  label: null,
  color: null,
  allowsHttp: false,
  user: null,
  ...over,
});

/** A fresh work.db with two connections, closed when the test ends. */
export function freshWork(folder: string = dataFolder()): WriteDb {
  const { db } = openWork(folder, NOW);
  onTestFinished(() => {
    db.close();
  });
  saveConnection(db, connection(), NOW);
  saveConnection(db, connection({ id: 'site-b' as ConnectionId }), NOW);
  return db;
}

export const outboxId = (id: string): OutboxId => id as OutboxId;

/** A change with everything a test does not care about. */
export const change = (id: string, over: Partial<OutboxInput> = {}): OutboxInput => ({
  id: outboxId(id),
  operation: 'monitorqa.updateCorrectiveAction',
  vendor: 'monitorqa',
  connectionId: CONNECTION,
  recordId: null,
  subject: `Change ${id}`,
  state: 'ready',
  tier: 'T1',
  repeat: 'after-read',
  request: { method: 'PUT', path: '/corrective-actions/{id}', params: { path: { id } } },
  changes: [],
  base: null,
  spoolId: null,
  at: NOW,
  ...over,
});

export const refusal = { code: 'no-secret', message: 'There is no key.' } as const;

/** Puts a change into the outbox and brings it to a state by the way changes come there. */
export function changeIn(
  db: WriteDb,
  state: OutboxState,
  over: Partial<Omit<OutboxInput, 'id'>> & { id: string },
): OutboxRow {
  const { id } = addOutbox(db, change(over.id, { ...over, id: outboxId(over.id) }));
  const end = { id, at: later(2), status: null, error: refusal };
  if (state === 'draft') db.prepare("UPDATE outbox SET state = 'draft' WHERE id = ?").run(id);
  if (state === 'sending' || state === 'sent' || state === 'needs-checking') {
    markSending(db, { id, attempt: 1, at: later(1) });
  }
  if (state === 'sent') endTry(db, 'sent', { ...end, status: 200, error: null });
  if (state === 'failed') endTry(db, 'failed', end);
  if (state === 'needs-checking') endTry(db, 'needs-checking', end);
  return db.prepare('SELECT id, state FROM outbox WHERE id = ?').get(id) as OutboxRow;
}

/** Tries a ready change once more, and lets it fail. */
export function failAgain(db: WriteDb, id: OutboxId, attempt: number): void {
  makeReady(db, id, later(3));
  markSending(db, { id, attempt, at: later(4) });
  endTry(db, 'failed', { id, at: later(5), status: 422, error: refusal });
}
