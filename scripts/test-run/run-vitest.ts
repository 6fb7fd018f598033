import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, toolScript } from '../lib/repository.ts';
import { runScript } from '../lib/run-command.ts';
import type { TestRunSummary } from './count-results.ts';
import { summaryFileVariable, takeSummary } from './summary-file.ts';
import type { Tally } from './tally.ts';

/**
 * Runs the test runner with these arguments, shows its output, prints the reason of every test it skipped and returns
 * the count. A run that ends badly without a failed test (it could not start, say) counts as one failure.
 */
export async function runVitest(vitestArguments: readonly string[], print: (text: string) => void): Promise<Tally> {
  mkdirSync(cacheFolder, { recursive: true });
  const file = join(cacheFolder, `test-summary-${process.pid}.json`);
  const { code } = await runScript(
    toolScript('vitest'),
    ['run', '--reporter=default', '--reporter=./scripts/test-run/summary-reporter.ts', ...vitestArguments],
    { environment: { [summaryFileVariable]: file }, output: 'show' },
  );
  const summary = takeSummary(file);
  if (summary === undefined) {
    print(`The test runner ended with code ${code} and left no count.`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  printSkipped(summary, print);
  const { tally } = summary;
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** Returns the names of the tests that a project holds, without running them. */
export async function listTests(project: string): Promise<readonly string[]> {
  const { output } = await runScript(toolScript('vitest'), ['list', '--project', project]);
  return output.split('\n').filter((line) => line.startsWith(`[${project}] `));
}

function printSkipped({ skippedTests }: TestRunSummary, print: (text: string) => void): void {
  for (const { name, reason } of skippedTests) print(`skipped: ${name}: ${reason ?? 'no reason given'}`);
}
