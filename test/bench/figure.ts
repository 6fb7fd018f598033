/** How a bench is run. */
interface BenchSettings {
  /** A few repetitions over little data: proves that the bench works, says nothing about speed. */
  readonly quick: boolean;
}

/** One measured thing beside its peer. */
export interface Line {
  readonly what: string;
  /** Formatted figures by column head, in the order they are printed. */
  readonly figures: Readonly<Record<string, string>>;
  /** Against `peer`, a line of the same table. */
  readonly ratio?: { readonly value: number; readonly peer: string; readonly goal?: Goal };
}

/** What a ratio is to be: at least, or at most. */
export type Goal = { readonly atLeast: number } | { readonly atMost: number };

export interface Table {
  readonly title: string;
  readonly lines: readonly Line[];
  /** What a fair reader must know. */
  readonly notes: readonly string[];
}

/** One figure of the bench. */
export interface Figure {
  readonly name: string;
  /** Whether it runs the built app in `out/`. */
  readonly needsBuild: boolean;
  readonly measure: (settings: BenchSettings) => Promise<readonly Table[]>;
}

/** Whether a ratio is as it is to be. */
export const meets = (value: number, goal: Goal): boolean =>
  'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost;
