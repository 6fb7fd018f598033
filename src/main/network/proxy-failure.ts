/**
 * Why a proxy did not let a connection through. `needs-sign-in`: it wants a name and a password, or has refused those
 * it was given. `not-supported`: it is of a kind, or wants a way to sign in, that Plumbline cannot do. `refused`: it
 * does not permit this address. `unreachable`: no connection to the proxy came about. `no-way-on`: the proxy itself
 * could not reach the vendor.
 */
export type ProxyFailureReason = 'needs-sign-in' | 'not-supported' | 'refused' | 'unreachable' | 'no-way-on';

interface Facts {
  readonly reason: ProxyFailureReason;
  /** The proxy, as `proxyAddress` spells it; for a kind that cannot be used, what it is called. */
  readonly address: string;
  /** What the proxy said, as a status or a word of its protocol. */
  readonly said?: string;
  readonly cause?: unknown;
}

/** A connection that ended at a proxy. Not a byte of the request had left: a tunnel comes first. */
export class ProxyFailure extends Error {
  readonly reason: ProxyFailureReason;
  readonly address: string;
  readonly said: string | null;

  constructor({ reason, address, said, cause }: Facts) {
    super(`The proxy ${address} did not let the connection through (${reason}).`, cause === undefined ? {} : { cause });
    this.name = 'ProxyFailure';
    this.reason = reason;
    this.address = address;
    this.said = said ?? null;
  }
}

/** The failure of a proxy in a chain of causes, if there is one. */
export function findProxyFailure(thrown: unknown): ProxyFailure | undefined {
  let error = thrown;
  for (let depth = 0; depth < 10 && error instanceof Error; depth += 1) {
    if (error instanceof ProxyFailure) return error;
    error = error.cause;
  }
  return undefined;
}

/**
 * The ways to sign in that `Proxy-Authenticate` offers, in small letters. Quoted words may hold commas and are taken
 * out first; what stands before `=` is a parameter of the way named before it.
 */
export function offeredSchemes(header: string | readonly string[] | undefined): readonly string[] {
  const text = (typeof header === 'string' ? [header] : (header ?? [])).join(',').replace(/"(?:[^"\\]|\\.)*"/g, '""');
  const names = text.split(',').flatMap((part) => {
    const [, name] = /^\s*([a-z][a-z0-9-]*)(?=\s|$)(?!\s*=)/i.exec(part) ?? [];
    return name === undefined ? [] : [name.toLowerCase()];
  });
  return [...new Set(names)];
}
