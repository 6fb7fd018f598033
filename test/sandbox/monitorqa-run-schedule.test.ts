import { describe, expect, it } from 'vitest';
import type { EndRule, Pattern, ScheduleRecord, StartRule } from '../../src/sandbox/data/record-types.ts';
import { duePeriods, periodsOf } from '../../src/sandbox/monitorqa/run-schedule.ts';

const at = (day: string): number => Date.parse(`${day}T10:30:00.000Z`);
const show = (instant: number): string => new Date(instant).toISOString();

/** The first periods of a pattern, as first and last day. */
const first = (count: number, pattern: Pattern, from: string): readonly (readonly [string, string])[] => {
  const found: (readonly [string, string])[] = [];
  for (const { start, end } of periodsOf(pattern, at(from))) {
    if (found.length === count) break;
    found.push([show(start).slice(0, 10), show(end).slice(0, 10)]);
  }
  return found;
};
const starts = (count: number, pattern: Pattern, from: string) => first(count, pattern, from).map(([start]) => start);

const monthly = (repeatEvery: number, startRule: StartRule, endRule: EndRule = { type: 3 }): Pattern => ({
  repeatPattern: 3,
  repeat: { repeatEvery, startRule, endRule },
});
const onDay = (day: number): StartRule => ({ type: 0, day });
const inCycle = (cycleMonthStart: number): StartRule => ({ type: 1, cycleMonthStart });

describe('periodsOf', () => {
  it('has one period of a one-time pattern, exactly as written', () => {
    const repeat = { startDate: '2025-07-31T15:30:00.000Z', endDate: '2025-08-31T15:30:00.000Z' };
    const periods = [...periodsOf({ repeatPattern: 0, repeat }, at('2026-01-01'))];
    expect(periods.map(({ start, end }) => [show(start), show(end)])).toEqual([[repeat.startDate, repeat.endDate]]);
  });

  it('begins a daily pattern on the day it is planned, every so many days, each for that day', () => {
    expect(first(3, { repeatPattern: 1, repeat: { repeatEvery: 3 } }, '2026-02-26')).toEqual([
      ['2026-02-26', '2026-02-26'],
      ['2026-03-01', '2026-03-01'],
      ['2026-03-04', '2026-03-04'],
    ]);
  });

  it('begins a period at midnight UTC and ends it in the last second of its last day', () => {
    const [period] = periodsOf(monthly(1, onDay(5), { type: 1, days: 2 }), at('2026-01-01'));
    expect([show(period?.start ?? 0), show(period?.end ?? 0)]).toEqual([
      '2026-01-05T00:00:00.000Z',
      '2026-01-07T23:59:59.000Z',
    ]);
  });

  it('does a weekly pattern on its days, in every so many weeks counted from Sunday', () => {
    // 2026-11-18 is a Wednesday.
    const pattern: Pattern = { repeatPattern: 4, repeat: { daysOfWeek: [5, 1, 3], repeatEvery: 2 } };
    expect(starts(5, pattern, '2026-11-18')).toEqual([
      '2026-11-18',
      '2026-11-20',
      '2026-11-30',
      '2026-12-02',
      '2026-12-04',
    ]);
  });

  it('begins several weeks on the closest start day, and lasts the days it says', () => {
    const pattern: Pattern = { repeatPattern: 2, repeat: { repeatEvery: 2, startDay: 1, duration: 3 } };
    expect(first(2, pattern, '2026-11-18')).toEqual([
      ['2026-11-23', '2026-11-25'],
      ['2026-12-07', '2026-12-09'],
    ]);
    expect(starts(1, pattern, '2026-11-23')).toEqual(['2026-11-23']);
  });

  // The examples of "Create monthly schedule" and "Get schedule details".
  it.each([
    ['day 15, created on 20 January', onDay(15), 1, '2026-01-20', '2026-02-15'],
    ['day 15, created on 5 January', onDay(15), 1, '2026-01-05', '2026-01-15'],
    ['day 15, created on that day', onDay(15), 1, '2026-01-15', '2026-01-15'],
    ['first month of three, created on 15 January', inCycle(1), 3, '2026-01-15', '2026-02-01'],
    ['first month of three, created on 1 January', inCycle(1), 3, '2026-01-01', '2026-01-01'],
    ['first month of three, created on 10 March', inCycle(1), 3, '2026-03-10', '2026-04-01'],
    ['second month of three, created on 5 February', inCycle(2), 3, '2026-02-05', '2026-04-01'],
    ['day 31, created in a month of 30 days', onDay(31), 1, '2026-04-10', '2026-04-30'],
  ])('begins %s', (_, rule, every, created, expected) => {
    expect(starts(1, monthly(every, rule), created)).toEqual([expected]);
  });

  it('takes the last day of a month that is too short, leap years included, and the day itself again after it', () => {
    expect(starts(3, monthly(1, onDay(31)), '2027-01-15')).toEqual(['2027-01-31', '2027-02-28', '2027-03-31']);
    expect(starts(2, monthly(12, onDay(29)), '2027-02-01')).toEqual(['2027-02-28', '2028-02-29']);
  });

  it('begins a cycle of three months on the first of every third', () => {
    expect(starts(4, monthly(3, inCycle(1)), '2026-01-01')).toEqual([
      '2026-01-01',
      '2026-04-01',
      '2026-07-01',
      '2026-10-01',
    ]);
  });

  it.each([
    ['end of the same month', { type: 0, cycleMonthEnd: 1 }, 1, '2026-01-31'],
    ['end of the second month', { type: 0, cycleMonthEnd: 2 }, 3, '2026-02-28'],
    ['20 days', { type: 1, days: 20 }, 1, '2026-02-04'],
    ['3 weeks', { type: 2, weeks: 3 }, 1, '2026-02-05'],
    ['before the next starts', { type: 3 }, 1, '2026-02-14'],
    ['days beyond the next start', { type: 1, days: 40 }, 1, '2026-02-14'],
    ['weeks beyond the next start', { type: 2, weeks: 9 }, 1, '2026-02-14'],
    ['months beyond the next start', { type: 0, cycleMonthEnd: 3 }, 1, '2026-02-14'],
  ] as const)('ends one that begins on 15 January by %s', (_, rule, every, expected) => {
    expect(first(1, monthly(every, onDay(15), rule), '2026-01-05')).toEqual([['2026-01-15', expected]]);
  });
});

