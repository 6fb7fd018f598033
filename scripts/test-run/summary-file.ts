import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { TestRunSummary } from './count-results.ts';

/** The environment variable that names the file through which the test runner hands its count back. */
export const summaryFileVariable = 'PLUMBLINE_TEST_SUMMARY';

/** Writes the count of a run where the caller of the test runner waits for it; does nothing where nobody does. */
export function writeSummary(summary: TestRunSummary): void {
  const file = process.env[summaryFileVariable];
  if (file !== undefined) writeFileSync(file, JSON.stringify(summary));
}

/** Returns the count left in a file and deletes it, or undefined where the test runner ended without leaving one. */
export function takeSummary(file: string): TestRunSummary | undefined {
  try {
    // Written by writeSummary in a process of our own, moments ago.
    return JSON.parse(readFileSync(file, 'utf8')) as TestRunSummary;
  } catch {
    return undefined;
  } finally {
    rmSync(file, { force: true });
  }
}
