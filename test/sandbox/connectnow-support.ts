import { startSandbox, type SandboxServer, type SandboxServerOptions } from '../../src/main/sandbox-server.ts';
import { sampleConnectnowToken } from '../../src/sandbox/connectnow/access.ts';
import type { JournalEntry } from '../../src/sandbox/journal.ts';
import { base, clock } from './support.ts';

/** ConnectNow over a real socket. */
export type ServedConnectnow = Awaited<ReturnType<typeof serveConnectnow>>;

type Asked = RequestInit & { readonly token?: string | null };

/** Starts a sandbox and returns what asks its ConnectNow, with the sample's token unless told otherwise (null: none). */
export const serveConnectnow = async (options: Partial<SandboxServerOptions> = {}) => {
  const server: SandboxServer = await startSandbox({ ...base, clock, audits: 1, ...options });
  const send = (
    method: string,
    path: string,
    { token = sampleConnectnowToken, ...init }: Asked = {},
  ): Promise<Response> =>
    fetch(`${server.url}/connectnow${path}`, {
      redirect: 'manual',
      method,
      ...init,
      headers: {
        Accept: 'application/json',
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
        ...(init.headers as Record<string, string> | undefined),
      },
    });
  const json = (method: string, path: string, body: unknown, init: Asked = {}): Promise<Response> =>
    send(method, path, { ...init, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
  const read = async <T>(path: string): Promise<T> => {
    const response = await send('GET', path);
    if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
    return (await response.json()) as T;
  };
  /** Every row of a list in pages, in their order. */
  const all = async <T>(path: string, size = 50): Promise<readonly T[]> => {
    const rows: T[] = [];
    for (let page = 1; ; page += 1) {
      const separator = path.includes('?') ? '&' : '?';
      const found = await read<PageBody<T>>(`${path}${separator}page=${page}&per_page=${size}`);
      rows.push(...found.data);
      if (found.next_page_url === null) return rows;
    }
  };
  /** The latest issue that the sample's user may write to, or that stands as asked. */
  const issue = async (fits: (issue: IssueBody) => boolean): Promise<IssueBody> => {
    const found = (await all<IssueBody>('/api/issues?with[]=categories&with[]=events')).find(fits);
    if (found === undefined) throw new Error('no such issue');
    return found;
  };
  return { server, send, json, read, all, issue };
};

/** Tells whether the sample's user may write to an issue: it has access to the first two companies. */
export const isOwn = ({ categories = [] }: IssueBody): boolean =>
  categories.every((category) => category.company_id < 3);

/** Keeps writes as the sandbox hands them over, and gives them back as a restart would: as plain JSON. */
export const keepEntries = () => {
  const lines: string[] = [];
  return {
    lines,
    options: () => ({
      journal: lines.map((line) => JSON.parse(line) as JournalEntry),
      onJournal: (entry: JournalEntry): void => void lines.push(JSON.stringify(entry)),
    }),
  };
};

export type PageBody<T> = {
  readonly current_page: number;
  readonly data: readonly T[];
  readonly from: number | null;
  readonly next_page_url: string | null;
  readonly path: string;
  readonly per_page: number;
  readonly prev_page_url: string | null;
  readonly to: number | null;
};

export type CompanyBody = { readonly id: number; readonly name: string };

export type CategoryBody = CompanyBody & { readonly company_id: number; readonly company?: CompanyBody };

export type IssueBody = {
  readonly id: number;
  readonly name: string;
  readonly severity: string;
  readonly closed_at: string | null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly categories?: readonly CategoryBody[];
  readonly events?: readonly { readonly id: number; readonly description: string; readonly created_at: string }[];
};

export type WebhookBody = {
  readonly id: number;
  readonly user_id: number;
  readonly url: string;
  readonly description: string | null;
};

export type InvalidBody = { readonly message: string; readonly errors: Readonly<Record<string, readonly string[]>> };
