import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerOf, serve, type CompanyBody, type Served } from './served.ts';
import type { List, Named } from './support.ts';

let vendor: Served;
beforeEach(async () => {
  vendor = await serve({ audits: 60 });
});
afterEach(() => vendor.server.close());

type ScoreSystem = Named & { readonly labels: readonly { readonly label: string }[] };
const unknown = '00000000-0000-4000-8000-000000000000';

const createCompany = async (): Promise<{ companyId: string; apiKey: string }> => {
  const body = { companyName: 'Totara Civil', companyAdmin: { fullName: 'Mere Tuhiwai' }, usagePurpose: 0 };
  return (await (await vendor.json('POST', '/company', body)).json()) as { companyId: string; apiKey: string };
};
const firstTemplate = async (): Promise<Named> => {
  const [template] = await vendor.read<readonly Named[]>('/audit/templates');
  if (template === undefined) throw new Error('no template');
  return template;
};
const copy = async (body: object) => answerOf(await vendor.json('POST', '/audit/templates/copy', body));

describe('GET /audit/templates', () => {
  it('lists what audits name', async () => {
    const templates = await vendor.read<readonly Named[]>('/audit/templates');
    const { data } = await vendor.read<List>('/audit/complete');
    for (const audit of data) expect(templates).toContainEqual(audit.template);
  });

  it('has the same ones in the detailed list, with a type, in pages', async () => {
    const templates = await vendor.read<readonly Named[]>('/audit/templates');
    const all = await vendor.read<List>('/audit/templates/detailed');
    expect(all.data.map(({ id, name }) => ({ id, name }))).toEqual(templates);
    const second = await vendor.read<List>('/audit/templates/detailed?pageNumber=2&pageSize=5');
    expect(second.data).toEqual(all.data.slice(5, 10));
    expect(second.meta.totalCount).toBe(templates.length);
  });

  it('finds by part of a name, in either case, and by type', async () => {
    const found = await vendor.read<List>('/audit/templates/detailed?search=SCAFFOLD');
    expect(found.data.map((template) => template.name)).toEqual([
      'Scaffold handover inspection',
      'Scaffold weekly inspection',
    ]);
    const types = await Promise.all(
      [0, 1].map((type) => vendor.read<List>(`/audit/templates/detailed?templateType=${type}`)),
    );
    const all = await vendor.read<List>('/audit/templates/detailed');
    expect(types.map((list) => list.data.length).every((count) => count > 0)).toBe(true);
    expect(types.reduce((sum, list) => sum + list.meta.totalCount, 0)).toBe(all.meta.totalCount);
    expect((await vendor.read<List>('/audit/templates/detailed?templateType=7')).data).toEqual([]);
  });
});

describe('POST /audit/templates/copy', () => {
  it('copies a template with its score system, ready for an audit in the other company', async () => {
    const template = await firstTemplate();
    const { companyId, apiKey } = await createCompany();
    const body = { templateId: template.id, targetCompanyId: companyId, copyScoreSystem: true };
    const [status, answer] = await copy(body);
    const { templateId } = answer as { templateId: string };
    expect([status, Object.keys(answer as object)]).toEqual([200, ['templateId']]);
    expect(templateId).not.toBe(template.id);
    const other = vendor.as(apiKey);
    expect(await other.read('/audit/templates')).toEqual([{ id: templateId, name: template.name }]);
    const [own] = (await vendor.read<{ data: readonly ScoreSystem[] }>('/score-systems')).data;
    const [copied] = (await other.read<{ data: readonly ScoreSystem[] }>('/score-systems')).data;
    expect(copied?.name).toBe(own?.name);
    expect(copied?.labels.map((label) => label.label)).toEqual(own?.labels.map((label) => label.label));
    expect(copied?.id).not.toBe(own?.id);

    const object = (await (await other.json('POST', '/audit/objects', { name: 'Bridge 1' })).json()) as Named;
    const audit = { name: 'First', endDate: '2026-12-01T00:00:00.000Z', templateId, auditObjectId: object.id };
    expect((await other.json('POST', '/audit', audit)).status).toBe(200);
    expect(await other.read('/audit/pending')).toMatchObject({
      data: [{ name: 'First', template: { name: template.name }, auditObject: { name: 'Bridge 1' } }],
    });
  });

  it('takes the default score system of the other company, which it needs for that', async () => {
    const template = await firstTemplate();
    const { companyId, apiKey } = await createCompany();
    const body = { templateId: template.id, targetCompanyId: companyId, copyScoreSystem: false };
    expect(await copy(body)).toEqual([409, { message: 'score-system/no-default-score-system' }]);
    await copy({ ...body, copyScoreSystem: true });
    expect((await copy(body))[0]).toBe(200);
    expect(await vendor.as(apiKey).read('/score-systems')).toMatchObject({ meta: { totalCount: 1 } });
    expect(await vendor.as(apiKey).read('/audit/templates')).toHaveLength(2);
  });

  it('refuses with the documented codes', async () => {
    const template = await firstTemplate();
    const { companyId, apiKey } = await createCompany();
    const own = await vendor.read<CompanyBody>('/company');
    const body = { templateId: template.id, targetCompanyId: companyId, copyScoreSystem: true };
    expect(await copy({ ...body, templateId: unknown })).toEqual([409, { message: 'template/not-found' }]);
    expect(await copy({ ...body, targetCompanyId: unknown })).toEqual([409, { message: 'company/not-accessible' }]);
    const foreign = await vendor.as(apiKey).json('POST', '/audit/templates/copy', { ...body, targetCompanyId: own.id });
    expect(await answerOf(foreign)).toEqual([409, { message: 'template/not-accessible' }]);
  });

  it('takes a permission in both companies', async () => {
    const template = await firstTemplate();
    const { companyId, apiKey } = await createCompany();
    const other = vendor.as(apiKey);
    const [admin] = await other.read<readonly Named[]>('/roles');
    const lesser = { roleType: 0, name: 'Company Admin', permissions: ['roles.manage'] };
    expect((await other.json('PUT', `/roles/${admin?.id}`, lesser)).status).toBe(200);
    const body = { templateId: template.id, targetCompanyId: companyId, copyScoreSystem: true };
    expect(await copy(body)).toEqual([409, { message: 'permissions/can-manage-templates' }]);
    const reader = await vendor.as('sample-monitorqa-reader-key').json('POST', '/audit/templates/copy', body);
    expect(await answerOf(reader)).toEqual([409, { message: 'permissions/can-manage-templates' }]);
  });

  it('answers 400 without saying whether the score system goes along', async () => {
    const { companyId } = await createCompany();
    const body = { templateId: (await firstTemplate()).id, targetCompanyId: companyId };
    expect((await copy(body))[0]).toBe(400);
    expect((await copy({ ...body, copyScoreSystem: 'true' }))[0]).toBe(400);
  });
});
