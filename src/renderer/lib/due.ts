import { dayAndTime, daysBetween, fullDay, fullMoment, shortDay, timeOfDay, weekday } from './dates.ts';
import { t } from './words.ts';

export type DueTone = 'late' | 'very-late' | 'today' | 'soon' | 'later' | 'past' | 'none';

/** How a due date is shown: in a row (`text`), read out and in a tooltip (`title`), and in a detail (`long`). */
export interface Due {
  readonly tone: DueTone;
  readonly text: string;
  readonly title: string;
  readonly long: string;
}

interface DueFacts {
  /** ISO 8601; null when there is none. */
  readonly dueAt: string | null;
  /** The zone in which days are counted. */
  readonly zone: string;
  readonly now: Date;
  /** False once the work is done: then nothing is late any more. */
  readonly isOpen: boolean;
  /** A day without a time, which `dueAt` is the end of: no time is shown. */
  readonly isDay?: boolean;
}

/** More days late than this also fills the chip. */
const VERY_LATE_DAYS = 30;

/** How a due date stands at `now`. Late is counted in whole days of `zone`; late today counts as 0. */
export function dueOf({ dueAt, zone, now, isOpen, isDay = false }: DueFacts): Due {
  if (dueAt === null) return { tone: 'none', text: t('part.unknown'), title: t('audits.due-none'), long: '' };
  const due = new Date(dueAt);
  const days = daysBetween(now, due, zone);
  const long = isDay ? fullDay(dueAt, zone, now) : fullMoment(dueAt, zone, now);
  if (!isOpen) {
    const text = shortDay(dueAt, zone, now);
    const when = isDay ? text : dayAndTime(dueAt, zone, now);
    return { tone: 'past', text, title: t('audits.due-past', { when }), long };
  }
  if (due.getTime() < now.getTime()) {
    const late = -days;
    const title = t('audits.late-by', { days: late });
    const text = late === 0 ? timeOfDay(dueAt, zone) : t('audits.due-short-late', { days: late });
    return { tone: late > VERY_LATE_DAYS ? 'very-late' : 'late', text, title, long };
  }
  if (days === 0 && isDay) {
    return { tone: 'today', text: t('work.due-day-today'), title: t('work.due-day-today-title'), long };
  }
  if (days === 0) {
    const time = timeOfDay(dueAt, zone);
    return { tone: 'today', text: time, title: t('audits.due-today', { time }), long };
  }
  const isSoon = days < 7;
  const text = isSoon ? weekday(dueAt, zone) : shortDay(dueAt, zone, now);
  return { tone: isSoon ? 'soon' : 'later', text, title: t('audits.due-on', { when: long }), long };
}
