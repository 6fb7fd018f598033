import { unit } from '../random.ts';
import { day, hour, minute, type ZoneClock } from './zones.ts';

/**
 * When things happen to audits. Time is cut into slots of equal length from a fixed epoch, one audit each, so an audit
 * keeps its id, number, dates and answers from day to day: a later `now` sees new ones planned, some done, and the
 * oldest leave the window, as with a real company.
 */

/** Where an audit stands (expired ones are in no list of the vendor). */
export type AuditState = 'pending' | 'complete' | 'expired';

/** What has happened to an audit by `now`; instants are milliseconds since 1970, UTC. */
export type Moments = {
  readonly state: AuditState;
  readonly start: number;
  readonly due: number;
  readonly startedAt: number | null;
  readonly completedAt: number | null;
  readonly isReopened: boolean;
};

/** Where an audit is planned: the day comes from its slot, the hours from its site. */
type Plan = { readonly clock: ZoneClock; readonly windowDays: number };

/** The slots of a data set. */
export type Timeline = {
  /** First slot and one past the last slot of the window. */
  readonly first: number;
  readonly end: number;
  /** Returns the year (UTC) a slot belongs to and its place in that year, from 1. */
  readonly numberOf: (slot: number) => { readonly year: number; readonly place: number };
  /** Returns where an audit stands without its dates; undefined when that depends on them. */
  readonly quickState: (slot: number) => AuditState | undefined;
  /** Returns what has happened to the audit of a slot. */
  readonly momentsOf: (slot: number, plan: Plan) => Moments;
};

const epoch = Date.UTC(2020, 0, 1);
const behind = 548 * day;
const ahead = 118 * day;
const longestOpen = 200 * day;

const chance = { expire: 0.04, forgotten: 0.025, reopen: 0.1, late: 0.36 } as const;

/** Channels keep the draws for different purposes of the same slot apart. */
const channel = {
  fate: 31,
  hours: 32,
  started: 33,
  duration: 34,
  late: 35,
  delay: 36,
  reopen: 37,
  seconds: 38,
} as const;

type Fate = 'normal' | 'expire' | 'forgotten' | 'reopen';

/** Returns the timeline of `count` audits seen at `now` (milliseconds since 1970, UTC). */
export const createTimeline = (seed: number, count: number, now: number): Timeline => {
  const length = (behind + ahead) / Math.max(1, count);
  const first = Math.ceil((now - behind - epoch) / length);
  const draw = (slot: number, purpose: number): number => unit(seed, slot, purpose);
  const instantOf = (slot: number): number => epoch + slot * length;

  const fateOf = (slot: number): Fate => {
    const lot = draw(slot, channel.fate);
    if (lot < chance.expire) return 'expire';
    if (lot < chance.expire + chance.forgotten) return 'forgotten';
    return lot < chance.expire + chance.forgotten + chance.reopen ? 'reopen' : 'normal';
  };

  const expiresAfter = (fate: Fate): number => (fate === 'forgotten' ? 150 * day : 28 * day);

  const planOf = (slot: number, { clock, windowDays }: Plan): { start: number; due: number } => {
    let dayStart = clock.startOfDay(instantOf(slot));
    const weekday = clock.weekday(dayStart + day / 2);
    const skip = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
    dayStart = clock.startOfDay(dayStart + skip * day + day / 2);
    const start = dayStart + 7 * hour + Math.floor(draw(slot, channel.hours) * 8) * 15 * minute;
    const due = clock.startOfDay(dayStart + (windowDays - 1) * day + day / 2) + 17 * hour;
    return { start, due };
  };

  /** A visit: begun at a working hour `lateBy` after the start, 20 minutes to 5 hours long. */
  const visit = (slot: number, from: number, until: number, salt: number): { begun: number; done: number } => {
    const days = Math.floor(((until - from) / day) * unit(seed, slot, channel.started, salt));
    const begun =
      from + days * day + Math.floor(unit(seed, slot, channel.started, salt + 1) * 120) * minute + salt * 7000;
    const minutes = 20 + Math.floor(unit(seed, slot, channel.duration, salt) * 280);
    return { begun, done: begun + minutes * minute + Math.floor(unit(seed, slot, channel.seconds, salt) * 60_000) };
  };

  const momentsOf = (slot: number, plan: Plan): Moments => {
    const { start, due } = planOf(slot, plan);
    const fate = fateOf(slot);
    const base = { start, due, startedAt: null, completedAt: null, isReopened: false };
    if (fate === 'expire' || fate === 'forgotten') {
      if (now >= due + expiresAfter(fate)) return { ...base, state: 'expired' };
      // Half of what is never finished was at least begun.
      const { begun } = visit(slot, start, due, 0);
      const isBegun = draw(slot, channel.started) < 0.5 && begun <= now;
      return { ...base, state: 'pending', startedAt: isBegun ? begun : null };
    }
    const isLate = draw(slot, channel.late) < chance.late;
    const delay = isLate ? Math.ceil(1 + draw(slot, channel.delay) * 55) * day : 0;
    const { begun, done } = visit(slot, start + delay, Math.max(due, start + hour) + delay, 0);
    if (done > now) {
      // A late one was often begun in time and left lying.
      const early = isLate && draw(slot, channel.started) < 0.7 ? begun - delay : begun;
      return { ...base, state: 'pending', startedAt: early <= now ? early : null };
    }
    if (fate === 'reopen') {
      const reopenedAt = done + Math.ceil(draw(slot, channel.reopen) * 3) * day;
      if (reopenedAt <= now) {
        const again = start + Math.ceil((reopenedAt - start) / day) * day;
        const dates = { start: again, due: again + 9 * day + 2 * hour, isReopened: true };
        const second = visit(slot, again, dates.due + 26 * day, 3);
        if (second.done <= now) {
          return { ...dates, state: 'complete', startedAt: second.begun, completedAt: second.done };
        }
        return { ...dates, state: 'pending', startedAt: second.begun <= now ? second.begun : null, completedAt: null };
      }
    }
    return { ...base, state: 'complete', startedAt: begun, completedAt: done };
  };

  return {
    first,
    end: first + count,
    numberOf: (slot) => {
      const year = new Date(instantOf(slot)).getUTCFullYear();
      return { year, place: slot - Math.ceil((Date.UTC(year, 0, 1) - epoch) / length) + 1 };
    },
    quickState: (slot) => {
      const instant = instantOf(slot);
      if (instant > now + 2 * day) return 'pending';
      if (instant > now - longestOpen) return undefined;
      const fate = fateOf(slot);
      return fate === 'expire' || fate === 'forgotten' ? 'expired' : 'complete';
    },
    momentsOf,
  };
};
