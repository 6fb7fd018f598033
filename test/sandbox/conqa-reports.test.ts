import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleConqaAccountId } from '../../src/sandbox/conqa/access.ts';
import { createConqaDataset } from '../../src/sandbox/conqa/data/dataset.ts';
import { reportFails } from '../../src/sandbox/conqa/report-outcome.ts';
import {
  createManualLater,
  listen,
  serveConqa,
  type ServedConqa,
  type WebhookBody,
  type WebhookPage,
} from './conqa-support.ts';
import { base, now } from './support.ts';

/** A checklist of the first project whose report can or cannot be made. */
const checklistThat = (fails: boolean): string => {
  const dataset = createConqaDataset({ seed: base.seed, now: Date.parse(now) });
  const [project] = dataset.projects();
  const milestone = project?.milestones.find(
    (row) => project && reportFails(dataset, { project, milestone: row }) === fails,
  );
  return `cl:${milestone?.checklist.id}`;
};
const [good, bad] = [checklistThat(false), checklistThat(true)];

let vendor: ServedConqa;
let hook: Awaited<ReturnType<typeof listen>>;
let timer: ReturnType<typeof createManualLater>;
let project: string;
let answer: number;
beforeEach(async () => {
  answer = 200;
  timer = createManualLater();
  [vendor, hook] = await Promise.all([serveConqa({ later: timer.later }), listen(() => answer)]);
  project = `/project/${await vendor.projectId(0)}`;
});
afterEach(async () => {
  await Promise.all([vendor.server.close(), hook.close()]);
});

const register = async (scope: string, type: string, callbackUrl: string): Promise<WebhookBody> => {
  const response = await vendor.json('PUT', `${scope}/${type}/webhook`, { name: 'Test', callbackUrl });
  return ((await response.json()) as { readonly webhook: WebhookBody }).webhook;
};
const start = (checklistId: string, context?: unknown): Promise<Response> =>
  vendor.json('POST', `${project}/report`, { checklistId, ...(context === undefined ? {} : { context }) });
const statusOf = async (id: string): Promise<string | undefined> =>
  (await vendor.read<WebhookPage>(`${project}/webhooks`)).data.webhooks.find((webhook) => webhook.id === id)?.status;