describe('duePeriods', () => {
  const schedule: ScheduleRecord = {
    repeatPattern: 1,
    repeat: { repeatEvery: 1 },
    name: 'Every day',
    active: true,
    templateId: 'template',
    objectIds: ['object'],
    groupIds: [],
    assigneeIds: [],
    auditorHint: null,
    startFromDate: null,
    stopByDate: null,
    plannedAt: show(at('2026-11-20')),
    madeUntil: null,
  };
  const daysOf = (changed: Partial<ScheduleRecord>, now: string): readonly string[] | null =>
    duePeriods({ ...schedule, ...changed } as ScheduleRecord, at(now))?.periods.map(({ start }) =>
      show(start).slice(0, 10),
    ) ?? null;

  it('has the periods that began and the next one', () => {
    expect(daysOf({}, '2026-11-22')).toEqual(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23']);
  });

  it('has none twice: nothing until the next one begins, then the one after it', () => {
    const { madeUntil = null } = duePeriods(schedule, at('2026-11-22')) ?? {};
    expect(daysOf({ madeUntil }, '2026-11-22')).toBeNull();
    expect(daysOf({ madeUntil }, '2026-11-23')).toEqual(['2026-11-24']);
  });

  it.each([
    ['while it is inactive', { active: false }],
    ['before it is to start', { startFromDate: '2026-12-01T00:00:00.000Z' }],
    ['after it is to stop', { stopByDate: '2026-11-21T23:59:59.000Z' }],
    ['when its audits come with the data set', { plannedAt: null }],
  ])('has nothing %s', (_, changed) => {
    expect(daysOf(changed, '2026-11-22')).toBeNull();
  });

  it('counts from the day it is to start, and begins none after it is to stop', () => {
    const bounds = { startFromDate: '2026-11-22T08:00:00.000Z', stopByDate: '2026-11-23T23:59:59.000Z' };
    expect(daysOf(bounds, '2026-11-22')).toEqual(['2026-11-22', '2026-11-23']);
    expect(daysOf({ ...bounds, madeUntil: '2026-11-23T00:00:00.000Z' }, '2026-11-23')).toBeNull();
  });

  it('leaves out what was missed by more than four weeks', () => {
    const days = daysOf({ plannedAt: '2026-01-01T00:00:00.000Z' }, '2026-11-22');
    expect([days?.[0], days?.length]).toEqual(['2026-10-25', 30]);
  });

  it('makes the audit of a one-time schedule once', () => {
    const oneTime = {
      repeatPattern: 0,
      repeat: { startDate: '2026-12-10T08:00:00.000Z', endDate: '2026-12-11T08:00:00.000Z' },
    } as const;
    expect(daysOf(oneTime, '2026-11-22')).toEqual(['2026-12-10']);
    expect(daysOf({ ...oneTime, madeUntil: '2026-12-10T08:00:00.000Z' }, '2026-12-12')).toBeNull();
  });
});
