import { AppError } from '../../../shared/errors/app-error.ts';

/** What an HTTP header can carry, and no token is without: visible ASCII, with spaces inside at most. */
const SENDABLE = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

/**
 * The token as it goes into `Authorization`: raw, as the document shows it. Blanks around it and a header's name that
 * was copied along are dropped, a `Bearer` is not: nobody knows what such a token wants. Throws AppError `bad-input`
 * that names `token`, without quoting it.
 */
export function rawToken(pasted: string): string {
  const token = pasted.trim().replace(/^authorization\s*:\s*/i, '');
  if (SENDABLE.test(token)) return token;
  const problem = token === '' ? 'is empty' : 'holds characters that cannot be part of one';
  throw new AppError('bad-input', `The token ${problem}.`, { data: { field: 'token' } });
}
