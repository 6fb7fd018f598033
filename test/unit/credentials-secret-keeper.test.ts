import { describe, expect, it } from 'vitest';
import { createSecretKeeper, type GivenSecrets } from '../../src/main/credentials/secret-keeper.ts';
import { fakeKeychain, gate, keychainOver, settled } from './credentials-support.ts';

const origin = 'https://api.example.com';
const first = { origin, secret: { apiKey: 'canary-first' } };
const second = { origin, secret: { apiKey: 'canary-second' } };

const rejecting = (message: string) => () => {
  throw new Error(message);
};
const noSession = rejecting('Cannot autolaunch D-Bus without X11 $DISPLAY');
const lockedOut = rejecting('Cannot create an item in a locked collection');

function keeperOver(given?: GivenSecrets) {
  const fake = fakeKeychain();
  const { keychain, clock } = keychainOver(fake);
  return { fake, clock, keeper: createSecretKeeper({ keychain, ...(given === undefined ? {} : { given }) }) };
}

describe('createSecretKeeper', () => {
  it('keeps a secret in the keychain alone where there is one', async () => {
    const { fake, keeper } = keeperOver();
    await keeper.set('a', first);
    expect(await keeper.placeOf('a')).toBe('keychain');
    fake.entries.delete('a');
    expect(await keeper.get('a')).toBeUndefined();
    expect(await keeper.statusOf('a')).toEqual({ state: 'entry-gone', reason: 'entry-missing' });
    expect(await keeper.placeOf('a')).toBe('none');
  });

  it('keeps a secret for this run where there is no keychain, and says why (S-3)', async () => {
    const { fake, keeper } = keeperOver();
    fake.before = noSession;
    await keeper.set('a', first);
    expect(await keeper.get('a')).toEqual(first);
    expect(await keeper.statusOf('a')).toEqual({ state: 'session-only', reason: 'no-session' });
    expect(await keeper.placeOf('a')).toBe('session');
    expect(await keeper.state()).toBe('missing');
  });

  it('gives up a keychain that hangs, and has the secret meanwhile', async () => {
    const { fake, keeper, clock } = keeperOver();
    const prompt = gate();
    fake.before = prompt.wait;
    const saving = keeper.set('a', first);
    await settled();
    expect(await keeper.get('a')).toEqual(first);
    clock.advance(5000);
    await saving;
    expect(await keeper.statusOf('a')).toEqual({ state: 'session-only', reason: 'no-answer' });
    prompt.open();
    await settled();
    expect(await keeper.get('a')).toEqual(first);
  });

  it('says how a secret is kept only when that is known', async () => {
    const { fake, keeper } = keeperOver();
    const prompt = gate();
    fake.before = prompt.wait;
    const saving = keeper.set('a', first);
    const status = keeper.statusOf('a');
    prompt.open();
    await saving;
    expect(await status).toEqual({ state: 'kept', reason: null });
  });

  it('moves what it kept for this run into the keychain when that is there again', async () => {
    const { fake, keeper } = keeperOver();
    fake.before = lockedOut;
    await keeper.set('a', first);
    await keeper.set('b', second);
    expect(await keeper.retry()).toEqual({ state: 'locked', reason: 'locked' });
    expect(await keeper.placeOf('a')).toBe('session');
    fake.before = () => undefined;
    expect(await keeper.retry()).toEqual({ state: 'available', reason: null });
    expect([await keeper.placeOf('a'), await keeper.placeOf('b')]).toEqual(['keychain', 'keychain']);
    expect([await keeper.get('a'), await keeper.get('b')]).toEqual([first, second]);
  });

  it('loses nothing when the keychain goes away while secrets move', async () => {
    const { fake, keeper } = keeperOver();
    fake.before = lockedOut;
    await keeper.set('a', first);
    await keeper.set('b', second);
    fake.before = (verb, account) => {
      if (verb === 'set' && account === 'b') lockedOut();
    };
    expect(await keeper.retry()).toEqual({ state: 'locked', reason: 'locked' });
    expect(await keeper.get('b')).toEqual(second);
    expect(await keeper.statusOf('b')).toEqual({ state: 'session-only', reason: 'locked' });
    expect([...fake.entries.keys()]).toEqual(['a']);
  });

  it('does not move a secret that was deleted meanwhile', async () => {
    const { fake, keeper } = keeperOver();
    fake.before = noSession;
    await keeper.set('a', first);
    const prompt = gate();
    fake.before = (verb, account) => (verb === 'set' && account === 'a' ? prompt.wait() : undefined);
    const moving = keeper.retry();
    await settled();
    const deleting = keeper.delete('a');
    prompt.open();
    await Promise.all([moving, deleting]);
    expect([...fake.entries]).toEqual([]);
    expect(await keeper.get('a')).toBeUndefined();
  });

  it('has the newer of two secrets that were entered at once', async () => {
    const { fake, keeper } = keeperOver();
    fake.before = settled;
    await Promise.all([keeper.set('a', first), keeper.set('a', second)]);
    expect(await keeper.get('a')).toEqual(second);
    fake.before = (verb) => (verb === 'set' ? lockedOut() : undefined);
    await Promise.all([keeper.set('a', second), keeper.set('a', first)]);
    expect(await keeper.get('a')).toEqual(first);
    fake.before = () => undefined;
    await keeper.retry();
    expect(await keeper.get('a')).toEqual(first);
  });

  it('keeps a copy: what the caller does to its secret later changes nothing', async () => {
    const { fake, keeper } = keeperOver();
    fake.before = noSession;
    const secret = { apiKey: 'canary-first' };
    await keeper.set('a', { origin, secret });
    secret.apiKey = 'other';
    expect(await keeper.get('a')).toEqual(first);
  });

  it('removes a secret wherever it is (S-7)', async () => {
    const { fake, keeper } = keeperOver({
      secrets: new Map([['given', { apiKey: 'canary-given' }]]),
      originOf: () => Promise.resolve(origin),
    });
    await keeper.set('kept', first);
    fake.entries.set('given', JSON.stringify(first));
    for (const id of ['kept', 'given']) {
      await keeper.delete(id);
      expect(await keeper.get(id)).toBeUndefined();
      expect(await keeper.placeOf(id)).toBe('none');
    }
    expect([...fake.entries]).toEqual([]);
  });

  it('rejects where a locked keychain may still have the secret, and forgets its own copy all the same', async () => {
    const { fake, keeper } = keeperOver();
    fake.before = lockedOut;
    await keeper.set('a', first);
    await expect(keeper.delete('a')).rejects.toMatchObject({ data: { keychain: 'locked', reason: 'locked' } });
    await expect(keeper.get('a')).rejects.toMatchObject({ data: { keychain: 'locked' } });
  });

  it('removes an account where there is no keychain at all', async () => {
    const { fake, keeper } = keeperOver();
    fake.before = noSession;
    await keeper.set('a', first);
    await keeper.delete('a');
    expect(await keeper.placeOf('a')).toBe('none');
  });

  it('prefers what was given at the start, and never writes it anywhere', async () => {
    const { fake, keeper } = keeperOver({
      secrets: new Map([['a', { apiKey: 'canary-given' }]]),
      originOf: () => Promise.resolve(origin),
    });
    fake.entries.set('a', JSON.stringify(first));
    expect(await keeper.get('a')).toEqual({ origin, secret: { apiKey: 'canary-given' } });
    expect(await keeper.placeOf('a')).toBe('given');
    await keeper.retry();
    expect([...fake.entries]).toEqual([['a', JSON.stringify(first)]]);
    expect(fake.calls.filter((call) => call.endsWith(' a'))).toEqual([]);
  });

  it('binds a given secret to the origin its connection had at the first use (S-4)', async () => {
    const origins = [origin, 'https://elsewhere.example'];
    const { keeper } = keeperOver({
      secrets: new Map([['a', { apiKey: 'canary-given' }]]),
      originOf: () => Promise.resolve(origins.shift()),
    });
    const [one, other] = await Promise.all([keeper.get('a'), keeper.get('a')]);
    expect([one?.origin, other?.origin, (await keeper.get('a'))?.origin]).toEqual([origin, origin, origin]);
  });

  it('has no given secret for a connection that is not there', async () => {
    const { keeper } = keeperOver({
      secrets: new Map([['a', { apiKey: 'canary-given' }]]),
      originOf: () => Promise.resolve(undefined),
    });
    expect(await keeper.get('a')).toBeUndefined();
  });

  it('lets a secret that a person enters now replace the given one', async () => {
    const { keeper } = keeperOver({
      secrets: new Map([['a', { apiKey: 'canary-given' }]]),
      originOf: () => Promise.resolve(origin),
    });
    await keeper.set('a', second);
    expect(await keeper.get('a')).toEqual(second);
    expect(await keeper.placeOf('a')).toBe('keychain');
  });
});
