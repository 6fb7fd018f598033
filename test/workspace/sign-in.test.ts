import { afterEach, describe, expect, it } from 'vitest';
import type { Connection } from '../../src/shared/model/connection.ts';
import { createMemoryKeychain } from '../../src/main/credentials/memory.ts';
import { runCli } from '../../src/main/cli/program.ts';
import { formsOf } from '../support/canary.ts';
import { fakeSystem } from '../support/fake-system.ts';
import { backTo, returnOf, signInAsPerson, visit } from '../support/lobby.ts';
import { rejection } from '../vendors/vendor-server.ts';
import { openSignInWorkspace, type SignInWorkspace } from '../support/sign-in-workspace.ts';

let workspace: SignInWorkspace;
afterEach(() => workspace.close());

const begin = async (options: Parameters<typeof openSignInWorkspace>[0] = {}): Promise<void> => {
  workspace = await openSignInWorkspace(options);
};

const call: SignInWorkspace['door']['local']['call'] = (...input) => workspace.door.local.call(...input);
const statusOf = async ({ id }: Connection) =>
  (await call('connections.list', {})).find((connection) => connection.id === id)?.status;
const placeOf = async ({ id }: Connection) => (await call('connections.secrets', {})).connections[id];
const grants = () => workspace.lobby.forms.map((form) => form.get('grant_type'));
const HOUR = 3_600_000;

const read = ({ id }: Connection) =>
  call('vendors.call', { operation: 'aconex.listProjects', connectionId: id, params: {} });

const COPY = {
  projectId: 1,
  projectName: 'North',
  projectShortName: 'North',
  projectCode: 'N-1',
  registerType: 'DOC',
  startDate: '2026-12-01',
  estimatedCompletionDate: '2027-12-01',
  currency: 'NZD',
  projectValue: '100',
  dateProjectStatusApplied: '2026-12-01',
};
const copy = ({ id }: Connection) =>
  call('vendors.call', { operation: 'aconex.copyProject', connectionId: id, params: { body: COPY }, yes: true });

