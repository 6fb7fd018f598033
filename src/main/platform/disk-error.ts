import { AppError, isAppError } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/codes.ts';

const CODES: Readonly<Partial<Record<string, ErrorCode>>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'disk-read-only',
  EACCES: 'disk-read-only',
  EPERM: 'disk-read-only',
};

const MESSAGES: Readonly<Partial<Record<ErrorCode, string>>> = {
  'disk-full': 'The disk is full.',
  'disk-read-only': 'The folder cannot be written to.',
};

/**
 * What a failed file operation means: `disk-full` (no space, quota used up), `disk-read-only` (no right to write, or a
 * read-only disk), `disk-failed` for the rest, with the system's code as `data.system`. An AppError is handed back as
 * it is. No path is quoted: it may name a person.
 */
export function diskError(thrown: unknown): AppError {
  if (isAppError(thrown)) return thrown;
  const system = thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : null;
  const code = CODES[system ?? ''] ?? 'disk-failed';
  const message = MESSAGES[code] ?? `The disk refused${system === null ? '' : ` (${system})`}.`;
  return new AppError(code, message, { data: { system }, cause: thrown });
}
