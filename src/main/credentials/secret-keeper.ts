import type { SecretPlace } from '../../shared/model/connection.ts';
import type { Credential, CredentialStore } from './credential-store.ts';
import { reportOf } from './keychain.ts';
import type { Keychain } from './keychain.ts';
import { KeychainError } from './keychain-state.ts';
import type { CredentialHealth, CredentialStatus, KeychainReport, KeychainState } from './keychain-state.ts';

/** Secrets handed over at the start (`--secrets -`), for this run. */
export interface GivenSecrets {
  /** By connection id. */
  readonly secrets: ReadonlyMap<string, Credential['secret']>;
  /** The origin of a connection, or undefined when there is no such connection. */
  readonly originOf: (connectionId: string) => Promise<string | undefined>;
}

interface KeeperParts {
  readonly keychain: Keychain;
  readonly given?: GivenSecrets;
}

/** The credentials of a workspace, and what may be asked about them. */
export interface SecretKeeper extends CredentialStore, CredentialHealth {
  /** The state alone of `report`. */
  readonly state: () => Promise<KeychainState>;
  /** Where the secret of a connection is; `none` also where the keychain could not be asked. */
  readonly placeOf: (connectionId: string) => Promise<SecretPlace>;
}

/** A credential in memory, and what came of the last try to put it into the keychain. */
interface SessionEntry {
  readonly credential: Credential;
  readonly attempt: Promise<KeychainReport>;
}

const PLACES: Readonly<Partial<Record<CredentialStatus['state'], SecretPlace>>> = {
  kept: 'keychain',
  'session-only': 'session',
  given: 'given',
};

/**
 * Keeps the secrets of a workspace: what was given at the start, then what is kept for this run, then the keychain.
 * `set` goes to the keychain and, where that cannot be, stays in memory: it does not reject then. Nothing is ever
 * written elsewhere. `delete` empties the layers in memory whatever happens; it rejects with KeychainError when there
 * is a keychain that could not be asked, because an entry may be left in it.
 */
export function createSecretKeeper({ keychain, given }: KeeperParts): SecretKeeper {
  const handedOver = new Map(given?.secrets);
  const bound = new Map<string, Credential>();
  const session = new Map<string, SessionEntry>();

  /** A given secret is bound to the origin its connection has at the first use, like one that is kept. */
  const givenCredential = async (
    connectionId: string,
    secret: Credential['secret'],
  ): Promise<Credential | undefined> => {
    const origin = bound.has(connectionId) ? undefined : await given?.originOf(connectionId);
    // Another use may have bound it while this one waited: the first counts.
    const credential = bound.get(connectionId) ?? (origin === undefined ? undefined : { origin, secret });
    if (credential !== undefined && handedOver.has(connectionId)) bound.set(connectionId, credential);
    return credential;
  };

  /** Puts a credential into the keychain. It is in memory from now on, and until the keychain has it. */
  const keep = (connectionId: string, credential: Credential): Promise<KeychainReport> => {
    const attempt = reportOf(async () => {
      await keychain.set(connectionId, credential);
      // A newer one may have taken its place in memory, and is on its way itself.
      if (session.get(connectionId)?.credential === credential) session.delete(connectionId);
    });
    session.set(connectionId, { credential, attempt });
    return attempt;
  };

  const forget = (connectionId: string): void => {
    handedOver.delete(connectionId);
    bound.delete(connectionId);
    session.delete(connectionId);
  };

  const statusOf = async (connectionId: string): Promise<CredentialStatus> => {
    if (handedOver.has(connectionId)) return { state: 'given', reason: null };
    const entry = session.get(connectionId);
    if (entry !== undefined) {
      const { reason } = await entry.attempt;
      if (session.get(connectionId)?.credential === entry.credential) return { state: 'session-only', reason };
    }
    return keychain.statusOf(connectionId);
  };

  return {
    get: async (connectionId) => {
      const secret = handedOver.get(connectionId);
      if (secret !== undefined) return givenCredential(connectionId, secret);
      return session.get(connectionId)?.credential ?? keychain.get(connectionId);
    },
    set: async (connectionId, { origin, secret }) => {
      // What a person enters now counts more than what they gave at the start.
      forget(connectionId);
      // A copy of its own: it is told from others by identity, and must not change after the fact.
      await keep(connectionId, { origin, secret: { ...secret } });
    },
    delete: async (connectionId) => {
      forget(connectionId);
      try {
        await keychain.delete(connectionId);
      } catch (thrown) {
        // Where there is no keychain there is nothing to remove, and an account must be removable there too.
        if (!(thrown instanceof KeychainError) || thrown.report.state !== 'missing') throw thrown;
      }
    },
    probe: keychain.probe,
    report: keychain.report,
    state: async () => (await keychain.report()).state,
    statusOf,
    placeOf: async (connectionId) => PLACES[(await statusOf(connectionId)).state] ?? 'none',
    retry: async () => {
      const report = await keychain.probe();
      if (report.state !== 'available') return report;
      for (const [connectionId, { credential }] of session) {
        const kept = await keep(connectionId, credential);
        if (kept.state !== 'available') return kept;
      }
      return report;
    },
  };
}
