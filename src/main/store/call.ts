/** One thing main may ask of a database worker: what goes in, what comes back. */
export type Call<Input, Output> = { readonly input: Input; readonly output: Output };

/** What goes in, or comes back, where there is nothing to say. */
export type Nothing = Record<string, never>;
