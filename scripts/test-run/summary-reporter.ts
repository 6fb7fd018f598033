import type { Reporter } from 'vitest/node';
import { countResults, toCountedModule } from './count-results.ts';
import { writeSummary } from './summary-file.ts';

/**
 * Returns a reporter that hands the count of a run to `npm test`, which adds up several. The test runner takes it by
 * its default export and calls it with `new`.
 */
export default function SummaryReporter(): Reporter {
  return {
    onTestRunEnd(modules, unhandledErrors) {
      writeSummary(countResults(modules.map(toCountedModule), unhandledErrors.length));
    },
  };
}
