import { assert, integer, nat, pre, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeMissing } from '../../src/main/sync/judge-missing.ts';

describe('judgeMissing', () => {
  it.each([
    // known, missing, received -> verdict
    [0, 0, 0, 'none'],
    [100, 0, 100, 'none'],
    [100, 1, 99, 'confirm'],
    [100, 20, 80, 'confirm'],
    [100, 21, 79, 'suspicious'],
    [9, 8, 1, 'confirm'],
    [10, 10, 3, 'suspicious'],
    [40, 10, 30, 'suspicious'],
    [50, 10, 40, 'confirm'],
    [1, 1, 0, 'suspicious'],
    [500, 500, 0, 'suspicious'],
  ] as const)('R22 with %i known, %i missing and %i received says %s', (known, missing, received, verdict) => {
    expect(judgeMissing({ known, missing, received })).toBe(verdict);
  });

  it('P5 never lets an empty answer remove anything', () => {
    assert(
      property(integer({ min: 1, max: 1e6 }), nat(), (known, some) => {
        const missing = 1 + (some % known);
        expect(judgeMissing({ known, missing, received: 0 })).toBe('suspicious');
      }),
    );
  });

  it('P5 never lets more than a fifth and ten go without a question', () => {
    assert(
      property(integer({ min: 10, max: 1e6 }), nat(), nat(), (known, some, received) => {
        const missing = some % (known + 1);
        pre(missing >= 10 && missing > known / 5);
        expect(judgeMissing({ known, missing, received })).toBe('suspicious');
      }),
    );
  });
});
