import { networkErrors } from '../../shared/contract/error-groups.ts';
import { isAppError } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/codes.ts';

/** Failures that concern the connection or this computer, so that going on with other records has no point. */
const CODES: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'offline',
  'timed-out',
  'key-rejected',
  'no-secret',
  ...networkErrors,
  'redirect-refused',
  'too-many-requests',
  'vendor-down',
  'cancelled',
  'disk-full',
  'disk-read-only',
  'disk-failed',
  'database-corrupt',
  'workspace-busy',
  'internal',
]);

/** True when the failure would meet every other call too; an error that is not ours always counts. */
export const isConnectionFailure = (thrown: unknown): boolean => !isAppError(thrown) || CODES.has(thrown.code);