describe('connections.signIn', () => {
  it('keeps a connection that works, and its sign-in in the keychain alone', async () => {
    await begin();
    const made = await workspace.signIn();
    expect(made).toMatchObject({ vendor: 'aconex', name: 'Projects', url: workspace.lobby.url, status: 'ready' });
    expect(await placeOf(made)).toBe('keychain');
    expect(await workspace.keychain.get(made.id)).toEqual({
      origin: workspace.lobby.url,
      secret: {
        refreshToken: workspace.lobby.refreshToken(),
        clientId: 'client-7',
        lobby: workspace.lobby.url,
        api: workspace.lobby.url,
      },
    });
    expect(await call('connections.test', { id: made.id })).toMatchObject({ ok: true });
    expect(workspace.lobby.calls.every(({ isTaken }) => isTaken)).toBe(true);
  });

  it('tells how far it has come, with the page to open first', async () => {
    await begin();
    await workspace.signIn();
    expect(workspace.told).toEqual([
      { done: 0, total: 3, unit: 'steps', address: expect.stringContaining(`${workspace.lobby.url}/auth/authorize?`) },
      { done: 1, total: 3, unit: 'steps' },
      { done: 2, total: 3, unit: 'steps' },
      { done: 3, total: 3, unit: 'steps' },
    ]);
  });

  it('remembers client, Lobby and port for the next time', async () => {
    await begin();
    expect(await call('connections.signInOptions', {})).toEqual([
      {
        vendor: 'aconex',
        url: 'https://api.aconex.com',
        lobbies: expect.arrayContaining(['https://constructionandengineering.oraclecloud.com']),
        redirectUri: 'http://127.0.0.1:{port}/callback',
        clientId: null,
        lobby: null,
        redirectPort: 0,
        isSignedIn: false,
      },
    ]);
    const made = await workspace.signIn();
    const used = { clientId: 'client-7', lobby: workspace.lobby.url };
    expect(await call('connections.signInOptions', {})).toMatchObject([{ ...used, isSignedIn: false }]);
    expect(await call('connections.signInOptions', { id: made.id })).toMatchObject([{ ...used, isSignedIn: true }]);
    const { url } = workspace.lobby;
    const input = { vendor: 'aconex', name: 'Second', url } as const;
    const second = await call('connections.signIn', input, {
      onProgress: ({ address }) => void (address && signInAsPerson(address)),
    });
    expect(second.name).toBe('Second');
    expect((await call('settings.list', {})).filter(({ key }) => key.startsWith('signIn.'))).toEqual([
      { key: 'signIn.aconex.clientId', value: 'client-7' },
      { key: 'signIn.aconex.lobby', value: url },
      { key: 'signIn.aconex.redirectPort', value: 0 },
    ]);
  });

  it.each([
    ['no client', { clientId: undefined }, 'bad-input'],
    ['no name', { name: undefined }, 'bad-input'],
    ['a vendor without a sign-in', { vendor: 'monitorqa' as const }, 'not-offered-here'],
    ['a connection that is not there', { id: 'nobody' }, 'no-connection'],
    ['a Lobby over http', { lobby: 'http://lobby.example.com' }, 'insecure-address'],
    ['an API over http', { url: 'http://api.example.com' }, 'insecure-address'],
  ])('asks nobody to sign in with %s', async (_name, input, code) => {
    await begin();
    const given = Object.fromEntries(
      Object.entries({ name: 'N', clientId: 'c', lobby: workspace.lobby.url, ...input }).filter(
        ([, value]) => value !== undefined,
      ),
    );
    await expect(call('connections.signIn', { vendor: 'aconex', ...given })).rejects.toMatchObject({ code });
    expect(workspace.lobby.forms).toEqual([]);
  });

  const deny = (address: string) => {
    const { redirectUri, state } = returnOf(address);
    return visit(backTo(redirectUri, { error: 'access_denied', state }));
  };

  it.each<[string, (address: string) => unknown, string]>([
    ['the person declined', deny, 'cancelled'],
    [
      'nobody came back for ten minutes',
      () => setImmediate(() => workspace.clock.advance(600_000)),
      'sign-in-timed-out',
    ],
    [
      'the API refused the token',
      (address) => {
        workspace.lobby.rules.refusesAccess = true;
        return signInAsPerson(address);
      },
      'key-rejected',
    ],
  ])('keeps nothing when %s', async (_name, act, code) => {
    await begin();
    await expect(workspace.signIn({}, act)).rejects.toMatchObject({ code });
    expect(await call('connections.list', {})).toEqual([]);
    expect((await call('connections.signInOptions', {}))[0]).toMatchObject({ clientId: null });
  });

  it('leaves a connection as it was when signing in again fails, and takes the new sign-in when it works', async () => {
    await begin();
    const made = await workspace.signIn();
    const before = await workspace.keychain.get(made.id);
    await expect(workspace.signIn({ id: made.id }, deny)).rejects.toMatchObject({ code: 'cancelled' });
    expect(await workspace.keychain.get(made.id)).toEqual(before);
    await read(made);
    const { vendor, id } = made;
    const again = await call(
      'connections.signIn',
      { vendor, id },
      {
        onProgress: ({ address }) => void (address && signInAsPerson(address)),
      },
    );
    expect(again).toEqual(made);
    expect(await workspace.keychain.get(id)).not.toEqual(before);
    expect(await call('connections.list', {})).toHaveLength(1);
    await read(made);
  });

  it('ends with a cancel, with a later sign-in, and with the workspace', async () => {
    await begin();
    const controller = new AbortController();
    await expect(workspace.signIn({}, () => controller.abort(), controller.signal)).rejects.toMatchObject({
      code: 'cancelled',
    });
    const first = workspace.signIn({}, () => undefined);
    const failed = rejection(first);
    await expect.poll(() => workspace.told.length).toBe(2);
    await workspace.signIn();
    expect(await failed).toMatchObject({ code: 'cancelled' });
    expect(await rejection(workspace.signIn({}, () => workspace.door.close()))).toMatchObject({ code: 'cancelled' });
    await workspace.restart();
  });

  it('takes the place of a login, and a login its place', async () => {
    await begin();
    const made = await workspace.signIn();
    await read(made);
    const { id } = made;
    const secret = { username: 'u', password: 'p' };
    await expect(call('connections.setSecret', { id, secret })).rejects.toMatchObject({ code: 'key-rejected' });
    expect(await call('connections.test', { id })).toMatchObject({ ok: true });
    const login = await call('connections.add', {
      vendor: 'aconex',
      name: 'Login',
      url: workspace.lobby.url,
      secret,
      test: false,
    });
    expect(await call('connections.test', { id: login.id })).toMatchObject({ ok: false });
    await expect(call('connections.signOut', { id: login.id })).rejects.toMatchObject({ code: 'not-offered-here' });
    expect(await workspace.signIn({ id: login.id })).toMatchObject({ id: login.id, status: 'ready' });
    expect(await call('connections.test', { id: login.id })).toMatchObject({ ok: true });
  });

  it('takes no refresh token by hand: it would be used twice', async () => {
    await begin();
    const secret = { refreshToken: 'r', clientId: 'c', lobby: workspace.lobby.url, api: workspace.lobby.url };
    await expect(
      call('connections.add', { vendor: 'aconex', name: 'N', url: workspace.lobby.url, secret }),
    ).rejects.toMatchObject({ code: 'bad-input' });
    expect(workspace.lobby.calls).toEqual([]);
  });

  it('R17 lasts for the session where there is no keychain', async () => {
    await begin({ keychain: createMemoryKeychain('no-service') });
    const made = await workspace.signIn();
    expect(made.status).toBe('ready');
    expect(await placeOf(made)).toBe('session');
    workspace.clock.advance(HOUR);
    await read(made);
    expect(grants()).toEqual(['authorization_code', 'refresh_token']);
    await workspace.restart();
    await expect(read(made)).rejects.toMatchObject({ code: 'no-secret' });
  });
});

