import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toRows } from '../../src/shared/lib/columns.ts';
import type { RecordRow } from '../../src/shared/model/record.ts';
import { CONNECTION, openTestWorkspace, type TestWorkspace } from '../support/test-workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace({ audits: 60, host: 'serve' });
  await workspace.door.local.call('sync.run', {});
  workspace.vendor.log.clear();
}, 30_000);
afterEach(() => workspace.close());

const call: TestWorkspace['door']['local']['call'] = (...input) => workspace.door.local.call(...input);
const writes = () => workspace.vendor.log.entries().filter(({ method }) => method !== 'GET');

async function anAction(status: string): Promise<RecordRow> {
  const page = await call('records.list', { kind: 'corrective-action', status: [status], limit: 1 });
  const [action] = toRows<RecordRow>(page.rows);
  if (action === undefined) throw new Error(`The sample has no ${status} action.`);
  return action;
}

describe('a change of a corrective action', () => {
  it('is a row first, and nothing is sent before it is asked for', async () => {
    const action = await anAction('open');
    const row = await call('actions.change', {
      id: action.id,
      changes: { priority: action.priority === 'low' ? 'high' : 'low' },
    });
    expect(row).toMatchObject({
      state: 'ready',
      operation: 'monitorqa.updateCorrectiveAction',
      recordId: action.id,
      attempts: 0,
    });
    expect(writes()).toEqual([]);
    const view = await call('actions.document', { id: action.id });
    expect(view.pending).toMatchObject([
      { row: { id: row.id }, changes: [{ field: 'priority', before: action.priority }] },
    ]);
  });

  it('fills every field that it does not change from a fresh read', async () => {
    const action = await anAction('open');
    const before = (await call('actions.document', { id: action.id })).action;
    const row = await call('actions.change', { id: action.id, changes: { name: 'Renamed by a test' } });
    expect(await call('outbox.send', {})).toMatchObject([{ id: row.id, state: 'sent', attempts: 1 }]);
    const after = (await call('actions.document', { id: action.id })).action;
    expect(after).toMatchObject({
      name: 'Renamed by a test',
      description: before.description,
      priority: before.priority,
      dueAt: before.dueAt,
      people: before.people,
    });
    expect((await call('records.show', { id: action.id })).record.title).toBe('Renamed by a test');
  });

  it('approves what was submitted', async () => {
    const action = await anAction('submitted');
    await call('actions.change', { id: action.id, changes: { status: 'approved' } });
    await call('outbox.send', {});
    expect((await call('records.show', { id: action.id })).record.status).toBe('approved');
  });

  it('refuses a change that changes nothing', async () => {
    const action = await anAction('open');
    await expect(call('actions.change', { id: action.id, changes: { status: 'open' } })).rejects.toMatchObject({
      code: 'bad-input',
    });
  });

  it('can be undone while it is not sent', async () => {
    const action = await anAction('open');
    const row = await call('actions.change', { id: action.id, changes: { name: 'Never mind' } });
    await call('outbox.discard', { id: row.id });
    expect(await call('outbox.send', {})).toEqual([]);
    expect((await call('actions.document', { id: action.id })).pending).toEqual([]);
    expect(writes()).toEqual([]);
  });
});

