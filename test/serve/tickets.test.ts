import { describe, expect, it } from 'vitest';
import { systemRandom } from '../../src/main/platform/random.ts';
import { createTickets } from '../../src/main/serve/tickets.ts';
import { handClock } from '../support/hand-clock.ts';

const setUp = () => {
  const clock = handClock('2026-11-22T09:00:00.000Z');
  return { clock, tickets: createTickets(clock, systemRandom) };
};

describe('createTickets', () => {
  it('gives a token for a ticket once', () => {
    const { tickets } = setUp();
    const ticket = tickets.issue();
    const outcome = tickets.redeem(ticket);
    expect(outcome).toEqual({ token: expect.stringMatching(/^[\w-]{40,}$/) });
    expect(tickets.redeem(ticket)).toBe('wrong');
  });

  it('knows its tokens and no other', () => {
    const { tickets } = setUp();
    const outcome = tickets.redeem(tickets.issue());
    const token = typeof outcome === 'object' ? outcome.token : '';
    expect(tickets.isToken(token)).toBe(true);
    for (const other of [undefined, '', `${token}x`, token.slice(1), token.toUpperCase(), 'x'.repeat(10_000)]) {
      expect(tickets.isToken(other)).toBe(false);
    }
  });

  it('refuses a ticket that nobody used for ten minutes', () => {
    const { clock, tickets } = setUp();
    const ticket = tickets.issue();
    clock.advance(10 * 60_000);
    expect(tickets.redeem(ticket)).toBe('wrong');
  });

  it('turns guessing away after ten wrong tickets in a minute, and looks again a minute later', () => {
    const { clock, tickets } = setUp();
    const ticket = tickets.issue();
    for (let guess = 0; guess < 10; guess += 1) expect(tickets.redeem(`guess-${guess}`)).toBe('wrong');
    expect(tickets.redeem(ticket)).toBe('too-many');
    clock.advance(60_001);
    expect(tickets.redeem(ticket)).toEqual({ token: expect.any(String) });
  });
});
