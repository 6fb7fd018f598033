import { createSecureContext, type SecureContext } from 'node:tls';
import type { Authority } from './authority-file.ts';
import type { KnownAuthorities } from './system-authorities.ts';

/** The least version of TLS that is spoken, to vendors and proxies alike. */
const LEAST_TLS = 'TLSv1.2';

/** Whom connections trust. */
export interface Trust {
  /** For every connection: made once, because taking in some 150 certificates takes ten milliseconds. */
  readonly context: SecureContext;
  readonly known: KnownAuthorities;
  readonly own: readonly Authority[];
}

interface TrustParts {
  readonly readKnown: () => Promise<KnownAuthorities>;
  readonly readOwn: () => Promise<readonly Authority[]>;
}

/** Keeps the trust of a workspace. */
export interface TrustKeeper {
  readonly current: () => Promise<Trust>;
  /** The person's own authorities are others: connections made from now on trust those. */
  readonly forget: () => void;
}

/**
 * Trusts Node's own authorities, the system's and the person's, each once. Nothing is read before the first connection
 * that needs it.
 */
export function createTrust({ readKnown, readOwn }: TrustParts): TrustKeeper {
  let knowing: Promise<KnownAuthorities> | undefined;
  let current: Promise<Trust> | undefined;

  const make = async (): Promise<Trust> => {
    knowing ??= readKnown();
    const [known, own] = await Promise.all([knowing, readOwn()]);
    const texts = [...known.builtIn, ...(known.system ?? []), ...own.map(({ pem }) => pem)];
    const ca = [...new Set(texts.map((text) => text.trim()))];
    return { context: createSecureContext({ ca, minVersion: LEAST_TLS }), known, own };
  };

  return {
    current: () => {
      if (current === undefined) {
        const made = make();
        current = made;
        made.catch(() => {
          if (current === made) current = undefined;
        });
      }
      return current;
    },
    forget: () => {
      current = undefined;
    },
  };
}
