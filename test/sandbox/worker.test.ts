import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import type { SandboxCommand, SandboxMessage, SandboxWorkerData } from '../../src/main/sandbox.ts';
import { base, key } from './support.ts';

const workers: Worker[] = [];
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.terminate()));
});

const entry = new URL('../../src/main/sandbox.ts', import.meta.url);
const start = (options: Partial<SandboxWorkerData> = {}): Worker => {
  const worker = new Worker(entry, { workerData: { ...base, audits: 50, ...options } });
  workers.push(worker);
  return worker;
};
const heard = async (worker: Worker): Promise<SandboxMessage> => {
  const [message] = (await once(worker, 'message')) as [SandboxMessage];
  return message;
};
const tell = (worker: Worker, command: SandboxCommand): Promise<SandboxMessage> => {
  const answer = heard(worker);
  worker.postMessage(command);
  return answer;
};
const listening = async (worker: Worker): Promise<Extract<SandboxMessage, { type: 'listening' }>> => {
  const message = await heard(worker);
  if (message.type !== 'listening') throw new Error(`expected to hear listening, heard ${message.type}`);
  return message;
};

describe('the sandbox worker', () => {
  it('says its port and vendors, and answers there', async () => {
    const { port, vendors } = await listening(start());
    const [vendor] = vendors;
    expect(vendor).toEqual({ vendor: 'monitorqa', path: '/monitorqa', secret: { apiKey: key['X-API-KEY'] } });
    const response = await fetch(`http://127.0.0.1:${port}${vendor?.path}/audit/pending`, { headers: key });
    expect(response.status).toBe(200);
  });

  it('goes offline and comes back, takes faults and hands over its log', async () => {
    const worker = start();
    const { port } = await listening(worker);
    const url = `http://127.0.0.1:${port}/monitorqa/company`;
    expect(await tell(worker, { type: 'online', online: false })).toEqual({ type: 'online', online: false });
    await expect(fetch(url, { headers: key })).rejects.toThrow('fetch failed');
    expect(await tell(worker, { type: 'online', online: true })).toEqual({ type: 'online', online: true });
    const faults = [{ path: '/monitorqa/**', fault: { kind: 'status', status: 503 } }] as const;
    expect(await tell(worker, { type: 'faults', faults })).toEqual({ type: 'faults' });
    expect((await fetch(url, { headers: key })).status).toBe(503);
    const log = await tell(worker, { type: 'log' });
    expect(log).toMatchObject({ type: 'log', entries: [{ path: '/monitorqa/company', fault: 'status' }] });
  });

  it('stops by itself when told, with nothing left to keep it alive', async () => {
    const worker = start();
    await listening(worker);
    const exited = once(worker, 'exit');
    expect(await tell(worker, { type: 'stop' })).toEqual({ type: 'stopped' });
    expect(await exited).toEqual([0]);
  });

  it('keeps what was written in its journal, for the next worker', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
    const journalPath = join(folder, 'sample.jsonl');
    const worker = start({ journalPath });
    const { port } = await listening(worker);
    const written = await fetch(`http://127.0.0.1:${port}/monitorqa/company/logo`, { method: 'DELETE', headers: key });
    expect(written.status).toBe(200);
    // Not asked to stop: an answered write is on disk already.
    await worker.terminate();
    const next = await listening(start({ journalPath }));
    const company = await fetch(`http://127.0.0.1:${next.port}/monitorqa/company`, { headers: key });
    expect(await company.json()).toMatchObject({ logoFileId: null });
    await rm(folder, { recursive: true });
  });

  it('says why it cannot start', async () => {
    const { port } = await listening(start());
    expect(await heard(start({ port }))).toMatchObject({ type: 'failed', code: 'EADDRINUSE' });
    expect(await heard(start({ now: 'yesterday' }))).toMatchObject({ type: 'failed' });
  });
});
