const MINUTE_MS = 60_000;

/** Minutes that the clocks of `zone` are ahead of UTC at a moment. */
function offsetAt(zone: string, moment: number): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(moment);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '00';
  const shown = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}Z`;
  return Math.round((Date.parse(shown) - moment) / MINUTE_MS);
}

/** `2026-11-22T17:00` as the clocks of `zone` show the moment: what a date field takes. */
export function toZoned(iso: string, zone: string): string {
  const moment = Date.parse(iso);
  const whole = Math.floor(moment / MINUTE_MS) * MINUTE_MS;
  return new Date(whole + offsetAt(zone, whole) * MINUTE_MS).toISOString().slice(0, 16);
}

/**
 * The moment, in ISO 8601 in UTC with milliseconds, at which the clocks of `zone` show `local` (`2026-11-22T17:00`).
 * A time that comes twice when clocks are set back is the first of the two; one that is skipped when they are set
 * forward is as many minutes after the jump as it was meant to be after the former hour.
 *
 * @throws RangeError when `local` is no date and time.
 */
export function fromZoned(local: string, zone: string): string {
  const wall = Date.parse(`${local.slice(0, 16)}Z`);
  if (Number.isNaN(wall)) throw new RangeError('Not a date and time.');
  const day = 24 * 60;
  const offsets = [offsetAt(zone, wall - day * MINUTE_MS), offsetAt(zone, wall + day * MINUTE_MS)];
  const moments = offsets.map((offset) => wall - offset * MINUTE_MS).toSorted((a, b) => a - b);
  const exact = moments.find((moment) => moment + offsetAt(zone, moment) * MINUTE_MS === wall);
  const skipped = wall - (offsets[0] ?? 0) * MINUTE_MS;
  return new Date(exact ?? skipped).toISOString();
}
