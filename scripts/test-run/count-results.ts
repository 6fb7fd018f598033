import type { TestModule } from 'vitest/node';
import type { Tally } from './tally.ts';

/** A test that did not run, and the reason its author gave. */
interface SkippedTest {
  readonly name: string;
  readonly reason: string | undefined;
}

/** What one run of the test runner came to. */
export interface TestRunSummary {
  readonly tally: Tally;
  readonly skippedTests: readonly SkippedTest[];
}

/** The part of a finished test file that is counted, so that the counting can be tested without a run. */
export interface CountedModule {
  readonly relativeModuleId: string;
  /** Faults of the file itself: it could not be loaded. */
  readonly errorCount: number;
  readonly tests: readonly CountedTest[];
  /** Faults in the set-up or tear-down of its groups. */
  readonly suiteErrorCount: number;
}

/** One test as it ended. */
export interface CountedTest {
  readonly fullName: string;
  readonly state: 'passed' | 'failed' | 'skipped' | 'pending';
  readonly note: string | undefined;
}

/**
 * Returns the count over all files. Whatever went wrong outside a test (a file that does not load, a failed set-up, an
 * error nobody caught) counts as one failure each, and so does a test that never ended.
 */
export function countResults(modules: readonly CountedModule[], unhandledErrorCount: number): TestRunSummary {
  const tests = modules.flatMap((module) =>
    module.tests.map((test) => ({ ...test, name: `${module.relativeModuleId} > ${test.fullName}` })),
  );
  const count = (state: CountedTest['state']): number => tests.filter((test) => test.state === state).length;
  const outside = modules.reduce((sum, module) => sum + module.errorCount + module.suiteErrorCount, 0);
  return {
    tally: {
      passed: count('passed'),
      failed: count('failed') + count('pending') + outside + unhandledErrorCount,
      skipped: count('skipped'),
    },
    skippedTests: tests
      .filter((test) => test.state === 'skipped')
      .map((test) => ({ name: test.name, reason: test.note })),
  };
}

/** Returns the counted part of a test file as the test runner reports it. */
export function toCountedModule(module: TestModule): CountedModule {
  const suites = [...module.children.allSuites()];
  return {
    relativeModuleId: module.relativeModuleId,
    errorCount: module.errors().length,
    suiteErrorCount: suites.reduce((sum, suite) => sum + suite.errors().length, 0),
    tests: [...module.children.allTests()].map((test) => {
      const result = test.result();
      return {
        fullName: test.fullName,
        state: result.state,
        note: result.state === 'skipped' ? result.note : undefined,
      };
    }),
  };
}
