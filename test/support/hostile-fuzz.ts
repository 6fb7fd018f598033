import * as fc from 'fast-check';
import { isVendorError } from '../../src/main/vendors/core/vendor-error.ts';
import type { AnswerOrigin } from '../../src/main/vendors/core/parse-answer.ts';

/** How often a property is tried: 10,000 times in a long run. */
const RUNS = process.env['PLUMBLINE_LONG'] === undefined ? 500 : 10_000;

/** The answer to an operation that is nobody's, or to this one. */
export const originOf = (operation = 'fuzz', contentType = 'application/json'): AnswerOrigin => ({
  vendor: 'monitorqa',
  operation,
  status: 200,
  contentType,
});

/** The names that every object has: they must be the same after as before. */
const everyObject = (): string =>
  [Object.prototype, Array.prototype, Function.prototype]
    .flatMap((prototype) => Reflect.ownKeys(prototype))
    .map(String)
    .join();
const before = everyObject();

/** What `run` gives, or null when it says in an error of ours that it cannot; throws anything else. */
export function typed<Result>(run: () => Result): Result | null {
  let result: Result | null = null;
  try {
    result = run();
  } catch (error) {
    // An envelope that nobody meant may hold a refusal, which is an answer of its own.
    if (!isVendorError(error)) throw error;
  }
  if (everyObject() !== before) throw new Error('a prototype was changed');
  return result;
}

/** Where a property does not hold, in words; null when it holds in every one of its runs, the same ones every time. */
export function failureOf<Values>(property: fc.IProperty<Values>, numRuns: number = RUNS): string | null {
  const details = fc.check(property, { seed: 8, numRuns, includeErrorInReport: true });
  return details.failed ? (fc.defaultReportMessage(details) ?? 'failed') : null;
}
