import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSandbox, type SandboxServer, type SandboxServerOptions } from '../../src/main/sandbox-server.ts';
import { sampleConqaToken } from '../../src/sandbox/conqa/access.ts';
import type { Later } from '../../src/sandbox/conqa/later.ts';
import { base, clock } from './support.ts';

const api = '/conqa/api-v1';

/** A timer that a test moves: what waits runs when it is told to. */
export const createManualLater = () => {
  const waiting = new Set<() => void>();
  const later: Later = (_milliseconds, run) => {
    waiting.add(run);
    return () => waiting.delete(run);
  };
  return {
    later,
    count: (): number => waiting.size,
    runAll: (): void => {
      const due = [...waiting];
      waiting.clear();
      for (const run of due) run();
    },
  };
};

/** CONQA over a real socket. */
export type ServedConqa = Awaited<ReturnType<typeof serveConqa>>;

/** Starts a sandbox and returns what asks its CONQA, with the sample's token unless told otherwise. */
export const serveConqa = async (options: Partial<SandboxServerOptions> = {}) => {
  const server: SandboxServer = await startSandbox({ ...base, clock, audits: 10, ...options });
  const send = (
    method: string,
    path: string,
    { token = sampleConqaToken, ...init }: RequestInit & { readonly token?: string } = {},
  ): Promise<Response> =>
    fetch(`${server.url}${api}${path}`, {
      method,
      ...init,
      headers: { Authorization: token, ...(init.headers as Record<string, string> | undefined) },
    });
  const json = (method: string, path: string, body: unknown): Promise<Response> =>
    send(method, path, { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
  const read = async <T>(path: string): Promise<T> => {
    const response = await send('GET', path);
    if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
    return (await response.json()) as T;
  };
  const projects = async (): Promise<readonly ProjectBody[]> =>
    (await read<{ readonly projects: readonly ProjectBody[] }>('/projects')).projects;
  /** The id of the project at a place in the list. */
  const projectId = async (index: number): Promise<string> => (await projects())[index]?.projectId ?? '';
  return { server, send, json, read, projects, projectId };
};

/** Every issue or milestone of a project, page by page until an empty one. */
export const allOf = async <T>(
  { read }: ServedConqa,
  project: string,
  name: 'issues' | 'milestones',
  limit: number,
): Promise<readonly T[]> => {
  const rows: T[] = [];
  for (let page = 1; ; page += 1) {
    const { data } = await read<{ data: Record<typeof name, readonly T[]> }>(
      `/project/${project}/${name}?page=${page}&limit=${limit}`,
    );
    if (data[name].length === 0) return rows;
    rows.push(...data[name]);
  }
};

/** Somebody on this computer who is notified, and answers as told. */
export const listen = async (answer: () => number = () => 200) => {
  const received: { readonly path: string; readonly type: string; readonly body: unknown }[] = [];
  let noticed: (() => void)[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.writeHead(answer()).end();
      received.push({
        path: request.url ?? '',
        type: request.headers['content-type'] ?? '',
        body: JSON.parse(Buffer.concat(chunks).toString()) as unknown,
      });
      for (const notice of noticed.splice(0)) notice();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    /** What the latest notification says of its report. */
    latest: (): ReportBody => {
      const body = received.at(-1)?.body as { readonly data: ReportBody } | undefined;
      if (body === undefined) throw new Error('nothing was received');
      return body.data;
    },
    /** Waits until so many notifications have come. */
    until: async (count: number): Promise<void> => {
      while (received.length < count) {
        await new Promise<void>((resolve) => {
          noticed = [...noticed, resolve];
        });
      }
    },
    close: async (): Promise<void> => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

type ReportBody = { readonly reportUrl: string; readonly context: object };

export type ProjectBody = { readonly projectId: string; readonly projectName: string };

export type Paging = { readonly total_records: number; readonly page_size: number; readonly page_number: number };

export type IssueBody = {
  readonly issueId: string;
  readonly issueNumber: string;
  readonly status: string;
  readonly title: string;
  readonly dueDate: string | null;
  readonly raisedAt: string;
  readonly lastUpdatedAt: string;
  readonly daysAtStatus: number;
  readonly raisedByName: string;
  readonly checklistId: string | null;
  readonly responsiblePersonName?: string;
  readonly ballInCourtUserName?: string;
};

type Shown = { readonly value: unknown; readonly display: string };

export type MilestoneBody = {
  readonly milestoneId: string;
  readonly externalId: string;
  readonly name: string;
  readonly checklistId: string;
  readonly status: Shown;
  readonly fields: Readonly<Record<string, Shown>>;
  readonly measurements: Readonly<Record<string, { readonly days: number; readonly threshold: string }>>;
};

export type SummaryBody = {
  readonly data: {
    readonly name: string;
    readonly issues: {
      readonly total: number;
      readonly statuses: readonly { readonly name: string; readonly issueCount: number }[];
    };
    readonly milestones: { readonly total: number; readonly statuses: readonly unknown[]; readonly measures: object };
  };
};

export type WebhookBody = {
  readonly id: string;
  readonly name?: string;
  readonly projectId?: string;
  readonly accountId?: string;
  readonly maskedCallbackUrl: string;
  readonly type: string;
  readonly status: string;
  readonly createdAt: string;
  readonly updatedAt: string;
};

export type WebhookPage = {
  readonly data: {
    readonly count: number;
    readonly lastEvaluatedKey?: string;
    readonly webhooks: readonly WebhookBody[];
  };
};
