import { describe, expect, it } from 'vitest';
import { daysBetween, isStale, shortMoment, zoneNames } from '../../src/renderer/lib/dates.ts';
import { dueOf } from '../../src/renderer/lib/due.ts';
import { fileSize, percent } from '../../src/renderer/lib/numbers.ts';

const zone = 'Pacific/Auckland';
// Sunday 22 November 2026, 06:52 in Auckland.
const now = new Date('2026-11-21T17:52:00.000Z');
const due = (dueAt: string | null, isOpen = true) => dueOf({ dueAt, zone, now, isOpen });

describe('dueOf', () => {
  it.each([
    ['2026-10-12T04:00:00.000Z', 'very-late', '41\u00a0d'],
    ['2026-11-13T04:00:00.000Z', 'late', '9\u00a0d'],
    ['2026-11-21T16:00:00.000Z', 'late', '05:00'],
    ['2026-11-21T20:00:00.000Z', 'today', '09:00'],
    ['2026-11-26T20:00:00.000Z', 'soon', 'Fri 27'],
    ['2026-12-02T20:00:00.000Z', 'later', '3'],
  ])('counts %s in the days of its zone: %s', (dueAt, tone, text) => {
    expect(due(dueAt).tone).toBe(tone);
    expect(due(dueAt).text.replace(/ [AP]M$/, '')).toContain(text);
  });

  it('is late by calendar days: an hour over midnight is a day', () => {
    expect(due('2026-11-21T10:30:00.000Z').title).toContain('1 day late');
  });

  it('is never late once the work is done', () => {
    expect(due('2026-10-12T04:00:00.000Z', false).tone).toBe('past');
  });

  it('says that there is none', () => {
    expect(due(null)).toMatchObject({ tone: 'none', text: '–' });
  });
});

describe('daysBetween', () => {
  it('is not led astray by the hour that daylight saving takes', () => {
    const before = new Date('2026-09-26T11:30:00.000Z');
    const after = new Date('2026-09-27T11:30:00.000Z');
    expect(daysBetween(before, after, zone)).toBe(2);
    expect(daysBetween(before, after, 'UTC')).toBe(1);
  });
});

describe('shortMoment', () => {
  it('is the time today and the day before that', () => {
    expect(shortMoment('2026-11-21T17:48:00.000Z', zone, now)).toMatch(/0?6:48/);
    expect(shortMoment('2026-11-20T17:48:00.000Z', zone, now)).toMatch(/21/);
    expect(shortMoment('2025-11-20T17:48:00.000Z', zone, now)).toMatch(/2025/);
  });
});

describe('isStale', () => {
  it('begins after a day', () => {
    expect(isStale('2026-11-20T17:53:00.000Z', now)).toBe(false);
    expect(isStale('2026-11-20T17:51:00.000Z', now)).toBe(true);
  });
});

describe('zoneNames', () => {
  it('names the zone and its distance from UTC at that moment', () => {
    expect(zoneNames(zone, now)).toEqual({ short: 'NZDT', offset: 'UTC+13' });
    expect(zoneNames('Asia/Kolkata', now).offset).toBe('UTC+5:30');
    expect(zoneNames('UTC', now).offset).toBe('UTC+0');
    expect(zoneNames('America/St_Johns', now).offset).toBe('UTC-3:30');
  });
});

describe('numbers', () => {
  it('keeps a thin space before the per cent sign and one decimal', () => {
    expect(percent(66.1)).toBe('66.1\u2009%');
    expect(percent(70)).toBe('70\u2009%');
  });

  it.each([
    [999, '999\u00a0B'],
    [2100, '2.1\u00a0kB'],
    [2_114_000, '2.1\u00a0MB'],
  ])('writes %i bytes as %s', (bytes, text) => {
    expect(fileSize(bytes)).toBe(text);
  });
});
