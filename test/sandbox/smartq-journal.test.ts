import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SandboxEnvironment } from '../../src/sandbox/http.ts';
import { sampleSmartqMember, sampleSmartqSecret } from '../../src/sandbox/smartq/access.ts';
import { createSmartq } from '../../src/sandbox/smartq/app.ts';
import { createSmartqDataset } from '../../src/sandbox/smartq/data/dataset.ts';
import { createSmartqLedger } from '../../src/sandbox/smartq/ledger.ts';
import { createMemoryUploads } from '../../src/sandbox/uploads.ts';
import {
  board,
  headersOf,
  serveSmartq,
  type Fields,
  type Note,
  type NoteFile,
  type Project,
  type ServedSmartq,
} from './smartq-support.ts';
import { base, clock } from './support.ts';

let folder: string;
let journalPath: string;
const running: ServedSmartq[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'smartq-'));
  journalPath = join(folder, 'sample.jsonl');
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((vendor) => vendor.server.close()));
  await rm(folder, { recursive: true });
});

const start = async (): Promise<ServedSmartq> => {
  const vendor = await serveSmartq({ journalPath });
  running.push(vendor);
  return vendor;
};
const restart = async (): Promise<ServedSmartq> => {
  await running.pop()?.server.close();
  return start();
};
const notes = `${board}/tickets/70001/notes`;

describe('a sample smartQ with a journal', () => {
  it('is the same after a restart, and gives no id twice', async () => {
    const vendor = await start();
    const post = <T>(path: string, fields: Fields): Promise<T> => vendor.write<T>('POST', path, fields);
    const project = await post<Project>('/projects', { 'project[name]': 'Bridge' });
    const path = `/projects/${project.id}`;
    await post(`${path}/steps`, { 'step[name]': 'Second' });
    const step = await post<{ id: number }>(`${path}/steps`, { 'step[name]': 'First', 'step[pos]': 1 });
    await post(`${path}/roles`, { 'role[name]': 'All', 'role[access_level]': 5, 'role[max_step]': step.id });
    await vendor.write('PUT', `${path}/roles/default`, { 'role[access_level]': 1 });
    await post(`${path}/custom_fields`, { 'field[type]': 'choice', 'field[label]': 'Kind' });
    const value = await post<{ id: number }>(`${path}/custom_fields/f1/values`, { 'value[title]': 'Steel' });
    const fields = { 'ticket[name]': 'x', 'ticket[step_id]': step.id, 'ticket[f1]': value.id };
    const ticket = await post<{ id: number }>(`${path}/tickets`, fields);
    const note = await post<Note>(notes, { 'note[text]': '<p>ā</p>' });
    const form = new FormData();
    form.append('file', new File(['bytes'], 'a.txt', { type: 'text/plain' }));
    const sent = await vendor.send('POST', `${notes}/${note.id}/filesv2`, { body: form });
    const file = ((await sent.json()) as { data: NoteFile }).data;
    const gone = await post<Note>(notes, { 'note[text]': 'gone' });
    await vendor.write('DELETE', `${notes}/${gone.id}`);

    const seen = async (at: ServedSmartq): Promise<unknown> =>
      Promise.all([
        at.items('/projects'),
        at.items(`${path}/steps`),
        at.items(`${path}/roles`),
        at.read(`${path}/roles/default`),
        at.items(`${path}/custom_fields`),
        at.read(`${path}/tickets/${ticket.id}`),
        at.items(notes),
        at.items(`${notes}/${note.id}/files`),
        at.send('GET', `${notes}/${note.id}/files/${file.id}/download`).then((response) => response.text()),
      ]);
    const before = await seen(vendor);
    const next = await restart();
    expect(await seen(next)).toEqual(before);
    expect((await next.write<Note>('POST', notes, { 'note[text]': 'new' })).id).toBeGreaterThan(gone.id);
  });

  it('remembers a changed password without keeping it', async () => {
    const vendor = await start();
    const password = 'an-unforgettable-word';
    await vendor.as(sampleSmartqMember).write('PUT', '/users/me', { 'user[password]': password });
    const next = await restart();
    expect(await next.as({ ...sampleSmartqMember, password }).read('/users/me')).toMatchObject({ id: 203 });
    expect(await next.as(sampleSmartqMember).refused('GET', '/users/me')).toEqual([401, 401]);
    const text = await readFile(journalPath, 'utf8');
    for (const secret of [password, sampleSmartqSecret.password, sampleSmartqSecret.clientId]) {
      expect(text).not.toContain(secret);
    }
  });

  it('writes one line per accepted write, and none for a refused one', async () => {
    const vendor = await start();
    await vendor.write('POST', `${board}/steps`, { 'step[name]': 'x', 'step[pos]': 1 });
    await vendor.refusal('POST', `${board}/steps`, {});
    await vendor.refusal('DELETE', `${board}/steps/88001`);
    expect((await readFile(journalPath, 'utf8')).trimEnd().split('\n')).toHaveLength(1);
  });
});

