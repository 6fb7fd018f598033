/** Work that pauses between slices of some milliseconds, so that what is more urgent comes first and it can be given up. */
export type Slices<Result> = Generator<undefined, Result, undefined>;
