import { t } from './words.ts';

const DAY_MS = 86_400_000;

/** The language numbers and dates are written in: the person's, as long as it is a kind of English. */
export const formatLocale: string =
  globalThis.navigator?.languages?.find((language) => language.startsWith('en')) ?? 'en-GB';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The formatter for these options, made once: making one takes as long as drawing a row of a list. */
function formatterOf(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
    formatters.set(key, formatter);
  }
  return formatter;
}

const format = (moment: Date, zone: string, options: Intl.DateTimeFormatOptions): string =>
  formatterOf(formatLocale, zone, options).format(moment);

/** `2026-11-22` of a moment in a zone: the day people there are in. */
export const dayIn = (zone: string, moment: Date): string =>
  formatterOf('en-CA', zone, { dateStyle: 'short' }).format(moment);

const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);

/** Whole calendar days from `from` to `to`, counted in `zone`; negative when `to` is earlier. */
export const daysBetween = (from: Date, to: Date, zone: string): number =>
  dayNumber(dayIn(zone, to)) - dayNumber(dayIn(zone, from));

/** `14 Nov`, with the year when it is not the one of `now`. */
export function shortDay(iso: string, zone: string, now: Date): string {
  const moment = new Date(iso);
  const sameYear = dayIn(zone, moment).slice(0, 4) === dayIn(zone, now).slice(0, 4);
  return format(moment, zone, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) });
}

/** `Fri 22`: for days within a week. */
export function weekday(iso: string, zone: string): string {
  const moment = new Date(iso);
  return `${format(moment, zone, { weekday: 'short' })} ${format(moment, zone, { day: 'numeric' })}`;
}

/** `06:48`, by the person's own clock habit. */
export const timeOfDay = (iso: string, zone: string): string =>
  format(new Date(iso), zone, { hour: '2-digit', minute: '2-digit' });

/** `06:48:12`: for a log, where the second matters. */
export const exactTime = (iso: string, zone: string): string =>
  format(new Date(iso), zone, { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** The short form for "as of": the time when it is today, else the day. */
export const shortMoment = (iso: string, zone: string, now: Date): string =>
  daysBetween(new Date(iso), now, zone) === 0 ? timeOfDay(iso, zone) : shortDay(iso, zone, now);

/** `31 Oct 17:20`, with the year when it is not this one. */
export const dayAndTime = (iso: string, zone: string, now: Date): string =>
  `${shortDay(iso, zone, now)} ${timeOfDay(iso, zone)}`;

/** `Tue 12 Nov, 17:00`: for a detail, where the zone is named beside it. */
export const fullMoment = (iso: string, zone: string, now: Date): string =>
  `${format(new Date(iso), zone, { weekday: 'short' })} ${shortDay(iso, zone, now)}, ${timeOfDay(iso, zone)}`;

/** `Tue 12 Nov`, with the year when it is not this one: for a day without a time. */
export const fullDay = (iso: string, zone: string, now: Date): string =>
  `${format(new Date(iso), zone, { weekday: 'short' })} ${shortDay(iso, zone, now)}`;

/** `22 Nov 2026, 06:52`: for paper, which outlives the year. */
export const printedMoment = (moment: Date, zone: string): string =>
  format(moment, zone, { dateStyle: 'medium', timeStyle: 'short' });

/** `NZDT` and `UTC+13` of a zone at a moment. */
export function zoneNames(zone: string, moment: Date): { readonly short: string; readonly offset: string } {
  const part = (timeZoneName: 'short' | 'longOffset'): string =>
    formatterOf('en-NZ', zone, { timeZoneName })
      .formatToParts(moment)
      .find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  const offset = part('longOffset').replace('GMT', 'UTC').replace(':00', '').replace('+0', '+').replace('-0', '-');
  return { short: part('short'), offset: offset === 'UTC' ? 'UTC+0' : offset };
}

/** True when something read at `iso` is more than a day old at `now`. */
export const isStale = (iso: string, now: Date): boolean => now.getTime() - Date.parse(iso) > DAY_MS;

/** `5 h 15 min` of minutes. */
export function duration(minutes: number): string {
  const whole = Math.round(minutes);
  return t('audits.minutes', { hours: Math.floor(whole / 60), minutes: whole % 60 });
}