describe('a report of the sample CONQA', () => {
  it('is submitted, and tells the webhook only after a while', async () => {
    await register(project, 'report', `${hook.url}/report`);
    const response = await start(good, { plumblineId: 'r-1', nested: [1, null] });
    expect([response.status, await response.json()]).toEqual([200, { data: { message: 'Report submitted' } }]);
    expect([hook.received, timer.count()]).toEqual([[], 1]);
    timer.runAll();
    await hook.until(1);
    expect(hook.received).toEqual([
      {
        path: '/report',
        type: 'application/json',
        body: {
          data: {
            reportUrl: expect.stringMatching(/\/exports\/[\da-f-]{36}\/v2\/qa-report\.pdf$/),
            reportRequestedBy: 'dan.whitlock@kauri-group.example',
            reportType: 'QAREPORT',
            context: { plumblineId: 'r-1', nested: [1, null] },
            supportCode: '',
            error: '',
            status: 'completed',
            breadcrumbs: [
              { id: expect.stringMatching(/^fo:/), name: 'Site QA', type: 'folder' },
              { id: expect.stringMatching(/^fo:/), name: expect.any(String), type: 'folder' },
              { id: expect.stringMatching(/^fo:/), name: expect.stringMatching(/^ITP-/), type: 'folder' },
              { id: good, name: expect.stringMatching(/^NGH-/), type: 'checklist' },
            ],
          },
        },
      },
    ]);
  });

  it('is a PDF at the address told, without a token, and nowhere before it is made', async () => {
    await register(project, 'report', hook.url);
    await start(good);
    timer.runAll();
    await hook.until(1);
    const { reportUrl } = hook.latest();
    expect(reportUrl.startsWith(`${vendor.server.url}/conqa/exports/`)).toBe(true);
    const response = await fetch(reportUrl);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(new TextDecoder('latin1').decode(await response.arrayBuffer())).toMatch(/^%PDF-[\s\S]*%%EOF\s*$/);
    expect((await fetch(reportUrl.replace(/\w{4}\/v2/, '0000/v2'))).status).toBe(404);
  });

  it('fails for some checklists, with a support code and the project, as documented', async () => {
    await register(project, 'report', hook.url);
    await start(bad, { id: 7 });
    timer.runAll();
    await hook.until(1);
    expect(hook.received[0]?.body).toEqual({
      data: {
        projectId: await vendor.projectId(0),
        reportUrl: '',
        reportRequestedBy: 'dan.whitlock@kauri-group.example',
        reportType: 'QAREPORT',
        context: { id: 7 },
        supportCode: expect.stringMatching(/^[\dA-Z]{5}$/),
        error: 'There was an error generating the report',
        status: 'failed',
      },
    });
  });

  it('tells every active report webhook of the project and its account, and no other', async () => {
    const other = `/project/${await vendor.projectId(1)}`;
    await register(project, 'report', `${hook.url}/project`);
    await register(`/account/${sampleConqaAccountId}`, 'report', `${hook.url}/account`);
    await register(project, 'milestone', `${hook.url}/milestone`);
    await register(other, 'report', `${hook.url}/elsewhere`);
    const off = await register(project, 'report', `${hook.url}/inactive`);
    await vendor.json('PATCH', `${project}/report/webhook/${off.id}`, { status: 'INACTIVE' });
    await start(good);
    timer.runAll();
    await hook.until(2);
    // Told once all of the first are: whoever else was called would have been called with them.
    await start(bad);
    timer.runAll();
    await hook.until(4);
    expect(hook.received.map(({ path }) => path).toSorted()).toEqual(['/account', '/account', '/project', '/project']);
  });

  it('gives an empty context back when none was sent', async () => {
    await register(project, 'report', hook.url);
    await start(good);
    timer.runAll();
    await hook.until(1);
    expect(hook.received[0]?.body).toMatchObject({ data: { context: {} } });
  });

  it('is refused without a checklist, with an unknown one, or with a context that is no object', async () => {
    expect((await vendor.json('POST', `${project}/report`, {})).status).toBe(400);
    expect((await start('cl:11111111-2222-4333-8444-555555555555')).status).toBe(404);
    expect((await start(good.slice(3))).status).toBe(404);
    for (const context of ['x', 7, null, []]) expect((await start(good, context)).status).toBe(400);
    expect(timer.count()).toBe(0);
  });

  it('is not of a checklist of another project', async () => {
    const other = `/project/${await vendor.projectId(1)}`;
    expect((await vendor.json('POST', `${other}/report`, { checklistId: good })).status).toBe(404);
  });
});

describe('a webhook that fails', () => {
  const failOnce = async (count: number): Promise<void> => {
    await start(good);
    timer.runAll();
    await hook.until(count);
  };

  it('is switched off at the tenth failure in a row, and on again by hand', async () => {
    const { id } = await register(project, 'report', hook.url);
    answer = 500;
    for (let count = 1; count <= 9; count += 1) await failOnce(count);
    await expect.poll(() => statusOf(id)).toBe('ACTIVE');
    await failOnce(10);
    await expect.poll(() => statusOf(id)).toBe('INACTIVE');
    await vendor.json('PATCH', `${project}/report/webhook/${id}`, { status: 'ACTIVE' });
    answer = 200;
    await failOnce(11);
    expect(await statusOf(id)).toBe('ACTIVE');
  });

  it('counts from the start again after a success', async () => {
    const { id } = await register(project, 'report', hook.url);
    for (let count = 1; count <= 12; count += 1) {
      answer = count === 6 ? 204 : 503;
      await failOnce(count);
    }
    expect(await statusOf(id)).toBe('ACTIVE');
  });

  it('has failed when it answers with a redirect, which is not followed', async () => {
    const { id } = await register(project, 'report', hook.url);
    answer = 302;
    for (let count = 1; count <= 10; count += 1) await failOnce(count);
    await expect.poll(() => statusOf(id)).toBe('INACTIVE');
  });
});
