import { describe, expect, it } from 'vitest';
import { fieldKeys } from '../../src/main/store/sort-keys.ts';

const ordered = (words: readonly string[], key: (word: string) => string | null): readonly string[] =>
  words.toSorted((one, other) => ((key(one) ?? '') < (key(other) ?? '') ? -1 : 1));

describe('fieldKeys', () => {
  it('puts the most urgent first, whatever the vendor calls it, and words it does not know last', () => {
    const words = ['parked', 'low', 'info', 'medium', 'High', 'important', 'critical'];
    expect(ordered(words, fieldKeys.priorityKey)).toEqual([
      'critical',
      'High',
      'important',
      'medium',
      'info',
      'low',
      'parked',
    ]);
  });

  it('orders numbers by their value and names without regard to capitals and accents', () => {
    expect(ordered(['A-10', 'a-9', 'B-1'], fieldKeys.numberKey)).toEqual(['a-9', 'A-10', 'B-1']);
    expect(ordered(['Zoë', 'élan', 'Echo'], fieldKeys.assigneeKey)).toEqual(['Echo', 'élan', 'Zoë']);
  });

  it('keeps the keys of names right when there are more than it remembers', () => {
    const names = Array.from({ length: 5000 }, (_, index) => `Site ${index}`);
    const keys = names.map(fieldKeys.projectKey);
    expect(new Set(keys).size).toBe(5000);
    expect(names.map(fieldKeys.projectKey)).toEqual(keys);
  });

  it('gives nothing for nothing, but puts no date behind all dates', () => {
    const { dueKey, ...others } = fieldKeys;
    expect(Object.values(others).map((key) => key(null))).toEqual([null, null, null, null]);
    expect(dueKey(null) > dueKey('9999-12-31T23:59:59.999Z')).toBe(true);
  });
});
