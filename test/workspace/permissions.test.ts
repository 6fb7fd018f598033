import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleMonitorqaReaderKey } from '../../src/sandbox/monitorqa/access.ts';
import type { Permission } from '../../src/shared/model/permission.ts';
import { CONNECTION, openTestWorkspace, type TestWorkspace } from '../support/test-workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace({ audits: 12, host: 'serve' });
});
afterEach(() => workspace.close());

const call: TestWorkspace['door']['local']['call'] = (...input) => workspace.door.local.call(...input);
const permissions = () => call('connections.permissions', { id: CONNECTION });
const permissionOf = async (operation: string): Promise<Permission | undefined> =>
  (await permissions()).operations[`monitorqa.${operation}`];

/** A person of the vendor whose role has this name. */
async function personWithRole(wanted: RegExp): Promise<{ vendorId: string; name: string }> {
  const ask = (operation: string, params: Record<string, unknown> = {}) =>
    call('vendors.call', { operation: `monitorqa.${operation}`, connectionId: CONNECTION, params });
  const listed = (await ask('listUsers')) as unknown as { data: { id: string; name: string }[] };
  for (const { id, name } of listed.data) {
    const user = (await ask('getUser', { path: { id } })) as unknown as { data: { role?: { name: string } } };
    if (wanted.test(user.data.role?.name ?? '')) return { vendorId: id, name };
  }
  throw new Error('The sample has no such person.');
}

const isPerson = (user: { vendorId: string; name: string }) => call('connections.update', { id: CONNECTION, user });

describe('connections.permissions', () => {
  it('knows nothing of a key as long as nobody says whose it is', async () => {
    expect(await permissions()).toMatchObject({ user: null, role: null });
    expect(await permissionOf('createRole')).toEqual({
      permitted: 'unknown',
      reason: 'role-unknown',
      permissions: ['roles.manage'],
    });
  });

  it('judges by the role that the vendor says its person has', async () => {
    const admin = await personWithRole(/admin/i);
    await isPerson(admin);
    expect(await permissions()).toMatchObject({ user: admin.name, role: expect.stringMatching(/admin/i) });
    expect(await permissionOf('createRole')).toMatchObject({ permitted: 'yes', reason: 'granted' });
    await isPerson(await personWithRole(/observer/i));
    expect(await permissionOf('createRole')).toMatchObject({
      permitted: 'no',
      reason: 'missing',
      permissions: ['roles.manage'],
    });
  });

  it('learns from a refusal and from a success what no role says, and keeps it over a restart', async () => {
    await call('connections.setSecret', { id: CONNECTION, secret: { apiKey: sampleMonitorqaReaderKey } });
    const params = { body: { name: 'Floor', options: [{ name: 'Ground' }, { name: 'First' }] } };
    await expect(
      call('vendors.call', { operation: 'monitorqa.createAttribute', connectionId: CONNECTION, params }),
    ).rejects.toMatchObject({ code: 'not-permitted' });
    await call('vendors.call', { operation: 'monitorqa.listTemplates', connectionId: CONNECTION });
    const learned = async () => [await permissionOf('createAttribute'), await permissionOf('listTemplates')];
    const expected = [
      { permitted: 'no', reason: 'learned-no' },
      { permitted: 'yes', reason: 'learned-yes' },
    ];
    expect(await learned()).toMatchObject(expected);
    await workspace.restart();
    expect(await learned()).toMatchObject(expected);
  });

  it('forgets what was learned when the account has another key', async () => {
    await call('vendors.call', { operation: 'monitorqa.listTemplates', connectionId: CONNECTION });
    expect(await permissionOf('listTemplates')).toMatchObject({ reason: 'learned-yes' });
    await call('connections.setSecret', { id: CONNECTION, secret: { apiKey: workspace.apiKey } });
    expect(await permissionOf('listTemplates')).toMatchObject({ permitted: 'unknown' });
  });

  it('answers without the vendor, with the role unknown', async () => {
    await isPerson(await personWithRole(/admin/i));
    await workspace.restart();
    await workspace.vendor.setOnline(false);
    expect(await permissions()).toMatchObject({ user: expect.any(String), role: null });
    expect(await permissionOf('createRole')).toMatchObject({ permitted: 'unknown', reason: 'role-unknown' });
  }, 60_000);
});
