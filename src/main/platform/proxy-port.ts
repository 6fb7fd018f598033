/** The kinds of proxy that Plumbline can pass through. */
export type ProxyKind = 'http' | 'https' | 'socks5';

/** A proxy: how it is spoken to, and where it is. `host` as `URL.hostname` spells it. */
export interface ProxyPlace {
  readonly kind: ProxyKind;
  readonly host: string;
  readonly port: number;
}

/** One way to an origin: straight, through a proxy, or by a kind of proxy that Plumbline cannot use, by its name. */
export type ProxyRule =
  | { readonly kind: 'direct' }
  | ProxyPlace
  | { readonly kind: 'unsupported'; readonly name: string };

/**
 * How `url` is reached, by the system around the process: at least one rule, the first to be tried first. A host passes
 * one in; only scheme, host and port of the address are told.
 */
export type ProxyResolver = (url: URL) => Promise<readonly ProxyRule[]>;

export const DIRECT: ProxyRule = { kind: 'direct' };

/** `kind://host:port`, always with its port: what a proxy is called on screens, and what its password is bound to. */
export const proxyAddress = ({ kind, host, port }: ProxyPlace): string => `${kind}://${host}:${String(port)}`;
