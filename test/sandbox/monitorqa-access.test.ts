import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  sampleMonitorqaBarredKey,
  sampleMonitorqaKey,
  sampleMonitorqaReaderKey,
} from '../../src/sandbox/monitorqa/access.ts';
import { answerOf, formWith, pngBytes, serve, type Served } from './served.ts';
import type { Named } from './support.ts';

let vendor: Served;
beforeAll(async () => {
  vendor = await serve({ audits: 60 });
});
afterAll(() => vendor.server.close());

describe('the key of an observer', () => {
  it.each(['/company', '/users', '/roles', '/audit/pending', '/corrective-actions/pending', '/company/accessible'])(
    'reads %s as the administrator does',
    async (path) => {
      expect(await vendor.as(sampleMonitorqaReaderKey).read(path)).toEqual(await vendor.read(path));
    },
  );

  it.each([
    ['PUT', '/company', 'can-manage-company'],
    ['POST', '/company', 'can-manage-company'],
    ['DELETE', '/company', 'can-manage-company'],
    ['DELETE', '/company/logo', 'can-manage-company'],
    ['DELETE', '/company/icon', 'can-manage-company'],
    ['PUT', '/corrective-actions/any', 'can-manage-corrective-actions'],
    ['DELETE', '/corrective-actions/any', 'can-manage-corrective-actions'],
  ])('is answered 409 with the permission as message to %s %s', async (method, path, permission) => {
    const response = await vendor.as(sampleMonitorqaReaderKey).send(method, path);
    expect(await answerOf(response)).toEqual([409, { message: `permissions/${permission}` }]);
  });

  it('is answered 409 to an upload, which changes nothing', async () => {
    const before = await vendor.read('/company');
    const response = await vendor.as(sampleMonitorqaReaderKey).send('POST', '/company/logo', {
      body: formWith(pngBytes),
    });
    expect(response.status).toBe(409);
    expect(await vendor.read('/company')).toEqual(before);
  });
});

describe('the key of somebody barred', () => {
  it.each([
    ['GET', '/company'],
    ['GET', '/audit/pending'],
    ['GET', '/timezones'],
    ['PUT', '/company'],
    ['DELETE', '/corrective-actions/any'],
  ])('is answered 403 with the documented body to %s %s', async (method, path) => {
    const response = await vendor.as(sampleMonitorqaBarredKey).send(method, path);
    expect(await answerOf(response)).toMatchObject([403, { error: { code: 'FORBIDDEN', details: {} } }]);
  });
});

describe('GET /roles', () => {
  type Role = Named & { readonly roleType: number };

  it('lists every role a user has', async () => {
    const roles = await vendor.read<readonly Role[]>('/roles');
    expect(new Set(roles.map((role) => role.roleType))).toEqual(new Set([0, 1, 2, 3]));
    const users = await vendor.read<readonly Named[]>('/users');
    for (const user of users) {
      expect(roles).toContainEqual((await vendor.read<{ role: Role }>(`/users/${user.id}`)).role);
    }
  });

  it('gives each role the permissions of its type, those of others being part of an administrator', async () => {
    const counts = [31, 17, 4, 9];
    const details = await Promise.all(
      (await vendor.read<readonly Role[]>('/roles')).map((role) =>
        vendor.read<Role & { description: string; permissions: readonly string[] }>(`/roles/${role.id}`),
      ),
    );
    const administrator = new Set(details.find((role) => role.roleType === 0)?.permissions);
    for (const { roleType, permissions, description } of details) {
      expect(new Set(permissions).size).toBe(counts[roleType]);
      expect(permissions.filter((permission) => !administrator.has(permission))).toEqual([]);
      expect(description).not.toBe('');
    }
  });

  it('answers an unknown role 404 without a body', async () => {
    expect(await answerOf(await vendor.send('GET', '/roles/nobody'))).toEqual([404, '']);
  });
});

describe('GET /timezones', () => {
  it('lists zones with readable names, the furthest behind UTC first', async () => {
    const zones = await vendor.read<readonly { ianaName: string; text: string }[]>('/timezones');
    expect(zones).toContainEqual({ ianaName: 'America/New_York', text: 'America/New York' });
    const place = (name: string): number => zones.findIndex((zone) => zone.ianaName === name);
    const order = ['Pacific/Midway', 'America/New_York', 'Europe/London', 'Pacific/Auckland', 'Pacific/Chatham'];
    expect(order.map(place).toSorted((one, other) => one - other)).toEqual(order.map(place));
    expect(place('Pacific/Midway')).toBeGreaterThanOrEqual(0);
  });
});

describe('the request log', () => {
  it('shows type, length and JSON of a write, and of no write its key', async () => {
    vendor.server.log.clear();
    const body = { companyName: 'Kauri Construction Group', usagePurpose: 2, ianaTimeZone: 'UTC' };
    await vendor.json('PUT', '/company', body);
    await vendor.send('GET', `/company?x-api-key=${sampleMonitorqaKey}`);
    const [write, read] = vendor.server.log.entries();
    expect(write).toMatchObject({ method: 'PUT', path: '/monitorqa/company', file: null });
    expect(write?.body).toEqual({ type: 'application/json', length: JSON.stringify(body).length, json: body });
    expect(read).toMatchObject({ body: null, query: [['x-api-key', '[present]']] });
    expect(JSON.stringify(vendor.server.log.entries())).not.toContain(sampleMonitorqaKey);
  });

  it('keeps the length of JSON that cannot be read', async () => {
    vendor.server.log.clear();
    await vendor.send('PUT', '/company', { body: '{"a":', headers: { 'Content-Type': 'application/json' } });
    expect(vendor.server.log.entries()[0]?.body).toEqual({ type: 'application/json', length: 5 });
  });
});
