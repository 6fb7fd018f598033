import { Agent } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MappedRecord } from '../../src/shared/model/mapped-record.ts';
import { isOpenStatus } from '../../src/shared/model/status.ts';
import { systemClock } from '../../src/main/platform/clock.ts';
import { silentLog } from '../../src/main/platform/log.ts';
import { systemRandom } from '../../src/main/platform/random.ts';
import { startSandbox, type SandboxServer } from '../../src/main/sandbox-server.ts';
import { firstPage, nextPage, type PagingStep } from '../../src/main/vendors/core/paging.ts';
import { createVendorClient, type VendorClient } from '../../src/main/vendors/core/vendor-client.ts';
import { conqa } from '../../src/main/vendors/conqa/client.ts';
import { milestoneDetails } from '../../src/main/vendors/conqa/map-milestone.ts';
import { projectSummary } from '../../src/main/vendors/conqa/project-summary.ts';
import { startReportCall } from '../../src/main/vendors/conqa/report-context.ts';
import { readWebhooks } from '../../src/main/vendors/conqa/webhooks.ts';
import { rejection } from './vendor-server.ts';

let sandbox: SandboxServer;
let client: VendorClient;
let projects: readonly MappedRecord[];

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 7, now: '2026-11-22T06:00:00.000Z', audits: 1, clock: () => 0 });
  const vendor = sandbox.vendors.find((candidate) => candidate.vendor === 'conqa');
  if (!vendor) throw new Error('the sample has no CONQA');
  client = createVendorClient({
    definition: conqa,
    connection: { id: 'sample', url: sandbox.url + vendor.path },
    secret: async () => vendor.secret,
    dispatcher: new Agent(),
    clock: systemClock,
    random: systemRandom,
    log: silentLog,
  });
  projects = (await readList('project', 'listProjects', null)).records;
});

afterAll(() => sandbox.close());

const firstProject = (): string => projects[0]?.vendorId ?? '';

/** Every record of one list, page by page as a sync reads it, and how the reading ended. */
async function readList(kind: string, operation: string, projectId: string | null, size = 300) {
  const collection = conqa.collections.find((candidate) => candidate.kind === kind);
  if (!collection) throw new Error(kind);
  const rule = { style: conqa.operations[operation]?.paging ?? 'none', size };
  const records: MappedRecord[] = [];
  const seen = new Set<string>();
  let step: PagingStep = { kind: 'next', request: firstPage(rule) };
  while (step.kind === 'next') {
    const { query, state } = step.request;
    const path = projectId === null ? {} : { path: { projectId } };
    const { data } = await client.call(operation, { ...path, query });
    const page = collection.mapPage(operation, data);
    const repeated = page.records.filter(({ vendorId }) => seen.has(vendorId)).length;
    for (const { vendorId } of page.records) seen.add(vendorId);
    records.push(...page.records);
    step = nextPage(rule, state, { ...page, repeated });
  }
  return { records, end: step.kind };
}

async function readAll(kind: string, operation: string, size?: number): Promise<readonly MappedRecord[]> {
  const lists = await Promise.all(projects.map(({ vendorId }) => readList(kind, operation, vendorId, size)));
  expect(lists.map(({ end }) => end)).toEqual(projects.map(() => 'end'));
  return lists.flatMap(({ records }) => records);
}

describe('the sample’s CONQA', () => {
  it('has three projects with 700 issues and 400 milestones between them', async () => {
    expect(projects).toHaveLength(3);
    expect(await readAll('issue', 'listProjectIssues')).toHaveLength(700);
    expect(await readAll('milestone', 'listProjectMilestones')).toHaveLength(400);
  });

  it('gives the same issues in small pages', async () => {
    const ids = (records: readonly MappedRecord[]) => records.map(({ vendorId }) => vendorId).toSorted();
    expect(ids(await readAll('issue', 'listProjectIssues', 37))).toEqual(
      ids(await readAll('issue', 'listProjectIssues')),
    );
  });

  it('has issues of every documented status, and only closed ones cannot be late', async () => {
    const statuses = new Set((await readAll('issue', 'listProjectIssues')).map(({ status }) => status));
    expect(statuses).toEqual(new Set(['closed', 'disputed', 'open', 'ready-to-inspect', 'work-completed']));
    expect([...statuses].filter((status) => !isOpenStatus(status))).toEqual(['closed']);
  });

  it('has milestones with configured fields, statuses and measurements that are all read', async () => {
    const milestones = await readAll('milestone', 'listProjectMilestones');
    const details = milestones.map(({ raw }) => milestoneDetails(raw));
    expect(details.every(({ fields, statusText }) => fields.length > 0 && statusText !== null)).toBe(true);
    expect(details.some(({ measurements }) => measurements.some(({ threshold }) => threshold !== null))).toBe(true);
  });

  it('has summaries that read as given, one of which does not add up', async () => {
    const read = projects.map(async ({ vendorId: projectId }) => {
      const { data } = await client.call('getProjectSummary', { path: { projectId } });
      return projectSummary(data).issues?.isConsistent;
    });
    expect((await Promise.all(read)).filter((isConsistent) => isConsistent === false)).toHaveLength(1);
  });

  it('lets a webhook be registered, renamed, turned off and on, and deleted', async () => {
    const projectId = firstProject();
    const type = 'milestone';
    const find = async (id: unknown) =>
      (await readWebhooks(client, { projectId })).webhooks.find((webhook) => webhook.id === id);
    const body = { name: 'Milestones', callbackUrl: 'http://127.0.0.1:9/hook' };
    const { data } = await client.send('registerProjectWebhook', { path: { projectId, type }, body });
    const webhookId = (data as { readonly webhook: { readonly id: string } }).webhook.id;
    const path = { projectId, type, webhookId };
    expect(await find(webhookId)).toMatchObject({ type, status: 'ACTIVE' });

    await client.send('updateProjectWebhook', { path, body: { status: 'INACTIVE' } });
    expect(await find(webhookId)).toMatchObject({ status: 'INACTIVE' });
    const renamed = await client.send('updateProjectWebhook', { path, body: { name: 'New', status: 'ACTIVE' } });
    expect(renamed.data).toMatchObject({ webhookId, name: 'New', status: 'ACTIVE' });

    await client.send('deleteProjectWebhook', { path });
    expect(await find(webhookId)).toBeUndefined();
  });

  it('starts a report on a milestone’s checklist and answers with no id', async () => {
    const { records } = await readList('milestone', 'listProjectMilestones', firstProject());
    const checklistId = records.map(({ raw }) => milestoneDetails(raw).checklistId).find((id) => id !== null) ?? '';
    const { operation, params } = startReportCall(firstProject(), checklistId, 'report-0001');
    expect((await client.send(operation, params)).data).toEqual({ data: { message: 'Report submitted' } });
  });

  it('refuses with a bare status what it does not have', async () => {
    const path = { projectId: 'no-such-project' };
    expect(await rejection(client.call('getProjectSummary', { path }))).toMatchObject({
      code: 'not-at-vendor',
      status: 404,
    });
  });
});
