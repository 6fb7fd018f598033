/** Control characters, line separators and marks that turn the direction of what follows. */
const UNPRINTABLE = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/gu;

/** What stands behind these names in a header or a form is a credential, whoever wrote it. */
const CREDENTIAL =
  /\b(authorization|proxy-authorization|cookie|set-cookie|x-api-key|x-application-key|x-auth-client-id|api[-_]?key|api[-_]?token|access[-_]?token|refresh[-_]?token|client[-_]?secret|password)(["']?\s*[:=]\s*["']?)(?:(?:bearer|basic)\s+)?[^\s"',;&]+/gi;

const SCHEME = /\b(bearer|basic)\s+[a-z0-9._~+/-]{8,}=*/gi;

const QUERY = /(\bhttps?:\/\/[^\s"'<>?#]*)[?#][^\s"'<>]*/gi;

const USER_INFO = /(\bhttps?:\/\/)[^\s"'<>/?#@]*@/gi;

/**
 * A text from outside as one line of at most `limit` characters that is safe to show and to log: control characters and
 * direction marks become spaces, addresses lose their query and their user, credentials are blanked. Null for nothing.
 */
export function cleanVendorText(text: string | null | undefined, limit: number): string | null {
  if (text === null || text === undefined) return null;
  const line = text
    .slice(0, limit * 20)
    .replace(UNPRINTABLE, ' ')
    .replace(QUERY, '$1')
    .replace(USER_INFO, '$1')
    .replace(CREDENTIAL, '$1$2[hidden]')
    .replace(SCHEME, '$1 [hidden]')
    .replace(/\s+/g, ' ')
    .trim();
  if (line === '') return null;
  return line.length <= limit ? line : `${line.slice(0, limit - 1).trimEnd()}…`;
}

/**
 * `text` with every value of `secrets` blanked, also as base64 and percent-encoded, for answers that quote what was
 * sent. Values shorter than four characters are left: blanking them would destroy the text and hide nothing.
 */
export function blankSecrets(text: string, secrets: readonly string[]): string {
  const spellings = secrets
    .filter((secret) => secret.length >= 4)
    .flatMap((secret) => [secret, Buffer.from(secret).toString('base64'), encodeURIComponent(secret)])
    .toSorted((left, right) => right.length - left.length);
  return spellings.reduce((shown, spelling) => shown.replaceAll(spelling, '[hidden]'), text);
}
