import type { Credential } from './credential-store.ts';

/** The text of an entry: `{"origin", "secret"}` as JSON. */
export const writeEntry = ({ origin, secret }: Credential): string => JSON.stringify({ origin, secret });

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSecret = (value: unknown): value is Credential['secret'] =>
  isRecord(value) && Object.values(value).every((field) => typeof field === 'string');

/** The credential in an entry's text, or undefined when it is not one: cut off, edited by hand, another program's. */
export function readEntry(text: string): Credential | undefined {
  let entry: unknown;
  try {
    entry = JSON.parse(text);
  } catch {
    // The parser's error quotes the text, which may hold a secret: it goes no further.
    return undefined;
  }
  if (!isRecord(entry)) return undefined;
  const { origin, secret } = entry;
  return typeof origin === 'string' && isSecret(secret) ? { origin, secret } : undefined;
}
