import { createHash, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../platform/clock.ts';
import type { Random } from '../platform/random.ts';

/** A ticket that nobody used is void after this long. */
const TICKET_LIFE_MS = 10 * 60_000;
/** Wrong tickets that are answered in a minute; more are turned away unread. */
const WRONG_PER_MINUTE = 10;

/** Single-use tickets, and the session tokens they are exchanged for. Nothing here is ever written to disk. */
export interface Tickets {
  readonly issue: () => string;
  /** The session token for a ticket; `wrong` for a used, old or made-up one, `too-many` after many wrong ones. */
  readonly redeem: (ticket: string) => { readonly token: string } | 'wrong' | 'too-many';
  readonly isToken: (token: string | undefined) => boolean;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares in a time that tells nothing of where two values differ: both are hashed to one length first. */
const isSame = (left: Buffer, right: Buffer): boolean => timingSafeEqual(left, right);

/** Tickets and tokens of one server run. */
export function createTickets(clock: Clock, random: Random): Tickets {
  let tickets: { readonly hash: Buffer; readonly until: number }[] = [];
  const tokens: Buffer[] = [];
  let wrong: number[] = [];

  return {
    issue: () => {
      const ticket = random.token(24);
      tickets = [...tickets, { hash: digest(ticket), until: clock.now() + TICKET_LIFE_MS }];
      return ticket;
    },
    redeem: (ticket) => {
      const now = clock.now();
      wrong = wrong.filter((at) => at > now - 60_000);
      if (wrong.length >= WRONG_PER_MINUTE) return 'too-many';
      const hash = digest(ticket);
      const found = tickets.find((known) => isSame(known.hash, hash));
      tickets = tickets.filter((known) => known !== found && known.until > now);
      if (found === undefined || found.until <= now) {
        wrong.push(now);
        return 'wrong';
      }
      const token = random.token(32);
      tokens.push(digest(token));
      return { token };
    },
    isToken: (token) => {
      if (token === undefined || token.length > 200) return false;
      const hash = digest(token);
      return tokens.some((known) => isSame(known, hash));
    },
  };
}
