/** Nobody waits longer than this because a header says so: one hour, in milliseconds. */
const LONGEST = 3_600_000;

/** Seconds since 1970 UTC are more than this, seconds to wait are less. */
const FIRST_MOMENT = 1_000_000_000;

const HTTP_DATE = /^[A-Za-z]{3,9},? [\w: -]{10,40}$/;

/**
 * How long a `Retry-After` header asks to wait, in milliseconds: whole seconds or an HTTP date (RFC 9110 section
 * 10.2.3), at most one hour. Null for a missing header and for anything else. `now` is milliseconds since 1970 UTC.
 */
export function parseRetryAfter(value: string | null | undefined, now: number): number | null {
  const text = value?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Math.ceil(Number(text) * 1000), LONGEST);
  if (!HTTP_DATE.test(text)) return null;
  // The two older forms of the header name no zone or only GMT: all are GMT.
  const moment = Date.parse(/GMT|UTC/i.test(text) ? text : `${text} GMT`);
  return Number.isNaN(moment) ? null : Math.min(Math.max(0, moment - now), LONGEST);
}

/**
 * How long an `X-RateLimit-Reset` header asks to wait, in milliseconds, at most one hour: the moment when calls are taken
 * again as seconds since 1970 UTC, or the seconds until then; servers do either. Null for a missing header and for
 * anything else. `now` is milliseconds since 1970 UTC.
 */
export function parseRateLimitReset(value: string | null | undefined, now: number): number | null {
  const text = value?.trim() ?? '';
  if (!/^\d{1,12}$/.test(text)) return null;
  const seconds = Number(text);
  const wait = seconds < FIRST_MOMENT ? seconds * 1000 : Math.max(0, seconds * 1000 - now);
  return Math.min(wait, LONGEST);
}
