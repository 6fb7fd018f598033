import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerOf, serve, type Served } from './served.ts';
import type { List, Named } from './support.ts';

let vendor: Served;
beforeEach(async () => {
  vendor = await serve({ audits: 300 });
});
afterEach(() => vendor.server.close());

type Choice = { readonly attributeId: string; readonly optionId: string };
type ObjectDetail = Named & {
  readonly notes: string | null;
  readonly auditObjectGroupIds: readonly string[];
  readonly participantUsers: readonly Named[];
  readonly participantUserGroups: readonly Named[];
  readonly attributes: readonly (Choice & { readonly attributeName: string; readonly optionName: string })[];
  readonly geoAddress: object | null;
};
type Attribute = Named & { readonly options: readonly (Named & { readonly isDefault: boolean })[] };

const unknown = '00000000-0000-4000-8000-000000000000';
const geoAddress = { lat: '40.7128', lng: '-74.0060', name: 'Main Building', address: '123 Business Park Drive' };
const objects = (): Promise<readonly Named[]> => vendor.read<readonly Named[]>('/audit/objects');
const attributes = (): Promise<readonly Attribute[]> =>
  vendor.read<readonly Attribute[]>('/audit/objects/attributes/all');
const detailOf = (id: string): Promise<ObjectDetail> => vendor.read<ObjectDetail>(`/audit/object/${id}`);
const send = async (method: string, path: string, body: object) => answerOf(await vendor.json(method, path, body));
const create = async (path: string, body: object): Promise<string> => {
  const [status, answer] = await send('POST', path, body);
  expect(status).toBe(200);
  return (answer as Named).id;
};

describe('audit objects', () => {
  it('have details with group, participants, attributes and address', async () => {
    const [first] = await objects();
    const detail = await detailOf(first?.id ?? '');
    expect(detail.name).toBe('Northgate Hospital, block C');
    expect(detail.auditObjectGroupIds).toHaveLength(1);
    expect(detail.participantUsers.length).toBeGreaterThan(0);
    expect(detail.participantUserGroups.length).toBeGreaterThan(0);
    expect(detail.attributes).toMatchObject([
      { attributeName: 'Sector', optionName: 'Health' },
      { attributeName: 'Risk level' },
      { attributeName: 'Stage' },
    ]);
    expect(detail.geoAddress).toMatchObject({ lat: '-36.8601', lng: '174.7702' });
  });

  it('can be created, listed, read and edited; what an edit leaves out is gone', async () => {
    const id = await create('/audit/objects', { name: 'Warehouse', notes: 'Mind the step.', geoAddress });
    expect((await objects()).at(-1)).toEqual({ id, name: 'Warehouse' });
    expect(await detailOf(id)).toEqual({
      id,
      name: 'Warehouse',
      notes: 'Mind the step.',
      participantUserGroups: [],
      participantUsers: [],
      auditObjectGroupIds: [],
      attributes: [],
      geoAddress,
    });
    expect(await send('PUT', `/audit/objects/${id}`, { name: 'Store' })).toEqual([200, '']);
    expect(await detailOf(id)).toMatchObject({ name: 'Store', notes: null, geoAddress: null });
  });

  it('are called by their new name in audits', async () => {
    const { data } = await vendor.read<List>('/audit/complete?pageSize=1');
    const { id = '', auditObject } = data[0] ?? {};
    await send('PUT', `/audit/objects/${auditObject?.id}`, { name: 'Renamed yard' });
    expect(await vendor.read(`/audit/complete/${id}`)).toMatchObject({ auditObject: { name: 'Renamed yard' } });
    expect(await vendor.read('/audit/complete?pageSize=1')).toMatchObject({
      data: [{ auditObject: { name: 'Renamed yard' } }],
    });
  });

  it.each([
    ['a blank name', { name: ' ' }, 422],
    ['notes of 801 characters', { name: 'A', notes: 'x'.repeat(801) }, 422],
    ['an address without a street', { name: 'A', geoAddress: { ...geoAddress, address: undefined } }, 400],
    ['coordinates as numbers', { name: 'A', geoAddress: { ...geoAddress, lat: 40.7 } }, 400],
    ['no name', { notes: 'x' }, 400],
  ])('refuse %s', async (_, body, status) => {
    const before = await objects();
    expect((await send('POST', '/audit/objects', body))[0]).toBe(status);
    expect((await send('PUT', `/audit/objects/${before[0]?.id}`, body))[0]).toBe(status);
    expect(await objects()).toEqual(before);
  });

  it('go with their unstarted audits and leave their schedules; what was done keeps their name', async () => {
    const [first, second] = await objects();
    const gone = first?.id ?? '';
    const template = (await vendor.read<readonly Named[]>('/audit/templates'))[0];
    const ids = [gone, second?.id ?? ''];
    const schedule = { name: 'Both', templateId: template?.id, auditObjectIds: ids, repeatEvery: 1 };
    const scheduleId = await create('/schedules/daily', schedule);
    const done = await vendor.read<List>(`/audit/complete?auditObjectId=${gone}`);
    expect(await send('DELETE', '/audit/objects', { ids: [gone] })).toEqual([200, '']);
    expect((await objects()).map((object) => object.id)).not.toContain(gone);
    expect((await vendor.send('GET', `/audit/object/${gone}`)).status).toBe(404);
    const pending = await vendor.read<List>(`/audit/pending?auditObjectId=${gone}&pageSize=1000`);
    expect(pending.data.every((audit) => audit.isStarted === true || audit.isReopened === true)).toBe(true);
    expect(await vendor.read(`/audit/complete?auditObjectId=${gone}`)).toEqual(done);
    const left = await vendor.read<{ auditObjects: readonly Named[]; active: boolean }>(`/schedules/${scheduleId}`);
    expect(left).toMatchObject({ auditObjects: [{ id: second?.id }], active: true });
  });

  it('are deleted together or not at all, and are unknown under the plural path', async () => {
    const [first] = await objects();
    const answer = await send('DELETE', '/audit/objects', { ids: [first?.id, unknown] });
    expect(answer).toEqual([409, { message: 'audit-object/not-found' }]);
    expect(await objects()).toContainEqual(first);
    expect((await vendor.send('GET', `/audit/objects/${first?.id}`)).status).toBe(405);
  });
});

