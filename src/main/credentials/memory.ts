import type { Credential } from './credential-store.ts';
import type { Keychain } from './keychain.ts';
import { AVAILABLE, KeychainError, type KeychainReason } from './keychain-state.ts';

/**
 * The keychain's twin for a run without one, never on disk: for tests, and for the sample, whose keys are no secrets.
 * With a `reason` it is one that cannot be used, for that reason.
 */
export function createMemoryKeychain(reason?: KeychainReason): Keychain {
  const entries = new Map<string, Credential>();
  const guarded =
    <Input extends readonly unknown[], Result>(call: (...input: Input) => Result) =>
    (...input: Input): Promise<Result> =>
      reason === undefined ? Promise.resolve(call(...input)) : Promise.reject(new KeychainError(reason));
  const report = () => Promise.resolve(reason === undefined ? AVAILABLE : new KeychainError(reason).report);
  return {
    get: guarded((connectionId: string) => entries.get(connectionId)),
    set: guarded((connectionId: string, credential: Credential) => {
      entries.set(connectionId, credential);
    }),
    delete: guarded((connectionId: string) => {
      entries.delete(connectionId);
    }),
    probe: report,
    report,
    statusOf: async (connectionId) => {
      if (reason !== undefined) return new KeychainError(reason).report;
      await Promise.resolve();
      return entries.has(connectionId)
        ? { state: 'kept', reason: null }
        : { state: 'entry-gone', reason: 'entry-missing' };
    },
  };
}
