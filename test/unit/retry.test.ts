import { describe, expect, it } from 'vitest';
import { backoff, decideRetry, type FailedTry } from '../../src/main/vendors/core/retry.ts';
import { parseRetryAfter } from '../../src/main/vendors/core/retry-after.ts';

const failed = (given: Partial<FailedTry>): FailedTry => ({
  effect: 'read',
  code: 'vendor-down',
  status: 503,
  sent: 'yes',
  retryAfterMs: null,
  attempt: 1,
  random: 0.5,
  ...given,
});

describe('decideRetry', () => {
  it.each<[name: string, given: Partial<FailedTry>, read: string, write: string]>([
    ['an unknown name or a refused connection', { code: 'offline', status: 0, sent: 'no' }, 'again', 'later'],
    [
      'a connection that broke before the request',
      { code: 'connection-lost', status: 0, sent: 'no' },
      'again',
      'later',
    ],
    [
      'a connection that broke after the request',
      { code: 'connection-lost', status: 0, sent: 'unknown' },
      'again',
      'needs-checking',
    ],
    ['no answer in time', { code: 'timed-out', status: 0, sent: 'unknown' }, 'again', 'needs-checking'],
    ['an answer cut off', { code: 'connection-lost', status: 200, sent: 'yes' }, 'again', 'needs-checking'],
    ['an answer that is no data', { code: 'unexpected-answer', status: 200, sent: 'yes' }, 'give-up', 'needs-checking'],
    [
      'an answer that is too large',
      { code: 'answer-too-large', status: 200, sent: 'yes' },
      'give-up',
      'needs-checking',
    ],
    ['a redirect', { code: 'redirect-refused', status: 302, sent: 'yes' }, 'give-up', 'needs-checking'],
    ['a 429', { code: 'too-many-requests', status: 429 }, 'again', 'later'],
    ['a throttling 503', { code: 'too-many-requests', status: 503 }, 'again', 'later'],
    ['another 503', { code: 'vendor-down', status: 503 }, 'again', 'needs-checking'],
    ['a 502', { code: 'vendor-down', status: 502 }, 'again', 'needs-checking'],
    ['a 504', { code: 'vendor-down', status: 504 }, 'again', 'needs-checking'],
    ['a 500', { code: 'vendor-down', status: 500 }, 'give-up', 'needs-checking'],
    ['a rejected key', { code: 'key-rejected', status: 401 }, 'give-up', 'give-up'],
    ['a missing right', { code: 'not-permitted', status: 409 }, 'give-up', 'give-up'],
    ['invalid data', { code: 'invalid-for-vendor', status: 422 }, 'give-up', 'give-up'],
    ['an insecure address', { code: 'insecure-address', status: 0, sent: 'no' }, 'give-up', 'give-up'],
    ['a cancel before it was sent', { code: 'cancelled', status: 0, sent: 'no' }, 'give-up', 'give-up'],
    ['a cancel after it was sent', { code: 'cancelled', status: 0, sent: 'unknown' }, 'give-up', 'needs-checking'],
  ])('%s', (_name, given, read, write) => {
    expect(decideRetry(failed(given)).kind).toBe(read);
    expect(decideRetry(failed({ ...given, effect: 'write' })).kind).toBe(write);
    expect(decideRetry(failed({ ...given, effect: 'destructive' })).kind).toBe(write);
  });

  it('never repeats a write now, whatever happened', () => {
    const codes = ['offline', 'timed-out', 'connection-lost', 'too-many-requests', 'vendor-down', 'cancelled'] as const;
    for (const code of codes) {
      for (const sent of ['no', 'unknown', 'yes'] as const) {
        expect(decideRetry(failed({ effect: 'write', code, sent })).kind).not.toBe('again');
      }
    }
  });

  it('gives a read up after four tries, and a silent vendor after two', () => {
    const kinds = [1, 2, 3, 4, 5].map((attempt) => decideRetry(failed({ attempt })).kind);
    expect(kinds).toEqual(['again', 'again', 'again', 'give-up', 'give-up']);
    const silent = [1, 2].map((attempt) => decideRetry(failed({ code: 'timed-out', status: 0, attempt })).kind);
    expect(silent).toEqual(['again', 'give-up']);
  });

  it('waits as told, and leaves a wait of more than a minute for later', () => {
    const told = (retryAfterMs: number) =>
      decideRetry(failed({ code: 'too-many-requests', status: 429, retryAfterMs }));
    expect(told(3000)).toEqual({ kind: 'again', afterMs: 3000 });
    expect(told(0)).toEqual({ kind: 'again', afterMs: 0 });
    expect(told(90_000)).toEqual({ kind: 'later', afterMs: 90_000 });
  });
});

describe('backoff', () => {
  it('doubles, is half chance, and stops growing at 30 seconds', () => {
    expect([1, 2, 3, 4].map((attempt) => backoff(attempt, 0))).toEqual([250, 500, 1000, 2000]);
    expect([1, 2, 3, 4].map((attempt) => backoff(attempt, 0.999_999))).toEqual([500, 1000, 2000, 4000]);
    expect(backoff(50, 0.999_999)).toBe(30_000);
  });
});

describe('parseRetryAfter', () => {
  const now = Date.UTC(2026, 10, 22, 9, 0, 0);
  it.each([
    ['120', 120_000],
    [' 5 ', 5000],
    ['0', 0],
    ['1.5', 1500],
    ['Sun, 22 Nov 2026 09:00:30 GMT', 30_000],
    ['Sunday, 22-Nov-26 09:00:30 GMT', 30_000],
    ['Sun Nov 22 09:00:30 2026', 30_000],
    ['Sun, 22 Nov 2026 08:00:00 GMT', 0],
    ['86400', 3_600_000],
    ['99999999999999999999999', 3_600_000],
    ['Tue, 01 Jan 2999 00:00:00 GMT', 3_600_000],
    ['-1', null],
    ['soon', null],
    ['2026', 2_026_000],
    ['1e9', null],
    ['', null],
    ['Sun, 99 Nov 2026 99:99:99 GMT', null],
    [null, null],
  ])('reads %j as %j milliseconds', (header, ms) => {
    expect(parseRetryAfter(header, now)).toBe(ms);
  });
});
