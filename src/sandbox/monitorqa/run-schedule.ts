import type { DayOfWeek, EndRule, Pattern, ScheduleRecord, StartRule } from '../data/record-types.ts';
import { day } from '../data/zones.ts';

/**
 * When schedules make audits. The document counts in days and names no zone, so days are those of UTC here: a period
 * begins at 00:00:00 and ends at 23:59:59.
 */

/** From when to when an audit is to be done; milliseconds since 1970, UTC. */
export type Period = { readonly start: number; readonly end: number };

const second = 1000;
const week = 7 * day;

const startOfDay = (instant: number): number => Math.floor(instant / day) * day;
const weekday = (instant: number): number => new Date(instant).getUTCDay();

/** Returns the end of the last of some days from a start. */
const endOfDays = (start: number, days: number): number => start + days * day - second;

const daily = function* (from: number, every: number): Generator<Period> {
  for (let start = from; ; start += every * day) yield { start, end: endOfDays(start, 1) };
};

/** Weeks begin on Sunday, the first of the vendor's days, and are counted from the week that holds `from`. */
const weekly = function* (from: number, days: readonly DayOfWeek[], every: number): Generator<Period> {
  const sorted = [...new Set(days)].toSorted((one, other) => one - other);
  if (sorted.length === 0) return;
  for (let sunday = from - weekday(from) * day; ; sunday += every * week) {
    for (const dayOfWeek of sorted) {
      const start = sunday + dayOfWeek * day;
      if (start >= from) yield { start, end: endOfDays(start, 1) };
    }
  }
};

const multipleWeeks = function* (from: number, every: number, startDay: DayOfWeek, length: number): Generator<Period> {
  const first = from + ((startDay - weekday(from) + 7) % 7) * day;
  for (let start = first; ; start += every * week) yield { start, end: endOfDays(start, length) };
};

/** Months are counted from January 1970. */
const monthOf = (instant: number): number => {
  const date = new Date(instant);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
};
const startOfMonth = (month: number): number => Date.UTC(1970, month, 1);

/** Returns a day of a month, or the last one when it has no such day. */
const dayOfMonth = (month: number, wanted: number): number =>
  startOfMonth(month) + (Math.min(wanted, new Date(Date.UTC(1970, month + 1, 0)).getUTCDate()) - 1) * day;

/** Returns the month in which the first period begins (StartRule types, First Period Examples). */
const firstMonth = (from: number, rule: StartRule): number => {
  const month = monthOf(from);
  if (rule.type === 0) return dayOfMonth(month, rule.day) >= from ? month : month + 1;
  // The cycle begins in the month of the first day on or after creation. One list of "Update schedule" says otherwise,
  // April for one created on 15 January; five other places, its own table of examples among them, say this (M15).
  const cycle = startOfMonth(month) >= from ? month : month + 1;
  return cycle + rule.cycleMonthStart - 1;
};

/** Returns the end of a monthly period before it is kept from overlapping (EndRule types). */
const endBy = (rule: EndRule, start: number, next: number): number => {
  if (rule.type === 0) return startOfMonth(monthOf(start) + rule.cycleMonthEnd) - second;
  if (rule.type === 1) return endOfDays(start, rule.days + 1);
  if (rule.type === 2) return endOfDays(start, rule.weeks * 7 + 1);
  return next - second;
};

const monthly = function* (from: number, every: number, startRule: StartRule, endRule: EndRule): Generator<Period> {
  const startIn = (month: number): number =>
    startRule.type === 0 ? dayOfMonth(month, startRule.day) : startOfMonth(month);
  for (let month = firstMonth(from, startRule); ; month += every) {
    const [start, next] = [startIn(month), startIn(month + every)];
    yield { start, end: Math.min(endBy(endRule, start, next), next - second) };
  }
};

/**
 * Returns the periods of a pattern without end, earliest first; `from` (milliseconds since 1970) is when the schedule
 * was planned. A one-time pattern has one, whenever that was.
 */
export const periodsOf = (pattern: Pattern, from: number): Iterable<Period> => {
  const first = startOfDay(from);
  if (pattern.repeatPattern === 0) {
    const { startDate, endDate } = pattern.repeat;
    return [{ start: Date.parse(startDate), end: Date.parse(endDate) }];
  }
  if (pattern.repeatPattern === 1) return daily(first, pattern.repeat.repeatEvery);
  if (pattern.repeatPattern === 2) {
    const { repeatEvery, startDay, duration } = pattern.repeat;
    return multipleWeeks(first, repeatEvery, startDay, duration);
  }
  if (pattern.repeatPattern === 3) {
    const { repeatEvery, startRule, endRule } = pattern.repeat;
    return monthly(first, repeatEvery, startRule, endRule);
  }
  return weekly(first, pattern.repeat.daysOfWeek, pattern.repeat.repeatEvery);
};

/** A period that ended longer ago was missed while the sandbox stood still; its audit would have expired. */
const missedAfter = 28 * day;

/** What a schedule owes by now: the periods to make audits for, and up to which start that settles it. */
type Due = { readonly periods: readonly Period[]; readonly madeUntil: string };

/**
 * Returns what a schedule owes at `now` (milliseconds since 1970), or null for nothing: every period that began since
 * the last time, and the next one, so that whoever is assigned sees it coming. A schedule owes nothing while it is
 * inactive, before it is to start, and after it is to stop; no period begins after that either.
 */
export const duePeriods = (schedule: ScheduleRecord, now: number): Due | null => {
  const { active, plannedAt } = schedule;
  const madeUntil = schedule.madeUntil === null ? Number.NEGATIVE_INFINITY : Date.parse(schedule.madeUntil);
  if (!active || plannedAt === null || madeUntil > now) return null;
  const begins = schedule.startFromDate === null ? 0 : Date.parse(schedule.startFromDate);
  const stops = schedule.stopByDate === null ? Number.POSITIVE_INFINITY : Date.parse(schedule.stopByDate);
  if (now < begins || now > stops) return null;
  const periods: Period[] = [];
  let last = madeUntil;
  for (const period of periodsOf(schedule, Math.max(Date.parse(plannedAt), begins))) {
    if (period.start > stops) break;
    if (period.start > last) {
      last = period.start;
      if (period.end >= now - missedAfter) periods.push(period);
    }
    if (period.start > now) break;
  }
  return last === madeUntil ? null : { periods, madeUntil: new Date(last).toISOString() };
};
