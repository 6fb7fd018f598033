interface PolicyRules {
  readonly createScriptURL: (url: string) => string;
  readonly createHTML: (html: string) => string;
}
interface PagePolicy {
  readonly createScriptURL: (url: string) => unknown;
  readonly createHTML: (html: string) => unknown;
}
interface PolicyFactory {
  readonly createPolicy: (name: string, rules: PolicyRules) => PagePolicy;
}

/** The address itself where it is of this page's own origin. Throws TypeError for one elsewhere. */
function ownAddress(address: string): string {
  const resolved = new URL(address, document.baseURI);
  if (resolved.host !== new URL(document.baseURI).host) throw new TypeError('A worker must be our own.');
  return resolved.href;
}

let policy: PagePolicy | undefined;

/** The page's one policy, named `plumbline`; undefined in a browser without Trusted Types. */
function pagePolicy(): PagePolicy | undefined {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  if (factory === undefined) return undefined;
  policy ??= factory.createPolicy('plumbline', { createScriptURL: ownAddress, createHTML: (html) => html });
  return policy;
}

/**
 * The address of one of our own workers, accepted by `require-trusted-types-for 'script'`. The policy refuses every
 * address but one on this page's own origin.
 *
 * @throws TypeError for an address elsewhere.
 */
export function workerUrl(url: string): string {
  const made = pagePolicy();
  // A TrustedScriptURL stands where the type says string; the browser takes it as such.
  return made === undefined ? ownAddress(url) : (made.createScriptURL(url) as string);
}

/**
 * What lets a sanitiser, and nothing else, parse text as HTML: into a document of its own in which nothing runs. It
 * checks nothing; give it to no one who puts what it made into the page. Undefined in a browser without Trusted Types.
 */
export function sanitiserPolicy(): PolicyRules | undefined {
  const made = pagePolicy();
  return made && { createScriptURL: workerUrl, createHTML: (html) => made.createHTML(html) as string };
}
