import { describe, expect, it } from 'vitest';
import { bandOf, pointsOf, scoreOf } from '../../src/sandbox/data/outcomes.ts';
import { createDataset } from '../../src/sandbox/data/dataset.ts';
import { createZoneClock, day, hour } from '../../src/sandbox/data/zones.ts';
import { base } from './support.ts';

const dataset = createDataset(base);
const auditsIn = (state: 'pending' | 'complete') => [...dataset.slotsOf(state)].map((slot) => dataset.audits.at(slot));

describe('createDataset', () => {
  it('makes twelve sites, forty people and six hundred audits, most of them complete', () => {
    expect(dataset.sites).toHaveLength(12);
    expect(dataset.people).toHaveLength(40);
    expect(dataset.auditCount).toBe(600);
    const [pending, complete] = [dataset.slotsOf('pending').length, dataset.slotsOf('complete').length];
    expect(pending).toBeGreaterThan(105);
    expect(pending).toBeLessThan(150);
    expect(complete).toBeGreaterThan(430);
    expect(600 - pending - complete).toBeGreaterThan(10);
  });

  it('has pending audits that are overdue, started and reopened', () => {
    const pending = auditsIn('pending');
    expect(pending.filter((audit) => audit.due < dataset.now).length).toBeGreaterThan(5);
    expect(pending.filter((audit) => audit.startedAt !== null).length).toBeGreaterThan(2);
    expect(pending.filter((audit) => audit.isReopened).length).toBeGreaterThan(0);
    expect(pending.filter((audit) => audit.assignees.length === 0).length).toBeGreaterThan(0);
  });

  it('reaches back eighteen months and nothing is done in the future', () => {
    const complete = auditsIn('complete');
    const earliest = Math.min(...complete.map((audit) => audit.start));
    expect(dataset.now - earliest).toBeGreaterThan(520 * day);
    for (const { startedAt, completedAt } of complete) {
      expect(completedAt).toBeLessThanOrEqual(dataset.now);
      expect(startedAt ?? Number.NaN).toBeLessThan(completedAt ?? Number.NaN);
    }
  });

  it('starts every audit in the morning of a weekday at its site', () => {
    for (const audit of auditsIn('pending').filter((entry) => !entry.isReopened)) {
      const zone = createZoneClock(audit.site.zone);
      const hours = (audit.start - zone.startOfDay(audit.start)) / hour;
      expect(hours).toBeGreaterThanOrEqual(7);
      expect(hours).toBeLessThan(9);
      expect([1, 2, 3, 4, 5]).toContain(zone.weekday(audit.start));
    }
  });

  it('scores every complete audit by the points of its items', () => {
    for (const audit of auditsIn('complete')) {
      const points = pointsOf(audit.template.lines, dataset.audits.outcomesAt(audit.slot));
      expect(audit.result).toMatchObject({ ...points, score: scoreOf(points), isFailed: scoreOf(points) < 70 });
    }
  });

  it('keeps an audit as it is from one day to the next, but for what happens to it', () => {
    const tomorrow = createDataset({ ...base, now: '2026-11-23T06:00:00.000Z' });
    const audit = auditsIn('complete').find((entry) => dataset.now - entry.due > 60 * day && !entry.isReopened);
    expect(audit).toBeDefined();
    const slot = tomorrow.findSlot(audit?.id ?? '');
    expect(slot).not.toBeNull();
    expect(tomorrow.audits.at(slot ?? 0)).toEqual(audit);
  });

  it('numbers audits once each, within their year', () => {
    const numbers = [...auditsIn('pending'), ...auditsIn('complete')].map((audit) => audit.number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.every((number) => /^AUD-202[567]-\d{4}$/.test(number))).toBe(true);
  });

  it('has names that test a screen: macrons, letters outside Latin-1, an apostrophe and a very long one', () => {
    const names = dataset.people.map((person) => person.name);
    expect(names).toContain('Māia Tāwhai');
    expect(names).toContain('Łukasz Wiśniewski');
    expect(names).toContain("Kieran O'Connor");
    expect(Math.max(...names.map((name) => name.length))).toBeGreaterThan(60);
    expect(new Set(dataset.people.map((person) => person.email)).size).toBe(40);
  });

  it('makes any number of records: a page in the middle of a million audits is as any other', () => {
    const million = createDataset({ ...base, audits: 1_000_000, sites: 300, people: 2_000 });
    expect(million.slotsOf('pending').length + million.slotsOf('complete').length).toBeGreaterThan(900_000);
    const slots = million.slotsOf('complete').subarray(500_000, 500_100);
    const audits = Array.from(slots, (slot) => million.audits.at(slot));
    expect(audits.every((audit) => million.findSlot(audit.id) === audit.slot && audit.state === 'complete')).toBe(true);
    expect(new Set(million.sites.map((site) => site.name)).size).toBe(300);
  });

  it('agrees with itself whether it asks for the state alone or for the whole audit', () => {
    const many = createDataset({ ...base, audits: 5_000 });
    for (let slot = many.firstSlot; slot < many.firstSlot + many.auditCount; slot += 1) {
      expect(many.audits.stateOf(slot)).toBe(many.audits.at(slot).state);
    }
  });

  it.each([{ now: 'yesterday' }, { audits: 1.5 }, { audits: -1 }, { sites: 0 }, { people: 0 }])(
    'refuses %o',
    (wrong) => {
      expect(() => createDataset({ ...base, ...wrong })).toThrow(RangeError);
    },
  );

  it('may be empty', () => {
    const empty = createDataset({ ...base, audits: 0 });
    expect(empty.slotsOf('pending')).toHaveLength(0);
    expect(empty.slotsOf('complete')).toHaveLength(0);
  });
});

describe('bandOf', () => {
  it.each([
    [0, 'Poor'],
    [49.9, 'Poor'],
    [50, 'Needs work'],
    [69.9, 'Needs work'],
    [70, 'Good'],
    [90, 'Excellent'],
    [100, 'Excellent'],
  ])('puts %d into %s', (score, label) => {
    expect(bandOf(score).label).toBe(label);
  });
});

describe('createZoneClock', () => {
  it.each([
    ['Pacific/Auckland', '2026-09-27T05:00:00.000Z', '2026-09-26T11:00:00.000Z'],
    ['Europe/London', '2026-03-29T12:00:00.000Z', '2026-03-28T23:00:00.000Z'],
    ['America/Chicago', '2026-01-15T05:59:00.000Z', '2026-01-14T06:00:00.000Z'],
    ['Pacific/Chatham', '2026-01-15T12:00:00.000Z', '2026-01-15T10:15:00.000Z'],
  ])('counts the working day of %s at %s from %s', (zone, instant, start) => {
    expect(new Date(createZoneClock(zone).startOfDay(Date.parse(instant))).toISOString()).toBe(start);
  });
});
