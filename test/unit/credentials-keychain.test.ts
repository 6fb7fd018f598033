import { describe, expect, it } from 'vitest';
import { KeychainError, reasonOf } from '../../src/main/credentials/keychain-state.ts';
import { fakeKeychain, gate, keychainOver, settled } from './credentials-support.ts';

const credential = { origin: 'https://api.example.com', secret: { apiKey: 'canary-8f2e' } };

const failure = (keychain: string, reason: string): object => ({ code: 'no-secret', data: { keychain, reason } });

describe('createKeychain', () => {
  it('keeps a secret with its origin, as one JSON entry under the connection', async () => {
    const fake = fakeKeychain();
    const { keychain } = keychainOver(fake);
    await keychain.set('conqa-1', credential);
    expect([...fake.entries.keys()]).toEqual(['conqa-1']);
    expect(JSON.parse(fake.entries.get('conqa-1') ?? '')).toEqual(credential);
    expect(await keychain.get('conqa-1')).toEqual(credential);
    expect(await keychain.statusOf('conqa-1')).toEqual({ state: 'kept', reason: null });
  });

  it('removes an entry, and minds none that is not there', async () => {
    const fake = fakeKeychain();
    const { keychain } = keychainOver(fake);
    await keychain.set('conqa-1', credential);
    await keychain.delete('conqa-1');
    await keychain.delete('conqa-1');
    expect([...fake.entries]).toEqual([]);
  });

  it('tells an entry that was removed behind its back', async () => {
    const { keychain } = keychainOver(fakeKeychain());
    expect(await keychain.get('conqa-1')).toBeUndefined();
    expect(await keychain.statusOf('conqa-1')).toEqual({ state: 'entry-gone', reason: 'entry-missing' });
  });

  it.each([
    ['no JSON', 'canary-8f2e'],
    ['cut off', '{"origin":"https://api.example.com","secret":{"apiKey":"cana'],
    ['a list', '[]'],
    ['null', 'null'],
    ['without an origin', '{"secret":{"apiKey":"canary-8f2e"}}'],
    ['without a secret', '{"origin":"https://api.example.com"}'],
    ['with a secret that is not all text', '{"origin":"https://api.example.com","secret":{"apiKey":1}}'],
    ['with a secret that is a list', '{"origin":"https://api.example.com","secret":["canary-8f2e"]}'],
  ])('takes an entry that is %s for gone, and says that it cannot be read', async (_what, text) => {
    const fake = fakeKeychain();
    const { keychain } = keychainOver(fake);
    fake.entries.set('conqa-1', text);
    expect(await keychain.get('conqa-1')).toBeUndefined();
    expect(await keychain.statusOf('conqa-1')).toEqual({ state: 'entry-gone', reason: 'entry-unreadable' });
  });

  it('probes by writing, reading and removing an entry of its own', async () => {
    const fake = fakeKeychain();
    const { keychain } = keychainOver(fake);
    expect(await keychain.probe()).toEqual({ state: 'available', reason: null });
    expect(fake.calls).toEqual(['set check-one', 'get check-one', 'delete check-one']);
    expect([...fake.entries]).toEqual([]);
  });

  it('takes a keychain that forgets what it was given for one that refuses', async () => {
    const fake = fakeKeychain();
    const { keychain } = keychainOver({ ...fake, setPassword: () => Promise.resolve() });
    expect(await keychain.probe()).toEqual({ state: 'denied', reason: 'refused' });
  });

  it('is missing where its module cannot be loaded, and loads it again when asked again', async () => {
    const fake = fakeKeychain();
    let isInstalled = false;
    const { keychain } = keychainOver(fake, () =>
      isInstalled ? Promise.resolve(fake) : Promise.reject(new Error('Failed to load keytar native addon')),
    );
    expect(await keychain.probe()).toEqual({ state: 'missing', reason: 'not-loaded' });
    await expect(keychain.get('conqa-1')).rejects.toMatchObject(failure('missing', 'not-loaded'));
    expect(await keychain.statusOf('conqa-1')).toEqual({ state: 'missing', reason: 'not-loaded' });
    isInstalled = true;
    expect(await keychain.probe()).toEqual({ state: 'available', reason: null });
  });

  it('loads its module once, and not before it is needed', async () => {
    let loads = 0;
    const fake = fakeKeychain();
    const { keychain } = keychainOver(fake, () => {
      loads += 1;
      return Promise.resolve(fake);
    });
    expect(loads).toBe(0);
    await Promise.all([keychain.get('a'), keychain.get('b'), keychain.probe()]);
    expect(loads).toBe(1);
  });

  it('does not believe a locked keyring that it has no such entry', async () => {
    const fake = fakeKeychain();
    fake.entries.set('conqa-1', JSON.stringify(credential));
    // As gnome-keyring does it: reading and removing find nothing, and writing is refused.
    const locked = {
      getPassword: () => Promise.resolve(null),
      setPassword: () => Promise.reject(new Error('Cannot create an item in a locked collection')),
      deletePassword: () => Promise.resolve(false),
    };
    await expect(keychainOver(locked).keychain.get('conqa-1')).rejects.toMatchObject(failure('locked', 'locked'));
    await expect(keychainOver(locked).keychain.delete('conqa-1')).rejects.toMatchObject(failure('locked', 'locked'));
    expect(await keychainOver(locked).keychain.statusOf('conqa-1')).toEqual({ state: 'locked', reason: 'locked' });
  });

  it('gives up a call that hangs, and starts no other until it comes back', async () => {
    const fake = fakeKeychain();
    const prompt = gate();
    fake.before = prompt.wait;
    const { keychain, clock } = keychainOver(fake);
    const calls = [keychain.get('a'), keychain.set('b', credential), keychain.delete('c'), keychain.probe()];
    const answers = Promise.allSettled(calls);
    await settled();
    clock.advance(5000);
    expect((await answers).map((answer) => answer.status)).toEqual(['rejected', 'rejected', 'rejected', 'fulfilled']);
    expect(await calls[3]).toEqual({ state: 'locked', reason: 'no-answer' });
    prompt.open();
    await settled();
    expect(fake.calls).toEqual(['get a']);
  });

  it('ignores what a given-up call found, but learns from it that the keychain is open', async () => {
    const fake = fakeKeychain();
    fake.entries.set('a', JSON.stringify(credential));
    const prompt = gate();
    fake.before = prompt.wait;
    const { keychain, clock } = keychainOver(fake);
    const hung = keychain.get('a');
    await settled();
    clock.advance(5000);
    await expect(hung).rejects.toMatchObject(failure('locked', 'no-answer'));
    await expect(keychain.get('a')).rejects.toMatchObject(failure('locked', 'no-answer'));
    prompt.open();
    await settled();
    expect(await keychain.report()).toEqual({ state: 'available', reason: null });
    expect(await keychain.get('a')).toEqual(credential);
  });

  it('takes its own entry away again after a probe that was answered late', async () => {
    const fake = fakeKeychain();
    const prompt = gate();
    fake.before = prompt.wait;
    const { keychain, clock } = keychainOver(fake);
    const probe = keychain.probe();
    await settled();
    clock.advance(5000);
    await probe;
    prompt.open();
    await settled();
    expect(fake.calls).toEqual(['set check-one', 'get check-one', 'delete check-one']);
    expect([...fake.entries]).toEqual([]);
  });

  it('has one call at the keychain at a time, in the order they were asked', async () => {
    const fake = fakeKeychain();
    fake.before = settled;
    const { keychain } = keychainOver(fake);
    const ids = ['a', 'b', 'c', 'd'];
    await Promise.all(ids.map((id) => keychain.set(id, credential)));
    await Promise.all(ids.map((id) => keychain.get(id)));
    expect(fake.busiest()).toBe(1);
    expect(fake.calls).toEqual([...ids.map((id) => `set ${id}`), ...ids.map((id) => `get ${id}`)]);
  });

  it('asks no more for reads after a failure, until a person does something', async () => {
    const fake = fakeKeychain();
    fake.entries.set('a', JSON.stringify(credential));
    fake.before = () => {
      throw new Error('User canceled the operation.');
    };
    const { keychain } = keychainOver(fake);
    await expect(keychain.get('a')).rejects.toMatchObject(failure('denied', 'refused'));
    await expect(keychain.get('a')).rejects.toMatchObject(failure('denied', 'refused'));
    expect(await keychain.statusOf('a')).toEqual({ state: 'denied', reason: 'refused' });
    expect(fake.calls).toEqual(['get a']);
    fake.before = () => undefined;
    await keychain.set('b', credential);
    expect(await keychain.get('a')).toEqual(credential);
  });

  it('reads on after one entry was refused, as one that is too large is', async () => {
    const fake = fakeKeychain();
    fake.entries.set('a', JSON.stringify(credential));
    fake.before = (verb) => {
      if (verb === 'set') throw new Error('The stub received bad data.');
    };
    const { keychain } = keychainOver(fake);
    await expect(keychain.set('b', credential)).rejects.toMatchObject(failure('denied', 'refused'));
    expect(await keychain.get('a')).toEqual(credential);
  });

  it('throws errors that hold neither the secret nor what the keychain said', async () => {
    const fake = fakeKeychain();
    fake.before = () => {
      throw new Error('No room for canary-8f2e');
    };
    const { keychain } = keychainOver(fake);
    const thrown = await keychain.set('a', credential).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(KeychainError);
    const everything = [String(thrown), JSON.stringify(thrown), (thrown as KeychainError).stack].join('\n');
    expect(everything).not.toContain('canary-8f2e');
    expect((thrown as KeychainError).cause).toBeUndefined();
  });
});

describe('reasonOf', () => {
  it.each([
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'no-session'],
    ['Could not connect: No such file or directory', 'no-session'],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'no-service'],
    ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'locked'],
    ['Cannot create an item in a locked collection', 'locked'],
    ['User interaction is not allowed.', 'locked'],
    ['Der Vorgang wurde vom Benutzer abgebrochen.', 'refused'],
    ['The service is blocked', 'refused'],
  ])('takes %j for %s', (message, reason) => {
    expect(reasonOf(new Error(message))).toBe(reason);
  });

  it('takes what is no error for a refusal', () => {
    expect(reasonOf('locked')).toBe('refused');
  });
});
