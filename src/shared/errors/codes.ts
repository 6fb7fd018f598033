/**
 * The one list of error codes. Screens, the command line, tests and the wire all name an error by one of these; the
 * words a person reads for each stand in `shared/messages` under `error.<code>.*`.
 */
export const ERROR_CODES = [
  // the border between a screen (or a script) and the workspace
  'bad-input',
  'unknown-operation',
  'message-too-large',
  'peer-gone',
  'unknown-sender',
  'cancelled',
  'not-offered-here',
  'needs-gesture',
  'link-refused',
  'internal',
  // the workspace
  'not-found',
  'workspace-busy',
  'no-connection',
  'no-secret',
  'sign-in-timed-out',
  'bad-usage',
  // reaching a vendor: nothing was sent
  'offline',
  // a vendor's answer
  'timed-out',
  'connection-lost',
  'key-rejected',
  'not-permitted',
  'not-at-vendor',
  'refused-by-vendor',
  'invalid-for-vendor',
  'too-many-requests',
  'vendor-down',
  'unexpected-answer',
  'answer-too-large',
  'redirect-refused',
  'insecure-address',
  // the way to a vendor: nothing was sent
  'certificate-expired',
  'certificate-wrong-host',
  'certificate-self-signed',
  'certificate-unknown-authority',
  'certificate-refused',
  'tls-too-old',
  'tls-failed',
  'proxy-needs-sign-in',
  'proxy-not-supported',
  'proxy-refused',
  'authority-refused',
  'list-suspicious',
  // files
  'file-incomplete',
  'file-wrong-type',
  'file-exists',
  // the disk and the databases
  'disk-full',
  'disk-read-only',
  'disk-failed',
  'database-newer',
  'database-corrupt',
  'port-in-use',
  'insecure-environment',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

const known: ReadonlySet<string> = new Set(ERROR_CODES);

/** True when `value` is one of the codes above. */
export const isErrorCode = (value: unknown): value is ErrorCode => typeof value === 'string' && known.has(value);
