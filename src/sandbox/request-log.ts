/** The body of a request, as far as the log keeps it. */
export type ReceivedBody = {
  /** The Content-Type as sent, or null. */
  readonly type: string | null;
  /** Bytes; null where no length was announced and the body was not read. */
  readonly length: number | null;
  /** The value of a JSON body of at most a megabyte; undefined for any other, and for JSON that cannot be read. */
  readonly json?: unknown;
};

/** A file that came with a form. */
export type ReceivedFile = {
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
};

/** One request as the sandbox saw it. */
export type LogEntry = {
  /** ISO 8601, UTC, by the clock the sandbox was given. */
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** Query parameters in their order; a name may occur twice. */
  readonly query: readonly (readonly [name: string, value: string])[];
  /** Lower-case names; the values of credentials are replaced by `[present]`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Null for a request without a body. */
  readonly body: ReceivedBody | null;
  /** The file it carried; null until all of it has come. */
  readonly file: ReceivedFile | null;
  /** The fault that hit it, or null. */
  readonly fault: string | null;
};

/** What was asked of the sandbox, for tests: oldest first, the latest ten thousand. */
export type RequestLog = {
  /** Adds a request; what is returned takes the file that comes with it later. */
  readonly add: (entry: LogEntry) => (file: ReceivedFile) => void;
  readonly entries: () => readonly LogEntry[];
  readonly clear: () => void;
};

const capacity = 10_000;
const credentials = new Set([
  'api_token',
  'authorization',
  'cookie',
  'proxy-authorization',
  'x-api-key',
  'x-application-key',
  'x-auth-client-id',
  'x_auth_client_id',
]);

/** Returns headers fit for the log: that a credential was sent is kept, what it was is not. */
export const withoutCredentials = (headers: Headers): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...headers].map(([name, value]) => [name, credentials.has(name.toLowerCase()) ? '[present]' : value]),
  );

/** Returns query parameters fit for the log, for the client that puts its credential there by mistake. */
export const queryWithoutCredentials = (query: URLSearchParams): LogEntry['query'] =>
  [...query].map(([name, value]) => [name, credentials.has(name.toLowerCase()) ? '[present]' : value]);

/** Returns an empty log. */
export const createRequestLog = (): RequestLog => {
  let entries: LogEntry[] = [];
  return {
    add: (entry) => {
      entries.push(entry);
      if (entries.length > capacity * 2) entries = entries.slice(-capacity);
      return (file) => {
        const place = entries.indexOf(entry);
        if (place >= 0) entries[place] = { ...entry, file };
      };
    },
    entries: () => entries.slice(-capacity),
    clear: () => {
      entries = [];
    },
  };
};
