import { describe, expect, it } from 'vitest';
import { addOutbox, listOutbox, listPending, openOutbox, outboxRow } from '../../src/main/store/outbox.ts';
import { discardOutbox, endTry, markSending } from '../../src/main/store/outbox-marks.ts';
import { dropSpool, saveSpool } from '../../src/main/store/spool.ts';
import type { ConnectionId } from '../../src/shared/model/ids.ts';
import { recordId } from '../../src/shared/model/ids.ts';
import type { SpoolId } from '../../src/shared/model/outbox.ts';
import { change, changeIn, failAgain, freshWork, later, outboxId, refusal } from './outbox-support.ts';
import { CONNECTION, NOW, thrownBy } from './support.ts';

const RECORD = recordId(CONNECTION, 'corrective-action', '7');
const SPOOL = 'file-1' as SpoolId;
const file = { id: SPOOL, name: 'logo.png', bytes: 12, contentType: 'image/png', sha256: 'abc' };

describe('addOutbox', () => {
  it('answers the row as the list shows it', () => {
    const db = freshWork();
    const added = addOutbox(db, change('a', { recordId: RECORD, tier: 'T2', repeat: 'never', state: 'draft' }));
    expect(added).toEqual({
      id: 'a',
      operation: 'monitorqa.updateCorrectiveAction',
      vendor: 'monitorqa',
      connectionId: CONNECTION,
      recordId: RECORD,
      subject: 'Change a',
      state: 'draft',
      tier: 'T2',
      repeat: 'never',
      attempts: 0,
      createdAt: NOW,
      updatedAt: NOW,
      error: null,
    });
    expect(listOutbox(db)).toEqual([added]);
  });

  it('refuses a change whose connection is gone, and one whose file is', () => {
    const db = freshWork();
    const gone = change('a', { connectionId: 'nowhere' as ConnectionId });
    expect(thrownBy(() => addOutbox(db, gone))).toMatchObject({ code: 'no-connection' });
    expect(thrownBy(() => addOutbox(db, change('b', { spoolId: SPOOL })))).toMatchObject({ code: 'not-found' });
    saveSpool(db, { file, path: 'spool/ab/abc' }, NOW);
    addOutbox(db, change('c', { spoolId: SPOOL }));
    endTry(db, 'failed', { id: outboxId('c'), at: NOW, status: null, error: refusal });
    discardOutbox(db, outboxId('c'), NOW);
    expect(dropSpool(db, SPOOL)).toBe('spool/ab/abc');
    expect(thrownBy(() => addOutbox(db, change('d', { spoolId: SPOOL })))).toMatchObject({ code: 'not-found' });
    expect(listOutbox(db)).toEqual([]);
  });

  it('keeps one change for one id', () => {
    const db = freshWork();
    addOutbox(db, change('a'));
    expect(thrownBy(() => addOutbox(db, change('a', { subject: 'Another' })))).toBeInstanceOf(Error);
    expect(listOutbox(db)).toMatchObject([{ subject: 'Change a' }]);
  });
});

describe('listOutbox', () => {
  it('shows the newest first, in the order they came, even when the clock went back', () => {
    const db = freshWork();
    addOutbox(db, change('first', { at: later(60) }));
    addOutbox(db, change('second', { at: NOW }));
    expect(listOutbox(db).map(({ id }) => id)).toEqual(['second', 'first']);
  });
});

describe('openOutbox', () => {
  it('gives back what was put in: request, base, and absent, null and empty values apart', () => {
    const db = freshWork();
    const request = { method: 'PUT', path: '/a/{id}', params: { path: { id: '7' }, body: { tags: [], note: null } } };
    const changes = [
      { field: 'absent', before: undefined, after: 'now' },
      { field: 'null', before: null, after: '' },
      { field: 'empty', before: [], after: undefined },
    ];
    const base = { id: 7, assignees: [], unknown: { kept: true } };
    addOutbox(db, change('a', { request, changes, base }));
    const opened = openOutbox(db, 'a');
    expect(opened.detail.request).toEqual(request);
    expect(opened.detail.changes).toStrictEqual(changes);
    expect(opened.base).toEqual(base);
    expect(opened).toMatchObject({ spoolPath: null, detail: { file: null, log: [] } });
  });

  it('tells of the file, of every try, and goes on telling of the file when its bytes are gone', () => {
    const db = freshWork();
    saveSpool(db, { file, path: 'spool/ab/abc' }, NOW);
    const { id } = changeIn(db, 'failed', { id: 'a', spoolId: SPOOL });
    const { id: _id, ...facts } = file;
    expect(openOutbox(db, id)).toMatchObject({ spoolPath: 'spool/ab/abc', detail: { file: facts } });
    failAgain(db, id, 2);
    db.prepare("UPDATE outbox SET state = 'ready' WHERE id = 'a'").run();
    markSending(db, { id, attempt: 3, at: later(6) });
    expect(openOutbox(db, id).detail.log).toEqual([
      { attempt: 1, startedAt: later(2), endedAt: later(2), outcome: 'failed', status: null, error: refusal },
      { attempt: 2, startedAt: later(4), endedAt: later(5), outcome: 'failed', status: 422, error: refusal },
      { attempt: 3, startedAt: later(6), endedAt: null, outcome: null, status: null, error: null },
    ]);
    endTry(db, 'sent', { id, at: later(7), status: 200, error: null });
    dropSpool(db, SPOOL);
    expect(openOutbox(db, id)).toMatchObject({ spoolPath: null, detail: { file: facts } });
  });

  it('refuses a change that is not there', () => {
    const db = freshWork();
    expect(thrownBy(() => openOutbox(db, 'nobody'))).toMatchObject({ code: 'not-found' });
    expect(thrownBy(() => outboxRow(db, 'nobody'))).toMatchObject({ code: 'not-found' });
  });
});

describe('listPending', () => {
  it('gives the changes of one record that have not arrived, the oldest first', () => {
    const db = freshWork();
    const of = { recordId: RECORD, changes: [{ field: 'status', before: 'open', after: 'approved' }] };
    for (const state of ['sent', 'needs-checking', 'failed', 'ready', 'draft', 'sending'] as const) {
      changeIn(db, state, { ...of, id: state });
    }
    changeIn(db, 'ready', { id: 'other', recordId: recordId(CONNECTION, 'corrective-action', '8') });
    changeIn(db, 'failed', { ...of, id: 'discarded' });
    discardOutbox(db, outboxId('discarded'), NOW);
    const pending = listPending(db, RECORD);
    expect(pending.map(({ row }) => row.id)).toEqual(['needs-checking', 'failed', 'ready', 'draft', 'sending']);
    expect(pending[0]?.changes).toEqual(of.changes);
  });
});