describe('a connection that was signed in', () => {
  it('goes on after a restart and for days, with the newest refresh token', async () => {
    await begin();
    const made = await workspace.signIn();
    for (let day = 0; day < 3; day += 1) {
      await workspace.restart();
      workspace.clock.advance(24 * HOUR);
      await read(made);
      expect((await workspace.keychain.get(made.id))?.secret['refreshToken']).toBe(workspace.lobby.refreshToken());
    }
    expect(grants().filter((grant) => grant === 'refresh_token')).toHaveLength(3);
  });

  it('refreshes once for calls at the same time', async () => {
    await begin();
    const made = await workspace.signIn();
    await workspace.restart();
    await Promise.all(Array.from({ length: 20 }, () => read(made)));
    expect(grants().filter((grant) => grant === 'refresh_token')).toHaveLength(1);
  });

  it('reads again, once, when its access token was ended before its time', async () => {
    await begin();
    const made = await workspace.signIn();
    workspace.lobby.revokeAccess();
    await read(made);
    expect(workspace.lobby.calls.map(({ isTaken }) => isTaken)).toEqual([true, false, true]);
    expect(await statusOf(made)).toBe('ready');
  });

  it('P3 sends a change again, once, when its access token was refused: a 401 did nothing', async () => {
    await begin();
    const made = await workspace.signIn();
    workspace.lobby.revokeAccess();
    expect(await copy(made)).toMatchObject({ status: 200 });
    const posts = workspace.lobby.calls.filter(({ method }) => method === 'POST');
    expect(posts.map(({ isTaken }) => isTaken)).toEqual([false, true]);
    expect(await call('outbox.list', {})).toMatchObject([{ state: 'sent', attempts: 1 }]);
  });

  it('ends a storm of refusals: two tries of each call, one refresh for all', async () => {
    await begin();
    const made = await workspace.signIn();
    workspace.lobby.rules.refusesAccess = true;
    const before = workspace.lobby.calls.length;
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => read(made)));
    expect(answers.every((answer) => answer.status === 'rejected')).toBe(true);
    await expect(copy(made)).rejects.toMatchObject({ code: 'key-rejected' });
    expect(grants().filter((grant) => grant === 'refresh_token').length).toBeLessThanOrEqual(1);
    expect(workspace.lobby.calls.length - before).toBeLessThanOrEqual(2 * 21);
    await expect.poll(() => statusOf(made)).toBe('key-rejected');
    expect(await call('outbox.list', {})).toMatchObject([{ state: 'failed' }]);
  });

  it('says "sign in again" when the Lobby refuses the refresh token, keeps what was read, and works after it', async () => {
    await begin();
    const made = await workspace.signIn();
    await workspace.restart();
    workspace.lobby.revokeRefresh();
    await expect(read(made)).rejects.toMatchObject({
      code: 'key-rejected',
      message: expect.stringContaining('Sign in again'),
    });
    await expect.poll(() => statusOf(made)).toBe('key-rejected');
    expect(await call('records.count', {})).toMatchObject({ total: 0 });
    await workspace.signIn({ id: made.id });
    expect(await statusOf(made)).toBe('ready');
    await read(made);
  });

  it('sends no change while the Lobby cannot be reached, and keeps it ready', async () => {
    await begin();
    const made = await workspace.signIn();
    await workspace.restart();
    const cut = { status: 200, body: '{', headers: { 'content-length': '99', connection: 'close' } };
    workspace.lobby.rules.tokenAnswer = cut;
    await expect(copy(made)).rejects.toMatchObject({ code: 'offline' });
    expect(await call('outbox.list', {})).toMatchObject([{ state: 'ready' }]);
    expect(workspace.lobby.calls.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('S-4 takes no token along to another address', async () => {
    await begin();
    const made = await workspace.signIn();
    const { port } = new URL(workspace.lobby.url);
    await call('connections.update', { id: made.id, url: `http://localhost:${port}` });
    const before = workspace.lobby.calls.length;
    expect(await call('connections.test', { id: made.id })).toMatchObject({ ok: false, error: { code: 'no-secret' } });
    expect(workspace.lobby.calls).toHaveLength(before);
  });

  it('R14 is left alone by a command while the app has the folder open', async () => {
    await begin();
    const made = await workspace.signIn();
    const second = await workspace.openSecond();
    const listed = { operation: 'aconex.listProjects', connectionId: made.id, params: {} };
    await expect(second.local.call('vendors.call', listed)).rejects.toMatchObject({ code: 'workspace-busy' });
    await second.close();
    expect(grants()).toEqual(['authorization_code']);
    await read(made);
  });
});

describe('connections.signOut', () => {
  it('S-7 forgets the tokens and keeps the connection and what was read', async () => {
    await begin();
    const made = await workspace.signIn();
    await read(made);
    expect(await call('connections.signOut', { id: made.id })).toEqual({ ...made, status: 'no-secret' });
    expect(await workspace.keychain.get(made.id)).toBeUndefined();
    expect(await placeOf(made)).toBe('none');
    const before = workspace.lobby.calls.length;
    await expect(read(made)).rejects.toMatchObject({ code: 'no-secret' });
    expect(workspace.lobby.calls).toHaveLength(before);
    expect(await call('connections.signInOptions', { id: made.id })).toMatchObject([
      { isSignedIn: false, clientId: 'client-7', lobby: workspace.lobby.url },
    ]);
    await workspace.signIn({ id: made.id });
    await read(made);
  });

  it('S-7 is part of removing an account', async () => {
    await begin();
    const made = await workspace.signIn();
    await call('connections.remove', { id: made.id });
    expect(await workspace.keychain.get(made.id)).toBeUndefined();
    expect(await call('connections.list', {})).toEqual([]);
  });
});

describe('S-1 S-2 tokens', () => {
  it('stand in no file, no answer, no progress and no error', async () => {
    await begin();
    const answers: unknown[] = [];
    const note = async (asked: Promise<unknown>): Promise<void> => {
      answers.push(await asked.catch((thrown: unknown) => JSON.stringify([String(thrown), thrown])));
    };
    const made = await workspace.signIn();
    await note(read(made));
    workspace.lobby.revokeAccess();
    await note(copy(made));
    workspace.lobby.rules.refusesAccess = true;
    await note(read(made));
    workspace.lobby.rules.refusesAccess = false;
    workspace.clock.advance(HOUR);
    const quoted = `What is ${workspace.lobby.refreshToken()}?`;
    workspace.lobby.rules.tokenAnswer = {
      status: 400,
      body: JSON.stringify({ error: 'invalid_token_or_code', error_description: quoted }),
    };
    await note(read(made));
    workspace.lobby.rules.tokenAnswer = null;
    for (const operation of ['connections.list', 'connections.secrets', 'settings.list', 'outbox.list'] as const) {
      await note(call(operation, {}));
    }
    await note(call('connections.signInOptions', { id: made.id }));
    const written = await workspace.files();
    const seen = Buffer.from(JSON.stringify([answers, made, workspace.told]));
    expect(workspace.lobby.secrets.size).toBeGreaterThanOrEqual(6);
    for (const secret of workspace.lobby.secrets) {
      for (const form of formsOf(secret)) {
        expect(written.some((bytes) => bytes.includes(form))).toBe(false);
        expect(seen.includes(form)).toBe(false);
      }
    }
  });
});

describe('connections.signIn on the desktop', () => {
  it('opens the one page by the system, after a click', async () => {
    const { port, asked } = fakeSystem();
    await begin({ host: 'desktop', system: port });
    await workspace.signIn();
    expect(asked).toEqual([['openLink', workspace.told[0]?.address]]);
    // Only this call may: the address is on no list.
    await expect(call('system.openLink', { url: 'https://lobby.example.com/auth/authorize' })).rejects.toMatchObject({
      code: 'link-refused',
    });
  });

  it('is refused without a click or a key press, and opens nothing', async () => {
    const { port, asked } = fakeSystem();
    await begin({ host: 'desktop', system: port });
    const session = workspace.door.connect(() => undefined);
    const input = { vendor: 'aconex', name: 'N', clientId: 'client-7', lobby: workspace.lobby.url };
    const ask = { id: 1, operation: 'connections.signIn', input, reach: 'window', gesture: false } as const;
    expect(await session.call(ask)).toMatchObject({ ok: false, error: { code: 'needs-gesture' } });
    expect(asked).toEqual([]);
  });

  it('goes on when the system could not open the page: its address is told', async () => {
    const { port } = fakeSystem();
    await begin({ host: 'desktop', system: { ...port, openLink: () => Promise.reject(new Error('no browser')) } });
    expect((await workspace.signIn()).status).toBe('ready');
  });
});

describe('a page in a browser', () => {
  it('signs in without a click being proved: it opens the page itself', async () => {
    await begin();
    const session = workspace.door.connect((message) => {
      const address = message.type === 'progress' ? message.progress.address : undefined;
      if (address !== undefined) void signInAsPerson(address);
    });
    const { url } = workspace.lobby;
    const input = { vendor: 'aconex', name: 'N', clientId: 'client-7', lobby: url, url };
    const ask = { id: 1, operation: 'connections.signIn', input, reach: 'anywhere', gesture: false } as const;
    expect(await session.call(ask)).toMatchObject({ ok: true, value: { status: 'ready' } });
  });

  it('ends its sign-in when it is closed', async () => {
    await begin();
    const session = workspace.door.connect((message) => {
      if (message.type === 'progress') session.close();
    });
    const { url } = workspace.lobby;
    const input = { vendor: 'aconex', name: 'N', clientId: 'client-7', lobby: url, url };
    const ask = { id: 1, operation: 'connections.signIn', input, reach: 'anywhere', gesture: false } as const;
    expect(await session.call(ask)).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });
});

describe('plumbline connections', () => {
  /** One command line over the workspace; the browser that it opens signs in. */
  async function cli(...args: readonly string[]) {
    const out: string[] = [];
    const err: string[] = [];
    const opened: string[] = [];
    await workspace.door.close();
    const status = await runCli([...args, '--json'], {
      terminal: {
        out: (text) => out.push(text),
        err: (text) => {
          err.push(text);
          const address = /^http\S+$/m.exec(text)?.[0];
          if (address !== undefined && args.includes('--no-open')) void signInAsPerson(address);
        },
        isInteractive: false,
        readInput: () => Promise.reject(new Error('Nothing is read for a sign-in.')),
      },
      now: workspace.clock.now,
      version: '0.0.0-test',
      signal: new AbortController().signal,
      openDoor: () => workspace.openSecond(),
      serve: () => Promise.resolve(),
      openPage: (address) => {
        opened.push(address);
        void signInAsPerson(address);
      },
    });
    await workspace.restart();
    return { status, json: out.length === 0 ? undefined : (JSON.parse(out.join('')) as unknown), err, opened };
  }

  const add = (...more: readonly string[]) => {
    const { url } = workspace.lobby;
    return cli('connections', 'add', 'aconex', '--oauth', '--name', 'Job', '--lobby', url, '--url', url, ...more);
  };

  it('adds, signs in again and signs out', async () => {
    await begin();
    const made = await add('--client-id', 'client-7');
    expect(made).toMatchObject({
      status: 0,
      json: { id: expect.stringMatching(/^aconex-/), vendor: 'aconex', name: 'Job', status: 'ready' },
    });
    expect(made.opened).toHaveLength(1);
    expect(made.err.join('')).toContain(made.opened[0]);
    const { id } = made.json as Connection;
    const test = await cli('connections', 'test', id);
    expect(test).toMatchObject({ status: 0, json: { ok: true } });
    expect(await cli('connections', 'sign-out', id)).toMatchObject({ status: 0, json: { id, status: 'no-secret' } });
    expect(await cli('connections', 'sign-in', id)).toMatchObject({ status: 0, json: { id, status: 'ready' } });
    const printed = JSON.stringify([made, test]);
    for (const secret of workspace.lobby.secrets) expect(printed).not.toContain(secret);
  }, 60_000);

  it('opens no browser when told not to, and prints the address', async () => {
    await begin();
    expect(await add('--client-id', 'client-7', '--no-open')).toMatchObject({ status: 0, opened: [] });
  }, 60_000);

  it('keeps the account without a sign-in where there is no keychain', async () => {
    await begin({ keychain: createMemoryKeychain('no-session') });
    expect(await add('--client-id', 'client-7')).toMatchObject({ status: 0, json: { status: 'no-secret' } });
  }, 60_000);

  it('says what is missing', async () => {
    await begin();
    const refused = await add();
    expect(refused).toMatchObject({ status: 2, json: undefined, opened: [] });
    expect(JSON.parse(refused.err.at(-1) ?? '')).toMatchObject({
      error: { code: 'bad-input', data: { field: 'clientId' } },
    });
  }, 60_000);
});
