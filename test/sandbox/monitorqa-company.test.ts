import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleMonitorqaKey } from '../../src/sandbox/monitorqa/access.ts';
import { answerOf, serve, type CompanyBody, type Served } from './served.ts';
import type { Named } from './support.ts';

let vendor: Served;
beforeEach(async () => {
  vendor = await serve({ audits: 60 });
});
afterEach(() => vendor.server.close());

const profile = { companyName: 'Kauri Group', usagePurpose: 3, ianaTimeZone: 'Pacific/Auckland' };
const newcomer = { companyName: 'Totara Civil', companyAdmin: { fullName: 'Mere Tuhiwai' }, usagePurpose: 0 };
type Created = { readonly companyId: string; readonly apiKey: string };
const create = async (body: object = newcomer): Promise<Created> => {
  const [status, created] = await answerOf(await vendor.json('POST', '/company', body));
  expect(status).toBe(200);
  return created as Created;
};

describe('PUT /company', () => {
  it('changes name and purpose, answers 200 without a body, and keeps the images', async () => {
    const before = await vendor.read<CompanyBody>('/company');
    expect(await answerOf(await vendor.json('PUT', '/company', profile))).toEqual([200, '']);
    expect(await vendor.read('/company')).toEqual({ ...before, name: 'Kauri Group', usagePurpose: 3 });
  });

  it('takes a name of its own for what is audited, for the purpose other only', async () => {
    const other = { ...profile, usagePurpose: 6, usagePurposeObjectName: 'Facility' };
    expect((await vendor.json('PUT', '/company', other)).status).toBe(200);
    expect(await vendor.read('/company')).toMatchObject({ usagePurpose: 6, customAuditObjectName: 'Facility' });
    expect((await vendor.json('PUT', '/company', { ...other, usagePurpose: 1 })).status).toBe(200);
    expect(await vendor.read('/company')).toMatchObject({ usagePurpose: 1, customAuditObjectName: null });
  });

  it.each([
    ['no zone', { companyName: 'A', usagePurpose: 0 }, 'ianaTimeZone'],
    ['no name', { usagePurpose: 0, ianaTimeZone: 'UTC' }, 'companyName'],
    ['a purpose beyond 7', { ...profile, usagePurpose: 8 }, 'usagePurpose'],
    ['a purpose as text', { ...profile, usagePurpose: '3' }, 'usagePurpose'],
    ['a name that is a number', { ...profile, companyName: 7 }, 'companyName'],
    ['null for a text', { ...profile, companyName: null }, 'companyName'],
    ['an undocumented field', { ...profile, phone: '1' }, 'phone'],
    ['a name of every object', { ...profile, toString: 'x' }, 'toString'],
    ['purpose other without a name for it', { ...profile, usagePurpose: 6 }, 'usagePurposeObjectName'],
  ])('answers 400 to %s and changes nothing', async (_, body, field) => {
    const before = await vendor.read('/company');
    const [status, answer] = await answerOf(await vendor.json('PUT', '/company', body));
    expect([status, answer]).toMatchObject([400, { error: { code: 'BAD_REQUEST' } }]);
    expect(Object.keys((answer as { error: { details: object } }).error.details)).toEqual([field]);
    expect(await vendor.read('/company')).toEqual(before);
  });

  it.each([
    [{ ...profile, companyName: '  ' }, 'companyName'],
    [{ ...profile, ianaTimeZone: 'Mars/Olympus' }, 'ianaTimeZone'],
    [{ ...profile, ianaTimeZone: '+13:00' }, 'ianaTimeZone'],
    [{ ...profile, usagePurpose: 6, usagePurposeObjectName: '' }, 'usagePurposeObjectName'],
  ])('answers 422 to well-formed values it cannot take: %j', async (body, field) => {
    expect(await answerOf(await vendor.json('PUT', '/company', body))).toMatchObject([
      422,
      { error: { code: 'VALIDATION_ERROR', details: { [field]: expect.any(String) as string } } },
    ]);
  });

  it.each([
    ['text/plain', JSON.stringify(profile)],
    ['multipart/form-data; boundary=x', '--x--'],
    ['application/json', '{"companyName":'],
    ['application/json', '[]'],
    ['application/json', 'null'],
  ])('answers 400 to a body of type %s that reads %s', async (type, body) => {
    expect((await vendor.send('PUT', '/company', { body, headers: { 'Content-Type': type } })).status).toBe(400);
  });

  it('answers 400 to no body at all', async () => {
    expect((await vendor.send('PUT', '/company')).status).toBe(400);
  });
});

