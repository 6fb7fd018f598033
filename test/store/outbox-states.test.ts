import { describe, expect, it } from 'vitest';
import { nextState, OUTBOX_TRANSITIONS, type OutboxEvent } from '../../src/main/store/outbox-states.ts';
import { OUTBOX_STATES, type OutboxState } from '../../src/shared/model/outbox.ts';

/** Every pair, written out: columns are draft, ready, sending, sent, failed, needs-checking. */
const EXPECTED: Readonly<Record<OutboxEvent, readonly (string | null)[]>> = {
  'mark-sending': [null, 'sending', null, null, null, null],
  'mark-sent': [null, null, 'sent', null, null, null],
  'mark-failed': [null, 'failed', 'failed', null, null, null],
  'mark-not-sent': [null, 'ready', 'ready', null, null, null],
  'mark-needs-checking': [null, null, 'needs-checking', null, null, null],
  'confirm-sent': [null, null, null, null, null, 'sent'],
  'make-ready': ['ready', null, null, null, 'ready', 'ready'],
  discard: ['discarded', 'discarded', null, null, 'discarded', null],
  'discard-uncertain': ['discarded', 'discarded', null, null, 'discarded', 'discarded'],
  recover: [null, null, 'needs-checking', null, null, null],
  detach: ['draft', 'draft', null, null, 'draft', 'needs-checking'],
  restore: ['needs-checking', 'needs-checking', 'needs-checking', null, 'needs-checking', null],
};

const events = Object.keys(EXPECTED) as OutboxEvent[];
const pairs = events.flatMap((event) =>
  OUTBOX_STATES.map((state, index) => [state, event, EXPECTED[event][index] ?? null] as const),
);

describe('nextState', () => {
  it.each(pairs)('brings what is %s by %s to %s', (state, event, next) => {
    expect(nextState(state, event)).toBe(next);
  });

  it('knows no event that is not tested here', () => {
    expect(Object.keys(OUTBOX_TRANSITIONS).toSorted()).toEqual(events.toSorted());
  });

  it('P3 enters `sending` from `ready` alone, by one event', () => {
    const ways = pairs.filter(([state, event]) => nextState(state, event) === 'sending');
    expect(ways.map(([state, event]) => [state, event])).toEqual([['ready', 'mark-sending']]);
  });

  it('P3 leads from a state in which a byte may have left to `ready` only by word of a person, or of the sender', () => {
    const uncertain: readonly OutboxState[] = ['sending', 'needs-checking', 'sent'];
    const ways = pairs.filter(([state, event]) => uncertain.includes(state) && nextState(state, event) === 'ready');
    expect(ways.map(([state, event]) => [state, event])).toEqual([
      ['sending', 'mark-not-sent'],
      ['needs-checking', 'make-ready'],
    ]);
  });

  it('P2 lets nothing happen to what was sent', () => {
    expect(events.filter((event) => nextState('sent', event) !== null)).toEqual([]);
  });
});
