import type { ProxyKind, ProxyPlace } from '../platform/proxy-port.ts';

/** What a proxy is given to know who asks. */
export interface ProxySecret {
  readonly user: string;
  readonly password: string;
}

/** curl's: a proxy named without a port listens there, whatever its scheme but https. */
const USUAL_PORT = 1080;

const KINDS: Readonly<Partial<Record<string, ProxyKind>>> = {
  'http:': 'http',
  'https:': 'https',
  'socks5:': 'socks5',
  'socks5h:': 'socks5',
};

/** What a text names as a proxy. `secret` is what stood before the host; it is no part of the place. */
export interface NamedProxy {
  readonly place: ProxyPlace;
  readonly secret?: ProxySecret;
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * The proxy that `text` names, as curl reads one: `[scheme://][user:password@]host[:port]`, http where there is no
 * scheme, port 1080 where there is none (443 for https). A scheme that Plumbline cannot speak is answered by its name;
 * undefined for what is no address.
 */
export function parseProxyAddress(text: string): NamedProxy | { readonly unsupported: string } | undefined {
  const trimmed = text.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(trimmed)?.[1]?.toLowerCase();
  const kind = scheme === undefined ? 'http' : KINDS[`${scheme}:`];
  if (kind === undefined) return { unsupported: scheme ?? '' };
  // As http, whatever it is: other schemes' hosts are not checked, and http's own port would be left out.
  const rest = trimmed.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '');
  const port = /:(\d{1,5})\/?$/.exec(rest)?.[1];
  const address = `http://${rest}`;
  if (rest === '' || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.hostname === '' || url.pathname !== '/' || url.search !== '' || url.hash !== '') return undefined;
  const usual = kind === 'https' ? 443 : USUAL_PORT;
  const place = { kind, host: url.hostname, port: port === undefined ? usual : Number(port) };
  if (url.username === '') return { place };
  return { place, secret: { user: decoded(url.username), password: decoded(url.password) } };
}
