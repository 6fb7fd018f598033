import type { Slices } from '../../src/main/store/slices.ts';

/** What work in slices comes to, all of it done at once. */
export function whole<Result>(slices: Slices<Result>): Result {
  for (let slice = slices.next(); ; slice = slices.next()) if (slice.done) return slice.value;
}
