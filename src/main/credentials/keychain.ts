import type { Clock } from '../platform/clock.ts';
import type { Random } from '../platform/random.ts';
import { createCallLane } from './call-lane.ts';
import type { CredentialStore } from './credential-store.ts';
import { readEntry, writeEntry } from './keychain-entry.ts';
import { AVAILABLE, KeychainError, reasonOf } from './keychain-state.ts';
import type { CredentialHealth, KeychainReport } from './keychain-state.ts';

/** The part of the keychain's module that is used; `findCredentials`, which lists every secret, is not. */
export interface KeychainModule {
  readonly getPassword: (service: string, account: string) => Promise<string | null>;
  readonly setPassword: (service: string, account: string, password: string) => Promise<void>;
  readonly deletePassword: (service: string, account: string) => Promise<boolean>;
}

export interface KeychainOptions {
  /** The name all entries stand under. */
  readonly service: string;
  /** Milliseconds a call may take. */
  readonly timeoutMs: number;
  readonly clock: Clock;
  readonly random: Random;
  /** Loads the module at the first call; left out: the real one. Rejects where the system's library is missing. */
  readonly load?: () => Promise<KeychainModule>;
}

export type Keychain = CredentialStore & Omit<CredentialHealth, 'retry'>;

/** What an answer says about the keychain as a whole. */
interface Meaning<Result> {
  /** Whether this answer shows that it is open; left out: any does. */
  readonly isProof?: (answer: Result) => boolean;
  readonly isRefusalAboutEntry?: boolean;
}

// CommonJS: the functions are on the default export, whatever the types say of named ones.
const loadKeytar = async (): Promise<KeychainModule> => (await import('keytar')).default;

/**
 * The keychain of this computer (macOS Keychain, Windows Credential Manager, Secret Service), one entry for each
 * connection. Calls go one after another and reject with KeychainError.
 *
 * After a failure, reads do not ask again until a person does something (save, remove, try again) or a late answer
 * shows that the keychain is open: a sync must not bring up its question once for every request.
 */
export function createKeychain(options: KeychainOptions): Keychain {
  const { service, clock, timeoutMs, random, load = loadKeytar } = options;
  const lane = createCallLane({ clock, timeoutMs, onTimeout: () => new KeychainError('no-answer') });
  // Of this process alone, so that another one's check cannot take it away in between.
  const checkAccount = `check-${random.id()}`;
  let loading: Promise<KeychainModule> | undefined;
  /** What the newest answer showed; undefined before the first. */
  let last: KeychainReport | undefined;

  const loadOnce = (): Promise<KeychainModule> => {
    loading ??= load().catch(() => {
      loading = undefined;
      throw new KeychainError('not-loaded');
    });
    return loading;
  };

  /** One turn at the keychain; what it shows of it is remembered, also when it comes late. */
  const ask = async <Result>(
    call: (module: KeychainModule) => Promise<Result>,
    { isProof = () => true, isRefusalAboutEntry = false }: Meaning<Result> = {},
  ): Promise<Result> => {
    try {
      return await lane(async () => {
        const answer = await call(await loadOnce());
        if (isProof(answer)) last = AVAILABLE;
        return answer;
      });
    } catch (thrown) {
      const failure = new KeychainError(reasonOf(thrown));
      if (!isRefusalAboutEntry || failure.report.reason !== 'refused') last = failure.report;
      throw failure;
    }
  };

  /** Rejects unless an entry can be written, read and removed: one turn, so that a late answer still tidies up. */
  const check = (): Promise<void> =>
    ask(async (module) => {
      await module.setPassword(service, checkAccount, checkAccount);
      const found = await module.getPassword(service, checkAccount);
      await module.deletePassword(service, checkAccount);
      if (found !== checkAccount) throw new KeychainError('refused');
    });

  const read = async (connectionId: string): Promise<string | null> => {
    if (last?.reason) throw new KeychainError(last.reason);
    const text = await ask((module) => module.getPassword(service, connectionId), {
      isProof: (answer) => answer !== null,
    });
    // A locked keyring answers that there is nothing; only one that can be written to is believed.
    if (text === null) await check();
    return text;
  };

  return {
    get: async (connectionId) => {
      const text = await read(connectionId);
      return text === null ? undefined : readEntry(text);
    },
    set: (connectionId, credential) =>
      // Windows refuses entries of more than 2560 bytes; that says nothing about the others.
      ask((module) => module.setPassword(service, connectionId, writeEntry(credential)), { isRefusalAboutEntry: true }),
    delete: async (connectionId) => {
      const isRemoved = await ask((module) => module.deletePassword(service, connectionId), {
        isProof: (answer) => answer,
      });
      // As above: "there was nothing" from a locked keyring would leave the secret behind.
      if (!isRemoved) await check();
    },
    probe: () => reportOf(check),
    report: async () => last ?? reportOf(check),
    statusOf: async (connectionId) => {
      try {
        const text = await read(connectionId);
        if (text === null) return { state: 'entry-gone', reason: 'entry-missing' };
        if (readEntry(text) === undefined) return { state: 'entry-gone', reason: 'entry-unreadable' };
        return { state: 'kept', reason: null };
      } catch (thrown) {
        if (thrown instanceof KeychainError) return thrown.report;
        throw thrown;
      }
    },
  };
}

/** How the keychain stands by what `call` came to. Rejects only with what is no KeychainError. */
export async function reportOf(call: () => Promise<void>): Promise<KeychainReport> {
  try {
    await call();
    return AVAILABLE;
  } catch (thrown) {
    if (thrown instanceof KeychainError) return thrown.report;
    throw thrown;
  }
}
