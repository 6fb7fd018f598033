import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleMonitorqaReaderKey } from '../../src/sandbox/monitorqa/access.ts';
import { handledOperations } from '../../src/sandbox/monitorqa/operations.ts';
import { answerOf, serve, type Served } from './served.ts';
import type { List, Named } from './support.ts';

let vendor: Served;
beforeAll(async () => {
  vendor = await serve({ audits: 60 });
});
afterAll(() => vendor.server.close());

const addressOf = (path: string): string => path.replace(/\{\w+\}/, '00000000-0000-4000-8000-000000000000');

describe('handledOperations', () => {
  it('are the 68 of the document, each once', () => {
    expect(handledOperations).toHaveLength(68);
    expect(new Set(handledOperations.map(({ name }) => name)).size).toBe(68);
    expect(new Set(handledOperations.map(({ method, path }) => `${method} ${addressOf(path)}`)).size).toBe(68);
  });

  it.each(handledOperations.filter(({ method }) => method === 'GET'))('$name answers $path', async ({ path }) => {
    const [status] = await answerOf(await vendor.send('GET', addressOf(path)));
    expect(status).toBe(path.includes('{') ? 404 : 200);
  });

  it.each(handledOperations.filter(({ method }) => method !== 'GET'))(
    '$name is answered 409 with a permission for whoever may only read',
    async ({ method, path }) => {
      const response = await vendor.as(sampleMonitorqaReaderKey).send(method, addressOf(path));
      const [status, body] = await answerOf(response);
      expect(status).toBe(409);
      expect((body as { message: string }).message).toMatch(/^permissions\/can-manage-[a-z-]+$/);
    },
  );

  it.each(handledOperations.filter(({ method }) => method !== 'GET'))(
    '$name is answered 400 to a field that is not documented',
    async ({ method, path }) => {
      expect((await vendor.json(method, addressOf(path), { fieldOfNobody: 1 })).status).toBe(400);
    },
  );
});

describe('what was written of every resource', () => {
  it('is there after a restart, with the same ids', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'monitorqa-'));
    const start = () => serve({ audits: 150, journalPath: join(folder, 'sample.jsonl') });
    let at: Served = await start();
    const create = async (path: string, body: object): Promise<string> => {
      const [status, answer] = await answerOf(await at.json('POST', path, body));
      expect([path, status]).toEqual([path, 200]);
      return (answer as Named).id;
    };
    const templateId = (await at.read<readonly Named[]>('/audit/templates'))[0]?.id ?? '';
    const auditObjectId = await create('/audit/objects', { name: 'Bridge' });
    const attributeId = await create('/audit/objects/attributes', { name: 'Kind', options: [{ name: 'Steel' }] });
    const roleId = await create('/roles', { roleType: 2, name: 'Guest' });
    const userId = await create('/users', { email: 'a@b.example', fullName: 'Ana', roleId });
    const endDate = '2026-12-01T00:00:00.000Z';
    const audit = { name: 'One', endDate, templateId, auditObjectId, assigneeId: userId };
    const auditId = await create('/audit', audit);
    const label = { min: 0, max: 100, label: 'All', color: '#000000' };
    const system = { name: 'S', passedThreshold: 1, scoreSystemType: 0, labels: [label] };
    const systemId = await create('/score-systems', system);
    const schedule = { name: 'Daily', templateId, auditObjectIds: [auditObjectId], repeatEvery: 1 };
    const scheduleId = await create('/schedules/daily', schedule);
    const company = { companyName: 'Totara', companyAdmin: { fullName: 'Mere' }, usagePurpose: 0 };
    const created = await answerOf(await at.json('POST', '/company', company));
    const { companyId, apiKey } = created[1] as { companyId: string; apiKey: string };
    const copied = { templateId, targetCompanyId: companyId, copyScoreSystem: true };
    expect((await at.json('POST', '/audit/templates/copy', copied)).status).toBe(200);
    const complete = (await at.read<List>('/audit/complete?pageSize=2')).data.map((row) => row.id);
    await at.json('POST', `/audit/reopen/${complete[0]}`, { startDate: endDate, endDate });
    await at.json('DELETE', '/audit', { ids: [complete[1]] });

    const paths = [
      '/audit/objects',
      `/audit/object/${auditObjectId}`,
      `/audit/objects/attributes/${attributeId}`,
      `/roles/${roleId}`,
      `/users/${userId}`,
      `/audit/${auditId}`,
      `/score-systems/${systemId}`,
      `/schedules/${scheduleId}`,
      '/audit/pending?pageSize=1000',
      '/audit/complete?pageSize=1000',
      '/corrective-actions/completed?pageSize=1000',
      '/webhooks/status?pageSize=1000',
    ];
    const seen = async () => ({
      own: await Promise.all(paths.map((path) => at.read(path))),
      other: await Promise.all(['/audit/templates', '/score-systems'].map((path) => at.as(apiKey).read(path))),
    });
    const before = await seen();
    await at.server.close();
    at = await start();
    expect(await seen()).toEqual(before);
    expect(await create('/audit/objects', { name: 'Bridge 2' })).not.toBe(auditObjectId);
    expect((await at.read<List>(`/audit/pending?auditScheduleId=${scheduleId}`)).meta.totalCount).toBe(2);
    await at.server.close();
    await rm(folder, { recursive: true });
  });
});
