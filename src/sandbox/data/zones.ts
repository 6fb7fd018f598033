export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

const block = 6 * hour;

/** Turns a wall-clock time of one IANA zone into an instant. */
export type ZoneClock = {
  /** Returns the first instant (milliseconds since 1970, UTC) of the local calendar day that holds `instant`. */
  readonly startOfDay: (instant: number) => number;
  /** Returns 0 (Sunday) to 6 for the local calendar day that holds `instant`. */
  readonly weekday: (instant: number) => number;
};

/**
 * Returns the clock of a zone. The offset is asked of Intl once per six hours and remembered, because a list of a
 * million audits asks for the same few hundred days again and again. Clocks change in the small hours, and the
 * offset of the block that holds local noon is used, so working times are right on the days of a change too.
 * @throws RangeError when the zone is not known to this runtime.
 */
export const createZoneClock = (zone: string): ZoneClock => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const offsets = new Map<number, number>();

  const offsetAt = (instant: number): number => {
    const key = Math.floor(instant / block);
    const known = offsets.get(key);
    if (known !== undefined) return known;
    const start = key * block;
    const part = Object.fromEntries(format.formatToParts(start).map(({ type, value }) => [type, Number(value)]));
    const local = Date.UTC(
      part['year'] ?? 1970,
      (part['month'] ?? 1) - 1,
      part['day'] ?? 1,
      part['hour'] ?? 0,
      part['minute'] ?? 0,
    );
    offsets.set(key, local - start);
    return local - start;
  };

  const localDay = (instant: number): number => Math.floor((instant + offsetAt(instant)) / day);

  return {
    startOfDay: (instant) => {
      const midnight = localDay(instant) * day;
      // The offset of the local noon decides, so that every hour of work on that day uses the same one.
      return midnight - offsetAt(midnight + day / 2 - offsetAt(instant));
    },
    weekday: (instant) => (localDay(instant) + 4) % 7,
  };
};
