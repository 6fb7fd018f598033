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
  /** The fault that hit it, or null. */
  readonly fault: string | null;
};

/** What was asked of the sandbox, for tests: oldest first, the latest ten thousand. */
export type RequestLog = {
  readonly add: (entry: LogEntry) => void;
  readonly entries: () => readonly LogEntry[];
  readonly clear: () => void;
};

const capacity = 10_000;
const credentials = new Set(['authorization', 'cookie', 'proxy-authorization', 'x-api-key', 'x-application-key']);

/** Returns headers fit for the log: that a credential was sent is kept, what it was is not. */
export const withoutCredentials = (headers: Headers): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...headers].map(([name, value]) => [name, credentials.has(name.toLowerCase()) ? '[present]' : value]),
  );

/** Returns an empty log. */
export const createRequestLog = (): RequestLog => {
  let entries: LogEntry[] = [];
  return {
    add: (entry) => {
      entries.push(entry);
      if (entries.length > capacity * 2) entries = entries.slice(-capacity);
    },
    entries: () => entries.slice(-capacity),
    clear: () => {
      entries = [];
    },
  };
};
