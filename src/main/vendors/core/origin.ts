import { isIPv4, isIPv6 } from 'node:net';
import { AppError } from '../../../shared/errors/app-error.ts';

/** Where a connection's calls go: the base address, and the one origin that may see its credentials. */
export interface BaseAddress {
  /** Without a slash at its end. */
  readonly href: string;
  readonly origin: string;
  /** True when the account itself lives on this computer, like the sample. */
  readonly isLoopback: boolean;
}

/** True for names and addresses of this computer: `localhost`, 127.0.0.0/8 and ::1, as `URL.hostname` spells them. */
export function isLoopbackHost(hostname: string): boolean {
  if (hostname === 'localhost' || hostname === '[::1]') return true;
  return isIPv4(hostname) && hostname.startsWith('127.');
}

/** True for a host that no stranger may send us to: this computer, a private network, a link-local or empty address. */
export function isPrivateHost(hostname: string): boolean {
  if (/(^|\.)localhost\.?$/.test(hostname)) return true;
  if (isIPv4(hostname)) {
    const [first = 0, second = 0] = hostname.split('.').map(Number);
    return (
      first === 0 ||
      first === 10 ||
      first === 127 ||
      (first === 100 && second >= 64 && second < 128) ||
      (first === 169 && second === 254) ||
      (first === 172 && second >= 16 && second < 32) ||
      (first === 192 && second === 168) ||
      first >= 224
    );
  }
  // Literal IPv6 addresses: only global unicast (2000::/3) is public, and that excludes mapped IPv4.
  const literal = hostname.replace(/^\[|\]$/g, '');
  return isIPv6(literal) && !/^[23]/.test(literal);
}

/**
 * A connection's base address, checked. Throws AppError `bad-input` when it is no plain http(s) address (a user, a
 * query or a fragment in it) and `insecure-address` for http to another computer unless that was expressly allowed.
 */
export function parseBaseAddress(url: string, allowInsecure = false): BaseAddress {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const isWeb = parsed?.protocol === 'https:' || parsed?.protocol === 'http:';
  if (parsed === null || !isWeb || parsed.username || parsed.password || parsed.search || parsed.hash) {
    throw new AppError('bad-input', 'The address of a connection must be a plain https address.', {
      data: { field: 'url' },
    });
  }
  const isLoopback = isLoopbackHost(parsed.hostname);
  if (parsed.protocol === 'http:' && !isLoopback && !allowInsecure) {
    throw new AppError('insecure-address', 'The address is http: everything sent there, the key too, could be read.', {
      data: { host: parsed.host },
    });
  }
  return { href: parsed.origin + parsed.pathname.replace(/\/+$/, ''), origin: parsed.origin, isLoopback };
}

/** The one rule for credentials: scheme, host and port are the connection's own, and the address names no user. */
export const mayCarryCredentials = (url: URL, base: BaseAddress): boolean =>
  url.origin === base.origin && url.username === '' && url.password === '';
