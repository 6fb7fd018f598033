import { hour } from '../data/zones.ts';

/** A zone as "Get timezones" lists it. */
type TimeZone = { readonly ianaName: string; readonly text: string };

/** Returns how far a zone is ahead of UTC at an instant, in minutes. */
const offsetAt = (zone: string, instant: number): number => {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(name);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
};

/**
 * Returns what lists every zone this runtime knows, the furthest behind UTC at `now` (milliseconds since 1970) first.
 * Four hundred zones take a moment, so an answer is kept for an hour.
 */
export const createTimeZones = (): ((now: number) => readonly TimeZone[]) => {
  let known: { readonly at: number; readonly zones: readonly TimeZone[] } | null = null;
  return (now) => {
    if (known === null || Math.abs(now - known.at) > hour) {
      const zones = Intl.supportedValuesOf('timeZone')
        .map((zone) => ({ zone, offset: offsetAt(zone, now) }))
        .toSorted((one, other) => one.offset - other.offset || (one.zone < other.zone ? -1 : 1))
        .map(({ zone }) => ({ ianaName: zone, text: zone.replaceAll('_', ' ') }));
      known = { at: now, zones };
    }
    return known.zones;
  };
};

/** Tells whether a name is an IANA zone, older names of a zone included; an offset such as `+05:00` is none. */
export const isTimeZone = (name: string): boolean => {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};
