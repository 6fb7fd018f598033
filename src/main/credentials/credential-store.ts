/** What is kept for one connection: the secret, and the origin it may be sent to. */
export interface Credential {
  /** `https://host:port` of the connection at the time the secret was given. */
  readonly origin: string;
  readonly secret: Readonly<Record<string, string>>;
}

/**
 * Where secrets live. Three methods and no list: nothing can ask for all of them. A secret leaves this interface only
 * towards the transport of its own connection.
 */
export interface CredentialStore {
  /** The credential of a connection, or undefined when there is none. */
  readonly get: (connectionId: string) => Promise<Credential | undefined>;
  readonly set: (connectionId: string, credential: Credential) => Promise<void>;
  readonly delete: (connectionId: string) => Promise<void>;
}
