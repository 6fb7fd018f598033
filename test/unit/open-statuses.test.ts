import { describe, expect, it } from 'vitest';
import { KINDS } from '../../src/shared/model/record.ts';
import { isOpenStatus, OPEN_STATUSES, openStatusesOf } from '../../src/shared/model/status.ts';

describe('openStatusesOf', () => {
  it('knows what is unfinished of each kind that is work, and nothing of any other', () => {
    const open = Object.fromEntries(
      KINDS.map((kind) => [kind, openStatusesOf(kind)] as const).filter(([, words]) => words.length > 0),
    );
    expect(open).toEqual({
      audit: ['pending', 'in-progress'],
      'corrective-action': ['open', 'rejected', 'submitted'],
      issue: ['open', 'disputed', 'ready-to-inspect', 'work-completed'],
      ticket: ['open', 'in-progress'],
    });
  });

  it('is what any kind has, where the kind is not asked for', () => {
    expect(new Set(KINDS.flatMap((kind) => openStatusesOf(kind)))).toEqual(new Set(OPEN_STATUSES));
  });
});

describe('isOpenStatus', () => {
  it('tells the same word of two kinds apart', () => {
    expect([isOpenStatus('submitted', 'corrective-action'), isOpenStatus('submitted', 'milestone')]).toEqual([
      true,
      false,
    ]);
    expect([isOpenStatus('open', 'project'), isOpenStatus('active', 'project')]).toEqual([false, false]);
    expect([isOpenStatus('submitted'), isOpenStatus('closed'), isOpenStatus(null, 'audit')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
