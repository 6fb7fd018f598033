interface ScriptUrlPolicy {
  readonly createScriptURL: (url: string) => unknown;
}
interface PolicyFactory {
  readonly createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => ScriptUrlPolicy;
}

let policy: ScriptUrlPolicy | undefined;

/**
 * The address of one of our own workers, accepted by `require-trusted-types-for 'script'`. The policy is named
 * `plumbline`; it refuses every address but one on this page's own origin.
 *
 * @throws TypeError for an address elsewhere.
 */
export function workerUrl(url: string): string {
  const own = (address: string): string => {
    const resolved = new URL(address, document.baseURI);
    if (resolved.host !== new URL(document.baseURI).host) throw new TypeError('A worker must be our own.');
    return resolved.href;
  };
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  if (factory === undefined) return own(url);
  policy ??= factory.createPolicy('plumbline', { createScriptURL: own });
  // A TrustedScriptURL stands where the type says string; the browser takes it as such.
  return policy.createScriptURL(url) as string;
}
