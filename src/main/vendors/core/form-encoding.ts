/** PHP writes a space as `+` and leaves only letters, digits and `-_.` unencoded (`urlencode`). */
const encode = (text: string): string =>
  encodeURIComponent(text)
    .replace(/[!'()*~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function scalar(value: unknown): string {
  if (value === true) return '1';
  if (value === false) return '0';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'bigint') return String(value);
  throw new TypeError(`A form cannot carry a ${typeof value}.`);
}

function* pairs(key: string, value: unknown): Generator<string> {
  if (value === undefined) return;
  if (value === null || (Array.isArray(value) && value.length === 0)) {
    yield `${encode(key)}=`;
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* pairs(`${key}[${index}]`, item);
  } else if (isFields(value)) {
    for (const [name, item] of Object.entries(value)) yield* pairs(`${key}[${name}]`, item);
  } else {
    yield `${encode(key)}=${encode(scalar(value))}`;
  }
}

/**
 * Nested fields as PHP's `http_build_query` writes them: `ticket[assigned_to][0]=1`, keys and values percent-encoded,
 * a space as `+`, true and false as 1 and 0. What is absent is left out; null and an empty array become `key=`, the
 * only way a form can say "none". Throws TypeError for a value that no form can carry and URIError for a broken string.
 */
export function encodeForm(fields: Readonly<Record<string, unknown>>): string {
  return Object.entries(fields)
    .flatMap(([key, value]) => [...pairs(key, value)])
    .join('&');
}
