import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleConqaAccountId, sampleConqaToken } from '../../src/sandbox/conqa/access.ts';
import {
  createManualLater,
  listen,
  serveConqa,
  type MilestoneBody,
  type ServedConqa,
  type WebhookBody,
  type WebhookPage,
} from './conqa-support.ts';

let folder: string;
let journalPath: string;
const running: ServedConqa[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conqa-'));
  journalPath = join(folder, 'sample.jsonl');
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((vendor) => vendor.server.close()));
  await rm(folder, { recursive: true });
});

const start = async (timer = createManualLater()): Promise<ServedConqa> => {
  const vendor = await serveConqa({ journalPath, later: timer.later });
  running.push(vendor);
  return vendor;
};
const restart = async (timer = createManualLater()): Promise<ServedConqa> => {
  await running.pop()?.server.close();
  return start(timer);
};
const account = `/account/${sampleConqaAccountId}`;
const register = async (
  vendor: ServedConqa,
  scope: string,
  type: string,
  callbackUrl: string,
): Promise<WebhookBody> => {
  const response = await vendor.json('PUT', `${scope}/${type}/webhook`, { name: 'Test', callbackUrl });
  return ((await response.json()) as { readonly webhook: WebhookBody }).webhook;
};
const checklistOf = async (vendor: ServedConqa): Promise<string> => {
  const path = `/project/${await vendor.projectId(0)}/milestones?limit=1`;
  const { data } = await vendor.read<{ data: { milestones: readonly MilestoneBody[] } }>(path);
  return data.milestones[0]?.checklistId ?? '';
};

describe('a sample CONQA with a journal', () => {
  it('has the same webhooks after a restart, and gives no id twice', async () => {
    const vendor = await start();
    const project = `/project/${await vendor.projectId(0)}`;
    const changed = await register(vendor, project, 'milestone', 'https://example.com/a');
    await vendor.json('PATCH', `${project}/milestone/webhook/${changed.id}`, { status: 'INACTIVE' });
    const gone = await register(vendor, account, 'report', 'https://example.com/b');
    await vendor.send('DELETE', `${account}/report/webhook/${gone.id}`);
    const seen = async (at: ServedConqa): Promise<unknown> => [
      await at.read(`${project}/webhooks`),
      await at.read(`${account}/webhooks`),
    ];
    const before = await seen(vendor);
    const next = await restart();
    expect(await seen(next)).toEqual(before);
    const { id } = await register(next, account, 'report', 'https://example.com/c');
    expect([changed.id, gone.id]).not.toContain(id);
  });

  it('makes the report that a restart interrupted, once, and keeps it', async () => {
    const hook = await listen();
    const vendor = await start();
    const project = `/project/${await vendor.projectId(0)}`;
    await register(vendor, project, 'report', hook.url);
    const checklistId = await checklistOf(vendor);
    await vendor.json('POST', `${project}/report`, { checklistId, context: { id: 'kept' } });

    const timer = createManualLater();
    const next = await restart(timer);
    await next.projects();
    timer.runAll();
    await hook.until(1);
    const data = hook.latest();
    expect(data.context).toEqual({ id: 'kept' });
    expect((await fetch(data.reportUrl)).status).toBe(200);

    const idle = createManualLater();
    const last = await restart(idle);
    await last.projects();
    expect(idle.count()).toBe(0);
    const { pathname } = new URL(data.reportUrl);
    expect((await fetch(`${last.server.url}${pathname}`)).status).toBe(200);
    await hook.close();
  });

  it('writes one line per accepted write, none for a refused one, and no token', async () => {
    const vendor = await start();
    await register(vendor, account, 'report', 'https://example.com/a');
    await vendor.json('PUT', `${account}/report/webhook`, { name: 'x' });
    await vendor.json('POST', `/project/${await vendor.projectId(0)}/report`, { checklistId: 'cl:none' });
    const text = await readFile(journalPath, 'utf8');
    expect(text.trimEnd().split('\n')).toHaveLength(1);
    expect(text).not.toContain(sampleConqaToken);
  });

  it('shares its journal with the other vendors', async () => {
    const vendor = await start();
    await register(vendor, account, 'report', 'https://example.com/a');
    const headers = { 'X-API-KEY': 'sample-monitorqa-key' };
    await fetch(`${vendor.server.url}/monitorqa/company/icon`, { method: 'DELETE', headers });
    const next = await restart();
    const company = await fetch(`${next.server.url}/monitorqa/company`, { headers });
    expect(await company.json()).toMatchObject({ iconFileId: null });
    expect((await next.read<WebhookPage>(`${account}/webhooks`)).data.count).toBe(3);
  });

  it('answers a bare 500 when the journal cannot be written, and has changed nothing', async () => {
    const { createSandbox } = await import('../../src/sandbox/sandbox.ts');
    const sandbox = createSandbox({
      seed: 1,
      now: '2026-11-22T06:00:00.000Z',
      audits: 0,
      clock: () => 0,
      onJournal: () => {
        throw new Error('no space left');
      },
    });
    const ask = (method: string, path: string, init: RequestInit = {}): Response | Promise<Response> =>
      sandbox.app.request(`http://127.0.0.1/conqa/api-v1${account}${path}`, {
        method,
        ...init,
        headers: { Authorization: sampleConqaToken, 'Content-Type': 'application/json' },
      });
    const body = JSON.stringify({ name: 'x', callbackUrl: 'https://example.com' });
    const response = await ask('PUT', '/report/webhook', { body });
    expect([response.status, await response.text()]).toEqual([500, '']);
    expect(await (await ask('GET', '/webhooks')).json()).toMatchObject({ data: { count: 2 } });
  });
});
