import { DIRECT, proxyAddress, type ProxyResolver, type ProxyRule } from '../platform/proxy-port.ts';
import { compileNoProxy } from './no-proxy.ts';
import { parseProxyAddress, type ProxySecret } from './proxy-address.ts';

/** The proxies of an environment, and the passwords that stand in their addresses. */
export interface ProxyEnvironment {
  readonly resolve: ProxyResolver;
  /** By the proxy's address, as `proxyAddress` spells it. */
  readonly secretOf: (address: string) => ProxySecret | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Small letters win, as with curl; an empty value counts as none. */
const valueOf = (environment: Environment, name: string): string | undefined =>
  [environment[name.toLowerCase()], environment[name]].find((value) => value !== undefined && value.trim() !== '');

/**
 * Reads `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`, in small letters too, as curl does. One thing is not
 * as there: `HTTP_PROXY` in capitals counts, for nothing here is a web server's script whose callers could set it. An
 * address that cannot be read is a kind of proxy that cannot be used: passing it by in silence would not be what was meant.
 */
export function readProxyEnvironment(environment: Environment): ProxyEnvironment {
  const isExcepted = compileNoProxy(valueOf(environment, 'NO_PROXY') ?? '');
  const secrets = new Map<string, ProxySecret>();

  const ruleOf = (name: string): ProxyRule => {
    const text = valueOf(environment, name) ?? valueOf(environment, 'ALL_PROXY');
    if (text === undefined) return DIRECT;
    const named = parseProxyAddress(text);
    if (named === undefined) return { kind: 'unsupported', name: `the address in ${name}` };
    if ('unsupported' in named) return { kind: 'unsupported', name: named.unsupported };
    if (named.secret !== undefined) secrets.set(proxyAddress(named.place), named.secret);
    return named.place;
  };

  const rules = { 'https:': ruleOf('HTTPS_PROXY'), 'http:': ruleOf('HTTP_PROXY') };
  return {
    resolve: (url) =>
      Promise.resolve([isExcepted(url) ? DIRECT : rules[url.protocol === 'http:' ? 'http:' : 'https:']]),
    secretOf: (address) => secrets.get(address),
  };
}
