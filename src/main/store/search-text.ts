/** A sign that can be part of a word. */
const WORD_SIGN = /[\p{L}\p{N}]/u;

/**
 * What a person typed, as a query of the full-text index: every word must be there, the last one may go on. A word
 * with signs inside (`A-1042`, `o'brien`) is looked up as its parts side by side. Null when there is no word in it.
 */
export function matchQuery(typed: string): string | null {
  const words = typed
    .replaceAll('\0', ' ')
    .split(/\s+/)
    .filter((word) => WORD_SIGN.test(word))
    .map((word) => `"${word.replaceAll('"', '""')}"`);
  return words.length === 0 ? null : `${words.join(' ')}*`;
}

/** What a person typed, as a record's number: without a leading `#`. Null when nothing is left. */
export function numberQuery(typed: string): string | null {
  const number = typed.trim().replace(/^#\s*/, '');
  return number === '' ? null : number;
}
