import type { CallOptions } from '../api/bridge.ts';
import type { SignInOption } from '../../shared/contract/sign-in.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/codes.ts';
import type { Connection } from '../../shared/model/connection.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import { sampleConnection } from './fake-connections.ts';

/** How a made-up sign-in ends: nobody ever comes back, or with this. */
export type FakeSignIn = 'waits' | 'works' | { readonly code: ErrorCode; readonly vendorCode?: string };

const API = 'https://api.aconex.com';
const LOBBY = 'https://constructionandengineering.oraclecloud.com';
const PAGE = `${LOBBY}/auth/authorize?response_type=code&client_id=7c1e4b02&state=made-up`;

/** An account that its person signs in to in a browser, and one with a user's name. */
export const sampleAconex = (): readonly Connection[] => [
  {
    ...sampleConnection,
    id: 'kauri-aconex' as ConnectionId,
    vendor: 'aconex',
    name: 'Kauri on Aconex',
    url: API,
    label: 'KX',
    color: 'teal',
  },
  {
    ...sampleConnection,
    id: 'old-aconex' as ConnectionId,
    vendor: 'aconex',
    name: 'Harbour Build',
    url: API,
    status: 'key-rejected',
    label: 'HB',
    color: 'orange',
  },
  {
    ...sampleConnection,
    id: 'wharf-smartq' as ConnectionId,
    vendor: 'smartq',
    name: 'Wharf 7, Dawson Interiors',
    url: 'https://dawson.smartqweb.com',
  },
  {
    ...sampleConnection,
    id: 'public-connectnow' as ConnectionId,
    vendor: 'connectnow',
    name: 'Northgate notices',
    url: 'https://issuetracker-api.connectnow.org.uk',
  },
];

interface SignInParts {
  readonly end: FakeSignIn;
  readonly replace: (id: string | undefined, change: Partial<Connection>) => Connection;
  readonly add: (connection: Partial<Connection>) => Connection;
  readonly all: () => readonly Connection[];
}

interface SignInInput {
  readonly id?: string;
  readonly name?: string;
  readonly url?: string;
}

/** Never comes back; ends with a cancel. */
const never = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new AppError('cancelled', 'Made up.')));
  });

/** Signing in by browser, made up in the page: no browser opens and nobody listens. */
export function createFakeSignIn({ end, replace, add, all }: SignInParts) {
  const signedOut = new Set<string>();
  const option = (id: string | undefined): SignInOption => {
    const account = all().find((one) => one.id === id);
    const isSignedIn = account?.url === API && !signedOut.has(account.id);
    return {
      vendor: 'aconex',
      url: API,
      lobbies: [LOBBY, 'https://constructionandengineering-ea.oraclecloud.com'],
      redirectUri: 'http://127.0.0.1:{port}/callback',
      clientId: id === undefined ? null : '7c1e4b02-client',
      lobby: null,
      redirectPort: 0,
      isSignedIn,
    };
  };
  return {
    'connections.signInOptions': ({ id }: SignInInput) => [option(id)],
    'connections.signIn': async ({ id, name = '', url = API }: SignInInput, options: CallOptions = {}) => {
      options.onProgress?.({ done: 0, total: 3, unit: 'steps', address: PAGE });
      if (end === 'waits') return never(options.signal);
      if (end !== 'works') {
        const { code, vendorCode = null } = end;
        throw new AppError(code, 'Made up.', { data: { vendor: 'aconex', operation: 'signIn', vendorCode } });
      }
      options.onProgress?.({ done: 2, total: 3, unit: 'steps' });
      await Promise.resolve();
      if (id === undefined) return add({ vendor: 'aconex', name, url });
      signedOut.delete(id);
      return replace(id, { status: 'ready' });
    },
    'connections.signOut': ({ id = '' }: SignInInput) => {
      signedOut.add(id);
      return replace(id, { status: 'no-secret' });
    },
  };
}
