import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { startServer, type TestServer } from '../vendors/vendor-server.ts';

/** What a test decides of the Lobby while it runs. */
interface LobbyRules {
  /** Seconds; null leaves `expires_in` out. */
  accessLife: number | null;
  /** Whether a refresh brings a new refresh token and ends the old one. */
  rotates: boolean;
  /** Answers the token address in its place. */
  tokenAnswer: { readonly status: number; readonly body: string; readonly headers?: Record<string, string> } | null;
  /** Leaves tokens out of the answer to a code. */
  givesRefreshToken: boolean;
  /** Awaited before a token answer. */
  beforeTokens: () => Promise<void>;
  /** Every call of the API is answered with 401. */
  refusesAccess: boolean;
}

/** A Lobby and the API behind it, small and strict, on 127.0.0.1. The tests of sign-ins are their own browser. */
export interface TestLobby {
  /** Of the Lobby and of the API: told apart by their paths. */
  readonly url: string;
  readonly rules: LobbyRules;
  /** Every token, code and verifier that was ever seen: none may stand anywhere. */
  readonly secrets: Set<string>;
  /** Forms that came to the token address. */
  readonly forms: readonly URLSearchParams[];
  /** Calls of the API: method, path and whether the token was taken. */
  readonly calls: readonly { readonly method: string; readonly path: string; readonly isTaken: boolean }[];
  /** The refresh token that would be taken now. */
  readonly refreshToken: () => string;
  /** Ends every access token before its time. */
  readonly revokeAccess: () => void;
  /** Ends the refresh token. */
  readonly revokeRefresh: () => void;
  readonly close: () => Promise<void>;
}

/** An address with parameters: a way back from the Lobby. */
export const backTo = (address: string, parameters: Readonly<Record<string, string>>): string =>
  `${address}?${new URLSearchParams(parameters).toString()}`;

const json = (body: unknown): string => JSON.stringify(body);
const refusal = (error: string) => ({ status: 400, body: json({ error, error_description: 'As the test wants it.' }) });
const REFUSED_XML = '<Error><ErrorCode>UNAUTHORIZED</ErrorCode><ErrorDescription>No</ErrorDescription></Error>';
const NO_PROJECTS = '<?xml version="1.0"?><ProjectResults TotalResults="0"><SearchResults/></ProjectResults>';

/** Starts a Lobby with one client, `client-7`, which may come back to any port of 127.0.0.1. */
export async function startLobby(): Promise<TestLobby> {
  const secrets = new Set<string>();
  const secret = (kind: string): string => {
    const made = `${kind}-${randomBytes(18).toString('base64url')}`;
    secrets.add(made);
    return made;
  };
  const codes = new Map<string, { readonly challenge: string; readonly redirectUri: string }>();
  const forms: URLSearchParams[] = [];
  const calls: { method: string; path: string; isTaken: boolean }[] = [];
  let access = new Set<string>();
  let refreshToken = '';
  const rules: LobbyRules = {
    accessLife: 3600,
    rotates: true,
    tokenAnswer: null,
    givesRefreshToken: true,
    beforeTokens: () => Promise.resolve(),
    refusesAccess: false,
  };

  const authorize = (query: URLSearchParams): { status: number; location?: string } => {
    const redirectUri = query.get('redirect_uri') ?? '';
    const isOurs =
      query.get('client_id') === 'client-7' &&
      query.get('response_type') === 'code' &&
      query.get('code_challenge_method') === 'S256' &&
      /^http:\/\/127\.0\.0\.1:\d+\/callback$/.test(redirectUri);
    if (!isOurs) return { status: 400 };
    const code = secret('code');
    codes.set(code, { challenge: query.get('code_challenge') ?? '', redirectUri });
    return {
      status: 302,
      location: backTo(redirectUri, { code, state: query.get('state') ?? '' }),
    };
  };

  const tokens = (keepsRefresh: boolean): { status: number; body: string } => {
    const accessToken = secret('access');
    access.add(accessToken);
    if (!keepsRefresh) refreshToken = secret('refresh');
    return {
      status: 200,
      body: json({
        access_token: accessToken,
        token_type: 'Bearer',
        ...(rules.accessLife === null ? {} : { expires_in: rules.accessLife }),
        ...(rules.givesRefreshToken && !keepsRefresh ? { refresh_token: refreshToken } : {}),
      }),
    };
  };

  const exchange = (form: URLSearchParams): { status: number; body: string; headers?: Record<string, string> } => {
    if (rules.tokenAnswer !== null) return rules.tokenAnswer;
    if (form.get('client_id') !== 'client-7') return { ...refusal('invalid_client'), status: 401 };
    if (form.get('grant_type') === 'authorization_code') {
      const code = form.get('code') ?? '';
      const granted = codes.get(code);
      codes.delete(code);
      const verifier = form.get('code_verifier') ?? '';
      secrets.add(verifier);
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      if (granted?.challenge !== challenge || granted.redirectUri !== form.get('redirect_uri')) {
        return refusal('invalid_token_or_code');
      }
      return tokens(false);
    }
    if (form.get('refresh_token') !== refreshToken) return refusal('invalid_token_or_code');
    return tokens(!rules.rotates);
  };

  const server: TestServer = await startServer(async (incoming, response) => {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    let body = '';
    for await (const chunk of incoming) body += String(chunk);
    if (pathname === '/auth/authorize') {
      const { status, location } = authorize(searchParams);
      response.writeHead(status, location === undefined ? {} : { location }).end();
    } else if (pathname === '/auth/token') {
      const form = new URLSearchParams(body);
      forms.push(form);
      const answer = exchange(form);
      await rules.beforeTokens();
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers }).end(answer.body);
    } else {
      const token = (incoming.headers.authorization ?? '').replace('Bearer ', '');
      const isTaken = access.has(token) && !rules.refusesAccess;
      calls.push({ method: incoming.method ?? '', path: pathname, isTaken });
      if (!isTaken) response.writeHead(401, { 'content-type': 'application/xml' }).end(REFUSED_XML);
      else if (incoming.method === 'GET') response.setHeader('content-type', 'application/xml').end(NO_PROJECTS);
      else response.setHeader('content-type', 'application/json').end(json({ message: 'Copied.', status: 'OK' }));
    }
  });

  return {
    url: server.url,
    rules,
    secrets,
    forms,
    calls,
    refreshToken: () => refreshToken,
    revokeAccess: () => {
      access = new Set();
    },
    revokeRefresh: () => {
      refreshToken = secret('refresh');
    },
    close: server.close,
  };
}

interface Visit {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Page {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

/** One request as a browser, or whoever pretends to be one, makes it; rejects when nobody listens. */
export const visit = (address: string, { method = 'GET', headers = {} }: Visit = {}): Promise<Page> =>
  new Promise((resolve, reject) => {
    const going = request(address, { method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      response.on('error', reject);
    });
    going.on('error', reject);
    going.end();
  });

/** Opens the Lobby's page as a person who signs in: follows it back and answers the last page. */
export async function signInAsPerson(address: string): Promise<Page> {
  const { headers } = await visit(address);
  return visit(String(headers['location']));
}

/** Where the Lobby would send the browser back to, and the state it would bring. */
export function returnOf(address: string): { readonly redirectUri: string; readonly state: string } {
  const query = new URL(address).searchParams;
  return { redirectUri: query.get('redirect_uri') ?? '', state: query.get('state') ?? '' };
}
