import type { Session } from 'electron';
import { DIRECT, type ProxyKind, type ProxyResolver, type ProxyRule } from '../platform/proxy-port.ts';

/** The words of a proxy script's answer that name a proxy Plumbline can use, with the port each has by itself. */
const KINDS: Readonly<Partial<Record<string, readonly [kind: ProxyKind, port: number]>>> = {
  PROXY: ['http', 80],
  HTTP: ['http', 80],
  HTTPS: ['https', 443],
  SOCKS5: ['socks5', 1080],
};

/** One step of an answer. `SOCKS` alone is version 4, which can neither sign in nor look a name up. */
function parseStep(step: string): ProxyRule | undefined {
  const [word = '', place = ''] = step.trim().split(/\s+/);
  const name = word.toUpperCase();
  if (name === '') return undefined;
  if (name === 'DIRECT') return DIRECT;
  const known = KINDS[name];
  const [, host, port] = /^(\[[0-9a-f:.]+\]|[^:\s]+)(?::(\d{1,5}))?$/i.exec(place) ?? [];
  if (known === undefined || host === undefined) return { kind: 'unsupported', name };
  const [kind, usualPort] = known;
  return { kind, host: host.toLowerCase(), port: port === undefined ? usualPort : Number(port) };
}

/**
 * The rules of what Chromium answers about an address: `PROXY one:8080; SOCKS5 two:1080; DIRECT`, the first to be tried
 * first. Nothing at all is `DIRECT`, as with Chromium.
 */
export function parseProxyAnswer(answer: string): readonly ProxyRule[] {
  const rules = answer.split(';').flatMap((step) => parseStep(step) ?? []);
  return rules.length === 0 ? [DIRECT] : rules;
}

/** Asks the session, which knows the system's settings and runs its proxy script. */
export const sessionProxies =
  (session: Pick<Session, 'resolveProxy'>): ProxyResolver =>
  async (url) =>
    parseProxyAnswer(await session.resolveProxy(url.href));
