import { describe, expect, it } from 'vitest';
import { addOutbox } from '../../src/main/store/outbox.ts';
import { discardOutbox, endTry, markSending } from '../../src/main/store/outbox-marks.ts';
import { dropSpool, getSpool, saveSpool, tidySpool } from '../../src/main/store/spool.ts';
import type { SpoolId } from '../../src/shared/model/outbox.ts';
import { change, freshWork, later, outboxId } from './outbox-support.ts';
import { NOW, thrownBy } from './support.ts';

const id = (name: string): SpoolId => name as SpoolId;
const entry = (name: string) => ({
  file: { id: id(name), name: `${name}.png`, bytes: 5_000_000_000, contentType: 'image/png', sha256: 'abc' },
  path: `spool/ab/abc-${name}`,
});

describe('getSpool', () => {
  it('gives back a file and its place, also of more than four gigabytes', () => {
    const db = freshWork();
    saveSpool(db, entry('one'), NOW);
    expect(getSpool(db, id('one'))).toEqual(entry('one'));
  });

  it('refuses one that was never there and one that was let go of', () => {
    const db = freshWork();
    saveSpool(db, entry('one'), NOW);
    dropSpool(db, id('one'));
    expect(thrownBy(() => getSpool(db, id('one')))).toMatchObject({ code: 'not-found' });
    expect(thrownBy(() => getSpool(db, id('two')))).toMatchObject({ code: 'not-found' });
  });
});

describe('dropSpool', () => {
  it('P2 keeps a file as long as any change waits with it, and gives its path once', () => {
    const db = freshWork();
    saveSpool(db, entry('one'), NOW);
    for (const name of ['a', 'b']) addOutbox(db, change(name, { spoolId: id('one') }));
    discardOutbox(db, outboxId('a'), NOW);
    expect(dropSpool(db, id('one'))).toBeNull();
    markSending(db, { id: outboxId('b'), attempt: 1, at: NOW });
    expect(dropSpool(db, id('one'))).toBeNull();
    endTry(db, 'needs-checking', { id: outboxId('b'), at: NOW, status: null, error: null });
    expect(dropSpool(db, id('one'))).toBeNull();
    discardOutbox(db, outboxId('b'), NOW, true);
    expect(dropSpool(db, id('one'))).toBe('spool/ab/abc-one');
    expect(dropSpool(db, id('one'))).toBeNull();
  });

  it('forgets a file that no change ever went with', () => {
    const db = freshWork();
    saveSpool(db, entry('one'), NOW);
    dropSpool(db, id('one'));
    expect(db.prepare('SELECT count(*) FROM spool').pluck().get()).toBe(0);
  });
});

describe('tidySpool', () => {
  it('lets go of what nobody waits for, but of nothing new, and names all that stays', () => {
    const db = freshWork();
    for (const name of ['waiting', 'sent', 'stray']) saveSpool(db, entry(name), NOW);
    saveSpool(db, entry('new'), later(1));
    addOutbox(db, change('a', { spoolId: id('waiting') }));
    addOutbox(db, change('b', { spoolId: id('sent') }));
    markSending(db, { id: outboxId('b'), attempt: 1, at: NOW });
    endTry(db, 'sent', { id: outboxId('b'), at: NOW, status: 200, error: null });
    expect(tidySpool(db, later(1))).toEqual(['spool/ab/abc-new', 'spool/ab/abc-waiting']);
  });
});
