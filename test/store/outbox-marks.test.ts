import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasCode } from '../../src/shared/errors/app-error.ts';
import type { WriteDb } from '../../src/main/store/database.ts';
import { addOutbox, listOutbox, openOutbox, outboxRow } from '../../src/main/store/outbox.ts';
import {
  confirmSent,
  detachConnection,
  discardOutbox,
  doubtRestored,
  endTry,
  makeReady,
  markSending,
  recoverSending,
} from '../../src/main/store/outbox-marks.ts';
import type { ConnectionId } from '../../src/shared/model/ids.ts';
import { OUTBOX_STATES, type OutboxId } from '../../src/shared/model/outbox.ts';
import { change, changeIn, freshWork, later, outboxId, refusal } from './outbox-support.ts';
import { CONNECTION, NOW, thrownBy } from './support.ts';

const id = outboxId('a');
const end = { id, at: later(2), status: 503, error: refusal };

/** One change in each state, named for it. */
function oneOfEach(db: WriteDb, prefix = '', connectionId = CONNECTION): void {
  for (const state of OUTBOX_STATES) changeIn(db, state, { id: `${prefix}${state}`, connectionId });
}

const states = (db: WriteDb): Record<string, string> =>
  Object.fromEntries(listOutbox(db).map((row) => [row.id, row.state]));

const attempts = (db: WriteDb): unknown =>
  db.prepare('SELECT attempt, started_at, ended_at, outcome, status, error_code FROM outbox_attempts').raw().all();

describe('markSending', () => {
  it('R1 writes the mark and the attempt together, and forgets the last error', () => {
    const db = freshWork();
    addOutbox(db, change('a'));
    endTry(db, 'not-sent', end);
    expect(outboxRow(db, id)).toMatchObject({ state: 'ready', error: refusal });
    expect(markSending(db, { id, attempt: 2, at: later(3) })).toMatchObject({
      state: 'sending',
      attempts: 2,
      updatedAt: later(3),
      error: null,
    });
    expect(attempts(db)).toEqual([
      [1, later(2), later(2), 'not-sent', 503, 'no-secret'],
      [2, later(3), null, null, null, null],
    ]);
  });

  it('P3 refuses who read the change before somebody else tried it', () => {
    const db = freshWork();
    changeIn(db, 'failed', { id: 'a' });
    makeReady(db, id, later(3));
    expect(thrownBy(() => markSending(db, { id, attempt: 1, at: NOW }))).toMatchObject({ code: 'not-offered-here' });
    expect(outboxRow(db, id).state).toBe('ready');
  });

  it.each(['draft', 'sending', 'sent', 'failed', 'needs-checking'] as const)(
    'P3 refuses a change that is %s, and writes nothing',
    (state) => {
      const db = freshWork();
      changeIn(db, state, { id: 'a' });
      const before = [listOutbox(db), attempts(db)];
      const error = thrownBy(() => markSending(db, { id, attempt: outboxRow(db, id).attempts + 1, at: NOW }));
      expect(error).toMatchObject({ code: 'not-offered-here', data: { state } });
      expect([listOutbox(db), attempts(db)]).toEqual(before);
    },
  );
});

describe('endTry', () => {
  it('keeps what the vendor found wrong with single fields, on the change and in its log', () => {
    const db = freshWork();
    changeIn(db, 'sending', { id });
    const error = { code: 'invalid-for-vendor', message: 'Look again.', fields: { 'body.name': 'Too long.' } } as const;
    expect(endTry(db, 'failed', { ...end, status: 422, error }).error).toEqual(error);
    expect(openOutbox(db, id).detail.log[0]?.error).toEqual(error);
  });

  it.each([
    ['sent', 'sent'],
    ['failed', 'failed'],
    ['not-sent', 'ready'],
    ['needs-checking', 'needs-checking'],
  ] as const)('ends the attempt as %s and leaves the change %s', (outcome, state) => {
    const db = freshWork();
    changeIn(db, 'sending', { id: 'a' });
    expect(endTry(db, outcome, end)).toMatchObject({ state, attempts: 1, error: refusal, updatedAt: later(2) });
    expect(attempts(db)).toEqual([[1, later(1), later(2), outcome, 503, 'no-secret']]);
  });

  it('logs a try that ended before its mark as begun and ended at once', () => {
    const db = freshWork();
    changeIn(db, 'ready', { id: 'a' });
    expect(endTry(db, 'failed', { ...end, status: null })).toMatchObject({ state: 'failed', attempts: 1 });
    expect(attempts(db)).toEqual([[1, later(2), later(2), 'failed', null, 'no-secret']]);
  });

  it('takes no success for a change that was never marked', () => {
    const db = freshWork();
    changeIn(db, 'ready', { id: 'a' });
    expect(thrownBy(() => endTry(db, 'sent', end))).toMatchObject({ code: 'not-offered-here' });
    expect(attempts(db)).toEqual([]);
  });
});

