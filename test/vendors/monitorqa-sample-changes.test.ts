import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Agent } from 'undici';
import { systemClock } from '../../src/main/platform/clock.ts';
import { silentLog } from '../../src/main/platform/log.ts';
import { systemRandom } from '../../src/main/platform/random.ts';
import { startSandbox, type SandboxServer } from '../../src/main/sandbox-server.ts';
import { createVendorClient, type VendorClient } from '../../src/main/vendors/core/vendor-client.ts';
import { monitorqa } from '../../src/main/vendors/monitorqa/client.ts';
import { actionDocument } from '../../src/main/vendors/monitorqa/map-action.ts';
import { rejection } from './vendor-server.ts';

let sandbox: SandboxServer;
let client: VendorClient;
let clientWith: (apiKey: string) => VendorClient;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 11, now: '2026-11-22T06:00:00.000Z', clock: () => 0 });
  const vendor = sandbox.vendors.find((candidate) => candidate.vendor === 'monitorqa');
  if (!vendor) throw new Error('the sample has no MonitorQA');
  clientWith = (apiKey) =>
    createVendorClient({
      definition: monitorqa,
      connection: { id: 'sample', url: sandbox.url + vendor.path },
      secret: async () => ({ apiKey }),
      dispatcher: new Agent(),
      clock: systemClock,
      random: systemRandom,
      log: silentLog,
    });
  client = clientWith(vendor.secret['apiKey'] ?? '');
});

afterAll(() => sandbox.close());

const collectionOf = (kind: string) => {
  const found = monitorqa.collections.find((candidate) => candidate.kind === kind);
  if (!found) throw new Error(kind);
  return found;
};

async function firstPageOf(operation: string, kind: string) {
  const isPaged = monitorqa.operations[operation]?.paging !== 'none';
  const { data } = await client.call(operation, isPaged ? { query: { pageNumber: 1, pageSize: 100 } } : {});
  return collectionOf(kind).mapPage(operation, data).records;
}

const readAction = async (id: string) => (await client.call('getCorrectiveAction', { path: { id } })).data;

describe('changes of MonitorQA against the sample', () => {
  it('reads corrective actions of every list, with what a list needs', async () => {
    const statuses = new Set<string | null>();
    for (const { operation } of collectionOf('corrective-action').lists) {
      for (const record of await firstPageOf(operation, 'corrective-action')) {
        expect(record.number && record.title && record.project && record.parent && record.dueAt).toBeTruthy();
        expect(record).toMatchObject({ dueKind: 'time', dueZone: expect.stringContaining('/') });
        statuses.add(record.status);
      }
    }
    expect(statuses).toEqual(new Set(['open', 'rejected', 'submitted', 'expired', 'approved']));
  });

  it('reads roles', async () => {
    expect((await firstPageOf('listRoles', 'role')).map(({ text }) => text)).toContain('Auditor');
  });

  it('approves an action, reassigns it, and leaves the rest as it was', async () => {
    const [record] = await firstPageOf('listPendingCorrectiveActions', 'corrective-action');
    const [person] = await firstPageOf('listUsers', 'user');
    const id = record?.vendorId ?? '';
    const before = actionDocument(await readAction(id));
    if (!person) throw new Error('nobody');
    const changes = { status: 'approved', assignees: [person.vendorId] } as const;
    const change = monitorqa.actions?.change(await readAction(id), changes, () => person.title);
    if (!change) throw new Error('no change');
    expect(change.changes).toContainEqual({ field: 'assignees', before: expect.any(Array), after: [person.title] });
    expect(await client.send(change.operation, change.params)).toEqual({ status: 200, data: null });
    const after = actionDocument(await readAction(id));
    expect(after).toMatchObject({ status: 'approved', approvedAt: expect.any(String) });
    expect(after.people.filter(({ role }) => role === 'assignee').map(({ name }) => name)).toEqual([person.title]);
    expect(after.description).toBe(before.description);
    expect([after.name, after.priority, after.dueAt, after.tags]).toEqual([
      before.name,
      before.priority,
      before.dueAt,
      before.tags,
    ]);
    const again = await readAction(id);
    expect(() => monitorqa.actions?.change(again, { status: 'approved' })).toThrow(
      expect.objectContaining({ code: 'bad-input' }),
    );
  });

  it('deletes an action, which is then not there', async () => {
    const records = await firstPageOf('listPendingCorrectiveActions', 'corrective-action');
    const id = records.at(-1)?.vendorId ?? '';
    await client.send('deleteCorrectiveAction', { path: { id } });
    expect(await rejection(readAction(id))).toMatchObject({ code: 'not-at-vendor' });
  });

  it('puts a logo and an icon in their places, and takes one away', async () => {
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100_000, 7)]);
    const open = async function* () {
      for (let at = 0; at < png.length; at += 30_000) yield png.subarray(at, at + 30_000);
    };
    const file = { name: 'marke "neu".png', contentType: 'image/png', bytes: png.length, open };
    for (const place of ['logo', 'icon'] as const) {
      await client.send(monitorqa.logoUpload?.(place) ?? '', {}, { file });
    }
    const company = monitorqa.company?.((await client.call('getCompany', {})).data);
    const call = monitorqa.fileCall?.(company?.logoFileId ?? '');
    if (!call) throw new Error('no file');
    const answer = await client.stream(call.operation, call.params);
    expect((await buffer(answer.body)).equals(png)).toBe(true);
    expect(company?.iconFileId).not.toBe(company?.logoFileId);
    await client.send('deleteCompanyLogo', {});
    expect(monitorqa.company?.((await client.call('getCompany', {})).data)).toMatchObject({
      logoFileId: null,
      iconFileId: company?.iconFileId,
    });
  });

  it('changes the company’s profile', async () => {
    const body = {
      companyName: 'Kauri North',
      usagePurpose: 6,
      usagePurposeObjectName: 'Yard',
      ianaTimeZone: 'Pacific/Auckland',
    };
    await client.send('updateCompany', { body });
    expect(monitorqa.company?.((await client.call('getCompany', {})).data)).toMatchObject({
      name: 'Kauri North',
      usagePurpose: 6,
      objectName: 'Yard',
    });
  });

  it('makes a company whose key opens it, until it is deleted', async () => {
    const keys: string[] = [];
    const body = { companyName: 'Kauri South', usagePurpose: 2, companyAdmin: { fullName: 'Ana Tui' } };
    const answer = await client.send(
      'createCompany',
      { body },
      { onSecret: (secret) => keys.push(secret['apiKey'] ?? '') },
    );
    expect(answer.data).toEqual({ companyId: expect.any(String) });
    const other = clientWith(keys[0] ?? '');
    expect((await other.call('getCompany', {})).data).toMatchObject({ name: 'Kauri South' });
    const accessible = (await client.call('listAccessibleCompanies', {})).data;
    expect(accessible).toContainEqual(expect.objectContaining({ name: 'Kauri South' }));
    await other.send('deleteCompany', {});
    expect(await rejection(other.call('getCompany', {}))).toMatchObject({ code: 'key-rejected' });
    expect((await client.call('getCompany', {})).data).toMatchObject({ name: 'Kauri North' });
  });
});
