import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleConqaAccountId } from '../../src/sandbox/conqa/access.ts';
import type { Fault } from '../../src/sandbox/faults.ts';
import {
  allOf,
  serveConqa,
  type IssueBody,
  type MilestoneBody,
  type ServedConqa,
  type WebhookPage,
} from './conqa-support.ts';

let vendor: ServedConqa;
let project: string;
beforeAll(async () => {
  vendor = await serveConqa();
  project = await vendor.projectId(0);
});
afterEach(() => vendor.server.faults.clear());
afterAll(() => vendor.server.close());

const inject = (fault: Fault): void => vendor.server.faults.set([{ path: '/conqa/**', fault }]);

describe('faults at the sample CONQA', () => {
  it('emptyList: no rows and no totals in any list', async () => {
    inject({ kind: 'emptyList' });
    expect(await vendor.projects()).toEqual([]);
    expect(await vendor.read(`/project/${project}/issues`)).toEqual({
      data: { paging: { total_records: 0, page_size: 300, page_number: 1 }, issues: [] },
    });
    expect(await vendor.read(`/account/${sampleConqaAccountId}/webhooks`)).toEqual({
      data: { count: 0, webhooks: [] },
    });
  });

  it('shrinkingList: later pages miss what has gone from the front', async () => {
    const whole = await allOf<IssueBody>(vendor, project, 'issues', 1000);
    inject({ kind: 'shrinkingList', rows: 3 });
    const seen = await allOf<IssueBody>(vendor, project, 'issues', 100);
    expect(seen).toHaveLength(337);
    expect(seen[100]).toEqual(whole[103]);
  });

  it('unknownValues: statuses and thresholds nobody has heard of, and new fields', async () => {
    inject({ kind: 'unknownValues' });
    const [issue] = (await vendor.read<{ data: { issues: readonly object[] } }>(`/project/${project}/issues?limit=1`))
      .data.issues;
    expect(issue).toMatchObject({ status: 'value-of-tomorrow', fieldOfTomorrow: { isNew: true } });
    const { milestones } = (
      await vendor.read<{ data: { milestones: readonly MilestoneBody[] } }>(`/project/${project}/milestones?limit=1`)
    ).data;
    expect(milestones[0]?.measurements['timeToSubmitted']?.threshold).toBe('value-of-tomorrow');
  });

  it('status and applied: the write stands, only its answer is lost', async () => {
    const path = `/account/${sampleConqaAccountId}`;
    const count = async (): Promise<number> => (await vendor.read<WebhookPage>(`${path}/webhooks`)).data.count;
    const before = await count();
    inject({ kind: 'status', status: 500, applied: true });
    const body = { name: 'x', callbackUrl: 'https://example.com' };
    expect((await vendor.json('PUT', `${path}/report/webhook`, body)).status).toBe(500);
    vendor.server.faults.clear();
    expect(await count()).toBe(before + 1);
  });

  it('loginPage and cutOff reach it like any vendor', async () => {
    inject({ kind: 'wrongType', as: 'loginPage' });
    expect((await vendor.send('GET', '/projects')).headers.get('content-type')).toContain('text/html');
    inject({ kind: 'cutOff', after: 40 });
    const response = await vendor.send('GET', '/projects');
    await expect(response.text()).rejects.toThrow('terminated');
  });
});
