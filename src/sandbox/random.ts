/**
 * Repeatable randomness. The sample must give the same answer to the same question at any time and in any order, so
 * a value is a hash of what it belongs to (seed, record, purpose) and never the next number of a shared sequence.
 */

/** One round of the 32-bit murmur3 finaliser: every input bit changes about half of the output bits. */
const mix = (value: number): number => {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
};

/** Returns an unsigned 32-bit hash of the given integers; their order matters. */
export const hash32 = (seed: number, a: number, b = 0, c = 0): number => {
  let hash = mix(seed ^ 0x9e3779b9);
  hash = mix(hash ^ Math.imul(a, 0x9e3779b1));
  hash = mix(hash ^ Math.imul(b + 1, 0x27d4eb2f));
  return mix(hash ^ Math.imul(c + 1, 0x165667b1)) >>> 0;
};

/** Returns a number from 0 (included) to 1 (excluded) that belongs to the given integers. */
export const unit = (seed: number, a: number, b = 0, c = 0): number => hash32(seed, a, b, c) / 0x1_0000_0000;

/** Returns a 32-bit hash of a text, so that a name can take part in {@link hash32}. */
export const hashText = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mix(hash) >>> 0;
};

/** A sequence of repeatable numbers, for drawing a picture or a signature where the order of calls is fixed. */
export type Sequence = {
  /** The next number from 0 (included) to 1 (excluded). */
  readonly next: () => number;
  /** The next number from `low` (included) to `high` (excluded). */
  readonly between: (low: number, high: number) => number;
  /** The next whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
};

/** Returns the mulberry32 sequence of a seed. */
export const createSequence = (seed: number): Sequence => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
  };
};

/**
 * Returns the element of a list that a fraction from 0 to 1 points at.
 * @throws RangeError when the list is empty.
 */
export const choose = <T>(list: readonly T[], fraction: number): T => {
  const chosen = list[Math.min(list.length - 1, Math.floor(fraction * list.length))];
  if (chosen === undefined) throw new RangeError('Nothing to choose from: the list is empty.');
  return chosen;
};
