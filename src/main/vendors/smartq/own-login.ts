import { textOf } from '../core/wire-fields.ts';
import type { CallParams, PlannedCall } from '../core/operation.ts';
import type { Secret } from '../core/vendor.ts';

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

/** True when the operation changes the user that this connection signs in as; `me` is the answer of `getMe`. */
function isOwn(operation: string, { path }: CallParams, me: unknown): boolean {
  if (operation === 'updateMe') return true;
  const id = textOf(fieldOf(me, 'id'));
  return operation === 'updateUser' && id !== null && id === textOf(path?.['userId']);
}

/** A new value of the login, as it is kept: what was sent to the letter. */
const given = (user: unknown, name: string): string | null => {
  const value = fieldOf(user, name);
  return typeof value === 'string' && value !== '' ? value : null;
};

/** The call that tells whether a change of a user's login is of the connection's own; null where that needs no asking. */
export function meCall(operation: string, { body }: CallParams): PlannedCall | null {
  const user = fieldOf(body, 'user');
  const changesLogin = given(user, 'email') !== null || given(user, 'password') !== null;
  return operation === 'updateUser' && changesLogin ? { operation: 'getMe', params: {} } : null;
}

/**
 * The secret that signs in after `updateMe` or `updateUser` was done, where it changed the connection's own e-mail
 * address or password; null where the secret stays as it is. `answer` is the change's data, which may show the address
 * in smartQ's own spelling; `me` is what `getMe` answered before.
 */
export function secretAfterChange(
  operation: string,
  params: CallParams,
  answer: unknown,
  secret: Secret,
  me: unknown,
): Secret | null {
  if (!isOwn(operation, params, me)) return null;
  const user = fieldOf(params.body, 'user');
  const asked = given(user, 'email');
  const shown = given(answer, 'email');
  const email = shown !== null && shown.toLowerCase() === asked?.toLowerCase() ? shown : asked;
  const password = given(user, 'password');
  const next: Secret = {
    ...secret,
    ...(email === null ? {} : { username: email }),
    ...(password === null ? {} : { password }),
  };
  const isSame = next['username'] === secret['username'] && next['password'] === secret['password'];
  return isSame ? null : next;
}
