import { z } from 'zod';
import { expecting } from '../core/expectation.ts';
import { momentOf, textOf } from '../core/wire-fields.ts';

const TRUE: readonly unknown[] = [true, 1, '1', 'true'];
const FALSE: readonly unknown[] = [false, 0, '0', 'false', ''];

/** True or false, as a word of JSON or as the 1 and 0 of a form; null for absent and everything else. */
export const wireBit = expecting(
  z.transform((value: unknown): boolean | null => (TRUE.includes(value) ? true : FALSE.includes(value) ? false : null)),
  { is: 'value', reads: (value) => TRUE.includes(value) || FALSE.includes(value), mayBeNull: true },
);

/** Seconds since 1970: nine or ten digits reach from 1973 to 2286. */
const SECONDS = /^\d{9,10}$/;

function timeOf(value: unknown): string | null {
  const text = textOf(value);
  if (text !== null && SECONDS.test(text)) return new Date(Number(text) * 1000).toISOString();
  return momentOf(value);
}

const mayBeTime = (value: unknown): boolean => value === '' || value === 0 || value === '0' || timeOf(value) !== null;

/**
 * `insert_time` and `update_time`, whose form is shown nowhere: a moment as text, in UTC where it names no zone, or
 * seconds since 1970. ISO 8601 in UTC with milliseconds; null for everything else.
 */
export const wireTime = expecting(z.transform(timeOf), { is: 'value', reads: mayBeTime, mayBeNull: true });

const COMMON_DAY = /-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;
const LEADING_DAY = /^(?:19|[2-9]\d)\d\d-\d\d-\d\d(?=$|[T ])/;

function dayOf(value: unknown): string | null {
  const text = textOf(value);
  const day = text !== null && SECONDS.test(text) ? timeOf(text)?.slice(0, 10) : LEADING_DAY.exec(text ?? '')?.[0];
  if (day === undefined) return null;
  // Every month has these days; the calendar is asked about the others alone.
  if (COMMON_DAY.test(day)) return day;
  const moment = new Date(`${day}T00:00:00Z`);
  // A day the calendar has not would be read as one of the next month.
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day) ? day : null;
}

const mayBeDay = (value: unknown): boolean =>
  value === '' || dayOf(value) !== null || (typeof value === 'string' && value.startsWith('0000-00-00'));

/** `required_by`: the day, `YYYY-MM-DD`; null for absent and for what is none. A time beside the day says nothing. */
export const wireDay = expecting(z.transform(dayOf), { is: 'value', reads: mayBeDay, mayBeNull: true });
