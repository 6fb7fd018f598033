import type { Drift } from '../../../shared/model/drift.ts';
import { driftOf } from './drift.ts';
import type { VendorDefinition } from './vendor.ts';

/** After so many milliseconds, or so many answers, one of the same operation is looked at again. */
const AGAIN_AFTER_MS = 5 * 60_000;
const AGAIN_AFTER_ANSWERS = 100;

/** Looks at a few of the answers of each operation. */
export interface DriftWatch {
  /** Where the data of an answer differ from their schema; none when this answer is not looked at. */
  readonly look: (
    definition: Pick<VendorDefinition, 'vendor' | 'operations'>,
    operation: string,
    data: unknown,
  ) => readonly Drift[];
}

/**
 * A watch that looks at the first answer of each operation, and rarely at a later one: to look takes as long as to read.
 * `now` is any clock in milliseconds.
 */
export function createDriftWatch(now: () => number): DriftWatch {
  const looked = new Map<string, { at: number; answers: number }>();

  const isDue = (key: string): boolean => {
    const last = looked.get(key);
    if (last !== undefined) {
      last.answers += 1;
      if (last.answers < AGAIN_AFTER_ANSWERS && now() - last.at < AGAIN_AFTER_MS) return false;
    }
    looked.set(key, { at: now(), answers: 0 });
    return true;
  };

  return {
    look: ({ vendor, operations }, operation, data) => {
      const answer = Object.hasOwn(operations, operation) ? operations[operation]?.answer : undefined;
      if (data === null || data === undefined || answer === undefined || !('schema' in answer)) return [];
      return isDue(`${vendor}.${operation}`) ? driftOf(answer.schema, data) : [];
    },
  };
}