describe('the log of attempts', () => {
  it('P2 is append-only: no attempt is deleted, ended twice or rewritten, and nothing sent is deleted or changed', () => {
    const db = freshWork();
    oneOfEach(db);
    const refused = [
      'DELETE FROM outbox_attempts',
      "UPDATE outbox_attempts SET status = 500 WHERE outbox_id = 'sent'",
      "UPDATE outbox_attempts SET started_at = 'x' WHERE outbox_id = 'sending'",
      "DELETE FROM outbox WHERE id = 'sent'",
      "DELETE FROM outbox WHERE id = 'failed'",
      "UPDATE outbox SET params = '{}' WHERE id = 'sent'",
      "UPDATE outbox SET connection_id = 'site-b' WHERE id = 'sending'",
    ];
    const before = [listOutbox(db), attempts(db)];
    for (const sql of refused) expect(() => db.exec(sql)).toThrow(/never|FOREIGN KEY/);
    expect([listOutbox(db), attempts(db)]).toEqual(before);
  });

  it('keeps no ready change without a connection, whatever a statement says', () => {
    const db = freshWork();
    changeIn(db, 'ready', { id: 'a' });
    expect(() => db.exec('UPDATE outbox SET connection_id = NULL')).toThrow('CHECK');
  });
});

describe('confirmSent', () => {
  it('takes a person’s word for an uncertain change, and leaves the log as it was', () => {
    const db = freshWork();
    changeIn(db, 'needs-checking', { id: 'a' });
    const before = attempts(db);
    expect(confirmSent(db, id, later(9))).toMatchObject({ state: 'sent', error: null, updatedAt: later(9) });
    expect(attempts(db)).toEqual(before);
  });

  it('refuses it for a change that is being sent', () => {
    const db = freshWork();
    changeIn(db, 'sending', { id: 'a' });
    expect(thrownBy(() => confirmSent(db, id, NOW))).toMatchObject({ code: 'not-offered-here' });
  });
});

describe('discardOutbox', () => {
  it('takes out what was not sent: what was never tried is gone, what was tried stays in the log', () => {
    const db = freshWork();
    oneOfEach(db);
    for (const state of ['draft', 'ready', 'failed'] as const) discardOutbox(db, outboxId(state), NOW);
    discardOutbox(db, outboxId('needs-checking'), NOW, true);
    expect(states(db)).toEqual({ sending: 'sending', sent: 'sent' });
    const left = db.prepare('SELECT id FROM outbox WHERE discarded_at IS NOT NULL ORDER BY id').pluck().all();
    expect(left).toEqual(['failed', 'needs-checking']);
    expect(attempts(db)).toHaveLength(4);
    expect(thrownBy(() => makeReady(db, outboxId('failed'), NOW))).toMatchObject({ code: 'not-found' });
    expect(thrownBy(() => openOutbox(db, 'failed'))).toMatchObject({ code: 'not-found' });
  });

  it.each([
    ['sent', true],
    ['sending', true],
    ['needs-checking', false],
  ] as const)('refuses a change that is %s (a person’s word: %s)', (state, uncertain) => {
    const db = freshWork();
    changeIn(db, state, { id: 'a' });
    expect(thrownBy(() => discardOutbox(db, id, NOW, uncertain))).toMatchObject({ code: 'not-offered-here' });
    expect(states(db)).toEqual({ a: state });
  });
});

describe('recoverSending', () => {
  it('R1 takes what was being sent for uncertain, leaves its attempt open and touches nothing else', () => {
    const db = freshWork();
    oneOfEach(db);
    const before = states(db);
    expect(recoverSending(db, later(9))).toBe(1);
    expect(states(db)).toEqual({ ...before, sending: 'needs-checking' });
    expect(openOutbox(db, 'sending').detail).toMatchObject({
      row: { updatedAt: later(9), attempts: 1 },
      log: [{ attempt: 1, endedAt: null, outcome: null }],
    });
    expect(recoverSending(db, later(10))).toBe(0);
  });

  it('lets a person send it again, as a further attempt', () => {
    const db = freshWork();
    changeIn(db, 'sending', { id: 'a' });
    recoverSending(db, later(9));
    makeReady(db, id, later(10));
    markSending(db, { id, attempt: 2, at: later(11) });
    endTry(db, 'sent', { ...end, status: 200, error: null });
    expect(openOutbox(db, id).detail.log.map(({ outcome }) => outcome)).toEqual([null, 'sent']);
  });
});

describe('detachConnection', () => {
  it('P2 keeps every unsent change, without its connection; what may have arrived stays uncertain', () => {
    const db = freshWork();
    oneOfEach(db);
    oneOfEach(db, 'b-', 'site-b' as ConnectionId);
    recoverSending(db, NOW);
    expect(detachConnection(db, CONNECTION, later(9))).toBe(3);
    const rows = listOutbox(db).filter((row) => !row.id.startsWith('b-'));
    expect(Object.fromEntries(rows.map((row) => [row.id, [row.state, row.connectionId]]))).toEqual({
      draft: ['draft', null],
      ready: ['draft', null],
      failed: ['draft', null],
      sending: ['needs-checking', null],
      'needs-checking': ['needs-checking', null],
      sent: ['sent', CONNECTION],
    });
    expect(listOutbox(db).filter((row) => row.connectionId === 'site-b')).toHaveLength(OUTBOX_STATES.length);
  });

  it('Z-3 makes none of them ready again', () => {
    const db = freshWork();
    changeIn(db, 'failed', { id: 'a' });
    detachConnection(db, CONNECTION, NOW);
    expect(thrownBy(() => makeReady(db, id, NOW))).toMatchObject({ code: 'no-connection' });
  });

  it('refuses while one of them is being sent, and changes nothing', () => {
    const db = freshWork();
    oneOfEach(db);
    const before = listOutbox(db);
    expect(thrownBy(() => detachConnection(db, CONNECTION, NOW))).toMatchObject({ code: 'workspace-busy' });
    expect(listOutbox(db)).toEqual(before);
  });
});

