import { createHash } from 'node:crypto';
import { startSandbox, type SandboxServer, type SandboxServerOptions } from '../../src/main/sandbox-server.ts';
import { sampleAconexSecret } from '../../src/sandbox/aconex/access.ts';
import { sampleAnswerParameter } from '../../src/sandbox/aconex/lobby/authorize.ts';
import { sampleAconexClientId } from '../../src/sandbox/aconex/lobby/clients.ts';
import type { JournalEntry } from '../../src/sandbox/journal.ts';
import { base, now } from './support.ts';

/** Aconex and its Lobby over a real socket. */
export type ServedAconex = Awaited<ReturnType<typeof serveAconex>>;

type Asked = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> };

/** Returns the header of a login. */
export const basicOf = ({ username, password }: { username: string; password: string }): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

/** Somebody's verifier, and where they would be sent back to. */
const verifier = 'v'.repeat(43);
export const redirectUri = 'http://127.0.0.1:49152/callback';

/**
 * Starts a sandbox and returns what asks its Aconex, with the sample's login unless told otherwise. Two clocks are the
 * test's: the hour, and the seconds the vendor counts requests in, which pass with each request unless `hurry` is set.
 */
export const serveAconex = async (options: Partial<SandboxServerOptions> = {}) => {
  const clocks = { time: Date.parse(now), elapsed: 0, hurry: false };
  const server: SandboxServer = await startSandbox({
    ...base,
    audits: 1,
    clock: () => clocks.time,
    elapsed: () => {
      if (!clocks.hurry) clocks.elapsed += 1000;
      return clocks.elapsed;
    },
    ...options,
  });
  const send = (method: string, path: string, init: Asked = {}): Promise<Response> => {
    const headers = { Authorization: basicOf(sampleAconexSecret), ...init.headers };
    return fetch(`${server.url}/aconex${path}`, { method, ...init, headers });
  };
  const copy = (body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    send('POST', '/api/externalcopyproject', {
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...headers },
    });
  /** The list as it came, or of whoever these headers are. */
  const list = async (headers: Readonly<Record<string, string>> = {}): Promise<string> =>
    (await send('GET', '/api/projects', { headers })).text();

  /** Opens the page people are sent to, changed as told (null leaves a parameter out), without following it back. */
  const authorize = (changed: Readonly<Record<string, string | null>> = {}, method = 'GET'): Promise<Response> => {
    const query = new URLSearchParams();
    const wanted = {
      response_type: 'code',
      client_id: sampleAconexClientId,
      redirect_uri: redirectUri,
      state: 'state-1',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...changed,
    };
    for (const [name, value] of Object.entries(wanted)) if (value !== null) query.set(name, value);
    return fetch(`${server.url}/auth/authorize?${query.toString()}`, { method, redirect: 'manual' });
  };
  const token = (form: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${server.url}/auth/token`, { method: 'POST', body: new URLSearchParams(form), headers });
  /** Signs in as the page's button does and returns the code. */
  const code = async (): Promise<string> =>
    backFrom(await authorize({ [sampleAnswerParameter]: 'allow' })).get('code') ?? '';
  const exchange = (given: string, changed: Readonly<Record<string, string>> = {}): Promise<Response> =>
    token({
      grant_type: 'authorization_code',
      code: given,
      redirect_uri: redirectUri,
      client_id: sampleAconexClientId,
      code_verifier: verifier,
      ...changed,
    });
  const refresh = (refreshToken: string, changed: Readonly<Record<string, string>> = {}): Promise<Response> =>
    token({
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      client_id: sampleAconexClientId,
      ...changed,
    });
  const signIn = async (): Promise<TokensBody> => (await (await exchange(await code())).json()) as TokensBody;
  return { server, clocks, send, copy, list, authorize, token, code, exchange, refresh, signIn };
};

/** What the application is told in the address a person is sent back to. */
export const backFrom = (response: Response): URLSearchParams =>
  new URL(response.headers.get('location') ?? 'none:').searchParams;

/** Returns the texts of all elements of a name. */
export const textsOf = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?:/>|>([^<]*)</${name}>)`, 'g'))].map(([, text]) => text ?? '');

/** Returns the status and code of a refusal. */
export const refused = async (response: Response): Promise<readonly [number, string]> => [
  response.status,
  textsOf(await response.text(), 'ErrorCode')[0] ?? '',
];

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

export type TokensBody = {
  readonly access_token: string;
  readonly token_type: string;
  readonly expires_in: number;
  readonly refresh_token: string;
};