describe('attributes of an object', () => {
  const choose = async (method: string, id: string, given: readonly Choice[]) =>
    send(method, `/audit/objects/${id}/attributes`, { attributes: given });

  it('are assigned once each; what is invalid is ignored without a word', async () => {
    const id = await create('/audit/objects', { name: 'Warehouse' });
    const [sector] = await attributes();
    const valid = { attributeId: sector?.id ?? '', optionId: sector?.options[2]?.id ?? '' };
    const mixed = [valid, valid, { ...valid, optionId: unknown }, { attributeId: unknown, optionId: valid.optionId }];
    expect(await choose('POST', id, mixed)).toEqual([200, '']);
    await choose('POST', id, [valid]);
    expect((await detailOf(id)).attributes).toEqual([
      { ...valid, attributeName: 'Sector', optionName: sector?.options[2]?.name },
    ]);
  });

  it('are taken away one by one; what is not there is ignored without a word', async () => {
    const [first] = await objects();
    const before = (await detailOf(first?.id ?? '')).attributes;
    const [one] = before;
    const given = { attributeId: one?.attributeId ?? '', optionId: one?.optionId ?? '' };
    expect(await choose('DELETE', first?.id ?? '', [given, { ...given, optionId: unknown }])).toEqual([200, '']);
    expect((await detailOf(first?.id ?? '')).attributes).toEqual(before.slice(1));
  });

  it('are refused for an unknown object, and without both ids', async () => {
    expect((await choose('POST', unknown, []))[0]).toBe(404);
    const [first] = await objects();
    const half = { attributes: [{ attributeId: unknown }] };
    expect((await send('POST', `/audit/objects/${first?.id}/attributes`, half))[0]).toBe(400);
  });
});

