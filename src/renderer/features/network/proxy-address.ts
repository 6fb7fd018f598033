/** A proxy as the workspace takes it: kind, host and port, and nothing else. */
const PROXY = /^(?:https?|socks5):\/\/(?:\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?):\d{1,5}\/?$/i;

/** What is wrong with a proxy's address; undefined for one that can be used. */
export type ProxyProblem = 'kind' | 'sign-in' | 'port' | 'form';

/** Judges a proxy's address as it is typed, before it is sent: the same that the workspace would refuse, said sooner. */
export function proxyProblem(text: string): ProxyProblem | undefined {
  const address = text.trim();
  if (address.length <= 300 && PROXY.test(address)) return undefined;
  if (!/^(?:https?|socks5):\/\//i.test(address)) return 'kind';
  if (address.includes('@')) return 'sign-in';
  if (!/:\d{1,5}\/?$/.test(address)) return 'port';
  return 'form';
}
