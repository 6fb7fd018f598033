import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectionId } from '../../src/shared/model/ids.ts';
import type { OutboxRow } from '../../src/shared/model/outbox.ts';
import { formsOf } from '../support/canary.ts';
import { openTestWorkspace, type TestWorkspace } from '../support/test-workspace.ts';

const PASSWORD = 'canary-0c5e-password';

let workspace: TestWorkspace;
let connectionId: ConnectionId;
let url: string;
let secret: Readonly<Record<string, string>>;
beforeEach(async () => {
  workspace = await openTestWorkspace({ audits: 5, host: 'serve' });
  const { vendors } = workspace.vendor;
  const smartq = vendors.find(({ vendor }) => vendor === 'smartq');
  if (smartq === undefined) throw new Error('The sample has no smartQ.');
  ({ secret } = smartq);
  url = `${workspace.vendor.url}${smartq.path}`;
  ({ id: connectionId } = await call('connections.add', {
    vendor: 'smartq',
    name: 'Boards',
    url,
    secret,
  }));
  workspace.vendor.log.clear();
}, 30_000);
afterEach(() => workspace.close());

const call: TestWorkspace['door']['local']['call'] = (...input) => workspace.door.local.call(...input);

const addUser = (): Promise<OutboxRow> =>
  call('outbox.draft', {
    operation: 'smartq.createUser',
    connectionId,
    params: { body: { user: { name: 'Kev', email: 'kev@site.example', password: PASSWORD } } },
  });

/** The files of the workspace that hold the password in any form. */
async function filesWithIt(): Promise<readonly string[]> {
  const names = await readdir(workspace.dataDir, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const forms = formsOf(PASSWORD);
  const found: string[] = [];
  for (const file of files) {
    const bytes = await readFile(file);
    if (forms.some((form) => bytes.includes(form))) found.push(file);
  }
  return found;
}

const keptOf = ({ id }: OutboxRow) => workspace.keychain.get(`outbox-${id}`);
const writes = () => workspace.vendor.log.entries().filter(({ method }) => method === 'POST');

describe('a change that carries a password', () => {
  it('S-1 has it in the keychain, and in no file of the workspace', async () => {
    const row = await addUser();
    expect(await filesWithIt()).toEqual([]);
    expect(JSON.stringify(await call('outbox.show', { id: row.id }))).not.toContain(PASSWORD);
    expect((await keptOf(row))?.secret).toEqual({ 'body.user.password': PASSWORD });
  });

  it('is sent with it, also after a restart, and leaves none of it behind', async () => {
    const row = await addUser();
    await workspace.restart();
    const [sent] = await call('outbox.send', { ids: [row.id] });
    expect(sent?.state).toBe('sent');
    // Whoever was added signs in with it.
    const login = { ...secret, username: 'kev@site.example', password: PASSWORD };
    expect((await call('connections.add', { vendor: 'smartq', name: 'Kev', url, secret: login })).status).toBe('ready');
    expect(await keptOf(row)).toBeUndefined();
    expect(await filesWithIt()).toEqual([]);
  });

  it('takes it along when it is discarded', async () => {
    const row = await addUser();
    await call('outbox.discard', { id: row.id });
    expect(await keptOf(row)).toBeUndefined();
  });

  it('is not sent without it, and says what to do', async () => {
    const row = await addUser();
    await workspace.keychain.delete(`outbox-${row.id}`);
    const [left] = await call('outbox.send', { ids: [row.id] });
    expect(left).toMatchObject({ state: 'failed', error: { code: 'no-secret' } });
    expect(writes()).toEqual([]);
  });
});
