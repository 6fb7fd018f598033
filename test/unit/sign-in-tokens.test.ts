import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src/shared/errors/app-error.ts';
import type { Connection } from '../../src/shared/model/connection.ts';
import type { ConnectionId } from '../../src/shared/model/ids.ts';
import type { Credential, CredentialStore } from '../../src/main/credentials/credential-store.ts';
import { createTokenKeeper, type TokenKeeper } from '../../src/main/sign-in/token-keeper.ts';
import type { ClientFactory } from '../../src/main/vendors/core/lazy-client.ts';
import { handClock, type HandClock } from '../support/hand-clock.ts';
import { signInAsPerson, startLobby, type TestLobby } from '../support/lobby.ts';
import { rejection } from '../vendors/vendor-server.ts';
import { gate, settled } from './credentials-support.ts';
import { signInByBrowser } from '../../src/main/sign-in/browser-flow.ts';
import { systemRandom } from '../../src/main/platform/random.ts';
import { aconexSignIn, wayOut } from './sign-in-support.ts';

const ID = 'aconex-1' as ConnectionId;
const API = 'https://api.example.com';
const owner: Pick<Connection, 'id' | 'url' | 'vendor'> = { id: ID, url: `${API}/base`, vendor: 'aconex' };
const signIn = aconexSignIn();
const HOUR = 3_600_000;
const MINUTE = 60_000;

let lobby: TestLobby;
let clock: HandClock;
let clients: ClientFactory;
let entries: Map<string, Credential>;
let store: { -readonly [Name in keyof CredentialStore]: CredentialStore[Name] };
let startWriting: () => Promise<void>;
let keeper: TokenKeeper;

/** The keeper as it is after a start: nothing in memory, everything in the keychain. */
const restarted = (): TokenKeeper =>
  createTokenKeeper({ credentials: store, post: clients.exchange, clock, startWriting: () => startWriting() });

beforeEach(async () => {
  lobby = await startLobby();
  clock = handClock('2026-11-22T10:00:00Z');
  clients = wayOut(clock);
  entries = new Map();
  store = {
    get: (id) => Promise.resolve(entries.get(id)),
    set: (id, credential) => Promise.resolve(void entries.set(id, credential)),
    delete: (id) => Promise.resolve(void entries.delete(id)),
  };
  startWriting = () => Promise.resolve();
  keeper = restarted();
  const fresh = await signInByBrowser(
    { post: clients.exchange, clock, random: systemRandom },
    {
      vendor: 'aconex',
      signIn,
      lobby: lobby.url,
      clientId: 'client-7',
      redirectPort: 0,
      signal: new AbortController().signal,
      onAddress: (address) => void signInAsPerson(address),
      onReturn: () => undefined,
    },
  );
  await keeper.keep(ID, { refreshToken: fresh.refreshToken, clientId: 'client-7', lobby: lobby.url, api: API }, fresh);
});
afterEach(async () => {
  await clients.close();
  await lobby.close();
});

const refreshes = (): number => lobby.forms.filter((form) => form.get('grant_type') === 'refresh_token').length;
const tokenOf = async (who = owner): Promise<string> => (await keeper.secretOf(who, signIn))['accessToken'] ?? '';

