import { describe, expect, it } from 'vitest';
import { countResults } from '../../scripts/test-run/count-results.ts';
import type { CountedModule, CountedTest } from '../../scripts/test-run/count-results.ts';
import { addTallies, closingLine, exitCodeOf } from '../../scripts/test-run/tally.ts';

const test = (state: CountedTest['state'], note?: string): CountedTest => ({
  fullName: `a ${state} test`,
  state,
  note,
});
const module: CountedModule = { relativeModuleId: 'test/a.test.ts', errorCount: 0, suiteErrorCount: 0, tests: [] };

describe('closingLine', () => {
  it('gives the two counts', () => {
    expect(closingLine({ passed: 12, failed: 3, skipped: 0 })).toBe('12 passed, 3 failed');
  });

  it('names the skipped tests where there are any', () => {
    expect(closingLine({ passed: 12, failed: 0, skipped: 4 })).toBe('12 passed, 0 failed, 4 skipped');
  });
});

describe('exitCodeOf', () => {
  it.each([
    [{ passed: 1, failed: 0, skipped: 5 }, 0],
    [{ passed: 9, failed: 1, skipped: 0 }, 1],
    [{ passed: 0, failed: 0, skipped: 0 }, 1],
    [{ passed: 0, failed: 0, skipped: 7 }, 1],
  ])('of %o is %i', (tally, code) => {
    expect(exitCodeOf(tally)).toBe(code);
  });
});

describe('addTallies', () => {
  it('adds each count by itself', () => {
    const tallies = [
      { passed: 1, failed: 2, skipped: 3 },
      { passed: 10, failed: 20, skipped: 30 },
    ];
    expect(addTallies(tallies)).toEqual({ passed: 11, failed: 22, skipped: 33 });
  });
});

describe('countResults', () => {
  it('counts the tests of all files by how they ended', () => {
    const modules = [
      { ...module, tests: [test('passed'), test('failed')] },
      { ...module, tests: [test('passed'), test('skipped')] },
    ];
    expect(countResults(modules, 0).tally).toEqual({ passed: 2, failed: 1, skipped: 1 });
  });

  it('counts a file that does not load, a failed set-up and an uncaught error as failures', () => {
    const modules = [
      { ...module, errorCount: 1 },
      { ...module, suiteErrorCount: 1, tests: [test('passed')] },
    ];
    expect(countResults(modules, 1).tally).toEqual({ passed: 1, failed: 3, skipped: 0 });
  });

  it('counts a test that never ended as a failure', () => {
    expect(countResults([{ ...module, tests: [test('pending')] }], 0).tally.failed).toBe(1);
  });

  it('keeps the reason of a skipped test', () => {
    expect(countResults([{ ...module, tests: [test('skipped', 'no keyring')] }], 0).skippedTests).toEqual([
      { name: 'test/a.test.ts > a skipped test', reason: 'no keyring' },
    ]);
  });
});
