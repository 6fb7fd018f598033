import { readFileSync } from 'node:fs';
import tls from 'node:tls';
import { Worker } from 'node:worker_threads';

/** The authorities that are trusted without anybody's doing here, as PEM texts. */
export interface KnownAuthorities {
  /** Node's own, and those of `NODE_EXTRA_CA_CERTS`. */
  readonly builtIn: readonly string[];
  /** The system's trust store; null where this Node cannot read it. */
  readonly system: readonly string[] | null;
}

const CERTIFICATES = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

/** What runs in a thread of its own: a keychain with many certificates takes up to seconds to read. */
const READ_SYSTEM = `
const { parentPort } = require('node:worker_threads');
parentPort.postMessage(require('node:tls').getCACertificates('system'));
`;

// From 22.15 and 24 on; older ones know no other authorities than their own.
const canReadSystem = (): boolean => typeof (tls as Partial<typeof tls>).getCACertificates === 'function';

/** The file of `NODE_EXTRA_CA_CERTS` read by us, for a Node that cannot say what it read of it. */
function extraAuthorities(path: string | undefined): readonly string[] {
  if (path === undefined || path === '') return [];
  try {
    return readFileSync(path, 'utf8').match(CERTIFICATES) ?? [];
  } catch {
    // Node itself warns of it at its start and goes on.
    return [];
  }
}

/** The system's store, each once, read by another thread; null when that does not come about. */
const readSystem = (): Promise<readonly string[] | null> =>
  new Promise((resolve) => {
    const worker = new Worker(READ_SYSTEM, { eval: true, execArgv: [] });
    worker.once('message', (found: unknown) => resolve(Array.isArray(found) ? [...new Set(found.map(String))] : null));
    worker.once('error', () => resolve(null));
    worker.once('exit', () => resolve(null));
  });

/** Reads what Node and the system trust. `extraPath` is the value of `NODE_EXTRA_CA_CERTS`. */
export async function readKnownAuthorities(extraPath: string | undefined): Promise<KnownAuthorities> {
  if (!canReadSystem()) {
    return { builtIn: [...tls.rootCertificates, ...extraAuthorities(extraPath)], system: null };
  }
  const system = await readSystem();
  return { builtIn: tls.getCACertificates('default'), system };
}
