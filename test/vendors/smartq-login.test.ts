import { describe, expect, it } from 'vitest';
import { meCall, secretAfterChange } from '../../src/main/vendors/smartq/own-login.ts';

const SECRET = { username: 'qa@site.example', password: 'old', clientId: 'key' };
const ME = { id: 7, email: 'qa@site.example' };

const body = (user: Readonly<Record<string, unknown>>) => ({ body: { user: { name: 'Ana', ...user } } });
const ofUser = (userId: unknown, user: Readonly<Record<string, unknown>>) => ({ path: { userId }, ...body(user) });

describe('secretAfterChange', () => {
  it('follows a new password and a new address of the own user, by either operation', () => {
    const change = { email: 'new@site.example', password: ' new ' };
    const expected = { username: 'new@site.example', password: ' new ', clientId: 'key' };
    expect(secretAfterChange('updateMe', body(change), null, SECRET, undefined)).toEqual(expected);
    expect(secretAfterChange('updateUser', ofUser('7', change), null, SECRET, ME)).toEqual(expected);
    expect(secretAfterChange('updateUser', ofUser(7, change), {}, SECRET, { id: '7' })).toEqual(expected);
  });

  it('keeps the address in the spelling that the answer shows, and no other address', () => {
    const params = body({ email: 'New@Site.example' });
    expect(secretAfterChange('updateMe', params, { email: 'new@site.example' }, SECRET, undefined)).toMatchObject({
      username: 'new@site.example',
      password: 'old',
    });
    expect(secretAfterChange('updateMe', params, { email: 'x@site.example' }, SECRET, undefined)).toMatchObject({
      username: 'New@Site.example',
    });
  });

  it.each([
    ['updateMe', body({ email: 'qa@site.example', title: 'Manager' }), undefined],
    ['updateMe', body({ email: 'qa@site.example', password: 'old' }), undefined],
    ['updateMe', {}, undefined],
    ['updateUser', ofUser(8, { password: 'theirs' }), ME],
    ['updateUser', ofUser(7, { password: 'theirs' }), undefined],
    ['updateUser', ofUser(undefined, { password: 'theirs' }), {}],
    ['createUser', body({ password: 'theirs' }), ME],
  ])('leaves the secret as it is after %s with %j', (operation, params, me) => {
    expect(secretAfterChange(operation, params, { email: 'x@site.example' }, SECRET, me)).toBeNull();
  });
});

describe('meCall', () => {
  it('is made only where a change could be of the own login and does not say so itself', () => {
    const asked = { operation: 'getMe', params: {} };
    expect(meCall('updateUser', ofUser(7, { password: 'new' }))).toEqual(asked);
    expect(meCall('updateUser', ofUser(7, { email: 'a@b' }))).toEqual(asked);
    expect(meCall('updateUser', ofUser(7, {}))).toBeNull();
    expect(meCall('updateMe', body({ password: 'new' }))).toBeNull();
  });
});