describe('sending', () => {
  const rename = async (name = 'Renamed') =>
    call('actions.change', { id: (await anAction('open')).id, changes: { name } });
  const PUT = { method: 'PUT', path: '/monitorqa/corrective-actions/*' };

  it.each([
    [
      'refused by the vendor',
      { kind: 'status', status: 409, body: '{"message":"permissions/can-manage"}' } as const,
      'failed',
      'not-permitted',
    ],
    ['refused with 403', { kind: 'status', status: 403 } as const, 'failed', 'not-permitted'],
    [
      'invalid',
      { kind: 'status', status: 422, body: '{"error":{"message":"no"}}' } as const,
      'failed',
      'invalid-for-vendor',
    ],
    ['asked to come later', { kind: 'status', status: 429 } as const, 'ready', 'too-many-requests'],
    ['cut before an answer', { kind: 'reset' } as const, 'needs-checking', 'connection-lost'],
    [
      'sent on by a redirect',
      { kind: 'redirect', status: 307, location: '/elsewhere' } as const,
      'needs-checking',
      'redirect-refused',
    ],
  ])('P3 a change that was %s is tried once and shows it', async (_what, fault, state, code) => {
    const row = await rename();
    workspace.setFaults({ ...PUT, fault });
    expect(await call('outbox.send', {})).toMatchObject([{ id: row.id, state, error: { code } }]);
    expect(writes()).toHaveLength(1);
    const { log } = await call('outbox.show', { id: row.id });
    expect(log).toHaveLength(1);
  });

  it('P3 an uncertain change is not sent again by itself, nor without a person’s word', async () => {
    const row = await rename();
    workspace.setFaults({ ...PUT, fault: { kind: 'reset', applied: true } });
    await call('outbox.send', {});
    workspace.vendor.faults.clear();
    expect(await call('outbox.send', {})).toEqual([]);
    await expect(call('outbox.retry', { id: row.id })).rejects.toMatchObject({ code: 'not-offered-here' });
    expect(await call('outbox.markSent', { id: row.id })).toMatchObject({ state: 'sent' });
    expect(writes()).toHaveLength(1);
  });

  it('keeps a change that finds no network ready, and sends it when there is one', async () => {
    const row = await rename();
    await workspace.vendor.setOnline(false);
    expect(await call('outbox.send', {})).toMatchObject([{ id: row.id, state: 'ready', error: { code: 'offline' } }]);
    await workspace.vendor.setOnline(true);
    expect(await call('outbox.send', {})).toMatchObject([{ id: row.id, state: 'sent' }]);
  });

  it('P2 keeps what waits over a restart', async () => {
    const row = await rename();
    await workspace.restart();
    expect(await call('outbox.list', {})).toMatchObject([{ id: row.id, state: 'ready' }]);
    expect(await call('outbox.send', {})).toMatchObject([{ id: row.id, state: 'sent' }]);
  });

  it('refuses to put what only reads, or what the document does not know, into the outbox', async () => {
    const draft = (operation: string, params = {}) =>
      call('outbox.draft', { operation, connectionId: CONNECTION, params });
    await expect(draft('monitorqa.getCompany')).rejects.toMatchObject({ code: 'bad-input' });
    await expect(draft('monitorqa.noSuch')).rejects.toMatchObject({ code: 'not-found' });
    await expect(draft('monitorqa.deleteCompany')).rejects.toMatchObject({ code: 'not-offered-here' });
    await expect(draft('monitorqa.updateCorrectiveAction', { path: { id: '../x' }, body: {} })).rejects.toMatchObject({
      code: 'bad-input',
    });
    expect(await call('outbox.list', {})).toEqual([]);
  });
});

/** A PNG of `size` pixels a side, by hand. */
function png(size: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    let crc = -1;
    for (const byte of body) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    }
    const out = Buffer.alloc(8);
    out.writeUInt32BE(data.length, 0);
    const tail = Buffer.alloc(4);
    tail.writeInt32BE(~crc, 0);
    return Buffer.concat([out.subarray(0, 4), body, tail]);
  };
  const head = Buffer.from([0, 0, 0, size, 0, 0, 0, size, 8, 0, 0, 0, 0]);
  const pixels = deflateSync(Buffer.alloc((size + 1) * size, 0x55));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('a logo', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plumbline-logo-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const put = async (name: string, bytes: Buffer): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return path;
  };

  it('arrives as it was when it was dropped, though the original is gone', async () => {
    const bytes = png(64);
    const path = await put('logo.png', bytes);
    const file = await call('uploads.add', { path });
    expect(file).toMatchObject({ name: 'logo.png', bytes: bytes.length, contentType: 'image/png' });
    await rm(path);
    await call('uploads.logo', { connectionId: CONNECTION, spoolId: file.id, place: 'logo' });
    expect(await call('outbox.send', {})).toMatchObject([{ state: 'sent', subject: 'logo.png' }]);
    const company = await call('company.show', { connectionId: CONNECTION });
    const kept = await call('files.open', { connectionId: CONNECTION, vendorFileId: company.logoFileId ?? '' });
    expect((await readFile((await workspace.door.file(kept.id)).path)).equals(bytes)).toBe(true);
  });

  it.each([
    ['a GIF named .png', 'logo.png', Buffer.from('GIF89a0000000000')],
    ['a text', 'logo.png', Buffer.from('hello there, this is no picture')],
  ])('R21 is not %s', async (_what, name, bytes) => {
    const file = await call('uploads.add', { path: await put(name, bytes) });
    await expect(
      call('uploads.logo', { connectionId: CONNECTION, spoolId: file.id, place: 'logo' }),
    ).rejects.toMatchObject({
      code: 'file-wrong-type',
    });
    expect(await call('outbox.list', {})).toEqual([]);
  });

  it('R21 is neither empty, nor a folder, nor a file that is not there', async () => {
    await expect(call('uploads.add', { path: await put('empty.png', Buffer.alloc(0)) })).rejects.toMatchObject({
      code: 'bad-input',
    });
    await expect(call('uploads.add', { path: folder })).rejects.toMatchObject({ code: 'bad-input' });
    await expect(call('uploads.add', { path: join(folder, 'none.png') })).rejects.toMatchObject({ code: 'not-found' });
  });
});