describe('audit object attributes', () => {
  const body = {
    name: 'Equipment',
    options: [{ name: 'Cranes' }, { name: 'Hoists', isDefault: true }, { name: 'Pumps', isDefault: true }],
  };

  it('are created with options, of which the first marked is the default', async () => {
    const id = await create('/audit/objects/attributes', body);
    const attribute = await vendor.read<Attribute>(`/audit/objects/attributes/${id}`);
    expect(attribute.options.map(({ name, isDefault }) => [name, isDefault])).toEqual([
      ['Cranes', false],
      ['Hoists', true],
      ['Pumps', false],
    ]);
    expect(Object.keys(attribute)).toEqual(['options', 'name', 'id']);
    expect((await attributes()).at(-1)).toEqual(attribute);
  });

  it('keep the options named by id, gain those without, and lose the rest with what they were assigned to', async () => {
    const id = await create('/audit/objects/attributes', body);
    const [cranes, hoists] = (await vendor.read<Attribute>(`/audit/objects/attributes/${id}`)).options;
    const [object] = await objects();
    const given = [cranes, hoists].map((option) => ({ attributeId: id, optionId: option?.id ?? '' }));
    await send('POST', `/audit/objects/${object?.id}/attributes`, { attributes: given });
    const changed = { name: 'Plant', options: [{ id: hoists?.id, name: 'Lifts', isDefault: false }, { name: 'Rigs' }] };
    expect(await send('PUT', `/audit/objects/attributes/${id}`, changed)).toEqual([200, '']);
    const after = await vendor.read<Attribute>(`/audit/objects/attributes/${id}`);
    expect(after).toMatchObject({ name: 'Plant', options: [{ id: hoists?.id, name: 'Lifts' }, { name: 'Rigs' }] });
    expect([cranes?.id, hoists?.id]).not.toContain(after.options[1]?.id);
    const assigned = (await detailOf(object?.id ?? '')).attributes.filter((one) => one.attributeId === id);
    expect(assigned).toMatchObject([{ attributeName: 'Plant', optionName: 'Lifts' }]);
  });

  it('never give the id of a deleted option again', async () => {
    const id = await create('/audit/objects/attributes', { name: 'A', options: [{ name: 'One' }] });
    const before = await vendor.read<Attribute>(`/audit/objects/attributes/${id}`);
    await send('PUT', `/audit/objects/attributes/${id}`, { name: 'A', options: [{ name: 'Two' }] });
    const after = await vendor.read<Attribute>(`/audit/objects/attributes/${id}`);
    expect(after.options[0]?.id).not.toBe(before.options[0]?.id);
  });

  it('go with every assignment', async () => {
    const [first, second] = await attributes();
    const [object] = await objects();
    expect(await send('DELETE', '/audit/objects/attributes', { ids: [first?.id] })).toEqual([200, '']);
    expect((await attributes())[0]).toEqual(second);
    expect((await vendor.send('GET', `/audit/objects/attributes/${first?.id}`)).status).toBe(404);
    const left = (await detailOf(object?.id ?? '')).attributes.map((one) => one.attributeName);
    expect(left).toEqual(['Risk level', 'Stage']);
  });

  it.each([
    ['no options', { name: 'A', options: [] }, 422],
    ['a blank option', { name: 'A', options: [{ name: '' }] }, 422],
    ['a blank name', { name: '', options: [{ name: 'x' }] }, 422],
    ['options as texts', { name: 'A', options: ['x'] }, 400],
    ['no name of an option', { name: 'A', options: [{ isDefault: true }] }, 400],
  ])('refuse %s', async (_, given, status) => {
    const before = await attributes();
    expect((await send('POST', '/audit/objects/attributes', given))[0]).toBe(status);
    expect((await send('PUT', `/audit/objects/attributes/${before[0]?.id}`, given))[0]).toBe(status);
    expect(await attributes()).toEqual(before);
  });

  it('refuse an id for a new option, and the id of an option of another', async () => {
    const [first, second] = await attributes();
    const option = { id: second?.options[0]?.id, name: 'x' };
    expect((await send('POST', '/audit/objects/attributes', { name: 'A', options: [option] }))[0]).toBe(400);
    const foreign = await send('PUT', `/audit/objects/attributes/${first?.id}`, { name: 'A', options: [option] });
    expect(foreign).toEqual([409, { message: 'attribute-option/not-found' }]);
  });
});
