import { startSandbox, type SandboxServer, type SandboxServerOptions } from '../../src/main/sandbox-server.ts';
import { sampleMonitorqaKey } from '../../src/sandbox/monitorqa/access.ts';
import { base, clock } from './support.ts';

/** A MonitorQA over a real socket. */
export type Served = Awaited<ReturnType<typeof serve>>;

/** Starts a sandbox and returns what asks it as one key after another. */
export const serve = async (options: Partial<SandboxServerOptions> = {}) => {
  const server: SandboxServer = await startSandbox({ ...base, clock, ...options });
  const as = (key: string) => {
    const send = (method: string, path: string, init: RequestInit = {}): Promise<Response> =>
      fetch(`${server.url}/monitorqa${path}`, {
        method,
        ...init,
        headers: { 'X-API-KEY': key, ...(init.headers as Record<string, string> | undefined) },
      });
    const json = (method: string, path: string, body: unknown): Promise<Response> =>
      send(method, path, { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
    const read = async <T>(path: string): Promise<T> => {
      const response = await send('GET', path);
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as T;
    };
    return { send, json, read };
  };
  return { server, as, ...as(sampleMonitorqaKey) };
};

/** The company as read. */
export type CompanyBody = {
  readonly id: string;
  readonly name: string;
  readonly logoFileId: string | null;
  readonly iconFileId: string | null;
  readonly usagePurpose: number;
  readonly customAuditObjectName: string | null;
};

/** The status of an answer with its whole body, parsed where it is JSON. */
export const answerOf = async (response: Response): Promise<readonly [number, unknown]> => {
  const text = await response.text();
  return [response.status, text === '' ? '' : (JSON.parse(text) as unknown)];
};

/** A form with one file, as a browser would send it. */
export const formWith = (
  bytes: Uint8Array<ArrayBuffer>,
  { type = 'image/png', name = 'logo.png', field = 'file' } = {},
): FormData => {
  const form = new FormData();
  form.append(field, new Blob([bytes], { type }), name);
  return form;
};

/** The first bytes of a PNG and of a JPEG, with something after them. */
export const pngBytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
export const jpegBytes = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 9, 8, 7]);