describe('createTokenKeeper', () => {
  it('keeps the refresh token with the Lobby’s origin, and no access token', async () => {
    const access = await tokenOf();
    expect(entries.get(ID)).toEqual({
      origin: new URL(lobby.url).origin,
      secret: { refreshToken: lobby.refreshToken(), clientId: 'client-7', lobby: lobby.url, api: API },
    });
    expect(JSON.stringify([...entries])).not.toContain(access);
    expect(refreshes()).toBe(0);
  });

  it('refreshes an access token from a minute before its end, not sooner', async () => {
    const first = await tokenOf();
    clock.advance(HOUR - MINUTE - 1);
    expect(await tokenOf()).toBe(first);
    expect(keeper.held(owner)).toEqual({ accessToken: first });
    clock.advance(1);
    expect(keeper.held(owner)).toBeUndefined();
    expect(await tokenOf()).not.toBe(first);
    expect(refreshes()).toBe(1);
  });

  it('uses a token that lives for half a minute, for half of it', async () => {
    lobby.rules.accessLife = 30;
    clock.advance(HOUR);
    const short = await tokenOf();
    clock.advance(14_999);
    expect(await tokenOf()).toBe(short);
    clock.advance(1);
    expect(await tokenOf()).not.toBe(short);
  });

  it('refreshes once for twenty calls at the same time', async () => {
    clock.advance(HOUR);
    const tokens = await Promise.all(Array.from({ length: 20 }, () => tokenOf()));
    expect(new Set(tokens).size).toBe(1);
    expect(refreshes()).toBe(1);
  });

  it('keeps a new refresh token before anybody uses what came beside it', async () => {
    const before = entries.get(ID)?.secret['refreshToken'];
    const door = gate();
    const { set } = store;
    store.set = async (...given) => {
      await door.wait();
      await set(...given);
    };
    clock.advance(HOUR);
    let hasToken = false;
    const asked = tokenOf().then((token) => {
      hasToken = true;
      return token;
    });
    await expect.poll(refreshes).toBe(1);
    await settled();
    expect(hasToken).toBe(false);
    expect(keeper.held(owner)).toBeUndefined();
    door.open();
    await asked;
    expect(entries.get(ID)?.secret['refreshToken']).toBe(lobby.refreshToken());
    expect(lobby.refreshToken()).not.toBe(before);
  });

  it('goes on after a restart, refresh after refresh', async () => {
    for (let round = 1; round <= 3; round += 1) {
      keeper = restarted();
      expect(await tokenOf()).toMatch(/^access-/);
      expect(refreshes()).toBe(round);
      expect(entries.get(ID)?.secret['refreshToken']).toBe(lobby.refreshToken());
    }
  });

  it('keeps the refresh token where the server gives no new one', async () => {
    lobby.rules.rotates = false;
    let writes = 0;
    const { set } = store;
    store.set = (...given) => {
      writes += 1;
      return set(...given);
    };
    clock.advance(HOUR);
    await tokenOf();
    clock.advance(HOUR);
    await tokenOf();
    expect(refreshes()).toBe(2);
    expect(writes).toBe(0);
  });

  it('R14 never refreshes beside another process, and does not ask the server', async () => {
    clock.advance(HOUR);
    startWriting = () => Promise.reject(new AppError('workspace-busy', 'Another process is writing.'));
    expect(await rejection(tokenOf())).toMatchObject({ code: 'workspace-busy' });
    expect(refreshes()).toBe(0);
  });

  it('R14 uses the refresh token that another process kept meanwhile', async () => {
    const other = restarted();
    await other.secretOf(owner, signIn);
    clock.advance(HOUR);
    expect(await tokenOf()).toMatch(/^access-/);
    expect(refreshes()).toBe(2);
  });

  it('asks a person to sign in again when the server refuses the refresh token', async () => {
    lobby.revokeRefresh();
    clock.advance(HOUR);
    expect(await rejection(tokenOf())).toMatchObject({
      code: 'key-rejected',
      sent: 'no',
      vendorCode: 'invalid_token_or_code',
      message: expect.stringContaining('Sign in again'),
    });
  });

  it('does not ask the server again and again about a refresh token that it refused', async () => {
    lobby.revokeRefresh();
    clock.advance(HOUR);
    for (let call = 0; call < 5; call += 1) expect(await rejection(tokenOf())).toMatchObject({ code: 'key-rejected' });
    expect(refreshes()).toBe(1);
    clock.advance(MINUTE);
    await rejection(tokenOf());
    expect(refreshes()).toBe(2);
  });

  it('says of a server that cannot be reached that nothing was sent, and tries again', async () => {
    clock.advance(HOUR);
    lobby.rules.tokenAnswer = { status: 503, body: '' };
    expect(await rejection(tokenOf())).toMatchObject({ code: 'vendor-down', sent: 'no', status: 503 });
    lobby.rules.tokenAnswer = { status: 200, body: '{', headers: { 'content-length': '99', connection: 'close' } };
    expect(await rejection(tokenOf())).toMatchObject({ code: 'offline', sent: 'no' });
    lobby.rules.tokenAnswer = null;
    expect(await tokenOf()).toMatch(/^access-/);
    await lobby.close();
    clock.advance(HOUR);
    expect(await rejection(tokenOf())).toMatchObject({ code: 'offline', sent: 'no' });
  });

  it('S-4 gives no token for another address than it was signed in for', async () => {
    const moved = { ...owner, url: 'https://api.example.com.attacker.example' };
    expect(() => keeper.held(moved)).toThrow(expect.objectContaining({ code: 'no-secret' }));
    keeper = restarted();
    expect(await rejection(tokenOf(moved))).toMatchObject({ code: 'no-secret' });
    expect(refreshes()).toBe(0);
  });

  it.each([
    ['nothing', undefined],
    ['a password', { origin: API, secret: { username: 'u', password: 'p' } }],
    ['a sign-in without its client', { origin: 'x', secret: { refreshToken: 'r' } }],
    [
      'a sign-in of another server',
      {
        origin: 'https://lobby.example.com',
        secret: { refreshToken: 'r', clientId: 'c', lobby: 'https://other.example.com', api: API },
      },
    ],
  ])('S-4 sends nothing anywhere when %s is kept', async (_name, credential) => {
    keeper = restarted();
    if (credential === undefined) entries.delete(ID);
    else entries.set(ID, credential);
    expect(await rejection(tokenOf())).toMatchObject({ code: 'no-secret' });
    expect(refreshes()).toBe(0);
  });

  it('S-7 keeps nothing of a refresh that was on its way when its person signed out', async () => {
    clock.advance(HOUR);
    const door = gate();
    lobby.rules.beforeTokens = door.wait;
    const asked = rejection(tokenOf());
    await expect.poll(refreshes).toBe(1);
    keeper.forget(ID);
    await store.delete(ID);
    door.open();
    expect(await asked).toMatchObject({ code: 'no-secret' });
    expect(entries.size).toBe(0);
    expect(keeper.held(owner)).toBeUndefined();
  });
});

