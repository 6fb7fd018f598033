/**
 * How deep JSON from outside may be nested. No document of a vendor goes beyond a dozen levels; what copies, compares or
 * writes a value again calls itself for each level and runs out of stack at a few thousand.
 */
export const MOST_LEVELS = 1000;

/** True when so many levels could be open at once: each is opened by a bracket, also counting those within texts. */
function couldBeDeep(text: string): boolean {
  if (text.length <= 2 * MOST_LEVELS) return false;
  let brackets = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at !== -1; at = text.indexOf(bracket, at + 1)) {
      brackets += 1;
      if (brackets > MOST_LEVELS) return true;
    }
  }
  return false;
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}

/**
 * The value of a JSON text from outside. Throws SyntaxError for a text that is not JSON, and RangeError for more than
 * MOST_LEVELS arrays and objects within each other.
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  // To look through every value takes a third of the time that reading it takes; to count brackets, a twentieth.
  if (couldBeDeep(text) && isDeeperThan(value, MOST_LEVELS)) throw new RangeError('The JSON is nested too deeply.');
  return value;
}
