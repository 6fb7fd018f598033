import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDiff } from '../../src/renderer/lib/word-diff.ts';

const join = (parts: ReturnType<typeof wordDiff>, without: 'removed' | 'added'): string =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

describe('wordDiff', () => {
  it('marks a changed phrase as one stretch', () => {
    expect(wordDiff('Engineer booked for Monday. Use lift 1.', 'Engineer booked for Tuesday. Use lift 1.')).toEqual([
      { kind: 'same', text: 'Engineer booked for ' },
      { kind: 'removed', text: 'Monday. ' },
      { kind: 'added', text: 'Tuesday. ' },
      { kind: 'same', text: 'Use lift 1.' },
    ]);
  });

  it('says that nothing changed', () => {
    expect(wordDiff('the same', 'the same')).toEqual([{ kind: 'same', text: 'the same' }]);
    expect(wordDiff('', '')).toEqual([]);
  });

  it('holds both texts to the letter, whatever they are', () => {
    const words = array(constantFrom('a', 'b', ' ', '\n', 'lift ', '1.'), { maxLength: 40 }).map((x) => x.join(''));
    assert(
      property(words, words, (before, after) => {
        const parts = wordDiff(before, after);
        expect(join(parts, 'added')).toBe(before);
        expect(join(parts, 'removed')).toBe(after);
      }),
    );
  });

  it('compares very long texts as a whole', () => {
    const long = 'word '.repeat(2000);
    expect(wordDiff(long, `${long}more`).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
