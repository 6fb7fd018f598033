import { AppError } from '../../../shared/errors/app-error.ts';

/** What an HTTP header can carry as one word: visible ASCII. */
const SENDABLE = /^[\x21-\x7e]+$/;

/**
 * The header that carries a token, or none where there is no token: reads are public. Blanks around it, and a header's
 * name or a `Bearer` that was copied along, are dropped. Throws AppError `bad-input` that names `token`, without quoting
 * it.
 */
export function bearerHeader(pasted: string): Readonly<Record<string, string>> {
  const token = pasted
    .trim()
    .replace(/^authorization\s*:\s*/i, '')
    .replace(/^bearer\s+/i, '');
  if (token === '') return {};
  if (SENDABLE.test(token)) return { authorization: `Bearer ${token}` };
  throw new AppError('bad-input', 'The token holds characters that cannot be part of one.', {
    data: { field: 'token' },
  });
}