/** A smartQ without a server, whose journal a test watches. */
const appWith = (onEntry: () => void) => {
  const dataset = createSmartqDataset({ seed: base.seed, now: clock() });
  const ledger = createSmartqLedger({ dataset, entries: [], onEntry, clock });
  const app = new Hono<SandboxEnvironment>();
  app.use(async (c, next) => {
    c.set('noteFile', () => undefined);
    await next();
  });
  app.route('/smartq', createSmartq({ dataset, ledger, uploads: createMemoryUploads() }));
  const send = async (method: string, path: string, fields: Fields = {}): Promise<readonly [number, unknown]> => {
    const pairs = Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)]);
    const response = await app.request(`http://127.0.0.1/smartq/api/v1${path}`, {
      method,
      headers: headersOf(sampleSmartqSecret),
      ...(pairs.length === 0 ? {} : { body: new URLSearchParams(pairs) }),
    });
    return [response.status, await response.json()];
  };
  return { app, ledger, send };
};

describe('a journal that cannot be written', () => {
  it('is answered 500 in envelope and status, and nothing has changed', async () => {
    const { send, ledger } = appWith(() => {
      throw new Error('no space left');
    });
    const [status, body] = await send('POST', notes, { 'note[text]': 'x' });
    expect([status, body]).toEqual([
      500,
      { error: { type: null, code: 500, message: 'Internal server error' }, data: null },
    ]);
    expect([...ledger.table('note').values()].some(({ properties }) => properties.text === 'x')).toBe(false);
  });
});

describe('who is told of a note', () => {
  const noteOf = ([, body]: readonly [number, unknown]): number => (body as { data: Note }).data.id;

  it('is told at once, those named or everybody on the ticket', async () => {
    const { send, ledger } = appWith(() => undefined);
    await send('POST', notes, { 'note[text]': 'nobody' });
    const named = await send('POST', notes, {
      'note[text]': 'x',
      'note[notify_users]': 1,
      'note[users][0]': 201,
      'note[users][1]': 204,
    });
    const team = await send('POST', notes, { 'note[text]': 'x', 'note[notify_users]': 1 });
    const ticket = ledger.table('ticket').get(70_001);
    expect(ledger.notifications()).toEqual([
      { ticketId: 70_001, noteId: noteOf(named), userIds: [201, 204] },
      { ticketId: 70_001, noteId: noteOf(team), userIds: [ticket?.ownerId, ...(ticket?.assignedTo ?? [])] },
    ]);
  });

  it('is told after the last file where files follow', async () => {
    const { send, app, ledger } = appWith(() => undefined);
    const fields = { 'note[text]': 'x', 'note[notify_users]': 1, 'note[users][0]': 201, 'note[has_attachments]': 1 };
    const note = noteOf(await send('POST', notes, fields));
    const upload = async (...more: readonly (readonly [string, string])[]): Promise<void> => {
      const body = new FormData();
      body.append('file', new File(['x'], 'a.txt'));
      for (const [name, value] of more) body.append(name, value);
      const url = `http://127.0.0.1/smartq/api/v1${notes}/${note}/filesv2`;
      await app.request(url, { method: 'POST', headers: headersOf(sampleSmartqSecret), body });
    };
    await upload();
    await upload(['is_last_file', '0']);
    expect(ledger.notifications()).toEqual([]);
    await upload(['is_last_file', '1']);
    await upload(['is_last_file', '1']);
    expect(ledger.notifications()).toEqual([{ ticketId: 70_001, noteId: note, userIds: [201] }]);
  });
});