describe('doubtRestored', () => {
  it('P3 lets nothing of a backup go by itself: all that could be sent then needs checking', () => {
    const db = freshWork();
    oneOfEach(db);
    changeIn(db, 'ready', { id: 'b-ready', connectionId: 'site-b' as ConnectionId });
    detachConnection(db, 'site-b' as ConnectionId, NOW);
    expect(doubtRestored(db, later(9))).toBe(4);
    expect(states(db)).toEqual({
      draft: 'needs-checking',
      ready: 'needs-checking',
      sending: 'needs-checking',
      failed: 'needs-checking',
      'needs-checking': 'needs-checking',
      sent: 'sent',
      'b-ready': 'draft',
    });
    expect(outboxRow(db, outboxId('ready')).error).toMatchObject({ code: 'database-corrupt' });
  });
});

describe('any order of events', () => {
  type Act = (db: WriteDb, change: OutboxId) => unknown;
  const acts: readonly Act[] = [
    (db, of) => markSending(db, { id: of, attempt: outboxRow(db, of).attempts + 1, at: NOW }),
    (db, of) => endTry(db, 'sent', { ...end, id: of, error: null }),
    (db, of) => endTry(db, 'failed', { ...end, id: of }),
    (db, of) => endTry(db, 'not-sent', { ...end, id: of }),
    (db, of) => endTry(db, 'needs-checking', { ...end, id: of }),
    (db, of) => confirmSent(db, of, NOW),
    (db, of) => makeReady(db, of, NOW),
    (db) => recoverSending(db, NOW),
    (db, of) => discardOutbox(db, of, NOW),
    (db, of) => discardOutbox(db, of, NOW, true),
    (db) => detachConnection(db, CONNECTION, NOW),
  ];

  /** What of a change's row and log does not fit together after an act. */
  function faults(db: WriteDb, of: OutboxId, wasSent: boolean, thrown: unknown): readonly string[] {
    const row = db.prepare('SELECT state, attempts, discarded_at AS gone FROM outbox WHERE id = ?').get(of) as
      | { state: string; attempts: number; gone: string | null }
      | undefined;
    const log = db
      .prepare('SELECT count(*) AS tries, total(ended_at IS NULL) AS open FROM outbox_attempts WHERE outbox_id = ?')
      .get(of) as { tries: number; open: number };
    const refusals = ['not-found', 'not-offered-here', 'no-connection', 'workspace-busy'];
    return [
      ['a refusal of another kind', thrown !== undefined && !refusals.some((code) => hasCode(thrown, code as never))],
      ['a row deleted after a try', row === undefined && log.tries > 0],
      ['a row that counts other tries than the log', row !== undefined && row.attempts !== log.tries],
      ['a byte on its way without an open attempt', row?.state === 'sending' && log.open === 0],
      ['a sent change that did not stay', wasSent && (row?.state !== 'sent' || row.gone !== null)],
    ].flatMap(([fault, isSo]) => (isSo === true ? [String(fault)] : []));
  }

  it('P2 P3 R5 meets only the refusals it should, and keeps states and log in step', () => {
    const db = freshWork();
    // What the disk does with a commit is another test's.
    db.pragma('synchronous = OFF');
    let runs = 0;
    // The last three end the way of a change: they come seldom.
    const first = fc.nat(acts.length - 4);
    const last = fc.integer({ min: acts.length - 3, max: acts.length - 1 });
    const act = fc.oneof({ weight: 20, arbitrary: first }, { weight: 1, arbitrary: last });
    const sent = new Set<number>();
    fc.assert(
      fc.property(fc.array(act, { minLength: 5, maxLength: 30 }), (order) => {
        runs += 1;
        const of = outboxId(`run-${runs}`);
        addOutbox(db, change(of));
        const found = order.flatMap((index) => {
          const thrown = thrownBy(() => db.transaction(() => acts[index]?.(db, of)).immediate());
          const after = faults(db, of, sent.has(runs), thrown);
          if (db.prepare("SELECT 1 FROM outbox WHERE id = ? AND state = 'sent'").get(of)) sent.add(runs);
          return after;
        });
        // So that the next run's connection is not busy with this one.
        recoverSending(db, NOW);
        expect(found).toEqual([]);
      }),
      { numRuns: 300 },
    );
    // The property is about something: a fair part of the runs came to the end.
    expect(sent.size).toBeGreaterThan(20);
  });
});
