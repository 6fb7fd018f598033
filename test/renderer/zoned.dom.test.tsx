import { describe, expect, it } from 'vitest';
import { fromZoned, toZoned } from '../../src/renderer/lib/zoned.ts';

const AUCKLAND = 'Pacific/Auckland';

describe('fromZoned', () => {
  it.each([
    ['2026-11-22T17:00', AUCKLAND, '2026-11-22T04:00:00.000Z'],
    ['2026-07-01T08:30', AUCKLAND, '2026-06-30T20:30:00.000Z'],
    ['2026-03-01T12:00', 'America/New_York', '2026-03-01T17:00:00.000Z'],
    ['2026-03-01T12:00', 'Asia/Kathmandu', '2026-03-01T06:15:00.000Z'],
    ['2026-03-01T12:00', 'UTC', '2026-03-01T12:00:00.000Z'],
  ])('takes %s in %s as %s', (local, zone, moment) => {
    expect(fromZoned(local, zone)).toBe(moment);
  });

  it('takes the first of two times where clocks are set back', () => {
    // 5 April 2026, 3:00 NZDT becomes 2:00 NZST.
    expect(fromZoned('2026-04-05T02:30', AUCKLAND)).toBe('2026-04-04T13:30:00.000Z');
  });

  it('moves on a time that is skipped where clocks are set forward', () => {
    // 27 September 2026, 2:00 NZST becomes 3:00 NZDT.
    expect(toZoned(fromZoned('2026-09-27T02:30', AUCKLAND), AUCKLAND)).toBe('2026-09-27T03:30');
  });

  it('refuses what is no date and time', () => {
    expect(() => fromZoned('tomorrow', AUCKLAND)).toThrow(RangeError);
  });
});

describe('toZoned', () => {
  it.each(['2026-01-31T23:59', '2026-04-05T12:00', '2026-09-27T04:00', '2026-12-31T00:00'])(
    'shows again what was set: %s',
    (local) => {
      expect(toZoned(fromZoned(local, AUCKLAND), AUCKLAND)).toBe(local);
    },
  );
});
