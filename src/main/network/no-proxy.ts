import { BlockList, isIP, isIPv4 } from 'node:net';

/** The host without brackets, a dot at its end, and capitals. */
const plainHost = (host: string): string =>
  host
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();

const portOf = ({ port, protocol }: URL): number => Number(port || (protocol === 'https:' ? 443 : 80));

/** One entry's host and port; the port is null where it names none. Colons without brackets are an IPv6 address's own. */
function splitEntry(entry: string): { readonly host: string; readonly port: number | null } {
  const [, bracketed, bracketedPort] = /^\[([^\]]*)\](?::(\d+))?$/.exec(entry) ?? [];
  if (bracketed !== undefined) {
    return { host: bracketed, port: bracketedPort === undefined ? null : Number(bracketedPort) };
  }
  const [, name, port] = /^([^:]*):(\d+)$/.exec(entry) ?? [];
  return name === undefined ? { host: entry, port: null } : { host: name, port: Number(port) };
}

/** Whether `address` lies in `network/bits`; false for what is no such range. */
function isWithin(address: string, range: string): boolean {
  const [network = '', bits = ''] = range.split('/');
  const family = isIPv4(network) ? 'ipv4' : 'ipv6';
  const isRange = isIP(network) !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 'ipv4' ? 32 : 128);
  if (!isRange || isIP(address) !== isIP(network)) return false;
  const list = new BlockList();
  list.addSubnet(network, Number(bits), family);
  return list.check(address, family);
}

/** Two spellings of one IPv6 address are the same address. */
function isSameAddress(left: string, right: string): boolean {
  if (isIP(left) === 0 || isIP(left) !== isIP(right)) return false;
  return isWithin(left, `${right}/${isIPv4(right) ? '32' : '128'}`);
}

/**
 * Whether an address is excepted from the proxy by a `NO_PROXY` list, read as curl reads it: names between commas or
 * blanks; `*` alone excepts everything; a name excepts itself and what is below it, with or without a dot before it; an
 * IP address or a range (`10.0.0.0/8`) excepts addresses, never names. An entry with a port speaks of that port alone.
 */
export function compileNoProxy(list: string): (url: URL) => boolean {
  const entries = list.split(/[\s,]+/).filter((entry) => entry !== '');
  return (url) => {
    const host = plainHost(url.hostname);
    const isAddress = isIP(host) !== 0;
    return entries.some((entry) => {
      if (entry === '*') return true;
      const { host: named, port } = splitEntry(entry);
      if (port !== null && port !== portOf(url)) return false;
      const name = plainHost(named).replace(/^\./, '');
      if (name === '') return false;
      if (isAddress) return name.includes('/') ? isWithin(host, name) : isSameAddress(host, name);
      return host === name || host.endsWith(`.${name}`);
    });
  };
}