describe('POST /company', () => {
  it('answers an id and a key that opens an empty company, run by the user of the old key', async () => {
    const { companyId, apiKey } = await create();
    const mine = vendor.as(apiKey);
    expect(await mine.read('/company')).toEqual({
      id: companyId,
      name: 'Totara Civil',
      logoFileId: null,
      iconFileId: null,
      usagePurpose: 0,
      customAuditObjectName: null,
    });
    for (const list of [
      'audit/pending',
      'audit/complete',
      'corrective-actions/pending',
      'corrective-actions/expired',
    ]) {
      expect(await mine.read(`/${list}`)).toMatchObject({ data: [], meta: { totalCount: 0 } });
    }
    const users = await mine.read<readonly (Named & { email: string })[]>('/users');
    expect(users).toMatchObject([{ name: 'Mere Tuhiwai', email: 'priya.raman@kauri-group.example' }]);
    expect(await mine.read(`/users/${users[0]?.id}`)).toMatchObject({ role: { name: 'Company Admin', roleType: 0 } });
  });

  it('gives every company another id and key, and lists them for whoever belongs to them', async () => {
    const created = [await create(), await create(), await create()];
    expect(new Set(created.flatMap((one) => [one.companyId, one.apiKey])).size).toBe(6);
    const own = await vendor.read<CompanyBody>('/company');
    const expected = [own.id, ...created.map((one) => one.companyId)];
    const accessible = await vendor.read<readonly Named[]>('/company/accessible');
    expect(accessible.map((company) => company.id)).toEqual(expected);
    expect(await vendor.as(created[1]?.apiKey ?? '').read('/company/accessible')).toEqual(accessible);
  });

  it.each([
    ['no administrator', { companyName: 'A', usagePurpose: 0 }, 400],
    ['an administrator without a name', { ...newcomer, companyAdmin: {} }, 400],
    ['an administrator that is a text', { ...newcomer, companyAdmin: 'Mere' }, 400],
    ['an e-mail for the administrator', { ...newcomer, companyAdmin: { fullName: 'A', email: 'a@b.example' } }, 400],
    ['a blank administrator', { ...newcomer, companyAdmin: { fullName: ' ' } }, 422],
    ['an unknown zone', { ...newcomer, ianaTimeZone: 'Nowhere' }, 422],
  ])('refuses %s and creates nothing', async (_, body, status) => {
    expect((await vendor.json('POST', '/company', body)).status).toBe(status);
    expect(await vendor.read('/company/accessible')).toHaveLength(1);
  });

  it('takes every documented field', async () => {
    const all = {
      ...newcomer,
      companyAdmin: { fullName: 'Mere Tuhiwai', phone: '+64 9 555 0100' },
      usagePurpose: 6,
      usagePurposeObjectName: 'Bridge',
      ianaTimeZone: 'Asia/Kolkata',
    };
    const { apiKey } = await create(all);
    expect(await vendor.as(apiKey).read('/company')).toMatchObject({ customAuditObjectName: 'Bridge' });
  });
});

describe('tenants', () => {
  it('know nothing of each other: not users, audits, actions, files or names', async () => {
    const { apiKey } = await create();
    const mine = vendor.as(apiKey);
    const [user] = await vendor.read<readonly Named[]>('/users');
    const { data } = await vendor.read<{ data: readonly Named[] }>('/corrective-actions/completed?pageSize=1');
    const audits = await vendor.read<{ data: readonly Named[] }>('/audit/complete?pageSize=1');
    const own = await vendor.read<CompanyBody>('/company');
    const paths = [
      `/users/${user?.id}`,
      `/corrective-actions/${data[0]?.id}`,
      `/audit/${audits.data[0]?.id}`,
      `/files/${own.logoFileId}`,
    ];
    for (const path of paths) {
      expect((await vendor.send('GET', path)).status).toBe(200);
      expect((await mine.send('GET', path)).status).toBe(404);
    }
    await mine.json('PUT', '/company', profile);
    expect(await vendor.read('/company')).toEqual(own);
  });
});

describe('DELETE /company', () => {
  it('ends the company of the key and no other', async () => {
    const { companyId, apiKey } = await create();
    const mine = vendor.as(apiKey);
    expect(await answerOf(await mine.send('DELETE', '/company'))).toEqual([200, '']);
    expect((await mine.send('GET', '/company')).status).toBe(401);
    expect((await mine.send('DELETE', '/company')).status).toBe(401);
    const left = await vendor.read<readonly Named[]>('/company/accessible');
    expect(left.map((company) => company.id)).not.toContain(companyId);
    expect((await create()).apiKey).not.toBe(apiKey);
  });

  it("ends the sample's own company with every key of it, but not one created from it", async () => {
    const { apiKey } = await create();
    expect((await vendor.send('DELETE', '/company')).status).toBe(200);
    for (const key of [sampleMonitorqaKey, 'sample-monitorqa-reader-key', 'sample-monitorqa-barred-key']) {
      expect((await vendor.as(key).send('GET', '/users')).status).toBe(401);
    }
    expect(await vendor.as(apiKey).read('/company/accessible')).toMatchObject([{ name: 'Totara Civil' }]);
  });

  it('answers 400 to a body', async () => {
    expect((await vendor.json('DELETE', '/company', { ids: [] })).status).toBe(400);
    expect((await vendor.send('GET', '/company')).status).toBe(200);
  });
});
