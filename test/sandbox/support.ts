import { sampleMonitorqaKey } from '../../src/sandbox/monitorqa/access.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';

export const now = '2026-11-22T06:00:00.000Z';
export const base = { seed: 20_260_101, now } as const;
export const clock = (): number => Date.parse(now);
export const key = { 'X-API-KEY': sampleMonitorqaKey } as const;

export const sandboxOf = (options: { seed?: number; audits?: number; sites?: number; people?: number } = {}): Sandbox =>
  createSandbox({ ...base, ...options, clock });

/** What a request may say besides its path. */
type Asked = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> };

/** Asks MonitorQA without a server, with the key unless told otherwise. */
export const ask = async (sandbox: Sandbox, path: string, init: Asked = {}): Promise<Response> =>
  sandbox.app.request(`http://127.0.0.1/monitorqa${path}`, { ...init, headers: { ...key, ...init.headers } });

export type ErrorBody = {
  readonly error: {
    readonly message: string;
    readonly code: string;
    readonly details: Readonly<Record<string, string>>;
  };
};

export type Named = { readonly id: string; readonly name: string };

export type Row = {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly startDate: string;
  readonly endDate: string;
  readonly assignees: readonly Named[];
  readonly auditObject: Named;
  readonly template: Named;
  readonly isStarted?: boolean;
  readonly isReopened?: boolean;
  readonly completeDate?: string;
  readonly completedBy?: Named;
  readonly score?: number;
  readonly scoreLabel?: string;
};

export type List = {
  readonly data: readonly Row[];
  readonly meta: { readonly pageNumber: number; readonly pageSize: number; readonly totalCount: number };
};

export const list = async (sandbox: Sandbox, path: string): Promise<List> =>
  (await (await ask(sandbox, path)).json()) as List;

/** Every row of a list, page by page until an empty one. */
export const allRows = async (sandbox: Sandbox, path: string, pageSize: number): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  const separator = path.includes('?') ? '&' : '?';
  for (let page = 1; ; page += 1) {
    const { data } = await list(sandbox, `${path}${separator}pageNumber=${page}&pageSize=${pageSize}`);
    if (data.length === 0) return rows;
    rows.push(...data);
  }
};
