import type { Credential, CredentialStore } from './credential-store.ts';

/** Secrets of this run only, never on disk: the sample's, and tests'. */
export function createMemoryCredentials(): CredentialStore {
  const entries = new Map<string, Credential>();
  return {
    get: (connectionId) => Promise.resolve(entries.get(connectionId)),
    set: (connectionId, credential) => {
      entries.set(connectionId, credential);
      return Promise.resolve();
    },
    delete: (connectionId) => {
      entries.delete(connectionId);
      return Promise.resolve();
    },
  };
}
