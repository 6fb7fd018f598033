import { AppError } from '../../../shared/errors/app-error.ts';
import type { Secret } from '../core/vendor.ts';

/** What an HTTP header can carry. */
const SENDABLE = /^[\x21-\x7e]+$/;

const refuse = (field: string, problem: string): AppError =>
  new AppError('bad-input', `${field}: ${problem}`, { data: { field } });

/** A part of the secret as a header can carry it, without blanks around it. Throws AppError `bad-input`. */
function sendable(secret: Secret, field: string): string {
  const value = (secret[field] ?? '').trim();
  if (SENDABLE.test(value)) return value;
  throw refuse(field, value === '' ? 'is empty' : 'holds characters that cannot be part of one');
}

/**
 * The headers of a call: `accessToken`, which a sign-in gives, as Bearer; else `username` and `password` as Basic, with
 * the integration's id (`applicationKey`) where there is one. The document leaves this to the vendor's help pages
 * ("Implement Basic Authentication"). Throws AppError `bad-input` that names the field, without quoting it.
 */
export function authorize(secret: Secret): Readonly<Record<string, string>> {
  if (secret['accessToken'] !== undefined) return { authorization: `Bearer ${sendable(secret, 'accessToken')}` };
  const username = (secret['username'] ?? '').trim();
  const password = secret['password'] ?? '';
  if (username === '' || username.includes(':')) {
    throw refuse('username', username === '' ? 'is empty' : 'cannot hold a colon');
  }
  if (password === '') throw refuse('password', 'is empty');
  const basic = Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
  const hasKey = (secret['applicationKey'] ?? '').trim() !== '';
  return {
    authorization: `Basic ${basic}`,
    ...(hasKey ? { 'x-application-key': sendable(secret, 'applicationKey') } : {}),
  };
}
