/** Nobody waits longer than this because a header says so: one hour, in milliseconds. */
const LONGEST = 3_600_000;

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
