import { SESSION_PATH } from '../../shared/contract/protocol.ts';

const TOKEN_KEY = 'plumbline.token';

/** The parts of a browser a session needs, handed in so that tests can be their own browser. */
export interface SessionEnvironment {
  readonly fetch: typeof fetch;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>;
  readonly history: Pick<History, 'replaceState'>;
}

/** `refused`: neither a ticket nor a kept token is good. `unreachable`: nobody answered; asking again may help. */
type SessionOutcome = { readonly token: string } | 'refused' | 'unreachable';

export interface Session {
  /** The token of this tab: kept from before, or exchanged for the ticket of the address. */
  readonly open: () => Promise<SessionOutcome>;
  /** Whether the server still knows the token: a socket that fails to open does not say why. */
  readonly check: (token: string) => Promise<'good' | 'refused' | 'unreachable'>;
  readonly forget: () => void;
}

function tokenOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('token' in body)) return undefined;
  return typeof body.token === 'string' ? body.token : undefined;
}

/**
 * The page's right to talk to the server. The ticket is taken off the address at once, so that neither history nor a
 * shoulder keeps it; the token lives in this tab only.
 */
export function createSession({ fetch: ask, storage, location, history }: SessionEnvironment): Session {
  let ticket = location.hash.slice(1);
  if (ticket !== '') history.replaceState(null, '', location.pathname + location.search);

  const exchange = async (): Promise<SessionOutcome> => {
    try {
      const response = await ask(SESSION_PATH, { method: 'POST', body: JSON.stringify({ ticket }) });
      if (!response.ok) {
        ticket = '';
        return 'refused';
      }
      const token = tokenOf(await response.json());
      ticket = '';
      if (token === undefined) return 'refused';
      storage.setItem(TOKEN_KEY, token);
      return { token };
    } catch {
      return 'unreachable';
    }
  };

  return {
    open: async () => {
      if (ticket !== '') return exchange();
      const token = storage.getItem(TOKEN_KEY);
      return token === null ? 'refused' : { token };
    },
    check: async (token) => {
      try {
        // No file has this name: a good token is answered "not found", a bad one "not permitted".
        const response = await ask('files/none', { headers: { authorization: `Bearer ${token}` } });
        return response.status === 401 || response.status === 403 ? 'refused' : 'good';
      } catch {
        return 'unreachable';
      }
    },
    forget: () => storage.removeItem(TOKEN_KEY),
  };
}
