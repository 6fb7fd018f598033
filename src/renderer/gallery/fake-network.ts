import type { ConnectionRoute, NetworkStatus, ProxyStatus } from '../../shared/contract/network.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { Connection } from '../../shared/model/connection.ts';
import { GALLERY_NOW } from './sample-audits.ts';

/** What a made-up network is asked with. */
interface NetworkInput {
  readonly proxy?: string;
  readonly secret?: { readonly user: string; readonly password: string } | null;
  readonly pem?: string;
  readonly fingerprint?: string;
}

/** The kinds of network there are to show. */
export type FakeNetwork = 'plain' | 'proxied';

const PROXY = 'http://proxy.northgate.example:8080';
const YEAR_MS = 365 * 86_400_000;
const inYears = (years: number): string => new Date(GALLERY_NOW + years * YEAR_MS).toISOString();

const ownAuthorities: NetworkStatus['authorities']['own'] = [
  {
    fingerprint: '273f527026a1bf65c01f9a7d2e4b8803f1c6d95a7be20c4419d8e36fa0b57c12',
    subject: 'Northgate Root CA 2',
    organisation: 'Northgate District Health Board',
    validFrom: inYears(-3),
    validTo: inYears(7),
    state: 'trusted',
  },
  {
    fingerprint: '91c40ed28f6a7b3355d0c2e1a4986bf0217e3d4c5b6a79880f1e2d3c4b5a6978',
    subject: 'Northgate Root CA 1',
    organisation: 'Northgate District Health Board',
    validFrom: inYears(-11),
    validTo: inYears(-1),
    state: 'expired',
  },
  {
    fingerprint: '0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9',
    subject: null,
    organisation: null,
    validFrom: null,
    validTo: null,
    state: 'missing',
  },
];

const isOwnComputer = (url: string): boolean => new URL(url).hostname === '127.0.0.1';

/** The way to the vendors, made up in the page. A password goes in and is forgotten at once. */
export function createFakeNetwork(kind: FakeNetwork, isDesktop: boolean, connections: () => readonly Connection[]) {
  const start = { proxy: 'system', own: kind === 'proxied' ? ownAuthorities : [] };
  let { proxy, own } = start;
  let secret: ProxyStatus['secret'] = 'none';
  let state: ProxyStatus['state'] = kind === 'proxied' ? 'needs-sign-in' : 'not-tried';
  const systemIs = isDesktop ? 'system' : 'environment';

  const proxyNow = (): string | null => (proxy === 'none' ? null : proxy === 'system' ? fromSystem : proxy);
  const fromSystem = kind === 'proxied' ? PROXY : null;
  const routeOf = ({ id, url }: Connection): ConnectionRoute => {
    const { origin } = new URL(url);
    if (isOwnComputer(url)) return { id, origin, by: 'loopback', proxy: null, unsupported: null };
    return { id, origin, by: proxy === 'system' ? systemIs : 'setting', proxy: proxyNow(), unsupported: null };
  };
  const status = (): NetworkStatus => {
    const address = proxyNow();
    const said = state === 'needs-sign-in' ? 'basic, ntlm' : null;
    return {
      proxy,
      systemIs,
      connections: connections().map(routeOf),
      proxies: address === null ? [] : [{ address, state, said, secret }],
      authorities: { builtIn: 149, system: 142, own },
    };
  };

  const answers: Readonly<Record<string, (input: NetworkInput) => NetworkStatus>> = {
    'network.status': status,
    'network.set': (input) => {
      proxy = input.proxy ?? proxy;
      state = 'not-tried';
      return status();
    },
    'network.setProxySecret': (input) => {
      secret = input.secret ? 'keychain' : 'none';
      state = input.secret ? 'not-tried' : 'needs-sign-in';
      return status();
    },
    'network.addCertificate': ({ pem = '' }) => {
      const reason = pem.includes('BEGIN CERTIFICATE') ? undefined : 'not-pem';
      if (reason !== undefined) throw new AppError('authority-refused', 'Made up.', { data: { field: 'pem', reason } });
      const [first] = ownAuthorities;
      own = first === undefined ? own : [...own.filter((one) => one.fingerprint !== first.fingerprint), first];
      return status();
    },
    'network.removeCertificate': ({ fingerprint }) => {
      own = own.filter((one) => one.fingerprint !== fingerprint);
      return status();
    },
  };
  return answers;
}
