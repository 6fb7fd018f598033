/** The value below which `share` (0 to 1) of the samples lie. Throws on none. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((left, right) => left - right);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new RangeError('There are no samples.');
  return value;
}

/** The middle value. Throws on no samples. */
export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

/**
 * Runs every side `times` times, one after the other within each round and each round beginning with another side, so
 * that what else the machine does meets all alike. Answers the samples of each side in order.
 */
export async function interleave<Side extends string, Sample>(
  times: number,
  sides: Readonly<Record<Side, () => Promise<Sample>>>,
): Promise<Readonly<Record<Side, readonly Sample[]>>> {
  const names = Object.keys(sides) as Side[];
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Side, Sample[]>;
  for (let round = 0; round < times; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(round + turn) % names.length];
      if (name !== undefined) samples[name].push(await sides[name]());
    }
  }
  return samples;
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
