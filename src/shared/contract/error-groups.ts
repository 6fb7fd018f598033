import type { ErrorCode } from '../errors/codes.ts';

/** What may come of asking a vendor for something. */
export const vendorErrors = [
  'no-connection',
  'no-secret',
  'offline',
  'timed-out',
  'connection-lost',
  'key-rejected',
  'not-permitted',
  'not-at-vendor',
  'refused-by-vendor',
  'invalid-for-vendor',
  'too-many-requests',
  'vendor-down',
  'unexpected-answer',
  'answer-too-large',
  'redirect-refused',
  'insecure-address',
] as const satisfies readonly ErrorCode[];

/** What may come of writing to this computer's disk. */
export const diskErrors = ['disk-full', 'disk-read-only', 'disk-failed'] as const satisfies readonly ErrorCode[];

/** What may come of fetching a file and keeping it. */
export const fileErrors = [
  ...vendorErrors,
  ...diskErrors,
  'file-incomplete',
  'file-wrong-type',
  'file-exists',
] as const satisfies readonly ErrorCode[];
