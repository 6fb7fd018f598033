import type { ErrorCode } from '../../shared/errors/codes.ts';
import { AppError, type ErrorData } from '../../shared/errors/app-error.ts';
import type { Connection, SecretPlace, SecretStatus } from '../../shared/model/connection.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import type { Vendor } from '../../shared/model/vendor.ts';
import { GALLERY_CONNECTION } from './sample-audits.ts';

/** What a made-up account is asked with. */
interface ConnectionInput {
  readonly id?: string;
  readonly vendor?: Vendor;
  readonly name?: string;
  readonly url?: string;
  readonly allowHttp?: boolean;
  readonly label?: string | null;
  readonly color?: Connection['color'];
  readonly paused?: boolean;
  readonly user?: Connection['user'];
}

/** The account of the sample. */
export const sampleConnection: Connection = {
  id: GALLERY_CONNECTION,
  vendor: 'monitorqa',
  name: 'Kauri Construction Group',
  url: 'http://127.0.0.1:4100/monitorqa',
  status: 'ready',
  label: null,
  color: null,
  allowsHttp: false,
  user: null,
};

/** Three accounts, each with something to show. */
export const sampleConnections = (): readonly Connection[] => [
  { ...sampleConnection, label: 'KCG', color: 'blue', user: { vendorId: 'user-2', name: 'Aroha Ngata' } },
  {
    ...sampleConnection,
    id: 'northgate' as ConnectionId,
    name: 'Northgate Hospital',
    url: 'https://api-external.monitorqa.com',
    status: 'key-rejected',
    label: 'NGH',
    color: 'orange',
  },
  {
    ...sampleConnection,
    id: 'wharf' as ConnectionId,
    name: 'Wharf 7',
    url: 'http://monitorqa.wharf7.example',
    status: 'paused',
    label: 'W7',
    color: 'teal',
    allowsHttp: true,
  },
];

interface FakeConnectionParts {
  readonly start: readonly Connection[];
  readonly keychain: SecretStatus['keychain'];
  /** What every test of a key answers. */
  readonly keyError: ErrorCode | undefined;
  /** What else is known of that. */
  readonly keyErrorData: ErrorData | undefined;
  readonly changed: () => void;
}

/** Accounts made up in the page. Secrets go in and are forgotten at once. */
export function createFakeConnections({ start, keychain, keyError, keyErrorData, changed }: FakeConnectionParts) {
  let connections = start;
  const place: SecretPlace = keychain === 'available' ? 'keychain' : 'session';
  const secrets = (): SecretStatus => ({
    keychain,
    connections: Object.fromEntries(
      connections.map(
        ({ id, status, vendor }) => [id, status === 'no-secret' || vendor === 'connectnow' ? 'none' : place] as const,
      ),
    ),
  });
  const tryKey = (vendor: Vendor): void => {
    if (keyError === undefined) return;
    throw new AppError(keyError, 'Made up.', { data: { vendor, status: 401, ...keyErrorData } });
  };
  const replace = (id: string | undefined, change: Partial<Connection>): Connection => {
    const found = connections.find((one) => one.id === id);
    if (found === undefined) throw new AppError('no-connection', 'No such connection.');
    const next = { ...found, ...change };
    connections = connections.map((one) => (one === found ? next : one));
    changed();
    return next;
  };

  const add = (given: Partial<Connection>): Connection => {
    const id = `added-${connections.length}` as ConnectionId;
    const added = { ...sampleConnection, ...given, id };
    connections = [...connections, added];
    changed();
    return added;
  };

  const answers: Readonly<Record<string, (input: ConnectionInput) => unknown>> = {
    'connections.list': () => connections,
    'connections.secrets': secrets,
    'connections.retryKeychain': secrets,
    'connections.add': ({ vendor = 'monitorqa', name = '', url = '', allowHttp = false }) => {
      tryKey(vendor);
      return add({ vendor, name, url, allowsHttp: allowHttp });
    },
    'connections.test': () =>
      keyError === undefined
        ? { ok: true, account: 'Kauri Construction Group' }
        : { ok: false, error: { code: keyError, message: 'Made up.' } },
    'connections.update': ({ id, paused, ...change }) =>
      replace(id, { ...change, ...(paused === undefined ? {} : { status: paused ? 'paused' : 'ready' }) }),
    'connections.setSecret': ({ id }) => {
      tryKey(connections.find((one) => one.id === id)?.vendor ?? 'monitorqa');
      return replace(id, { status: 'ready' });
    },
    'connections.remove': ({ id }) => {
      connections = connections.filter((one) => one.id !== id);
      changed();
      return { drafts: 0 };
    },
  };
  return {
    answers,
    add,
    replace,
    all: () => connections,
    count: () => connections.length,
    /** Another workspace is opened: these are its accounts. */
    open: (next: readonly Connection[]): void => {
      connections = next;
    },
  };
}