describe('renewing a token that the vendor refused', () => {
  it('is done once for all calls that were refused with it', async () => {
    const token = await tokenOf();
    const answers = await Promise.all(Array.from({ length: 20 }, () => keeper.renew(owner, signIn, [token])));
    expect(answers).not.toContain(false);
    expect(await tokenOf()).not.toBe(token);
    expect(refreshes()).toBe(1);
  });

  it('is not done again when the new one is refused at once', async () => {
    expect(await keeper.renew(owner, signIn, [await tokenOf()])).toBe(true);
    for (let call = 0; call < 20; call += 1) expect(await keeper.renew(owner, signIn, [await tokenOf()])).toBe(false);
    expect(refreshes()).toBe(1);
    clock.advance(MINUTE);
    expect(await keeper.renew(owner, signIn, [await tokenOf()])).toBe(true);
    expect(refreshes()).toBe(2);
  });

  it('is not tried for a secret that is no token', async () => {
    keeper = restarted();
    expect(await keeper.renew(owner, signIn, ['a password'])).toBe(false);
    expect(refreshes()).toBe(0);
  });

  it('fails as the refresh fails', async () => {
    const token = await tokenOf();
    lobby.revokeRefresh();
    expect(await rejection(keeper.renew(owner, signIn, [token]))).toMatchObject({ code: 'key-rejected', sent: 'no' });
    expect(keeper.held(owner)).toBeUndefined();
  });
});
