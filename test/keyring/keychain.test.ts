import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inSession, type Session } from './session.ts';

const credential = { origin: 'https://api.example.com', secret: { apiKey: 'canary-3c9d' } };
const other = { origin: 'https://conqa.example.nz:8443', secret: { user: 'Māia 田中 🔑', password: 'ünï"\\\n\u0000' } };
const open: Session = { unlock: 'right' };

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'plumbline-keyring-'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true, maxRetries: 3 });
});

describe('createKeychain with a real keyring', () => {
  it('keeps, replaces, gives back and removes secrets, in any script', async () => {
    const outcomes = await inSession(home, open, [
      { do: 'probe' },
      { do: 'set', id: 'conqa-1', credential },
      { do: 'set', id: 'conqa-1', credential: other },
      { do: 'set', id: 'conqa-2', credential },
      { do: 'get', id: 'conqa-1' },
      { do: 'statusOf', id: 'conqa-1' },
      { do: 'delete', id: 'conqa-1' },
      { do: 'get', id: 'conqa-1' },
      { do: 'get', id: 'conqa-2' },
    ]);
    expect(outcomes.map(({ value }) => value)).toEqual([
      { state: 'available', reason: null },
      null,
      null,
      null,
      other,
      { state: 'kept', reason: null },
      null,
      null,
      credential,
    ]);
  });

  it('has a secret again in another process, and misses one that was removed in between', async () => {
    await inSession(home, open, [
      { do: 'set', id: 'conqa-1', credential },
      { do: 'set', id: 'conqa-2', credential },
    ]);
    await inSession(home, open, [{ do: 'delete', id: 'conqa-2' }]);
    expect(
      await inSession(home, open, [
        { do: 'get', id: 'conqa-1' },
        { do: 'get', id: 'conqa-2' },
        { do: 'statusOf', id: 'conqa-2' },
      ]),
    ).toEqual([{ value: credential }, { value: null }, { value: { state: 'entry-gone', reason: 'entry-missing' } }]);
  });

  it('is locked after a wrong password: it neither denies an entry nor claims to have removed it', async () => {
    await inSession(home, open, [{ do: 'set', id: 'conqa-1', credential }]);
    const locked = { code: 'no-secret', keychain: 'locked', reason: 'locked' };
    expect(
      await inSession(home, { unlock: 'wrong' }, [
        { do: 'get', id: 'conqa-1' },
        { do: 'delete', id: 'conqa-1' },
        { do: 'set', id: 'conqa-1', credential: other },
        { do: 'statusOf', id: 'conqa-1' },
      ]),
    ).toEqual([locked, locked, locked, { value: { state: 'locked', reason: 'locked' } }]);
    expect(await inSession(home, open, [{ do: 'get', id: 'conqa-1' }])).toEqual([{ value: credential }]);
  });

  it.each<readonly [session: Session, state: string, reason: string]>([
    ['never-unlocked', 'locked', 'locked'],
    ['no-service', 'missing', 'no-service'],
    ['no-bus', 'missing', 'no-session'],
  ])('answers a session that is %j with %s', async (session, state, reason) => {
    const refused = { code: 'no-secret', keychain: state, reason };
    expect(
      await inSession(home, session, [
        { do: 'probe' },
        { do: 'set', id: 'conqa-1', credential },
        { do: 'get', id: 'conqa-1' },
        { do: 'statusOf', id: 'conqa-1' },
      ]),
    ).toEqual([{ value: { state, reason } }, refused, refused, { value: { state, reason } }]);
  });

  it('gives up a keyring that hangs, and has its secrets again once it answers', async () => {
    const hung = { code: 'no-secret', keychain: 'locked', reason: 'no-answer' };
    const outcomes = await inSession(
      home,
      open,
      [
        { do: 'set', id: 'conqa-1', credential },
        { do: 'pause' },
        { do: 'get', id: 'conqa-1' },
        { do: 'set', id: 'conqa-2', credential },
        { do: 'resume' },
        { do: 'probe' },
        { do: 'get', id: 'conqa-1' },
      ],
      { timeoutMs: 1500 },
    );
    expect([outcomes[2], outcomes[3]]).toEqual([hung, hung]);
    expect([outcomes[5], outcomes[6]]).toEqual([
      { value: { state: 'available', reason: null } },
      { value: credential },
    ]);
  });
});

describe('createSecretKeeper with a real keyring', () => {
  it('keeps a secret for the run of the process where the keyring is locked, and writes it nowhere (S-1, S-3)', async () => {
    expect(
      await inSession(home, 'never-unlocked', [
        { do: 'through the keeper', call: { do: 'set', id: 'conqa-1', credential } },
        { do: 'through the keeper', call: { do: 'get', id: 'conqa-1' } },
        { do: 'through the keeper', call: { do: 'statusOf', id: 'conqa-1' } },
      ]),
    ).toEqual([{ value: null }, { value: credential }, { value: { state: 'session-only', reason: 'locked' } }]);
    expect(filesWith(home, credential.secret.apiKey)).toEqual([]);
  });

  it('leaves nothing readable of a secret in the files of the keyring', async () => {
    await inSession(home, open, [{ do: 'through the keeper', call: { do: 'set', id: 'conqa-1', credential } }]);
    expect(readdirSync(join(home, 'data', 'keyrings'))).toContain('login.keyring');
    expect(filesWith(home, credential.secret.apiKey)).toEqual([]);
  });
});

/** The files under a folder that hold a text, plainly or as base64. */
function filesWith(folder: string, text: string): readonly string[] {
  const spellings = [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
    Buffer.from(Buffer.from(text).toString('base64')),
  ];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return spellings.some((spelling) => bytes.includes(spelling));
    });
}
