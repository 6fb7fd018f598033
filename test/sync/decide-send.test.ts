import { describe, expect, it } from 'vitest';
import { decideAfterFailure, mayRetry } from '../../src/main/sync/decide-send.ts';

describe('decideAfterFailure', () => {
  it.each([
    ['no', 'offline', null, 'ready'],
    ['no', 'cancelled', null, 'ready'],
    ['no', 'no-secret', null, 'failed'],
    ['no', 'insecure-address', null, 'failed'],
    ['no', 'certificate-unknown-authority', null, 'failed'],
    ['no', 'proxy-needs-sign-in', null, 'ready'],
    ['yes', 'too-many-requests', 429, 'ready'],
    ['yes', 'too-many-requests', 503, 'ready'],
    ['yes', 'not-permitted', 403, 'failed'],
    ['yes', 'not-permitted', 409, 'failed'],
    ['yes', 'key-rejected', 401, 'failed'],
    ['yes', 'invalid-for-vendor', 422, 'failed'],
    ['yes', 'vendor-down', 500, 'needs-checking'],
    ['yes', 'vendor-down', 504, 'needs-checking'],
    ['yes', 'redirect-refused', 307, 'needs-checking'],
    ['yes', 'unexpected-answer', 200, 'needs-checking'],
    ['unknown', 'timed-out', null, 'needs-checking'],
    ['unknown', 'connection-lost', null, 'needs-checking'],
    ['unknown', 'cancelled', null, 'needs-checking'],
    ['unknown', 'offline', null, 'needs-checking'],
  ] as const)('P3 puts a change whose try (sent: %s) ended as %s with %s to %s', (sent, code, status, state) => {
    expect(decideAfterFailure({ sent, code, status, tier: 'T1' })).toBe(state);
  });
});

describe('the deletion of a company', () => {
  it('T4 never waits for a network and is never tried again', () => {
    expect(decideAfterFailure({ sent: 'no', code: 'offline', status: null, tier: 'T4' })).toBe('failed');
    expect(decideAfterFailure({ sent: 'unknown', code: 'timed-out', status: null, tier: 'T4' })).toBe('needs-checking');
    expect(mayRetry({ state: 'failed', repeat: 'never', confirmed: true, tier: 'T4' })).toBe('no');
  });
});

describe('mayRetry', () => {
  it.each([
    ['failed', 'never', false, 'yes'],
    ['draft', 'never', false, 'yes'],
    ['needs-checking', 'never', false, 'needs-confirmation'],
    ['needs-checking', 'after-read', false, 'needs-confirmation'],
    ['needs-checking', 'never', true, 'yes'],
    ['needs-checking', 'safe', false, 'yes'],
    ['sending', 'after-read', true, 'no'],
    ['sent', 'after-read', true, 'no'],
    ['ready', 'after-read', true, 'no'],
  ] as const)('P3 of a %s change (%s, confirmed %s) says %s', (state, repeat, confirmed, verdict) => {
    expect(mayRetry({ state, repeat, confirmed, tier: 'T1' })).toBe(verdict);
  });
});
