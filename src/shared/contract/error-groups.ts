import type { ErrorCode } from '../errors/codes.ts';

/** What may go wrong on the way to a vendor, before anything is sent. */
export const networkErrors = [
  'insecure-address',
  'certificate-expired',
  'certificate-wrong-host',
  'certificate-self-signed',
  'certificate-unknown-authority',
  'certificate-refused',
  'tls-too-old',
  'tls-failed',
  'proxy-needs-sign-in',
  'proxy-not-supported',
  'proxy-refused',
] as const satisfies readonly ErrorCode[];

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
  ...networkErrors,
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
