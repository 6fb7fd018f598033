/** What is kept for one connection: the secret, and the origin it may be sent to. */
export interface Credential {
  /** `https://host:port` of the connection at the time the secret was given. */
  readonly origin: string;
  readonly secret: Readonly<Record<string, string>>;
}

/**
 * Where secrets live. Three methods and no list: nothing can ask for all of them. A secret leaves this interface only
 * towards the transport of its own connection.
 *
 * Where a keychain is behind it, a call that the keychain did not answer rejects with an AppError `no-secret` whose
 * `data.keychain` and `data.reason` say why (see `keychain-state.ts`): not to be had is another thing than not there.
 */
export interface CredentialStore {
  /** The credential of a connection, or undefined when there is none. */
  readonly get: (connectionId: string) => Promise<Credential | undefined>;
  readonly set: (connectionId: string, credential: Credential) => Promise<void>;
  /** Nothing of the connection is kept afterwards; it is no error when there was nothing. */
  readonly delete: (connectionId: string) => Promise<void>;
}
