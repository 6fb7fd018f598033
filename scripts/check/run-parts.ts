import { formatSeconds } from '../lib/format-seconds.ts';
import { inParallel } from '../lib/in-parallel.ts';
import type { CheckPart, PartResult } from './parts.ts';

/**
 * Runs the parts, two at a time, and prints a line for each as it ends, with its output where it failed. A part that
 * throws has failed. Returns how many failed.
 */
export async function runParts(
  parts: readonly CheckPart[],
  print: (text: string) => void,
  now: () => number,
): Promise<number> {
  const results = await inParallel(parts, 2, async (part) => {
    const started = now();
    const result = await part.run().catch((error: unknown): PartResult => ({
      passed: false,
      output: `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    }));
    print(
      `${result.passed ? 'pass' : 'FAIL'}  ${part.name.padEnd(9)}  ${part.what} (${formatSeconds(now() - started)})`,
    );
    if (!result.passed) print(`\n${result.output.trimEnd()}\n`);
    return result;
  });
  return results.filter((result) => !result.passed).length;
}
