import { hash } from 'node:crypto';

/** A value as JSON with the names of every object in order. What JSON has no word for is left out, as it is there. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner)}`).join(',')}}`;
}

/**
 * A short name for a JSON value's content: equal for equal content, whatever the order of an object's names. It tells
 * whether a row changed, nothing more; it protects nothing.
 */
export const contentHash = (value: unknown): string => hash('sha1', canonicalJson(value), 'base64url');
