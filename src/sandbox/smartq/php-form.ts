/** A value as PHP reads it from a form: a text, or an array whose keys are texts in the order in which they came. */
export type PhpValue = string | PhpArray;

/** An array of PHP: a list and a dictionary are the same to it. */
export type PhpArray = ReadonlyMap<string, PhpValue>;

type Growing = Map<string, string | Growing>;

/** `max_input_nesting_level`: PHP drops what is nested deeper. */
const deepest = 64;

/** Decodes percent-encoding as PHP does: what is no code stays, and bytes that are no UTF-8 become U+FFFD. */
const decode = (text: string): string => {
  const bytes = Buffer.from(text.replaceAll('+', ' '))
    .toString('latin1')
    .replaceAll(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
};

/** Returns the key an empty pair of brackets stands for: one more than the largest whole number among the keys. */
const nextKey = (array: Growing): string => {
  const numbers = [...array.keys()].filter((key) => /^(?:0|[1-9]\d{0,14})$/.test(key)).map(Number);
  return String(Math.max(-1, ...numbers) + 1);
};

/** Takes a name apart: `a[b][]` is `a`, `b` and an empty key. What stands behind the last bracket is dropped. */
const keysOf = (name: string): readonly string[] => {
  const open = name.indexOf('[');
  const base = (open <= 0 ? name : name.slice(0, open)).trimStart().replaceAll(/[. ]/g, '_');
  if (open <= 0) return [base.replaceAll('[', '_')];
  const keys = [base];
  let rest = name.slice(open);
  while (rest.startsWith('[')) {
    const end = rest.indexOf(']');
    // A bracket that is never closed is an underscore to PHP.
    if (end < 0) return keys.length === 1 ? [`${base}${rest.replace('[', '_')}`] : keys;
    keys.push(rest.slice(1, end).trimStart());
    rest = rest.slice(end + 1);
  }
  return keys;
};

/**
 * Returns a form's body as PHP's `$_POST` has it: `a[b][c]=1` nests, `a[]=1` appends, a later value replaces an earlier
 * one, and `a=` is an empty text. Nothing is refused: what PHP does not understand is dropped or kept as text.
 */
export const parsePhpForm = (body: string): PhpArray => {
  const form: Growing = new Map();
  for (const pair of body.split('&')) {
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    const value = equals < 0 ? '' : decode(pair.slice(equals + 1));
    const keys = keysOf(name);
    if (keys[0] === '' || keys.length > deepest) continue;
    let at = form;
    for (const [place, written] of keys.entries()) {
      const key = written === '' ? nextKey(at) : written;
      if (place === keys.length - 1) {
        at.set(key, value);
        break;
      }
      const held = at.get(key);
      const next: Growing = held instanceof Map ? held : new Map<string, string | Growing>();
      at.set(key, next);
      at = next;
    }
  }
  return form;
};
