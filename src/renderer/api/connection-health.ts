import type { ErrorCode } from '../../shared/errors/codes.ts';
import type { Connection } from '../../shared/model/connection.ts';
import type { Freshness, SyncFailure } from '../../shared/model/sync.ts';

/** What keeps a connection from being read: `unreachable` covers everything that another network or hour may cure. */
type ConnectionProblem = 'none' | 'key-rejected' | 'key-missing' | 'unreachable' | 'other';

/** How a connection stands, made of what its last runs said. Moments are ISO 8601 in UTC. */
export interface ConnectionHealth {
  readonly connection: Connection;
  /** Age of the oldest kind of it; null when one was never read. */
  readonly asOf: string | null;
  /** When the last try that failed was made. */
  readonly failedAt: string | null;
  readonly problem: ConnectionProblem;
  readonly error: SyncFailure | null;
}

const unreachable: readonly ErrorCode[] = [
  'offline',
  'timed-out',
  'connection-lost',
  'vendor-down',
  'proxy-needs-sign-in',
  'proxy-not-supported',
  'proxy-refused',
  // Networks that ask for a sign-in by browser, or look into connections, show certificates of their own.
  'certificate-wrong-host',
  'certificate-unknown-authority',
  'certificate-refused',
  'tls-failed',
];

function problemOf(connection: Connection, error: SyncFailure | null): ConnectionProblem {
  // Nobody asks a paused account: what its last run met says nothing any more.
  if (connection.status === 'paused') return 'none';
  if (connection.status === 'key-rejected' || error?.code === 'key-rejected') return 'key-rejected';
  if (connection.status === 'no-secret' || error?.code === 'no-secret') return 'key-missing';
  // A run the person ended says nothing about the vendor.
  if (error === null || error.code === 'cancelled') return 'none';
  return unreachable.includes(error.code) ? 'unreachable' : 'other';
}

/** The health of each connection, in their order. `isCut`: the sample's vendors were taken off line by the person. */
export function connectionHealth(
  connections: readonly Connection[],
  freshness: readonly Freshness[],
  isCut: boolean,
): readonly ConnectionHealth[] {
  return connections.map((connection) => {
    const own = freshness.filter(({ connectionId }) => connectionId === connection.id);
    const ages = own.map(({ completeAt }) => completeAt);
    const known = ages.filter((age) => age !== null).toSorted();
    const failing = own.find(({ error }) => error !== null);
    const problem = problemOf(connection, failing?.error ?? null);
    return {
      connection,
      asOf: ages.includes(null) && known.length === 0 ? null : (known[0] ?? null),
      failedAt: failing?.attemptedAt ?? null,
      problem: isCut && connection.status !== 'paused' ? 'unreachable' : problem,
      error: failing?.error ?? null,
    };
  });
}
