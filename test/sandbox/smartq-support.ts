import { startSandbox, type SandboxServer, type SandboxServerOptions } from '../../src/main/sandbox-server.ts';
import { sampleSmartqSecret } from '../../src/sandbox/smartq/access.ts';
import { base, clock } from './support.ts';

/** What every answer but the body of a file looks like. */
type Envelope<T = unknown> = {
  readonly error: { readonly type: null; readonly code: number; readonly message: string } | null;
  readonly data: T;
};

/** Somebody's login and the key of the account. */
export type Login = { readonly username: string; readonly password: string; readonly clientId: string };

/** The fields of a form, as they stand on the wire before they are encoded. */
export type Fields = Readonly<Record<string, string | number>>;

export const headersOf = ({ username, password, clientId }: Login): Record<string, string> => ({
  Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
  'X-Auth-Client-Id': clientId,
});

/** Somebody asking a smartQ over a real socket. */
export type Asker = ReturnType<typeof askerOf>;

const askerOf = (url: string, login: Login) => {
  const send = (method: string, path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${url}/smartq/api/v1${path}`, {
      method,
      ...init,
      headers: { ...headersOf(login), ...(init.headers as Record<string, string> | undefined) },
    });
  const envelope = async <T>(response: Response): Promise<Envelope<T>> => (await response.json()) as Envelope<T>;
  /** What came of a request; one that was refused fails the test. */
  const dataOf = async <T>(response: Response): Promise<T> => {
    const { error, data } = await envelope<T>(response);
    if (error !== null) throw new Error(`${response.url}: ${error.code} ${error.message}`);
    return data;
  };
  const bodyOf = (fields: Fields): URLSearchParams =>
    new URLSearchParams(Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)]));
  /** The HTTP status of a refusal, and the code and message in its envelope. */
  const refusal = async (
    method: string,
    path: string,
    fields: Fields = {},
  ): Promise<readonly [status: number, code: number | undefined, message: string | undefined]> => {
    const hasBody = method === 'POST' || method === 'PUT';
    const response = await send(method, path, hasBody ? { body: bodyOf(fields) } : {});
    const { error, data } = await envelope(response);
    if (data !== null || error?.type !== null) throw new Error(`${path} was not refused: ${JSON.stringify(data)}`);
    return [response.status, error.code, error.message];
  };
  return {
    send,
    read: async <T>(path: string): Promise<T> => dataOf<T>(await send('GET', path)),
    /** The rows of one page of a list. */
    items: async <T>(path: string): Promise<readonly T[]> =>
      (await dataOf<{ items: readonly T[] }>(await send('GET', path))).items,
    write: async <T>(method: 'POST' | 'PUT' | 'DELETE', path: string, fields: Fields = {}): Promise<T> =>
      dataOf<T>(await send(method, path, method === 'DELETE' ? {} : { body: bodyOf(fields) })),
    refusal,
    /** The HTTP status of a refusal, and the code in its envelope. */
    refused: async (...asked: Parameters<typeof refusal>): Promise<readonly number[]> => {
      const [status, code] = await refusal(...asked);
      return [status, code ?? 0];
    },
  };
};

/** A smartQ over a real socket, asked by an administrator unless told otherwise. */
export type ServedSmartq = Awaited<ReturnType<typeof serveSmartq>>;

/** Starts a sandbox and returns what asks its smartQ. */
export const serveSmartq = async (options: Partial<SandboxServerOptions> = {}) => {
  const server: SandboxServer = await startSandbox({ ...base, clock, audits: 10, ...options });
  const as = (login: Login): Asker => askerOf(server.url, login);
  return { server, as, ...as(sampleSmartqSecret) };
};

/** Every row of a list, page by page until an empty one. */
export const allItems = async <T>({ items }: Asker, path: string, count: number): Promise<readonly T[]> => {
  const rows: T[] = [];
  for (let offset = 0; ; offset += count) {
    const page = await items<T>(`${path}${path.includes('?') ? '&' : '?'}count=${count}&offset=${offset}`);
    if (page.length === 0) return rows;
    rows.push(...page);
  }
};

export type Project = { readonly id: number; readonly name: string; readonly description: string };

export type Step = {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly limit: number | null;
  readonly pos: number;
};

export type Field = {
  readonly name: string;
  readonly type: string;
  readonly label: string;
  readonly required: number;
  readonly options: Readonly<Record<string, unknown>> | readonly unknown[];
  readonly values?: readonly Value[];
};

export type Value = { readonly id: number; readonly title: string; readonly is_default: number; readonly pos: number };

export type Ticket = {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly step_id: number;
  readonly tags: string;
  readonly required_by: string | null;
  readonly owner_id: number;
  readonly assigned_to?: readonly { readonly id: number; readonly name: string }[];
  readonly custom_fields?: Readonly<Record<string, unknown>>;
};

export type Note = { readonly id: number; readonly text: string; readonly private: number; readonly owner_id: number };

export type NoteFile = { readonly id: number; readonly name: string; readonly type: string; readonly size: number };

export type Role = {
  readonly id: number;
  readonly name: string;
  readonly access_level: number;
  readonly max_step: number | null;
};

export type User = {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly is_account_administrator: number;
};

/** The first board of the sample. */
export const board = '/projects/4101';
