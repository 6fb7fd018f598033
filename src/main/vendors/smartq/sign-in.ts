import { AppError } from '../../../shared/errors/app-error.ts';
import type { Secret } from '../core/vendor.ts';

/** What no part of a sign-in may hold (RFC 7617), and line separators, which some programs take for line ends. */
const BREAKS = /[\p{Cc}\u2028\u2029]/u;

/** What a header can carry: visible ASCII. */
const KEY = /^[\x21-\x7e]+$/;

const refuse = (field: string, problem: string): never => {
  throw new AppError('bad-input', `The ${field} ${problem}.`, { data: { field } });
};

function part(secret: Secret, field: string): string {
  const value = secret[field] ?? '';
  if (value === '') refuse(field, 'is empty');
  return BREAKS.test(value) ? refuse(field, 'holds characters that cannot be part of one') : value;
}

/**
 * The headers of "Authentication and access": Basic with the user's e-mail address (`username`) and `password`, and the
 * account's API access key (`clientId`), never as the request parameter that the document also takes. Throws AppError
 * `bad-input` that names the field, without quoting it.
 */
export function authorize(secret: Secret): Readonly<Record<string, string>> {
  const username = part(secret, 'username').trim();
  // The first colon ends the name: what follows would count as the password.
  if (username === '' || username.includes(':')) refuse('username', 'is not an e-mail address');
  const clientId = part(secret, 'clientId').trim();
  if (!KEY.test(clientId)) refuse('clientId', 'holds characters that cannot be part of one');
  const login = Buffer.from(`${username}:${part(secret, 'password')}`).toString('base64');
  return { authorization: `Basic ${login}`, 'x-auth-client-id': clientId };
}
